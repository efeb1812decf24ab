"""What Enter means in a field of text; no screen needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from pnet_prep.engine.text import accept, accept_line
from pnet_prep.interview.answering import emptied_event, empty_event, event_of, spoken_row
from pnet_prep.interview.commands import SLASH, Aside, as_typed, as_words, command
from pnet_prep.model.interview import Ask, Given, Move, Quit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.model.interview import Event, Screen


class Unsaved(Move):
    """Going elsewhere was asked for while the field holds words that are not saved."""

    __slots__ = ()


class TextState(NamedTuple):
    """A field of text.

    ``prefilled`` is the earlier answer, as it would be typed; ``written`` is what stands in the
    field when it is shown.
    """

    screen: Screen
    words: Mapping[str, str]
    prefilled: str
    written: str

    @classmethod
    def of(cls, screen: Screen, words: Mapping[str, str]) -> Self:
        """The field with the earlier answer in it, unless Enter there means something else."""
        spoken = spoken_row(screen.current, screen, words)
        own = "" if screen.enter or spoken else as_typed(accept(screen.current))
        own = own if screen.ask is Ask.LONG else own.replace("\n", " ")
        return cls(screen, words, own, own)

    def enter(self, typed: str) -> Event | Aside | None:
        """What a whole line, or a whole text, is as an answer; ``None``: nothing was typed."""
        if self.screen.ask is Ask.LINE:
            line = accept_line(typed)
            if (commanded := command(line, self.screen)) is not None:
                return commanded
            said = as_words(line)
        else:
            said = self.text(typed).text
        if said:
            spoken = spoken_row(said, self.screen, self.words)
            return Given(said) if spoken is None else event_of((spoken,))
        if self.prefilled:
            return emptied_event(self.screen)
        return empty_event(self.screen, self.words)

    def text(self, typed: str) -> Given:
        """All lines of a long text as one answer."""
        return Given(accept("\n".join(map(as_words, typed.split("\n")))).strip())

    def command_in(self, line: str, others: str) -> Event | Aside | Unsaved | None:
        """What a line of a long text commands, ``others`` being all the other lines."""
        found = command(line, self.screen)
        if found is None or isinstance(found, Aside | Quit) or not self.changed(others):
            return found
        return Unsaved()

    def changed(self, typed: str) -> bool:
        """Whether these words would be lost by leaving."""
        return typed.strip() not in {"", self.prefilled.strip()}


def is_command_line(line: str) -> bool:
    """Whether a line begins as a command does."""
    return line.startswith(SLASH) and not line.startswith(SLASH * 2)
