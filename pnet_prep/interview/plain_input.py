"""Lines that are typed, and what came together with one of them: the rest of a paste."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

TOGETHER = 0.005
"""Seconds within which no finger presses another key."""

PASTE = 0.05
"""Seconds within which the lines of a paste follow one another, and no finger ends a line."""

LONGEST_LINE = 1024 if sys.platform == "darwin" else 4096
"""Bytes of a line, its end among them, that a terminal keeps at most; it drops what is beyond."""

_ENDS = "\x00\x04"
"""What Ctrl-D is, seen before the terminal took it for the end of input and after."""


class TypedLines:
    """Lines of a person at a terminal, or of a pipe."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._ended = False

    @property
    def echoed(self) -> bool:
        """Whether what is typed is on the screen already, and the end of the line with it."""
        return self._source.isatty()

    def next(self) -> str:
        """The next line with its end; empty where there is none."""
        return "" if self._ended or self._source.closed else self._source.readline()

    def was_cut(self, line: str) -> bool:
        """Whether a terminal kept only the beginning of a line just read."""
        return self.echoed and len(line.encode("utf-8", "surrogateescape")) >= LONGEST_LINE

    def rest_of_paste(self) -> str:
        """What a terminal holds beyond the line just read: whole lines, and one without its end.

        Always empty off a terminal. Empty on Windows too, where nothing of the standard library
        tells what a console holds without taking it.
        """
        if sys.platform == "win32" or not self._source.isatty():
            return ""
        found = ""
        # The line that was read counts, also where the person or the terminal is gone right after.
        try:
            found = self._waiting(TOGETHER)
            while self._line_waits():
                line = self._source.readline()
                self._ended = self._ended or not line
                found += line + self._waiting(TOGETHER)
        except (KeyboardInterrupt, OSError):
            self._ended = True
        return found.removesuffix("\n")

    def _line_waits(self) -> bool:
        import select

        return not self._ended and bool(select.select([self._source], [], [], PASTE)[0])

    def _waiting(self, seconds: float) -> str:
        """All that was typed, also of a line without its end, which a terminal else keeps back."""
        assert sys.platform != "win32"  # noqa: S101 - tells the type checker what was looked at
        import select
        import termios

        terminal = self._source.fileno()
        taken = b""
        with suppress(OSError, termios.error), _each_key(terminal):
            while select.select([terminal], [], [], PASTE if taken else seconds)[0]:
                if not (part := os.read(terminal, 1 << 16)):
                    break
                taken += part
        text = taken.decode(self._source.encoding, self._source.errors or "strict")
        for end in _ENDS:
            text, ended, _ = text.partition(end)
            self._ended = self._ended or bool(ended)
        return text


@contextmanager
def _each_key(terminal: int) -> Iterator[None]:
    """A terminal that hands over each key by itself, not only whole lines."""
    assert sys.platform != "win32"  # noqa: S101 - tells the type checker what was looked at
    import termios

    before = termios.tcgetattr(terminal)
    keys = [*before[:6], [*before[6]]]
    keys[3] &= ~termios.ICANON
    keys[6][termios.VMIN], keys[6][termios.VTIME] = 1, 0
    termios.tcsetattr(terminal, termios.TCSANOW, keys)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
