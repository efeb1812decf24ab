"""Which visit ``start`` goes on with: the one named, or a new one, or the person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.cli.begin_from import begin_from, visit_line
from pnet_prep.cli.choose_visit import chosen_visit, matching, visits
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.errors import StoreError
from pnet_prep.model.interview import Ask, Back, Choice, Chosen, Quit, Screen
from pnet_prep.store.folder import data_folder
from pnet_prep.store.visit import new_visit

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.visit import Visit

NEW = "new"
SHOWN = 8
"""How many earlier visits are offered; others are reached by their number in the list."""


def pick_visit(named: str, pack: Content, asks: FrontEnd) -> Visit | None:
    """The visit to work on; ``None`` when the person leaves instead. Raises ``PrepError``."""
    found = visits()
    if named:
        return _to_work_on(matching(found, named).path)
    if not found:
        return new_visit(data_folder())
    screen = Screen(
        ask=Ask.ONE,
        text=pack.words["pick.text"],
        choices=(
            *(Choice(one.path, visit_line(one, pack.words)) for one in found[:SHOWN]),
            Choice(NEW, pack.words["pick.new"]),
        ),
        can_go_back=False,
    )
    while True:
        match asks.ask(screen):
            case Chosen((chosen,)):
                if chosen != NEW:
                    return _to_work_on(chosen)
                match begin_from(found, pack.words, asks):
                    case Back():
                        continue
                    case Quit():
                        return None
                    case begun:
                        return begun
            case Quit():
                return None
            case _:
                continue


def pick_earlier(named: str, pack: Content, asks: FrontEnd) -> Visit | None:
    """An earlier visit to add to; ``None`` when the person leaves instead. Raises ``PrepError``."""
    found = visits()
    if named or len(found) < 2:
        return _to_work_on(chosen_visit(named).path)
    offered = tuple(Choice(one.path, visit_line(one, pack.words)) for one in found[:SHOWN])
    text = pack.words["after.which"]
    screen = Screen(ask=Ask.ONE, text=text, choices=offered, can_go_back=False)
    while True:
        match asks.ask(screen):
            case Chosen((chosen,)):
                return _to_work_on(chosen)
            case Quit():
                return None
            case _:
                continue


def _to_work_on(path: str) -> Visit:
    visit = opened_visit(path)
    if visit.read_only:
        raise StoreError("error.newer_format", file=visit.path)
    return visit
