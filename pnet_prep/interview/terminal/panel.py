"""What stands around the field where an answer is given: question above, keys below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Layout, Window

from pnet_prep.engine.fill import fill
from pnet_prep.interview.commands import COMMAND_OF
from pnet_prep.interview.terminal.say import BLANK, MARGIN, Styled, columns, rows
from pnet_prep.interview.wrapping import cells, wrap
from pnet_prep.model.interview import Ask

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.layout import AnyContainer
    from prompt_toolkit.layout.layout import FocusableElement

    from pnet_prep.model.interview import Screen

HINT_JOINT = " · "
LEAST_ROOM = 3
"""Rows the field keeps on the smallest screens."""

COMFORT = 6
"""Below so many rows for the field, the hints become short."""


@dataclass
class Panel:
    """The words around a field.

    ``message`` says what to do after a key that did nothing; ``more`` that a list goes on below.
    """

    words: Mapping[str, str]
    heading: str
    text: str
    now: str
    hints: str
    short_hints: str
    message: str = ""
    more: bool = False

    @classmethod
    def of(cls, screen: Screen, words: Mapping[str, str], now: str) -> Self:
        """The panel of a screen; ``now`` is the earlier answer where the field does not show it."""
        kind = screen.ask.value
        other = HINT_JOINT.join(
            COMMAND_OF[how] for how in screen.non_answers if screen.ask in {Ask.LINE, Ask.LONG}
        )
        return cls(
            words=words,
            heading=screen.heading,
            text="" if screen.ask is Ask.NOTHING else screen.text,
            now=fill(words["key.now"], {"answer": now}) if now else "",
            hints=HINT_JOINT.join(filter(None, [words[f"key.hints.{kind}"], other])),
            short_hints=words[f"key.hints.{kind}.short"],
        )

    def complain(self, word: str, **slots: str) -> None:
        """Say this sentence under the field; none for an empty id."""
        self.message = fill(self.words[word], slots) if word else ""

    def above(self) -> list[Styled]:
        """What the answer is about, the question, and the earlier answer; cut on tiny screens."""
        lines = self._question()
        if self._small():
            return lines[: max(rows() - len(self.below()) - LEAST_ROOM, 1)]
        return [BLANK, *lines]

    def below(self) -> list[Styled]:
        """The message and the keys, in few rows where the screen has few."""
        return self._keys(self.short_hints) if self._small() else self._full_keys()

    def room(self) -> int:
        """Rows that are left for the field."""
        return max(rows() - len(self.above()) - len(self.below()), LEAST_ROOM)

    @property
    def height(self) -> int:
        """Rows above and below the field."""
        return len(self.above()) + len(self.below())

    def _small(self) -> bool:
        return rows() - len(self._question()) - len(self._full_keys()) <= COMFORT

    def _question(self) -> list[Styled]:
        width = columns()
        lines = [("class:heading", line) for line in _wrapped(self.heading, width)]
        lines += [("class:label", line) for line in _wrapped(self.text, width)]
        return lines + [("class:now", line) for line in _wrapped(self.now, width)]

    def _full_keys(self) -> list[Styled]:
        return [BLANK, *self._keys(self.hints)]

    def _keys(self, hints: str) -> list[Styled]:
        width = columns()
        below = self.message or (self.words["key.more"] if self.more else "")
        said = [("class:message", line) for line in _wrapped(below, width)]
        return said + [("class:hint", line) for line in packed(hints, width)]

    def around(self, field: AnyContainer, focus: FocusableElement) -> Layout:
        """A layout of question, field and keys; texts are wrapped anew when the size changes."""
        return Layout(HSplit([_window(self.above), field, _window(self.below)]), focus)


def packed(hints: str, width: int) -> list[str]:
    """Hints in lines; none of them is broken as long as it fits a line."""
    lines: list[str] = []
    for hint in hints.split(HINT_JOINT):
        joined = lines[-1] + HINT_JOINT + hint if lines else ""
        if joined and cells(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(hint, width, MARGIN)
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, MARGIN) if text else []


def _window(lines: Callable[[], list[Styled]]) -> Window:
    def tokens() -> StyleAndTextTuples:
        text: StyleAndTextTuples = []
        for style, line in lines():
            text += [(style, line), ("", "\n")]
        return text[:-1]

    def height() -> Dimension:
        return Dimension.exact(len(lines()))

    return Window(FormattedTextControl(tokens), height=height, dont_extend_height=True)
