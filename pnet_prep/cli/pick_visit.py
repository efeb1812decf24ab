"""Which visit ``start`` goes on with: the one named, or a new one, or the person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.cli.begin_from import begin_from, visit_choices
from pnet_prep.cli.choose_visit import chosen_visit, matching, visits
from pnet_prep.cli.choosing import choose
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.errors import StoreError
from pnet_prep.model.interview import Ask, Back, Choice, Screen
from pnet_prep.store.folder import data_folder
from pnet_prep.store.visit import new_visit

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.visit import Visit

NEW = "new"


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
            *visit_choices(found, pack.words),
            Choice(NEW, pack.words["pick.new"]),
        ),
        can_go_back=False,
    )
    while (chosen := choose(asks, screen)) == NEW:
        begun = begin_from(found, pack.words, asks)
        if not isinstance(begun, Back):
            return begun
    return None if chosen is None else _to_work_on(chosen)


def pick_earlier(named: str, pack: Content, asks: FrontEnd) -> Visit | None:
    """An earlier visit to add to; ``None`` when the person leaves instead. Raises ``PrepError``."""
    found = visits()
    if named or len(found) < 2:
        return _to_work_on(chosen_visit(named).path)
    screen = Screen(
        ask=Ask.ONE,
        text=pack.words["after.which"],
        choices=visit_choices(found, pack.words),
        can_go_back=False,
    )
    chosen = choose(asks, screen)
    return None if chosen is None else _to_work_on(chosen)


def _to_work_on(path: str) -> Visit:
    visit = opened_visit(path)
    if visit.read_only:
        raise StoreError("error.newer_format", file=visit.path)
    return visit
