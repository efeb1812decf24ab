"""Printing above the prompt: what stays readable when the terminal is scrolled back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.shortcuts import print_formatted_text

from pnet_prep.engine.text import show
from pnet_prep.interview.answering import said_words
from pnet_prep.interview.terminal.style import STYLE
from pnet_prep.interview.wrapping import cells, wrap
from pnet_prep.model.interview import Ask, Chosen, Given

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pnet_prep.model.interview import Event, Notice, Screen

Styled = tuple[str, str]
"""A style class and a text that was made safe to show; never markup."""

BLANK: Styled = ("", "")
MARGIN = " "
BAR = "▌ "
DONE = "✔ "
LONGEST_ECHO = 240
"""Characters of an answer that are echoed; long texts are seen whole while they are written."""


def columns() -> int:
    """How many columns may be written to."""
    return get_app_session().output.get_size().columns - 1


def rows() -> int:
    """How many rows the terminal shows."""
    return get_app_session().output.get_size().rows


def say(lines: Iterable[Styled]) -> None:
    """Print lines, each with its style; the margin before a line has none."""
    text = FormattedText([run for style, line in lines for run in _runs(style, line)])
    if text:
        print_formatted_text(text, style=STYLE, end="")


def _runs(style: str, line: str) -> Iterable[Styled]:
    bare = line.lstrip(MARGIN)
    return ("", line.removesuffix(bare)), (style, f"{bare}\n")


def drawn(line: str) -> str:
    """A line as it is put into a window: prompt_toolkit draws a mark at the very end twice."""
    return f"{line} " if line and not cells(line[-1]) else line


def part_lines(part: str, width: int) -> list[Styled]:
    """The head of a part, with room above it."""
    lines = [("class:part", line) for line in wrap(part, width, MARGIN)]
    return [BLANK, *lines] if part else []


def notice_lines(notices: Iterable[Notice], width: int) -> list[Styled]:
    """Notices; urgent ones in bold behind a bar, with room above them."""
    said: list[Styled] = []
    for notice in notices:
        if notice.urgent:
            lines = wrap(notice.text, width, MARGIN + BAR, MARGIN + BAR)
            said += [BLANK, *(("class:urgent", line) for line in lines)]
        else:
            said += text_lines(notice.text, width)
    return said


def text_lines(text: str, width: int) -> list[Styled]:
    """Running text."""
    return [("", line) for line in wrap(text, width, MARGIN)]


def transcript_lines(
    event: Event, screen: Screen, words: Mapping[str, str], width: int
) -> list[Styled]:
    """What was asked and answered, in one line where it fits; nothing for what is no answer."""
    said = show(_in_order(event, screen) or said_words(event, screen, words))
    if screen.ask is Ask.NOTHING or screen.private or not said:
        return []
    if isinstance(event, Given) and len(said) > LONGEST_ECHO:
        said = said[:LONGEST_ECHO].rstrip() + " …"
    asked = f"{screen.heading} · " * bool(screen.heading) + _first_sentence(screen.text)
    head = wrap(asked, width, MARGIN + DONE)
    if len(head) == 1 and cells(head[0]) + 2 + cells(said) <= width and "\n" not in said:
        return [("class:done", f"{head[0]}  {wrap(said, width)[0]}")]
    indent = MARGIN + " " * cells(DONE)
    answer = wrap(said, width, indent + "  ")
    return [("class:done", line) for line in [*head, *answer]]


def _in_order(event: Event, screen: Screen) -> str:
    """Several things that were put in an order, a numbered line each."""
    if not isinstance(event, Chosen) or not screen.ordered or len(event.ids) < 2:
        return ""
    texts = {choice.id: choice.text for choice in screen.choices}
    return "\n".join(f"{i}. {texts[one]}" for i, one in enumerate(event.ids, 1))


def _first_sentence(text: str) -> str:
    """Up to the first question mark, or else the first full stop that ends a sentence."""
    line = text.split("\n", maxsplit=1)[0]
    for end in ("? ", ". ", ": "):
        if end in line:
            return line[: line.index(end) + 1]
    return line
