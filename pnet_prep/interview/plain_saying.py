"""What plain mode says beside the questions: a line out, each on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show
from pnet_prep.interview.answering import rows, said_words
from pnet_prep.interview.commands import COMMANDS, SLASH, Aside, named_in_help
from pnet_prep.interview.plain_choices import Misread, fold
from pnet_prep.interview.plain_screen import choice_lines, chosen_lines, heading_lines
from pnet_prep.interview.wrapping import wrap
from pnet_prep.model.interview import Ask, Given, Passed
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pnet_prep.model.interview import Event, Screen


class Saying:
    """Says things in lines of so many columns."""

    def __init__(
        self, words: Mapping[str, str], lines_out: TextIO, width: Callable[[], int]
    ) -> None:
        self._words = words
        self._out = lines_out
        self._width = width
        self._heard: dict[str, frozenset[tuple[int, str]]] = {}

    def _heard_of(self, screen: Screen) -> frozenset[tuple[int, str]]:
        """A long list as it was said last, with numbers; empty for any other, and at first."""
        if not screen.numbered:
            return frozenset()
        before = self._heard.get(screen.text, frozenset())
        self._heard[screen.text] = frozenset(enumerate(rows(screen, self._words).values(), 1))
        return before

    def _confirm(self, event: Event, typed: str, screen: Screen) -> None:
        """Say in words what a number, or a part of a text, stood for, and what a bare "quit" is."""
        if isinstance(event, Given) and (command := SLASH + fold(event.text)) in COMMANDS:
            self._say(wrap(fill(self._words["plain.bare"], {"command": command}), self._width()))
        if screen.private or (
            screen.ask not in {Ask.ONE, Ask.MANY} and not isinstance(event, Passed)
        ):
            return
        if fold(said_words(event, screen, self._words)) != fold(typed):
            self._say(chosen_lines(event, screen, self._words, self._width()))

    def _say_misread(self, misread: Misread, screen: Screen) -> None:
        self._say(wrap(fill(self._words[misread.word], misread.slots), self._width()))
        if misread.word.startswith("plain.empty") and NonAnswer.SKIPPED in screen.non_answers:
            self._say_words(["plain.skip"])

    def _say_aside(self, aside: Aside, screen: Screen) -> None:
        if aside is Aside.LIST:
            self._say(heading_lines(screen, self._words, self._width()))
            self._say(choice_lines(screen, self._words, self._width()))
        elif aside in {Aside.HELP, Aside.MORE}:
            self._say(wrap(screen.help or self._words["help.none"], self._width()))
            if aside is Aside.HELP:
                self._say_words(["plain.help.back"] if screen.can_go_back else [])
                self._say_words(["plain.help.moves", *named_in_help(screen)])
                self._say_words([] if screen.ask is Ask.NOTHING else ["command.slash"])
        else:
            self._say_words([f"command.{aside.value}"])

    def _say_words(self, words: Iterable[str]) -> None:
        self._say_texts(self._words[word] for word in words)

    def _say_texts(self, texts: Iterable[str]) -> None:
        for text in filter(None, texts):
            self._say(wrap(text, self._width()))

    def _say(self, lines: list[str]) -> None:
        self._write("".join(f"{show(line)}\n" for line in lines))

    def _write(self, text: str) -> None:
        if self._out.closed:
            raise BrokenPipeError
        self._out.write(text)
        self._out.flush()
