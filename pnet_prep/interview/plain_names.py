"""Names that fit a typed line, as a numbered list to choose from; 0 keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from pnet_prep.engine.fill import fill
from pnet_prep.engine.names import name_book
from pnet_prep.interview.plain_choices import Misread, fold, is_number
from pnet_prep.interview.plain_reading import read_line
from pnet_prep.interview.plain_screen import keep_prompt
from pnet_prep.interview.wrapping import wrap
from pnet_prep.model.interview import Given, Meant, Screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.interview.commands import Aside
    from pnet_prep.model.interview import Event

MOST = 5
"""Names read out at once."""

KEEP = "0"
"""What is typed to keep the words as they are."""


class Instead(NamedTuple):
    """Words typed instead of a number.

    ``keeps`` says that they are one more entry of a list, so that what was typed before stays.
    """

    text: str
    keeps: bool


class Naming(NamedTuple):
    """A line that may be part of a name, at its screen."""

    typed: str
    names: tuple[str, ...]
    screen: Screen

    @classmethod
    def of(cls, typed: str, screen: Screen) -> Self | None:
        """``None`` where nothing is to be asked: a known name, or no part of one."""
        names = name_book(screen.suggest).for_part(typed, MOST) if screen.suggest else ()
        return cls(typed, names, screen) if names else None

    def lines(self, words: Mapping[str, str], width: int) -> list[str]:
        """The question, then the names and what was typed, each with its number."""
        keep = fill(words["plain.names.keep"], {"typed": self.typed})
        numbered = [*((str(i), name) for i, name in enumerate(self.names, 1)), (KEEP, keep)]
        said = [line for number, text in numbered for line in wrap(text, width, f"{number}. ", "")]
        return [*wrap(words["plain.names"], width), *said]

    def prompt(self, words: Mapping[str, str], width: int) -> list[str]:
        """The lines before the cursor: Enter alone keeps what was typed."""
        return keep_prompt(self.typed, words, width)

    def read(self, raw: str, words: Mapping[str, str]) -> Event | Aside | Misread | Instead:
        """What the line after the names means."""
        said = fold(raw)
        if said in {"", KEEP, fold(self.typed)}:
            return Meant(self.typed)
        if is_number(said):
            if len(said) < 3 and 0 < int(said) <= len(self.names):
                return Meant(self.names[int(said) - 1])
            return Misread("plain.names.number", {"last": str(len(self.names))})
        match read_line(raw, self.screen, words):
            case Given():
                more = said.startswith(fold(self.typed)) or said in map(fold, self.names)
                return Instead(raw, keeps=self.screen.empty and not more)
            case meaning:
                return meaning
