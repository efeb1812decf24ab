"""The plain front end: a line in, a line out, for screen readers, pipes and bare terminals."""

from __future__ import annotations

import sys
from contextlib import nullcontext, suppress
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING, Self, TextIO

from pnet_prep.engine.reading import too_long
from pnet_prep.engine.text import accept_line, show
from pnet_prep.interview.commands import Aside
from pnet_prep.interview.own_editor import NOWHERE, no_editor
from pnet_prep.interview.plain_choices import Misread
from pnet_prep.interview.plain_input import TypedLines, without_keys
from pnet_prep.interview.plain_names import Instead, Naming
from pnet_prep.interview.plain_reading import (
    Line,
    read_line,
    read_text_line,
    too_much,
    whole_text,
)
from pnet_prep.interview.plain_saying import Saying
from pnet_prep.interview.plain_screen import (
    chosen_lines,
    keep_prompt,
    notice_lines,
    prompt_lines,
    question_lines,
)
from pnet_prep.interview.plain_width import terminal_width
from pnet_prep.interview.too_long import Kept
from pnet_prep.model.interview import Ask, Chosen, Given, Meant, Quit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pnet_prep.interview.front_end import Heeding
    from pnet_prep.interview.own_editor import Edited, Editor, Keeper
    from pnet_prep.model.interview import Event, Notice, Screen

_START = ("plain.start.answer", "plain.start.back", "plain.start.leave", "plain.start.help")


