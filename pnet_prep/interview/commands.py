"""What can be typed at the start of a line instead of an answer, and the slash as a letter.

A bare word is always an answer ("back" is where it hurts); a command starts with one slash, and
two slashes stand for a slash that belongs to the text.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from pnet_prep.model.interview import Ask, Back, Chosen, GoTo, Later, Passed, Quit, Speaker
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pnet_prep.model.interview import Event, Screen

SLASH: Final = "/"
HELP: Final = "?"
"""Asks for help at a list; in a field of text it is an answer."""

EDIT: Final = r"/?edit\s+(\d{1,4})"
"""Opens a numbered line, with or without the slash: no such line is answered in words."""


class Aside(Enum):
    """A command the front end answers by itself; the interview does not move."""

    HELP = "help"
    MORE = "more"
    LIST = "list"
    UNKNOWN = "unknown"
    NOT_HERE = "not_here"
    FIRST = "first"
    NO_LINE = "no_line"
    EDITOR = "editor"


COMMANDS: Final[Mapping[str, Event | Aside]] = {
    "/back": Back(),
    "/skip": Passed(NonAnswer.SKIPPED),
    "/notsure": Passed(NonAnswer.NOT_SURE),
    "/rathernot": Passed(NonAnswer.DECLINED),
    "/later": Later(),
    "/who": Speaker(),
    "/quit": Quit(),
    "/parts": GoTo("parts"),
    "/review": GoTo("review"),
    "/questions": GoTo("questions"),
    "/help": Aside.HELP,
    "/more": Aside.MORE,
    "/list": Aside.LIST,
    "/editor": Aside.EDITOR,
}
COMMAND_OF: Final = {
    NonAnswer.NOT_SURE: "/notsure",
    NonAnswer.SKIPPED: "/skip",
    NonAnswer.DECLINED: "/rathernot",
}


def command(line: str, screen: Screen) -> Event | Aside | None:
    """What the line commands at this screen; ``None`` when it is no command but an answer."""
    typed = line.strip()
    if screen.numbered and (edited := re.fullmatch(EDIT, typed, re.IGNORECASE)):
        return _line_of(int(edited[1]), screen)
    if typed == HELP and screen.ask in {Ask.ONE, Ask.MANY}:
        return Aside.HELP
    if not typed.startswith(SLASH) or typed.startswith(SLASH * 2):
        return None
    match COMMANDS.get(typed.casefold(), Aside.UNKNOWN):
        case Passed(how) if how not in screen.non_answers:
            return Aside.NOT_HERE
        case Aside.EDITOR if screen.ask is not Ask.LONG:
            return Aside.NOT_HERE
        case Speaker() | GoTo() | Later() if screen.ask is Ask.NOTHING:
            return Aside.NOT_HERE
        case Back() if not screen.can_go_back:
            return Aside.FIRST
        case found:
            return found


def named_in_help(screen: Screen) -> Iterator[str]:
    """The ids of the sentences that name the commands: only what works at this screen."""
    if screen.ask is Ask.NOTHING:
        yield "command.quit"
        return
    if len(screen.non_answers) == len(COMMAND_OF):
        yield "command.answers"
    elif NonAnswer.SKIPPED in screen.non_answers:
        yield "command.skip"
    if screen.non_answers:
        yield "command.later"
    yield "command.people"
    yield "command.places"
    if screen.can_drop:
        yield "command.questions"
    if screen.ask is Ask.LONG:
        yield "command.editor"


def _line_of(number: int, screen: Screen) -> Event | Aside:
    """The choice with this number, counted from 1 as the list shows it."""
    if 1 <= number <= len(screen.choices):
        return Chosen((screen.choices[number - 1].id,))
    return Aside.NO_LINE


def as_words(line: str) -> str:
    """The line as an answer: two slashes at its start become one."""
    return line[1:] if line.startswith(SLASH * 2) else line


def as_typed(text: str) -> str:
    """An earlier answer as it would have to be typed: the inverse of `as_words`, line by line."""
    return "\n".join(SLASH + line if line.startswith(SLASH) else line for line in text.split("\n"))
