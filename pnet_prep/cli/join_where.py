"""Into which visit something that was made for no visit here is joined: the person says it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.begin_from import visit_line
from pnet_prep.cli.choose_visit import visits
from pnet_prep.cli.pick_visit import SHOWN
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.fill import fill
from pnet_prep.errors import StoreError
from pnet_prep.model.interview import Ask, Choice, Chosen, Quit, Screen
from pnet_prep.store.folder import Listed
from pnet_prep.store.visit import open_visit

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.store.received import Received
    from pnet_prep.store.visit import Visit

OWN, LEAVE = "own", "leave"


class Nowhere(NamedTuple):
    """The answers go into no visit; ``quits`` is set when the person leaves altogether."""

    quits: bool


def place_of(
    found: Received, words: dict[str, str], asks: FrontEnd, *, no_input: bool
) -> Visit | Nowhere | None:
    """The visit here that a visit begun elsewhere is for; ``None`` for one of its own.

    Two people may each have begun one for the same appointment. A visit that holds answers of the
    other one already is the one. Else the person is asked, or with ``no_input`` nobody.
    """
    there = visits()
    for one in there:
        with suppress(StoreError):  # it may be another one; joining would tell of it
            opened = open_visit(one.path)
            if not found.lines.keys().isdisjoint(opened.lines):
                return opened
    if not there or no_input:
        return None
    begun = fill(words["join.which_begun"], {"visit": visit_line(Listed("", found.head), words)})
    return which_visit(there, begun, words["join.which_begun_help"], words, asks)


def which_visit(
    there: tuple[Listed, ...], text: str, help_text: str, words: dict[str, str], asks: FrontEnd
) -> Visit | Nowhere | None:
    """Ask for one of the visits ``there``; ``None`` for a visit of its own."""
    screen = Screen(
        ask=Ask.ONE,
        text=text,
        choices=(
            *(Choice(one.path, visit_line(one, words)) for one in there[:SHOWN]),
            Choice(OWN, words["join.own"]),
            Choice(LEAVE, words["join.leave"]),
        ),
        help=help_text,
        can_go_back=False,
    )
    while True:
        match asks.ask(screen):
            case Chosen((chosen,)) if chosen == OWN:
                return None
            case Chosen((chosen,)) if chosen == LEAVE:
                return Nowhere(quits=False)
            case Chosen((path,)):
                return opened_visit(path)
            case Quit():
                return Nowhere(quits=True)
            case _:
                continue
