"""When the rich terminal is not even tried."""

import sys

import prompt_toolkit.output
import pytest

from pnet_prep.cli import front_ends
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.interview.terminal.front_end import TerminalFrontEnd
from pnet_prep.interview.terminal.usable import usable
from tests.unit.screens import shipped_words


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


class NoConsoleScreenBufferError(Exception):
    """What prompt_toolkit raises in Git Bash; its own class can be imported on Windows alone."""


@pytest.mark.parametrize("known", [True, False])
def test_a_windows_window_that_is_no_console_gets_plain_lines(monkeypatch, known):
    def create_output() -> None:
        if not known:
            raise NoConsoleScreenBufferError

    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr(sys, "stdout", Tty())
    monkeypatch.setattr(prompt_toolkit.output, "create_output", create_output)
    monkeypatch.setattr(sys, "platform", "win32")
    assert usable() is known


@pytest.mark.parametrize(
    ("can", "plain", "accessible", "expected"),
    [
        (True, False, None, TerminalFrontEnd),
        (True, False, "", TerminalFrontEnd),
        (True, False, "0", TerminalFrontEnd),
        (True, False, "False", TerminalFrontEnd),
        (True, False, "1", PlainFrontEnd),
        (True, False, "yes", PlainFrontEnd),
        (True, True, None, PlainFrontEnd),
        (True, True, "0", PlainFrontEnd),
        (False, False, None, PlainFrontEnd),
    ],
)
def test_who_asks(monkeypatch, can, plain, accessible, expected):
    monkeypatch.setattr(front_ends, "usable", lambda: can)
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    if accessible is not None:
        monkeypatch.setenv("ACCESSIBLE", accessible)
    assert type(front_ends.front_end(shipped_words(), plain=plain)) is expected
