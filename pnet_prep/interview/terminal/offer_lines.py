"""Drawing the names under a line of text, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.interview.terminal.say import MARGIN, columns
from pnet_prep.interview.wrapping import cells, wrap

if TYPE_CHECKING:
    from pnet_prep.interview.terminal.offer import Offer
    from pnet_prep.interview.terminal.say import Styled

POINTER = "❯ "
PROMPT_WIDTH = 4
"""Cells that stand before a line of text, at most."""


def offer_lines(offer: Offer, line: str, room: int) -> list[Styled]:
    """The names that fit the line in at most ``room`` rows beside it; none of them is cut."""
    blank = " " * len(POINTER)
    drawn = [
        wrap(name, columns(), MARGIN + (POINTER if at == offer.at else blank), MARGIN + blank)
        for at, name in enumerate(offer.look(line))
    ]
    rows_of_line = 1 + (PROMPT_WIDTH + cells(line)) // (columns() + 1)
    shown = offer.visible(tuple(map(len, drawn)), room - rows_of_line)
    return [
        ("class:pointed" if at == offer.at else "class:name", row)
        for at in shown
        for row in drawn[at]
    ]
