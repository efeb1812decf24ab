"""A terminal on which any kind of screen can be asked, in any size, one after the other."""

import itertools
import os
import re
import sys
from pathlib import Path

from pnet_prep.engine.text import show
from pnet_prep.interview.terminal.list_state import ListState
from pnet_prep.model.interview import Ask, Screen
from tests.system.terminal import NO_CELL, Terminal
from tests.unit.keyboard import CTRL_C, DOWN, ENTER
from tests.unit.kinds import kinds
from tests.unit.screens import shipped_words

WORDS = shipped_words()
SIZES = [(24, 80), (15, 40), (10, 30)]
POINTER = "❯"
PAUSE = WORDS["key.go_on"]
HINTS = {
    kind: [WORDS[f"key.hints.{kind.value}{end}"].split(" · ") for end in ("", ".short")]
    for kind in Ask
}


def whole(text: str) -> str:
    """Text without a space: wide letters are broken between lines where there is none."""
    return "".join(show(text).translate(NO_CELL).split())


class Asker:
    """Asks on a terminal, and reads from its screen as a person does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = itertools.count()
        self._told = folder
        fifo = folder / "orders"
        os.mkfifo(fifo)
        command = [sys.executable, "-m", "tests.system.ask_kinds", str(fifo)]
        self.terminal = Terminal(command, *SIZES[0])
        self._orders = fifo.open("w", encoding="utf-8")
        self.screen = next(iter(kinds().values()))
        self.told_first = False

    def ask(self, name: str, rows: int = 24, columns: int = 80) -> Screen:
        """Ask this kind; a question that is told before its list has been read then."""
        self.screen = kinds()[name]
        self._told = self._folder / str(next(self._count))
        self.terminal.resize(rows, columns, quiet=0)
        self.terminal.raw = b""
        self.told_first = False
        print(self._told, name, sep="\t", file=self._orders, flush=True)
        self.terminal.until(lambda: self.hints or self.paused, name)
        if self.paused and self.screen.ask is not Ask.NOTHING:
            assert whole(self.screen.text) in self.shown
            self.told_first = True
            self.terminal.child.send(ENTER)
            self.terminal.until(lambda: self.hints, name)
        return self.screen

    @property
    def shown(self) -> str:
        """All that is on the screen, without its spaces and without the bar of a long list."""
        return whole("".join(re.sub(r"\s[\^v]$", "", row) for row in self.terminal.rows))

    @property
    def hints(self) -> bool:
        """Whether all of one line of key hints is on the screen, none of them broken."""
        rows = "\n".join(self.terminal.rows)
        return any(all(hint in rows for hint in some) for some in HINTS[self.screen.ask])

    @property
    def paused(self) -> bool:
        """Whether something is told that has to be read first."""
        return f" {POINTER} {PAUSE}" in self.terminal.rows

    @property
    def pointed(self) -> str:
        """What stands in the list from the line pointed at downward, without pointer and box."""
        rows = self.terminal.rows
        start = next((i for i, row in enumerate(rows) if row.startswith(f" {POINTER} ")), None)
        if start is None:
            return ""
        first = re.sub(rf"^ {POINTER} (\[.\] )?", "", rows[start])
        after = itertools.takewhile(lambda row: row.startswith("   "), rows[start + 1 :])
        return whole("".join(re.sub(r"\s[\^v]$", "", row) for row in (first, *after)))

    @property
    def downward(self) -> list[str]:
        """The text of each line of a list, in the order in which Down comes by."""
        state = ListState.of(self.screen, WORDS)
        texts = [line.text for line in state.lines]
        first = 0 if state.pointed is None else state.pointed + 1
        return texts[first:] + texts[:first]

    @property
    def events(self) -> list[str]:
        """What was answered so far."""
        return self._told.read_text(encoding="utf-8").splitlines() if self._told.exists() else []

    @property
    def left(self) -> bool:
        """Whether the last question was left, so that another can be asked."""
        return "Quit()" in self.events

    def down_to(self, text: str) -> None:
        """Press Down until all of this line was read: more than once where it does not fit."""
        rest = whole(text)
        while rest:
            self._down()
            read = self.pointed
            assert read.startswith(rest) or rest.startswith(read), (text, self.terminal.rows)
            rest = "" if read.startswith(rest) else rest.removeprefix(read)

    def _down(self) -> None:
        before = self.pointed
        self.terminal.child.send(DOWN)
        self.terminal.until(lambda: self.pointed not in {before, ""}, "another line")

    def leave(self) -> list[str]:
        """Leave the question; all that was answered."""
        self.terminal.child.send(CTRL_C)
        self.terminal.until(lambda: "Quit()" in self.events, "Quit()")
        assert b"Traceback" not in self.terminal.raw
        return self.events

    def close(self) -> None:
        self._orders.close()
        self.terminal.child.close(force=True)
