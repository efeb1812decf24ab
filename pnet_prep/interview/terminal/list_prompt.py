"""Choosing one or several from a list: questionary's list with keys and layout of our own.

questionary's own keys tick everything on "a", move on "j" and take the first line on a stray
Enter; here only an arrow or a single letter moves the pointer, and only Space ticks. Its `select`
would set up two more prompts around the list, of which nothing is shown here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.layout import (
    ConditionalMargin,
    Dimension,
    ScrollbarMargin,
    Window,
)
from questionary.prompts.common import InquirerControl
from questionary.styles import merge_styles_default

from pnet_prep.interview.terminal.list_keys import list_keys
from pnet_prep.interview.terminal.say import columns, drawn
from pnet_prep.interview.terminal.style import STYLE
from pnet_prep.interview.wrapping import cells, wrap
from pnet_prep.model.interview import Ask

if TYPE_CHECKING:
    from pnet_prep.interview.terminal.list_state import ListState, Wish
    from pnet_prep.interview.terminal.panel import Panel
    from pnet_prep.model.interview import Event

POINTER = "❯"
POINTER_WIDTH = 3
"""Cells before each line: questionary puts a space on either side of the pointer."""

SCROLLBAR_WIDTH = 1
NOWHERE = -1
"""A place no line has, so that no line shows the pointer."""


class ListPrompt:
    """One list on the screen, until a key ends it."""

    def __init__(self, state: ListState, panel: Panel) -> None:
        self.state = state
        self.panel = panel
        self._inside: tuple[int | None, int] = (None, 0)
        self._control = self._list()
        self.app: Application[Event | Wish] = Application(
            layout=panel.around(self._window(), self._control),
            key_bindings=list_keys(self),
            style=merge_styles_default([STYLE]),
            erase_when_done=True,
        )
        self.app.before_render += lambda _: self.refresh()
        self._question = questionary.Question(self.app)

    def ask(self) -> Event | Wish:
        """Show the list and wait. Raises ``EOFError`` where input has ended."""
        answered: Event | Wish = self._question.unsafe_ask()
        return answered

    def move(self, step: int) -> None:
        """Point further down (or up): first to the rest of a line too long for the screen."""
        place, passed = self.state.pointed, self._passed()
        hidden = 0 if place is None else len(self._wrapped(place)) - passed - self.panel.room()
        if step == 1 and hidden > 0:
            self._inside = (place, passed + self.panel.room())
        elif step == -1 and passed:
            self._inside = (place, max(passed - self.panel.room(), 0))
        else:
            self.state.move(step)

    def refresh(self) -> None:
        """Bring what is drawn in line with the state and with the width of the terminal."""
        if self.state.pointed != self._inside[0]:
            self._inside = (self.state.pointed, 0)
        places = self._places()
        pointed = self.state.pointed
        last = len(places) - 1
        self.panel.tallest = len(self._wrapped(pointed or 0))
        self.panel.more = self._rows() > self.panel.room() and pointed != last
        self._control.pointed_at = NOWHERE if pointed is None else places[pointed]
        for place, choice in zip(places, self._titles(), strict=True):
            self._control.choices[place].title = choice

    @property
    def cuts_question(self) -> bool:
        """Whether the whole question cannot be seen beside every line, so that it is told first."""
        return self.panel.cuts(
            max(len(self._wrapped(place)) for place in range(len(self.state.lines)))
        )

    @property
    def height(self) -> int:
        """Rows the whole prompt takes."""
        return self.panel.height + min(self._rows(), self.panel.room())

    def _list(self) -> InquirerControl:
        control = InquirerControl(self._choices(), pointer=POINTER, use_indicator=False)
        # The cursor stands on the line pointed at, where a screen reader looks for it.
        control.focusable = Always()
        return control

    def _window(self) -> Window:
        scrolls = Condition(lambda: self._rows() > self.panel.room())
        bar = ConditionalMargin(ScrollbarMargin(display_arrows=True), scrolls)
        return Window(
            self._control,
            height=lambda: Dimension(preferred=self._rows(), max=self.panel.room()),
            right_margins=[bar],
            get_vertical_scroll=self._scrolled,
            dont_extend_height=True,
        )

    def _choices(self) -> list[questionary.Choice]:
        """The lines, with an empty one before what is no choice of the question itself."""
        listed: list[questionary.Choice] = []
        for place, line in enumerate(self.state.lines):
            if place == self._own_choices() and place:
                listed.append(questionary.Separator(" "))
            listed.append(questionary.Choice(line.text, value=place))
        return listed

    def _own_choices(self) -> int:
        return len(self.state.screen.choices)

    def _places(self) -> list[int]:
        """Where each line stands among questionary's choices."""
        own = self._own_choices()
        return [place + (place >= own > 0) for place in range(len(self.state.lines))]

    def _titles(self) -> list[list[tuple[str, str]]]:
        return [
            [(self._style(place), "\n".join(map(drawn, self._shown(place))))]
            for place in range(len(self.state.lines))
        ]

    def _wrapped(self, place: int) -> list[str]:
        box = self._box(place)
        room = columns() - SCROLLBAR_WIDTH - POINTER_WIDTH
        return wrap(self.state.lines[place].text, room, box, self._indent(place))

    def _indent(self, place: int) -> str:
        return " " * (POINTER_WIDTH + cells(self._box(place)))

    def _passed(self) -> int:
        """Rows of the line pointed at that were moved past, where not all of them fit."""
        place, passed = self._inside
        if place is None or place != self.state.pointed:
            return 0
        count = len(self._wrapped(place))
        return min(passed, count - 1) if count > self.panel.room() else 0

    def _shown(self, place: int) -> list[str]:
        """The rows of a line, or what is left of them: the pointer stands before the first."""
        shown = self._wrapped(place)
        if place != self.state.pointed or not (passed := self._passed()):
            return shown
        first = self._box(place) + shown[passed].removeprefix(self._indent(place))
        return [first, *shown[passed + 1 :]]

    def _box(self, place: int) -> str:
        line, state = self.state.lines[place], self.state
        if state.screen.ask is not Ask.MANY:
            return ""
        if not line.answers:
            return "    "
        if place not in state.ticked:
            return "[ ] "
        mark = str(state.ticked.index(place) + 1) if state.screen.ordered else "x"
        return f"[{mark}] "

    def _style(self, place: int) -> str:
        if place == self.state.pointed:
            return "class:pointed"
        return "class:ticked" if place in self.state.ticked else ""

    def _rows(self) -> int:
        shown = sum(len(self._shown(place)) for place in range(len(self.state.lines)))
        return shown + len(self._control.choices) - len(self.state.lines)

    def _scrolled(self, window: Window) -> int:
        """The first row in sight, moved no further than shows all of the line pointed at."""
        if self.state.pointed is None:
            return 0
        pointed = self._places()[self.state.pointed]
        heights = [title_rows(choice.title) for choice in self._control.choices]
        start = sum(heights[:pointed])
        end = start + heights[pointed]
        lowest = max(end - self.panel.room(), 0)
        return min(max(window.vertical_scroll, lowest), start)


def title_rows(title: object) -> int:
    """Rows of one of questionary's choices: our lines are styled texts, its separators plain."""
    return 1 + sum(text.count("\n") for _, text in title) if isinstance(title, list) else 1
