"""What a screen accepts, in the order it is offered, and what an empty line means there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.interview import Ask, Chosen, Given, Passed
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.model.interview import Event, Screen

Row = str | NonAnswer
"""What one line of a list stands for: the id of a choice, or a non-answer."""

JOINT = "; "


def rows(screen: Screen, words: Mapping[str, str]) -> dict[Row, str]:
    """All that can be chosen, with its text: the choices, then what may be said instead."""
    choices: dict[Row, str] = {choice.id: choice.text for choice in screen.choices}
    return choices | {how: words[f"choose.{how.value}"] for how in screen.non_answers}


def event_of(chosen: tuple[Row, ...]) -> Chosen | Passed:
    """The event for rows of a list; a non-answer stands alone."""
    if len(chosen) == 1 and isinstance(chosen[0], NonAnswer):
        return Passed(chosen[0])
    return Chosen(tuple(row for row in chosen if isinstance(row, str)))


def current_words(screen: Screen) -> str:
    """The earlier answer in words, from the screen or from the choices marked there."""
    return screen.current or JOINT.join(c.text for c in screen.choices if c.chosen)


def current_event(screen: Screen, words: Mapping[str, str]) -> Event | None:
    """What was answered earlier, to be kept; chosen things in the order of the choices."""
    if chosen := tuple(choice.id for choice in screen.choices if choice.chosen):
        return Chosen(chosen)
    if (row := spoken_row(screen.current, screen, words)) is not None:
        return event_of((row,))
    if screen.current and (screen.words_too or screen.ask in {Ask.LINE, Ask.LONG}):
        return Given(screen.current)
    return None


def empty_event(screen: Screen, words: Mapping[str, str]) -> Event | None:
    """What an empty line means: the harmless choice, the earlier answer, or nothing at all."""
    if screen.enter:
        return Chosen((screen.enter,))
    if screen.ask is Ask.NOTHING:
        return Chosen(())
    return current_event(screen, words) or emptied_event(screen)


def emptied_event(screen: Screen) -> Event | None:
    """What it means that an earlier answer was taken away and nothing put in its place."""
    if not screen.empty:
        return None
    return Given("") if screen.ask in {Ask.LINE, Ask.LONG} else Chosen(())


def spoken_row(text: str, screen: Screen, words: Mapping[str, str]) -> Row | None:
    """What these whole words stand for, such as "Not sure"; ``None`` where they are an answer."""
    said = plainly(text)
    named = [(words[f"choose.{how.value}"], how) for how in screen.non_answers]
    return next(
        (row for name, row in (*named, *reversed(screen.also)) if plainly(name) == said), None
    )


_LEFT_OUT = str.maketrans("", "", "'’.")


def plainly(text: str) -> str:
    """A line without what people leave out when they type: "dont know" for "don't know"."""
    return text.casefold().translate(_LEFT_OUT).strip()


def said_words(event: Event, screen: Screen, words: Mapping[str, str]) -> str:
    """An answer in words, as an echo; empty for what is no answer."""
    match event:
        case Chosen(ids):
            texts = {choice.id: choice.text for choice in screen.choices}
            return JOINT.join(texts[one] for one in ids if one in texts)
        case Passed(how):
            return words[f"choose.{how.value}"]
        case Given(text):
            return text
        case _:
            return ""
