"""Lines that are typed, and what came together with one of them: the rest of a paste."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from pnet_prep.interview.front_end import Heeding

TOGETHER = 0.005
"""Seconds within which no finger presses another key."""

PASTE = 0.05
"""Seconds within which the lines of a paste follow one another, and no finger ends a line."""

LONGEST_LINE = 1024 if sys.platform == "darwin" else 4096
"""Bytes of a line, its end among them, that a terminal keeps at most; it drops what is beyond."""

_MOST = 1 << 16
"""Bytes taken from a terminal at a time."""

_ENDS = "\x00\x04"
"""What Ctrl-D is, seen before the terminal took it for the end of input and after."""


_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[A-DFH]|\[\d{1,2}(?:;\d+)?~|O[A-DFH])")
"""What a terminal that edits no line puts there for the arrows, Home, End, Delete and such keys."""


def without_keys(line: str) -> str:
    """A line without the codes of such keys; as it is where it holds other codes, or more lines."""
    without = _KEYS.sub("", line)
    return line if "\n" in line or "\x1b" in without else without


class TypedLines:
    """Lines of a person at a terminal, or of a pipe."""

    def __init__(self, source: TextIO, heeding: Heeding = nullcontext) -> None:
        self._source = source
        self._heeding = heeding
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether nothing comes any more, as far as that is known."""
        return self._ended

    @property
    def echoed(self) -> bool:
        """Whether what is typed is on the screen already, and the end of the line with it."""
        return self._source.isatty()

    def next(self) -> str:
        """The next line with its end; empty where there is none.

        Raises ``KeyboardInterrupt``, but never instead of a line that was entered before it.
        """
        if self._ended or self._source.closed:
            return ""
        if sys.platform == "win32" or not self.echoed:
            with self._heeding():
                return self._source.readline()
        import select
        import termios

        try:
            with self._heeding():  # nothing is taken here that could be lost
                select.select([self._source], [], [])
        except KeyboardInterrupt:
            if not self._line_waits():
                with suppress(termios.error):  # a shell must not get what is half typed
                    termios.tcflush(self._source.fileno(), termios.TCIFLUSH)
                raise
            self._ended = True
        return self._line()

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """In the block Ctrl-C takes back no line that was entered, as it does on a terminal."""
        if sys.platform == "win32" or not self.echoed:
            yield
            return
        import termios

        with _modes(self._source.fileno(), on=termios.NOFLSH):
            yield

    def _line(self) -> str:
        """The line that waits on a terminal; only behind a Ctrl-D inside it more is waited for."""
        terminal = self._source.fileno()
        taken = more = os.read(terminal, _MOST)
        while more and not taken.endswith(b"\n"):
            with self._heeding():
                more = os.read(terminal, _MOST)
            taken += more
        return self._decoded(taken)

    def _decoded(self, taken: bytes) -> str:
        return taken.decode(self._source.encoding, self._source.errors or "strict")

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
                line = self._line()
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
        # Each key is handed over by itself then, not only whole lines.
        with suppress(OSError), _modes(terminal, off=termios.ICANON):
            while select.select([terminal], [], [], PASTE if taken else seconds)[0]:
                if not (part := os.read(terminal, _MOST)):
                    break
                taken += part
        text = self._decoded(taken)
        for end in _ENDS:
            text, ended, _ = text.partition(end)
            self._ended = self._ended or bool(ended)
        return text


@contextmanager
def _modes(terminal: int, *, on: int = 0, off: int = 0) -> Iterator[None]:
    """A terminal with these of its local modes on and off; as it is where it cannot be changed."""
    assert sys.platform != "win32"  # noqa: S101 - tells the type checker what was looked at
    import termios

    before: list[Any] = []
    with suppress(termios.error):
        before = termios.tcgetattr(terminal)
        modes = [*before[:6], [*before[6]]]
        modes[3] = modes[3] & ~off | on
        modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
        termios.tcsetattr(terminal, termios.TCSANOW, modes)
    try:
        yield
    finally:
        if before:
            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSANOW, before)
