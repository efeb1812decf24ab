"""A real pseudo-terminal with a person at it: keys go in, rows of the screen come out."""

import os
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
"""Seconds until a screen must show what is waited for, on a busy machine."""

QUIET = 0.15
"""Seconds without output after which a screen counts as drawn."""

SETTLED = 0.01
"""Seconds without output after which a screen that shows what is waited for counts as drawn."""

FINGER = 0.02
"""Seconds between two keys."""


NO_CELL = dict.fromkeys(map(ord, "\u200c\u200d\ufe0f"))
"""Joiners and what asks for an emoji: pyte loses the rest of a line that holds one."""


class Display(pyte.Screen):
    """What a person sees."""

    def draw(self, data: str) -> None:
        super().draw(data.translate(NO_CELL))

    @property
    def display(self) -> list[str]:
        """The rows; half a wide letter that was written over is nothing, where pyte would fail."""
        rows, columns = range(self.lines), range(self.columns)
        return ["".join(self.buffer[y][x].data for x in columns) for y in rows]


class Terminal:
    """A program on a terminal of so many rows and columns."""

    def __init__(self, command: list[str], rows: int, columns: int, **env: str) -> None:
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(rows, columns),
            env={**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **env},
            cwd=ROOT,
        )
        self.child.delaybeforesend = None
        self.screen = Display(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""

    def read(self, quiet: float = QUIET) -> None:
        """Take in what the program writes until it is quiet."""
        while self._take(quiet):
            pass

    def _take(self, patience: float) -> bool:
        """Take in the next piece of what the program writes; whether there was one in time."""
        try:
            data = self.child.read_nonblocking(65536, timeout=patience)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += data
        self.stream.feed(data)
        return True

    @property
    def rows(self) -> list[str]:
        """What is on the screen, a string a row."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        """What is on the screen with all its line breaks taken as spaces."""
        return " ".join(" ".join(self.rows).split())

    def wait_for(self, text: str) -> None:
        """Return once the screen shows the text; fails after `PATIENCE` seconds."""
        self.until(lambda: text in self.text, text)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Return as soon as this holds of the screen; fails after `PATIENCE` seconds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"no {what!r} on:\n" + "\n".join(self.rows)
            if self._take(QUIET):
                self.read(SETTLED)

    def press(self, *keys: str | bytes) -> None:
        """Press keys one after the other, and see what comes of them."""
        for key in keys:
            self.child.send(key)
            time.sleep(FINGER)
        self.read()

    def go_on(self) -> None:
        """From the home screen of a visit to where it goes on."""
        self.wait_for("Which part comes next?")
        self.press("\r")

    def resize(self, rows: int, columns: int, quiet: float = QUIET) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        self.screen.reset()
        self.child.setwinsize(rows, columns)
        self.read(quiet)

    def end(self) -> int | None:
        """Wait until the program has ended; its exit status."""
        until = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < until, "still running:\n" + "\n".join(self.rows)
            self.read()
        self.read()
        status: int | None = self.child.exitstatus
        return status

    @property
    def echoes(self) -> bool:
        """Whether the terminal was left as a shell needs it: echo on, lines edited."""
        modes = termios.tcgetattr(self.child.child_fd)[3]
        return bool(modes & termios.ECHO) and bool(modes & termios.ICANON)


@contextmanager
def asking(
    told: Path, *names: str, rows: int = 24, columns: int = 80, **env: str
) -> Iterator[Terminal]:
    """The sample screens of these names, asked on a terminal; answers go to ``told``."""
    command = [sys.executable, "-m", "tests.system.ask_screens", str(told), *names]
    terminal = Terminal(command, rows, columns, **env)
    try:
        yield terminal
    finally:
        terminal.child.close(force=True)
