"""What stands around the field where an answer is given: question above, keys below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Layout, Window

from pnet_prep.engine.fill import fill
from pnet_prep.interview.commands import COMMAND_OF
from pnet_prep.interview.terminal.say import (
    BLANK,
    MARGIN,
    Styled,
    columns,
    drawn,
    notice_lines,
    rows,
)
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

COMFORT = 7
"""With fewer rows left for the field, the words around it become fewer."""


Around = tuple[list[Styled], list[Styled]]
"""The lines above a field and those below it."""


@dataclass
class Panel:
    """The words around a field.

    ``message`` says what to do after a key that did nothing; ``more`` that a list goes on below;
    ``tallest`` how many rows the field needs to show the line pointed at whole. ``kept`` are rows
    of what was said just before: they stay in sight as long as the field is comfortable.
    """

    words: Mapping[str, str]
    heading: str
    text: str
    now: str
    hints: str
    short_hints: str
    message: str = ""
    more: bool = False
    tallest: int = LEAST_ROOM
    kept: int = 0
    _known: tuple[tuple[int | str, ...], Around] = ((), ([], []))

    @classmethod
    def of(cls, screen: Screen, words: Mapping[str, str], now: str) -> Self:
        """The panel of a screen; ``now`` is the earlier answer where the field does not show it."""
        kind = screen.ask.value
        in_text = screen.ask in {Ask.LINE, Ask.LONG}
        helps = "" if screen.ask is Ask.NOTHING else "key.hints.help"
        if in_text:
            helps = "key.hints.help_in_text"
        offers = words["key.hints.suggest"] if screen.suggest else ""
        hints = [
            words[f"key.hints.{kind}"],
            offers,
            words["key.hints.back"] if screen.can_go_back else "",
            words["key.hints.leave"],
            words[helps] if helps else "",
            *(("/who", "/later") if in_text and screen.beside else ()),
            *(COMMAND_OF[how] for how in screen.non_answers if in_text),
        ]
        return cls(
            words=words,
            heading=screen.heading,
            text="" if screen.ask is Ask.NOTHING else screen.text,
            now=fill(words["key.now"], {"answer": now}) if now else "",
            hints=HINT_JOINT.join(filter(None, hints)),
            short_hints=HINT_JOINT.join(filter(None, [offers, words[f"key.hints.{kind}.short"]])),
            kept=len(notice_lines(screen.notices, columns())),
        )

    def complain(self, word: str, **slots: str) -> None:
        """Say this sentence under the field; none for an empty id."""
        self.message = fill(self.words[word], slots) if word else ""

    def above(self) -> list[Styled]:
        """What the answer is about, the question, and the earlier answer."""
        return self._arranged()[0]

    def below(self) -> list[Styled]:
        """The message and the keys."""
        return self._arranged()[1]

    def room(self) -> int:
        """Rows that are left for the field."""
        free = rows() - self.height
        kept = min(self.kept, free - max(COMFORT, self.tallest))
        return max(free - max(kept, 0), 1)

    def cuts(self, tallest: int) -> bool:
        """Whether the question is too long to stand whole above a line of so many rows."""
        short = _packed(self.short_hints, columns())
        return rows() < len(_styled("class:label", self.text)) + tallest + len(short)

    @property
    def height(self) -> int:
        """Rows above and below the field."""
        above, below = self._arranged()
        return len(above) + len(below)

    def _arranged(self) -> Around:
        """As much as leaves the field its rows, made anew only where something has changed."""
        now = rows(), columns(), self.message, self.more, self.tallest
        if self._known[0] != now:
            self._known = now, self._made()
        return self._known[1]

    def _made(self) -> Around:
        """The question and the shortest keys go last."""
        heading, label, now = (
            _styled("class:heading", self.heading),
            _styled("class:label", self.text),
            _styled("class:now", self.now),
        )
        more = "" if self.message or not self.more else self.words["key.more"]
        message, below = _styled("class:message", self.message), _styled("class:message", more)
        full, short = (_packed(hints, columns()) for hints in (self.hints, self.short_hints))
        for above, under, room in (
            ([BLANK, *heading, *label, *now], [BLANK, *message, *below, *full], COMFORT),
            ([*heading, *label, *now], [*message, *below, *short], self.tallest),
            ([*heading, *label], [*message, *short], self.tallest),
        ):
            if rows() - len(above) - len(under) >= max(room, self.tallest):
                return above, under
        under = [*message, *short]
        return label[: max(rows() - len(under) - self.tallest, 1)], under

    def around(self, field: AnyContainer, focus: FocusableElement) -> Layout:
        """A layout of question, field and keys; texts are wrapped anew when the size changes."""
        return Layout(HSplit([window(self.above), field, window(self.below)]), focus)


def _packed(hints: str, width: int) -> list[Styled]:
    """Hints in lines; none of them is broken as long as it fits a line."""
    lines: list[str] = []
    for hint in hints.split(HINT_JOINT):
        joined = lines[-1] + HINT_JOINT + hint if lines else ""
        if joined and cells(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(hint, width, MARGIN)
    return [("class:hint", line) for line in lines]


def _styled(style: str, text: str) -> list[Styled]:
    return [(style, line) for line in wrap(text, columns(), MARGIN)] if text else []


def window(lines: Callable[[], list[Styled]]) -> Window:
    """A window as high as the lines, which are asked for whenever it is drawn."""

    def tokens() -> StyleAndTextTuples:
        text: StyleAndTextTuples = []
        for style, line in lines():
            text += [(style, drawn(line)), ("", "\n")]
        return text[:-1]

    def height() -> Dimension:
        return Dimension.exact(len(lines()))

    return Window(FormattedTextControl(tokens), height=height, dont_extend_height=True)
