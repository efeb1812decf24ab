"""Stopped with Ctrl-Z and brought back by the shell; and arrows that come in two pieces."""

import shlex
import time

import pytest

from pnet_prep.model.interview import Ask
from tests.system.program import PROGRAM, answers
from tests.system.terminal import Terminal, asking
from tests.system.waiting import asks, visit_before
from tests.unit.keyboard import CTRL_C, DOWN, ENTER
from tests.unit.screens import ONSET, PATTERN

CTRL_Z, CTRL_BACKSLASH = "\x1a", "\x1c"
SHELL = "{}; echo stopped; read -r; fg; echo code $?"


@pytest.mark.parametrize("plain", [False, True], ids=["rich", "plain"])
@pytest.mark.parametrize("kind", [Ask.ONE, Ask.MANY, Ask.LINE, Ask.LONG])
def test_a_stopped_interview_goes_on_where_it_was(plain, kind, home):
    shown = visit_before(home, asks(kind))
    before = answers(home)
    command = shlex.join([*PROGRAM, "start", "1", *["--plain"] * plain])
    terminal = Terminal(["bash", "-mc", SHELL.format(command)], 60, 80)
    terminal.go_on()
    terminal.wait_for(shown.text)
    terminal.press(CTRL_Z)
    terminal.wait_for("stopped")
    assert terminal.echoes
    assert not terminal.screen.cursor.hidden
    terminal.screen.reset()
    terminal.press("\r")
    if not plain:
        terminal.wait_for(shown.text)
    terminal.press(CTRL_C)
    terminal.wait_for("code 130")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.raw
    assert answers(home) == before


@pytest.mark.parametrize("wait", [0.05, 0.7], ids=["late", "much too late"])
def test_an_arrow_in_two_pieces_is_no_answer(tmp_path, wait):
    told = tmp_path / "told"
    with asking(told, "PATTERN", "ONSET") as terminal:
        terminal.wait_for("All the time")
        terminal.press(DOWN)
        terminal.child.send(DOWN[0])
        time.sleep(wait)
        terminal.press(DOWN[1:], "\x1b", CTRL_BACKSLASH)
        assert PATTERN.text in terminal.text
        assert not told.exists()
        # Pieces that come too late are letters that no finger typed: the pointer stands nowhere.
        terminal.press(*([DOWN] if wait > 0.5 else []), ENTER)
        terminal.wait_for(ONSET.text)
        terminal.press("20", "\x1b", "26", CTRL_BACKSLASH, ENTER)
        terminal.end()
    chosen, typed = told.read_text(encoding="utf-8").splitlines()
    assert chosen == f"Chosen(ids=('{'comes' if wait < 0.5 else 'constant'}',))"
    assert typed == "Given(text='2026')"