class PlainFrontEnd(Saying):
    """Asks over two text streams. ``width`` gives the columns of a line at any moment."""

    def __init__(  # noqa: PLR0913 - both streams, and what stands beside them
        self,
        words: Mapping[str, str],
        lines_in: TextIO,
        lines_out: TextIO,
        width: Callable[[], int] = terminal_width,
        editor: Editor = no_editor,
        keeper: Keeper = NOWHERE,
        heeding: Heeding = nullcontext,
    ) -> None:
        super().__init__(words, lines_out, width)
        self._in = TypedLines(lines_in, heeding)
        self._editor = editor
        self._keeper = keeper
        self._heeding = heeding
        self._greeted = False
        self._leaving = False
        self._ahead = ""

    @classmethod
    def on_standard_streams(
        cls,
        words: Mapping[str, str],
        editor: Editor = no_editor,
        keeper: Keeper = NOWHERE,
        heeding: Heeding = nullcontext,
    ) -> Self:
        """Over stdin and stdout, set so that no byte typed and no letter printed can fail."""
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        lines_in, lines_out = sys.stdin or StringIO(), sys.stdout or StringIO()
        return cls(words, lines_in, lines_out, terminal_width, editor, keeper, heeding)

    def ask(self, screen: Screen) -> Event:
        """Say the screen and read lines until one of them is an event."""
        if self._leaving or self._in.ended:
            return Quit()
        try:
            with self._in.keeping():
                return self._ask(screen)
        except (EOFError, KeyboardInterrupt, OSError):
            return Quit()

    def _ask(self, screen: Screen) -> Event:
        with self._heeding():  # a reader that takes nothing more must not hold up who leaves
            if not self._greeted and screen.ask is not Ask.NOTHING:
                self._say_words(_START)
                self._greeted = True
            self._say(question_lines(screen, self._words, self._width(), self._heard_of(screen)))
        return self._long(screen) if screen.ask is Ask.LONG else self._short(screen)

    def tell(self, notices: tuple[Notice, ...]) -> None:
        """Say the notices, one after the other, each on lines of its own."""
        # Nobody reads on a closed stream, and all that matters is saved already.
        with suppress(OSError):
            self._say(notice_lines(notices, self._words, self._width()))

    def _short(self, screen: Screen) -> Event:
        """Answers of one line. Ctrl-C and the end of input leave it."""
        typed = self._line(prompt_lines(screen, self._words, self._width()), screen)
        surplus = Kept(self._keeper, self._words)
        while True:
            match read_line(typed, screen, self._words):
                case Given(text) if too_long(text):
                    self._refuse(text, surplus, "problem.too_long")
                case Given() if screen.adds:
                    self._ahead = typed
                    return Chosen((screen.adds,))
                case Given(text) if naming := Naming.of(text, screen):
                    meant = self._which(naming)
                    if not isinstance(meant, str):
                        return meant
                    typed = meant
                    continue
                case Misread() as misread:
                    self._say_misread(misread, screen)
                case Aside() as aside:
                    self._say_aside(aside, screen)
                case event:
                    with suppress(OSError):
                        self._confirm(event, typed, screen)
                    return event
            typed = self._line(prompt_lines(screen, self._words, self._width()), screen)

    def _which(self, naming: Naming) -> Event | str:
        """Which name is meant; or the line that was typed anew. Leaving keeps what was typed."""
        screen, kept = naming.screen, Meant(naming.typed)
        self._say(naming.lines(self._words, self._width()))
        while True:
            try:
                raw = self._line(naming.prompt(self._words, self._width()), screen)
                meaning = naming.read(raw, self._words)
            except (EOFError, KeyboardInterrupt, OSError):
                meaning = Quit()
            match meaning:
                case Misread() as misread:
                    self._say_misread(misread, screen)
                case Aside.LIST:
                    self._say(naming.lines(self._words, self._width()))
                case Aside() as aside:
                    self._say_aside(aside, screen)
                case Instead(text, keeps):
                    self._ahead = text if keeps else ""
                    return kept if keeps else text
                case Quit():
                    self._leaving = True
                    return kept
                case event:
                    # A list says itself what was added to it.
                    if isinstance(event, Given) and not (screen.empty or screen.private):
                        self._say(chosen_lines(event, screen, self._words, self._width()))
                    return event

    def _long(self, screen: Screen) -> Event:
        """A text of many lines. Leaving in the middle gives what was written, and then leaves.

        What is too long to be taken waits on disk: the text of an editor until it is made shorter,
        lines that were too much for good.
        """
        written: tuple[str, ...] = ()
        whole, surplus = Kept(self._keeper, self._words), Kept(self._keeper, self._words)
        prompt = prompt_lines(screen, self._words, self._width())
        while True:
            meaning = self._next_line(prompt, written, screen)
            prompt = [self._words["plain.prompt"]]
            if refused := too_much(meaning, written):
                if whole.where:
                    self._say_words(["problem.too_long"])
                else:
                    self._refuse(refused, surplus, "plain.too_long")
                continue
            match meaning:
                case Line(text):
                    # Whoever presses Enter at the end, and waits, has not ended it yet.
                    self._say_words([] if text or "" in written else ["plain.long.end"])
                    written = (*written, text)
                case Misread() as misread:
                    self._say_misread(misread, screen)
                case Aside.EDITOR:
                    edited = self._editor("\n".join(written) or screen.current)
                    written = tuple(edited.text.split("\n")) if edited.text else ()
                    if event := self._after_editor(edited, whole):
                        return event
                case Aside() as aside:
                    self._say_aside(aside, screen)
                case Quit() if written and not whole.where:
                    self._leaving = True
                    return whole_text(written)
                case event:
                    whole.drop() if isinstance(event, Given) else self._say_texts([whole.where])
                    with suppress(OSError):
                        self._confirm(event, "", screen)
                    return event

    def _after_editor(self, edited: Edited, whole: Kept) -> Event | None:
        """What comes of a text from the editor; ``None`` where it is gone on with here."""
        self._leaving = edited.left
        whole.drop()
        if too_long(edited.text):
            whole.keep(edited.text)
            self._say_words(["problem.too_long"])
        elif edited.text and (edited.left or not edited.word):
            return whole_text((edited.text,))
        self._say_words([edited.word] if edited.word else [])
        if not edited.left:
            return None
        self._say_texts([whole.where])
        return Quit()

    def _refuse(self, text: str, surplus: Kept, word: str) -> None:
        """Say why this was not taken, and where it can be found again."""
        surplus.add(text)
        self._say_texts([self._words[word], surplus.where])

    def _next_line(
        self, prompt: list[str], written: tuple[str, ...], screen: Screen
    ) -> Event | Aside | Misread | Line:
        try:
            typed = self._typed(prompt)
        except (EOFError, KeyboardInterrupt, OSError):
            return Quit()
        return read_text_line(typed, written, screen, self._words)

    def _line(self, prompt: list[str], screen: Screen) -> str:
        """What was typed ahead of its question, or else the next line.

        Several lines of one paste only where the screen takes them: else a line is made of them, or
        nothing, and said to be read over.
        """
        if self._ahead:
            typed, self._ahead = self._ahead, ""
            self._say([*prompt[:-1], f"{prompt[-1]} {typed}"])
            return typed
        typed = self._typed(prompt)
        while "\n" in typed and not screen.lines:
            folded = accept_line(typed) if screen.ask is Ask.LINE else ""
            self._say_words(["plain.folded" if folded else "plain.pasted"])
            try:
                typed = self._read_over(folded, prompt)
            except (EOFError, KeyboardInterrupt):
                if not folded:
                    raise
                self._leaving = True  # all of it was entered
                return folded
        return typed

    def _typed(self, prompt: list[str]) -> str:
        """The next line, read over where the arrow keys left their codes in it."""
        typed = self._read(prompt)
        while self._in.echoed and (without := without_keys(typed)) != typed:
            self._say_words(["plain.keys" if without.strip() else "plain.keys.alone"])
            typed = self._read_over(without.strip(), prompt)
        return typed

    def _read_over(self, line: str, prompt: list[str]) -> str:
        """What is typed instead of this line; Enter alone keeps it."""
        if not line:
            return self._read(prompt)
        typed = self._read(keep_prompt(line, self._words, self._width()))
        return typed if typed.strip() else line

    def _read(self, prompt: list[str]) -> str:
        """The next line, and others that came together with it; ``EOFError`` where none comes."""
        self._say(prompt[:-1])
        self._write(show(prompt[-1]) + " ")
        typed = ""
        try:
            typed = self._in.next()
        finally:
            # Only a terminal shows what is typed, and the end of the line with it.
            if not (typed.endswith("\n") and self._in.echoed):
                with suppress(OSError):  # what was typed counts, also where nobody reads on
                    self._write("\n")
        if not typed:
            raise EOFError
        rest = self._in.rest_of_paste() if typed.endswith("\n") else ""
        if self._in.was_cut(typed):
            self._say_words(["plain.cut"])
        if not rest:
            return typed.removesuffix("\n")
        with suppress(OSError):
            self._write("\n")  # its last line may stand on the screen without an end
        return typed + rest
