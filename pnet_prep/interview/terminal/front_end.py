"""The rich front end: one question at a time on a real terminal, the answers staying above."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

from pnet_prep.engine.reading import too_long
from pnet_prep.interview.answering import current_words
from pnet_prep.interview.commands import SLASH, Aside, as_typed, named_in_help
from pnet_prep.interview.own_editor import NOWHERE, no_editor
from pnet_prep.interview.terminal.list_prompt import ListPrompt
from pnet_prep.interview.terminal.list_state import ListState, Wish
from pnet_prep.interview.terminal.panel import Panel
from pnet_prep.interview.terminal.say import (
    BLANK,
    columns,
    notice_lines,
    part_lines,
    rows,
    say,
    text_lines,
    transcript_lines,
)
from pnet_prep.interview.terminal.text_state import TextState, is_command_line
from pnet_prep.interview.terminal.typeahead import drop_typeahead
from pnet_prep.interview.too_long import Kept
from pnet_prep.model.interview import Ask, Back, Chosen, Given, Quit, Screen, Speaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.interview.front_end import Heeding
    from pnet_prep.interview.own_editor import Editor, Keeper
    from pnet_prep.interview.terminal.say import Styled
    from pnet_prep.model.interview import Event, Notice


class TerminalFrontEnd:
    """Asks on the terminal that prompt_toolkit finds; see `usable` before making one."""

    def __init__(
        self,
        words: Mapping[str, str],
        editor: Editor = no_editor,
        keeper: Keeper = NOWHERE,
        heeding: Heeding = nullcontext,
    ) -> None:
        self._editor = editor
        self._keeper = keeper
        self._heeding = heeding
        self._words = words
        self._leaving = False
        self._gap = False
        self._ahead = ""
        self._half: dict[tuple[str, str], str] = {}
        self._ticked: dict[tuple[str, str], ListState] = {}

    def ask(self, screen: Screen) -> Event:
        """Show the screen until a key answers it; the answer stays as one line."""
        if self._leaving:
            return Quit()
        try:
            self._introduce(screen)
            if screen.ask in {Ask.LINE, Ask.LONG}:
                event = self._field(screen, self._written(screen))
            else:
                event = self._list(screen)
        except (EOFError, KeyboardInterrupt, OSError):
            return Quit()
        if isinstance(event, Speaker):  # what one person typed is not for the next
            self._half.clear()
            self._ticked.clear()
        # What was answered counts, also where the terminal closed before it could be shown.
        with suppress(OSError):
            self._leave_behind(transcript_lines(event, screen, self._words, columns()))
        return event

    def tell(self, notices: tuple[Notice, ...]) -> None:
        """Print the notices; urgent ones stand out."""
        # Nobody reads on a closed terminal, and all that matters is saved already.
        with suppress(OSError):
            lines = notice_lines(notices, columns())
            say(lines if BLANK in lines[:1] else [BLANK, *lines])

    def _introduce(self, screen: Screen) -> None:
        """What stays above the prompt, also when the answer is given."""
        said = part_lines(screen.part, columns())
        notices = notice_lines(screen.notices, columns())
        said += [BLANK, *notices] if said and notices and BLANK not in notices[:1] else notices
        if screen.ask is Ask.NOTHING:
            text = text_lines(screen.text, columns())
            said += text if said[-1:] == [BLANK] else [BLANK, *text]
        say(said)
        self._gap = self._gap or BLANK in said

    def _leave_behind(self, transcript: list[Styled]) -> None:
        """Print an answer, apart from a head or an urgent word above it."""
        if transcript:
            say([BLANK, *transcript] if self._gap else transcript)
            self._gap = False

    def _list(self, screen: Screen) -> Event:
        """Ask a list, with the ticks that were there before going back."""
        state, place = ListState.of(screen, self._words), (screen.heading, screen.text)
        before = self._ticked.pop(place, state)
        if before.lines == state.lines:
            state.ticked = before.ticked
        event = self._listed(screen, state)
        if isinstance(event, Back) and not screen.private:
            self._ticked[place] = state
        return event

    def _listed(self, screen: Screen, state: ListState) -> Event:
        if self._ahead and not state.begin_at(self._ahead) and screen.words_too:
            event = self._own_words(screen)
            if event is not None:
                return event
        self._ahead = ""
        told = False
        while True:
            drop_typeahead()
            prompt = ListPrompt(state, Panel.of(screen, self._words, current_words(screen)))
            if prompt.cuts_question and not told:
                told = True
                say(text_lines(screen.text, columns()))
                if left := self._pause():
                    return left
            with self._heeding():
                answered = prompt.ask()
            match answered:
                case Wish.OWN_WORDS:
                    self._ahead = state.word if state.carries else ""
                    event = self._own_words(screen)
                case Wish.ADD:
                    self._ahead = state.word
                    return Chosen((screen.adds,))
                case Wish.COMMAND:
                    event = self._command(screen)
                case Wish.HELP:
                    event = self._help(screen, prompt.height)
                case event:
                    return event
            if event is not None:
                return event

    def _own_words(self, screen: Screen) -> Event | None:
        """Words beside the choices; ``None`` to return to the list."""
        chosen = any(choice.chosen for choice in screen.choices)
        field = screen._replace(
            ask=Ask.LINE,
            choices=(),
            enter="",
            current="" if chosen else screen.current or screen.draft,
            can_go_back=True,
        )
        event = self._field(field, self._written(field))
        return None if isinstance(event, Back) else event

    def _written(self, screen: Screen) -> TextState:
        """A field, with what was typed ahead of it, or before going back, to be looked at."""
        state, ahead = TextState.of(screen, self._words), self._ahead.strip()
        self._ahead = ""
        half = self._half.pop((screen.heading, screen.text), state.written)
        return state._replace(written=as_typed(ahead) if ahead else half)

    def _command(self, screen: Screen) -> Event | None:
        """A command given from a list; ``None`` to return to the list."""
        field = screen._replace(
            ask=Ask.LINE, text=self._words["key.command"], current="", enter="", empty=True
        )
        event = self._field(field, TextState(field, self._words, SLASH, SLASH))
        return None if isinstance(event, Given) else event

    def _field(self, screen: Screen, state: TextState) -> Event:
        # Much to load, and the first question of all is a list.
        from pnet_prep.interview.terminal.text_prompt import TextPrompt

        now = "" if state.prefilled else screen.current
        kept = Kept(self._keeper, self._words)
        while True:
            drop_typeahead()
            prompt = TextPrompt(state, Panel.of(screen, self._words, now))
            with self._heeding():
                event = prompt.ask()
            self._leaving = prompt.leaving
            if isinstance(event, Back):
                self._keep_half(state, prompt.buffer.text)
            if event is Aside.EDITOR:
                state, given = self._edited(state, prompt.buffer.text)
                if given is None:
                    continue
                event = given
            if isinstance(event, Given) and too_long(event.text):
                # On disk before anything is said: the terminal may be gone already.
                kept.keep(event.text)
                say(text_lines(self._words["problem.too_long"], columns()))
                state = state._replace(written=as_typed(event.text))
                if not self._leaving:
                    continue
                event = Quit()
            if not isinstance(event, Aside):
                if isinstance(event, Given):
                    kept.drop()
                elif kept.where:
                    say(text_lines(kept.where, columns()))
                return event
            if left := self._help(screen, prompt.height):
                return left
            state = state._replace(written=prompt.buffer.text or state.prefilled)

    def _keep_half(self, state: TextState, typed: str) -> None:
        """Keep what was typed, but not entered, for when the same is asked again."""
        screen = state.screen
        if state.changed(typed) and not screen.private and not is_command_line(typed):
            self._half[screen.heading, screen.text] = typed

    def _edited(self, state: TextState, typed: str) -> tuple[TextState, Given | None]:
        """The text after the person's own editor: as an answer, or back in the field."""
        edited = self._editor(state.text(typed).text)
        if edited.text and (edited.left or not edited.word):
            self._leaving = edited.left
            return state, Given(edited.text)
        if edited.word:
            say(text_lines(self._words[edited.word], columns()))
        return state._replace(written=as_typed(edited.text)), None

    def _help(self, screen: Screen, rows_of_prompt: int) -> Event | None:
        """Print the help of a screen, then what can be typed; wait where both do not fit."""
        in_text = screen.ask in {Ask.LINE, Ask.LONG}
        named = named_in_help(screen)
        commands = (*named, "command.slash") if in_text else ("key.slash", *named)
        text = [screen.help or self._words["help.none"], *(self._words[one] for one in commands)]
        lines = [BLANK, *text_lines("\n".join(text), columns())]
        say(lines)
        if len(lines) + rows_of_prompt <= rows():
            return None
        return self._pause()

    def _pause(self) -> Event | None:
        """Wait until what was said is read."""
        pause = Screen(Ask.NOTHING, "", can_go_back=False)
        state = ListState.of(pause, self._words)
        with self._heeding():
            left = ListPrompt(state, Panel.of(pause, self._words, "")).ask()
        return left if isinstance(left, Quit) else None
