"""One line or many lines of words: questionary's text field with keys and layout of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import questionary
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import HSplit

from pnet_prep.interview.commands import Aside
from pnet_prep.interview.terminal.burst import Together
from pnet_prep.interview.terminal.offer import Offer
from pnet_prep.interview.terminal.offer_lines import offer_lines
from pnet_prep.interview.terminal.panel import window
from pnet_prep.interview.terminal.style import STYLE
from pnet_prep.interview.terminal.text_keys import take, text_keys
from pnet_prep.model.interview import Ask, Quit

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer

    from pnet_prep.interview.terminal.panel import Panel
    from pnet_prep.interview.terminal.say import Styled
    from pnet_prep.interview.terminal.text_state import TextState
    from pnet_prep.model.interview import Event

PROMPT = "❯"


class TextPrompt:
    """One field on the screen, until a key ends it."""

    def __init__(self, state: TextState, panel: Panel) -> None:
        self.state = state
        self.panel = panel
        self._question = questionary.text(
            PROMPT,
            default=state.written,
            qmark="",
            multiline=state.screen.ask is Ask.LONG,
            instruction="",
            style=STYLE,
            enable_suspend=True,
            erase_when_done=True,
        )
        app = self._question.application
        self.leaving = False
        self.buffer = app.current_buffer
        self.buffer.accept_handler = self._accept
        field = app.layout.container
        focus = app.layout.current_window
        focus.dont_extend_height = Always()
        self.offer = Offer.of(state)
        app.layout = panel.around(HSplit([field, window(self._names)]), focus)
        self.together = Together(app.key_processor)
        app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), text_keys(self)])
        self._app = app

    def ask(self) -> Event | Aside:
        """Show the field and wait.

        Raises ``EOFError`` where input has ended, ``KeyboardInterrupt`` or ``OSError`` where the
        terminal is gone, unless words of a long text can be saved first.
        """
        try:
            answered: Event | Aside = self._question.unsafe_ask()
        except (EOFError, KeyboardInterrupt, OSError):
            if (parting := self._parting()) is None:
                raise
            return parting
        return answered

    def move(self, step: int) -> None:
        """Put the next name into the line, where names are offered; it can still be changed."""
        if self.offer:
            line = self.offer.move(self.buffer.text, step)
            self.buffer.document = Document(line, len(line))

    def _names(self) -> list[Styled]:
        return offer_lines(self.offer, self.buffer.text, self.panel.room()) if self.offer else []

    @property
    def height(self) -> int:
        """Rows the whole prompt takes."""
        return self.panel.height + self.buffer.document.line_count

    def finish(self, event: Event | Aside) -> None:
        """End the prompt with this."""
        self._app.exit(result=event)

    def leave(self) -> None:
        """End the prompt to leave the program; words of a long text come first."""
        self.finish(self._parting() or Quit())

    def _parting(self) -> Event | None:
        """What is to be saved before leaving."""
        typed = self.buffer.text
        if self.state.screen.ask is not Ask.LONG or not self.state.changed(typed):
            return None
        self.leaving = True
        return self.state.text(typed)

    def _accept(self, buffer: Buffer) -> bool:
        """Every way to submit the field ends here. Returns whether its text is kept."""
        meaning = self.state.enter(buffer.text)
        take(self, meaning)
        return not isinstance(meaning, Aside)
