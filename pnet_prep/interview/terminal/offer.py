"""Names under a line of text: which stand there, and what the line becomes; no screen needed.

What was typed is never touched. A name stands in the line only after a key moved there, and moving
past the names brings back what was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pnet_prep.engine.names import last_entry, name_book
from pnet_prep.interview.commands import SLASH

if TYPE_CHECKING:
    from pnet_prep.engine.names import NameBook
    from pnet_prep.interview.terminal.text_state import TextState


@dataclass
class Offer:
    """The names that fit a line. ``at`` is the place of the one that stands in the line.

    ``stands`` is the line as it was last seen, ``typed`` as it was last typed.
    """

    book: NameBook
    stands: str
    typed: str
    names: tuple[str, ...] = ()
    at: int | None = None

    @classmethod
    def of(cls, state: TextState) -> Self | None:
        """Nothing is offered where an earlier answer stands in the line."""
        names, earlier = state.screen.suggest, state.prefilled
        return cls(name_book(names), earlier, earlier) if names else None

    def look(self, line: str) -> tuple[str, ...]:
        """The names that fit the line; looked up anew where something was typed."""
        if line != self.stands:
            self.stands = self.typed = line
            self.at = None
            command = line.startswith(SLASH)
            self.names = () if command else self.book.fitting(line[last_entry(line) :])
        return self.names

    def move(self, line: str, step: int) -> str:
        """The line with the next name in place of what was typed, or as it was typed."""
        if not self.look(line) or (step < 0 and self.at is None):
            return line
        places = (None, *range(len(self.names)))
        self.at = places[(places.index(self.at) + step) % len(places)]
        before = self.typed[: last_entry(self.typed)]
        self.stands = self.typed if self.at is None else before + self.names[self.at]
        return self.stands

    def visible(self, heights: tuple[int, ...], room: int) -> range:
        """The places of the names that are shown in so many rows, the one in the line among them.

        ``heights`` are the rows of each name.
        """
        first = 0
        while self.at is not None and sum(heights[first : self.at + 1]) > room and first < self.at:
            first += 1
        end = first
        while end < len(heights) and sum(heights[first : end + 1]) <= room:
            end += 1
        return range(first, end)
