"""What is pointed at and ticked in a list, and what each key does to it; no screen needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Self

from pnet_prep.interview.answering import (
    emptied_event,
    event_of,
    plainly,
    rows,
    spoken_row,
)
from pnet_prep.model.interview import Ask, Back, Chosen, Later, Speaker
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.interview.answering import Row
    from pnet_prep.model.interview import Event, Screen


NUMBER = "0123456789. "
"""What stands before the words of a numbered line."""

NO_LINE = "key.no_line"
"""The sentence for a typed word that is no line of the list."""

ADDS = "key.adds"
"""The same where such a word can be added to the list."""

WORDS = "key.words"
"""The same where it can be an answer in own words."""


PASTED = "\0\1"
"""Stands for the letters of a paste: no line begins like that."""


class Wish(Enum):
    """What is wanted instead of a row of the list."""

    OWN_WORDS = "own_words"
    COMMAND = "command"
    ADD = "add"
    HELP = "help"


OTHERS = (Wish, Back, Later, Speaker)
"""What a line can stand for that is no answer."""


class Line(NamedTuple):
    """One line of a list: a row that answers, or what else can be done."""

    stands_for: Row | Wish | Back | Later | Speaker
    text: str

    @property
    def answers(self) -> bool:
        """Whether choosing it is an answer."""
        return not isinstance(self.stands_for, OTHERS)


@dataclass
class ListState:
    """A list while it is shown. ``pointed`` is ``None`` until a key moves there.

    ``ticked`` are positions in the order of ticking; ``word`` is what was typed letter by letter.
    """

    screen: Screen
    lines: tuple[Line, ...]
    pointed: int | None
    ticked: tuple[int, ...]
    word: str = ""

    @classmethod
    def of(cls, screen: Screen, words: Mapping[str, str]) -> Self:
        """The list as it is first shown: at the earlier answer, or pointing nowhere."""
        lines = [
            Line(row, f"{i}. {text}" if screen.numbered else text)
            for i, (row, text) in enumerate(rows(screen, words).items(), 1)
        ]
        earlier = _earlier(screen, words)
        held = tuple(i for i, line in enumerate(lines) if line.stands_for in earlier)
        if screen.ask is Ask.NOTHING and not lines:
            lines = [Line("", words["key.go_on"])]
        if screen.words_too:
            lines.append(Line(Wish.OWN_WORDS, words["key.own_words"]))
        lines += [Line(event, text) for event, text in screen.beside if isinstance(event, OTHERS)]
        if screen.can_go_back:
            lines.append(Line(Back(), words["key.back"]))
        state = cls(screen, tuple(lines), None, ())
        if screen.ask is Ask.MANY:
            state.ticked = held
        elif screen.enter or screen.ask is Ask.NOTHING:
            state.pointed = state.place(screen.enter)
        elif held:
            state.pointed = held[0]
        elif screen.words_too and screen.current:
            state.pointed = state.place(Wish.OWN_WORDS)
        return state

    def place(self, wanted: Row | Wish) -> int | None:
        """Where a row stands."""
        places = (i for i, line in enumerate(self.lines) if line.stands_for == wanted)
        return next(places, None)

    def begin_at(self, typed: str) -> bool:
        """Point at the line that begins with words typed before; whether there is one."""
        self.pointed = self._beginning(typed.strip(), further=True)
        return self.pointed is not None

    def move(self, step: int) -> None:
        """Point so many lines further down (or up); around the ends only in single steps."""
        self.word = ""
        count = len(self.lines)
        if self.pointed is not None and abs(step) == 1:
            self.pointed = (self.pointed + step) % count
            return
        outside = -1 if step > 0 else count
        start = outside if self.pointed is None else self.pointed
        self.pointed = min(max(start + step, 0), count - 1)

    def spell(self, letter: str) -> str:
        """Point at a line that begins with the letters typed so far, or at none.

        The same letter again is the next line of that letter. Returns the id of a sentence where
        letters make a word that is no line: Enter then must not take what the word passed by.
        """
        self.word += letter
        if (place := self._beginning(self.word, further=len(self.word) == 1)) is None:
            place = self._called() if self._spelled else self._beginning(letter, further=True)
        if place is None and self._takes and not self._of_paste:
            self.pointed = None
            return self._takes
        if place is not None or len(self.word) == 1:
            self.pointed = self.pointed if place is None else place
            return ""
        self.pointed = None if self._spelled else self.pointed
        return NO_LINE if self._spelled else ""

    def _called(self) -> int | None:
        """The line that is called so: "uk", "dunno". A list that adds reads such words later."""
        said = plainly(self.word)
        also = () if self.screen.adds else self.screen.also
        row = next((row for name, row in also if plainly(name) == said), None)
        return None if row is None else self.place(row)

    @property
    def carries(self) -> bool:
        """Whether what was typed is no line, and is carried to where words are typed."""
        return bool(self._takes and self.word) and not self._of_paste and self.pointed is None

    @property
    def _of_paste(self) -> bool:
        """Whether what was typed goes on after letters that came together."""
        return self.word.startswith(PASTED)

    @property
    def _takes(self) -> str:
        """The sentence for such words; empty where the list takes none."""
        return ADDS if self.screen.adds else WORDS if self.screen.words_too else ""

    def shorten(self) -> str:
        """Take the last letter back from what is to be carried."""
        self.word = self.word[:-1] if self.carries else self.word
        return self._takes if self.carries else ""

    def pasted(self, line: str = "") -> str:
        """Point nowhere: a key that follows a paste must not take what its first letter found.

        A whole ``line`` that a terminal marks as pasted is taken where the list takes words.
        """
        if self._takes and line:
            self.word, self.pointed = line, None
            return self._takes
        self.word = PASTED
        if self.screen.ask is not Ask.NOTHING:
            self.pointed = None
        return "key.pasted"

    @property
    def _spelled(self) -> bool:
        """Whether a word was typed, not one letter to move by."""
        return len(set(self.word.casefold())) > 1

    def _beginning(self, start: str, *, further: bool) -> int | None:
        """The next line that begins like this, from the one pointed at on or after it."""
        start = start.casefold()
        count = len(self.lines)
        first = -1 if self.pointed is None else self.pointed - (not further)
        places = ((first + step) % count for step in range(1, count + 1))
        return next((place for place in places if self._begins(place, start)), None)

    def _begins(self, place: int, start: str) -> bool:
        text = self.lines[place].text.casefold()
        numbered = self.screen.numbered and text.lstrip(NUMBER).startswith(start)
        return numbered or text.startswith(start)

    def tick(self) -> str:
        """Tick or untick the line pointed at. Returns the id of a sentence if that cannot be."""
        if self.carries:
            self.word += " "
            return self._takes
        if self.word and (self.pointed is None or not self.word.endswith(" ")):
            return self._spell_on()
        self.word = ""
        if self.pointed is None:
            return "key.point_first"
        if self.screen.ask is not Ask.MANY or not self.lines[self.pointed].answers:
            return "key.enter_chooses"
        if self.pointed in self.ticked:
            self.ticked = tuple(i for i in self.ticked if i != self.pointed)
            return ""
        if self._alone(self.pointed):
            self.ticked = (self.pointed,)
            return ""
        others = tuple(i for i in self.ticked if not self._alone(i))
        if self.screen.at_most and len(others) >= self.screen.at_most:
            return "key.at_most"
        self.ticked = (*others, self.pointed)
        return ""

    def _spell_on(self) -> str:
        """A space after letters belongs to them, however late it comes; a second one ticks."""
        self.word += " "
        further = self._beginning(self.word, further=False)
        self.pointed = self.pointed if further is None else further
        if self.pointed is None:
            return NO_LINE
        if self.screen.ask is Ask.MANY:
            return "key.space_again"
        return "key.enter_chooses" if further is None else ""

    @property
    def _unticked(self) -> bool:
        """Whether a line is pointed at that Space would tick."""
        place = self.pointed
        can_be = self.screen.ask is Ask.MANY and place is not None and self.lines[place].answers
        return can_be and place not in self.ticked

    def _alone(self, place: int) -> bool:
        row = self.lines[place].stands_for
        return isinstance(row, NonAnswer) or row in self.screen.exclusive

    def enter(self) -> Event | Wish | str:
        """What Enter gives; the id of a sentence where it takes nothing."""
        if self.carries:
            return Wish.ADD if self.screen.adds else Wish.OWN_WORDS
        spelled, self.word = self._spelled, ""
        if spelled and self.pointed is None:
            return NO_LINE
        if spelled and self._unticked:
            return "key.tick_first"
        match None if self.pointed is None else self.lines[self.pointed].stands_for:
            case Wish() | Back() | Later() | Speaker() as other:
                return other
            case _ if self.screen.ask is Ask.MANY:
                return self._enter_ticked()
            case None:
                return "key.point_first"
            case "":
                return Chosen(())
            case row:
                return event_of((row,))

    def _enter_ticked(self) -> Event | str:
        places = self.ticked if self.screen.ordered else sorted(self.ticked)
        if places:
            rows_ticked = (self.lines[i].stands_for for i in places)
            return event_of(tuple(r for r in rows_ticked if not isinstance(r, OTHERS)))
        if self.screen.enter:
            return Chosen((self.screen.enter,))
        return emptied_event(self.screen) or "key.tick_first"


def _earlier(screen: Screen, words: Mapping[str, str]) -> set[Row]:
    chosen: set[Row] = {choice.id for choice in screen.choices if choice.chosen}
    spoken = spoken_row(screen.current, screen, words)
    return chosen if chosen or spoken is None else {spoken}
