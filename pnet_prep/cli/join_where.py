"""Into which visit something that was made for no visit here is joined: the person says it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.begin_from import visit_choices, visit_line
from pnet_prep.cli.choose_visit import visits
from pnet_prep.cli.choosing import choose
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.fill import fill
from pnet_prep.errors import StoreError
from pnet_prep.model.interview import Ask, Choice, Screen
from pnet_prep.store.folder import Listed
from pnet_prep.store.visit import open_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    for opened in readable(there):
        if not found.lines.keys().isdisjoint(opened.lines):
            return opened
    if not there or no_input:
        return None
    begun = fill(words["join.which_begun"], {"visit": visit_line(Listed("", found.head), words)})
    return which_visit(there, begun, words["join.which_begun_help"], words, asks)


def readable(there: tuple[Listed, ...]) -> Iterator[Visit]:
    """Those of the visits that can be opened; of any other, joining something to it would tell."""
    for one in there:
        with suppress(StoreError):
            yield open_visit(one.path)


def which_visit(
    there: tuple[Listed, ...], text: str, help_text: str, words: dict[str, str], asks: FrontEnd
) -> Visit | Nowhere | None:
    """Ask for one of the visits ``there``; ``None`` for a visit of its own."""
    screen = Screen(
        ask=Ask.ONE,
        text=text,
        choices=(
            *visit_choices(there, words),
            Choice(OWN, words["join.own"]),
            Choice(LEAVE, words["join.leave"]),
        ),
        help=help_text,
        can_go_back=False,
    )
    chosen = choose(asks, screen)
    if chosen is None or chosen == LEAVE:
        return Nowhere(quits=chosen is None)
    return None if chosen == OWN else opened_visit(chosen)
