"""What a program on a real terminal costs until it has shown something."""

import os
import pty
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from select import select

from floor import Measure

ROWS, COLUMNS = 24, 80
PATIENCE = 30.0  # seconds
WHERE_IS_THE_CURSOR, IT_IS_HERE = b"\x1b[6n", b"\x1b[1;1R"


def until_shown(
    command: Sequence[str],
    env: Mapping[str, str],
    text: bytes,
    replies: Sequence[tuple[bytes, bytes]] = (),
) -> Measure:
    """A measure of the CPU seconds until `text` stands on the terminal; empty: the first byte.

    Before that, each of `replies` waits for its first part and then types its second. The measure
    raises ``RuntimeError`` when the program ends, or 30 seconds pass, without a text.
    """

    def once() -> float:
        child, terminal = pty.fork()
        if child == 0:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(command[0], list(command), dict(env))
        try:
            for wait_for, keys in replies:
                _read_until(terminal, wait_for)
                os.write(terminal, keys)
            _read_until(terminal, text)
        finally:
            os.kill(child, signal.SIGKILL)
            _, _, used = os.wait4(child, 0)
            os.close(terminal)
        return used.ru_utime + used.ru_stime

    return once


def _read_until(terminal: int, text: bytes) -> None:
    seen = b""
    end = time.monotonic() + PATIENCE
    while not seen or text not in seen:
        ready, _, _ = select([terminal], [], [], end - time.monotonic())
        try:
            read = os.read(terminal, 4096) if ready else b""
        except OSError:  # Linux says so when the program has closed its side
            read = b""
        if not read:
            raise RuntimeError(f"the terminal did not show {text!r} but {seen[-300:]!r}")
        if WHERE_IS_THE_CURSOR in read:
            os.write(terminal, IT_IS_HERE)
        seen += read
