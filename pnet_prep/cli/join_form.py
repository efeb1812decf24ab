"""Which visit the answers of a form belong to, where the form's own visit is not here."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.begin_from import visit_line
from pnet_prep.cli.choose_visit import visits
from pnet_prep.cli.pick_visit import SHOWN
from pnet_prep.errors import StoreError
from pnet_prep.model.interview import Ask, Choice, Chosen, Quit, Screen
from pnet_prep.store.visit import open_visit

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.folder import Listed
    from pnet_prep.store.received import Received

OWN, LEAVE = "own", "leave"


class Nowhere(NamedTuple):
    """The answers go into no visit; ``quits`` is set when the person leaves altogether."""

    quits: bool


def visit_for(
    found: Received, pack: Content, asks: FrontEnd, *, no_input: bool
) -> str | Nowhere | None:
    """The path of the visit that the answers go into; ``None`` for one of their own.

    A visit that holds answers of the same form already is the one. Else the person is asked.
    """
    there = visits()
    for one in there:
        with suppress(StoreError):  # joining would tell of it, and it may be another one
            if not found.lines.keys().isdisjoint(open_visit(one.path).lines):
                return one.path
    if not there or no_input:
        return None
    return _asked(there, pack.words, asks)


def _asked(
    there: tuple[Listed, ...], words: dict[str, str], asks: FrontEnd
) -> str | Nowhere | None:
    screen = Screen(
        ask=Ask.ONE,
        text=words["join.which"],
        choices=(
            *(Choice(one.path, visit_line(one, words)) for one in there[:SHOWN]),
            Choice(OWN, words["join.own"]),
            Choice(LEAVE, words["join.leave"]),
        ),
        help=words["join.which_help"],
        can_go_back=False,
    )
    while True:
        match asks.ask(screen):
            case Chosen((chosen,)) if chosen == OWN:
                return None
            case Chosen((chosen,)) if chosen == LEAVE:
                return Nowhere(quits=False)
            case Chosen((path,)):
                return path
            case Quit():
                return Nowhere(quits=True)
            case _:
                continue
