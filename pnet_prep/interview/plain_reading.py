"""What one typed line means at a screen: an answer, a command, or not yet clear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pnet_prep.engine.reading import too_long
from pnet_prep.engine.text import accept, accept_line
from pnet_prep.interview.answering import empty_event, event_of, rows, spoken_row
from pnet_prep.interview.commands import COMMANDS, SLASH, Aside, as_words, command
from pnet_prep.interview.plain_choices import (
    Listed,
    Misread,
    alike,
    fold,
    is_number,
    read_many,
    read_one,
)
from pnet_prep.model.interview import Ask, Given, Quit
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.interview.answering import Row
    from pnet_prep.model.interview import Event, Screen


END_OF_TEXT = "."
"""A line of its own that ends a long text, and by habit a short one: never an answer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One more line of a long text, or several that were pasted."""

    text: str


def read_line(raw: str, screen: Screen, words: Mapping[str, str]) -> Event | Aside | Misread:
    """What the line means; ``raw`` may hold bytes that were not decoded (surrogateescape)."""
    typed = accept_line(raw)
    if (commanded := command(typed, screen)) is not None:
        return commanded
    said = as_words(typed)
    if not said or (screen.ask is Ask.LINE and said == END_OF_TEXT):
        return empty_event(screen, words) or Misread(f"plain.empty.{screen.ask.value}")
    match screen.ask:
        case Ask.NOTHING:
            return Misread("plain.empty.nothing")
        case Ask.ONE:
            return _one(said, screen, words)
        case Ask.MANY:
            return _many(said, screen, words)
        case Ask.LINE | Ask.LONG:
            spoken = spoken_row(said, screen, words)
            return Given(said) if spoken is None else event_of((spoken,))


def read_text_line(
    raw: str, written: tuple[str, ...], screen: Screen, words: Mapping[str, str]
) -> Event | Aside | Misread | Line:
    """What a line means inside a long text, after the lines already ``written``.

    ``raw`` holds several lines where they came together, as in a paste. Commands that would leave
    unsaved lines behind are refused; a single dot ends the text.
    """
    if "\n" in raw:
        return _pasted_lines(raw.split("\n"), written)
    ended = raw.strip() == END_OF_TEXT
    if written and ended:
        return whole_text(written)
    if not written:
        meaning = read_line("" if ended else raw, screen, words)
        typed = not ended and raw.strip()
        return Line(as_words(raw)) if typed and isinstance(meaning, Given) else meaning
    match command(raw, screen):
        case None:
            return Line(as_words(raw))
        case Aside() | Quit() as harmless:
            return harmless
        case _:
            return Misread("plain.end_first")


def _pasted_lines(lines: list[str], written: tuple[str, ...]) -> Given | Line:
    """Lines that came at once: all of them words, and no commands; a dot may end the last."""
    texts = tuple(map(as_words, lines))
    if texts[-1].strip() == END_OF_TEXT:
        return whole_text((*written, *texts[:-1]))
    return Line("\n".join(texts))


def whole_text(written: tuple[str, ...]) -> Given:
    """The lines as one answer."""
    return Given(accept("\n".join(written)).strip())


def too_much(meaning: object, written: tuple[str, ...]) -> str:
    """The words of a line that an answer cannot hold behind those ``written``; else empty."""
    match meaning:
        case Line(text) if too_long("\n".join((*written, text))):
            return text
        case Given(text) if too_long(text):
            return text
    return ""


def _one(said: str, screen: Screen, words: Mapping[str, str]) -> Event | Misread:
    if (spoken := spoken_row(said, screen, words)) is not None:
        return event_of((spoken,))
    offered = rows(screen, words)
    listed = _listed(offered, screen, words)
    match read_one(said, listed):
        case int(position):
            return event_of((list(offered)[position],))
        case Misread("plain.no_match") if screen.words_too and not is_number(said):
            return Given(said)
        case Misread("plain.no_match") if screen.adds and _may_be_added(said):
            return Given(said)
        case Misread("plain.no_match") as misread:
            several = isinstance(found := read_many(said, listed), tuple) and len(found) > 1
            return Misread("plain.only_one") if several else _or_alike(misread, listed)
        case misread:
            return misread


def _may_be_added(said: str) -> bool:
    """Whether words typed at a list are one more entry: not "help", and no marks alone."""
    return any(map(str.isalpha, said)) and SLASH + fold(said) not in COMMANDS


def _many(said: str, screen: Screen, words: Mapping[str, str]) -> Event | Misread:
    if (spoken := spoken_row(said, screen, words)) is not None:
        return event_of((spoken,))
    offered = rows(screen, words)
    listed = _listed(offered, screen, words)
    match read_many(said, listed):
        case Misread("plain.no_match") if screen.words_too:
            return Given(said)
        case Misread() as misread:
            return _or_alike(misread, listed)
        case ():
            return Misread("plain.empty.many")
        case positions:
            placed = positions if screen.ordered else sorted(positions)
            chosen = tuple(list(offered)[position] for position in placed)
            return _allowed(chosen, offered, screen) or event_of(chosen)


def _or_alike(misread: Misread, listed: Listed) -> Misread:
    """What was not found, with the numbers of what it may have meant: offered, never taken."""
    if misread.word != "plain.no_match" or not (near := alike(misread.slots["typed"], listed)):
        return misread
    return Misread("plain.alike", {**misread.slots, "choices": listed.numbered(near)})


def _allowed(chosen: tuple[Row, ...], offered: dict[Row, str], screen: Screen) -> Misread | None:
    """Why these cannot be chosen together; ``None`` when they can."""
    alone = [one for one in chosen if isinstance(one, NonAnswer) or one in screen.exclusive]
    if alone and len(chosen) > 1:
        return Misread("plain.alone", {"choice": offered[alone[0]]})
    if screen.at_most and len(chosen) > screen.at_most:
        return Misread("plain.too_many", {"count": str(screen.at_most)})
    return None


def _listed(offered: dict[Row, str], screen: Screen, words: Mapping[str, str]) -> Listed:
    called = {row for _, row in screen.also if isinstance(row, str)} if screen.adds else ()
    return Listed(
        tuple(offered.values()),
        whole_words=screen.words_too or bool(screen.adds),
        joiner=words["plain.and"],
        whole=frozenset(i for i, row in enumerate(offered) if row in called),
        no=frozenset(map(fold, words["also.no"].split(";"))),
    )
