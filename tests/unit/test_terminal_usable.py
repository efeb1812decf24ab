"""When the rich terminal is not even tried."""

import sys

import pytest

from pnet_prep.interview.terminal.usable import usable


class Tty:
    """A stream that says whether it is a terminal, and how it encodes."""

    def __init__(self, *, terminal: bool = True, encoding: str = "UTF-8") -> None:
        self.terminal = terminal
        self.encoding = encoding

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("stdin", "stdout", "term", "expected"),
    [
        (Tty(), Tty(), "xterm", True),
        (Tty(), Tty(encoding="utf8"), "", True),
        (Tty(terminal=False), Tty(), "xterm", False),
        (Tty(), Tty(terminal=False), "xterm", False),
        (None, Tty(), "xterm", False),
        (Tty(), None, "xterm", False),
        (Tty(), Tty(), "dumb", False),
        (Tty(), Tty(encoding="latin-1"), "xterm", False),
    ],
)
def test_only_a_terminal_that_can_draw(monkeypatch, stdin, stdout, term, expected):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setenv("TERM", term)
    assert usable() is expected
