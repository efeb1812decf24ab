"""Leaving in every way: all is kept, the terminal is put right, one line says how to go on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from pnet_prep.cli import last_words
from pnet_prep.engine.fill import fill
from pnet_prep.model.interview import Ask
from tests.longer import dice, times
from tests.system.program import PROGRAM, SECRET, a_visit, answers, piped, read_to, send
from tests.system.terminal import PATIENCE, Terminal
from tests.system.waiting import Waits, asks, reviews, visit_before
from tests.unit.keyboard import CTRL_C, CTRL_D
from tests.unit.screens import shipped_words

WORDS = shipped_words()
GO_ON = "pnet-prep start"
LEFT = 130
FRONT_ENDS = {"rich": (), "plain": ("--plain",)}
PROMPTS: dict[str, Waits] = {
    "one choice": asks(Ask.ONE),
    "several": asks(Ask.MANY),
    "a line": asks(Ask.LINE),
    "a long text": asks(Ask.LONG),
    "review": reviews,
}
ROWS = 100
"""Enough for the longest list to stand on the screen as a whole."""

FIRST, SECOND = f"{SECRET} first", "second"
WRITTEN = f"{FIRST}\n{SECOND}"
TYPED = {"rich": f"{FIRST}\r{SECOND}", "plain": f"{FIRST}\r{SECOND}\r"}
"""A long text that is not finished yet. A line that is not ended is still the terminal's own."""

SEEDS = 8
LONGEST_DELAY = 0.02
"""Seconds between the last line sent and the signal, at most: a save takes about a third of it."""

front_ends = pytest.mark.parametrize("front_end", FRONT_ENDS)


@contextmanager
def at_terminal(front_end: str, *visit: str, before: tuple[str, ...] = ()) -> Iterator[Terminal]:
    command = [*before, *PROGRAM, "start", *visit, *FRONT_ENDS[front_end]]
    terminal = Terminal(command, ROWS, 80)
    try:
        yield terminal
    finally:
        if not terminal.child.closed:
            terminal.child.close(force=True)


def left_well(terminal: Terminal, code: int) -> None:
    """The program ended with this code, nothing on the terminal is as it should not be."""
    assert terminal.end() == code
    assert terminal.echoes
    assert not terminal.screen.cursor.hidden
    assert "Traceback" not in terminal.text
    assert terminal.text.count(f"type: {GO_ON}") == 1
    assert terminal.text.endswith((GO_ON, f"{GO_ON} --plain"))


@front_ends
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("prompt", PROMPTS)
def test_keys_leave_at_every_kind_of_prompt(front_end, key, prompt, home):
    shown = visit_before(home, PROMPTS[prompt])
    before = answers(home)
    with at_terminal(front_end, "1") as terminal:
        terminal.go_on()
        terminal.wait_for(shown.text)
        terminal.press(key)
        left_well(terminal, LEFT)
    assert answers(home) == before


@front_ends
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("visits", [0, 2], ids=["who answers", "which visit"])
def test_keys_leave_before_the_first_question(front_end, key, visits, home):
    for visit in ("aaaaaaaa", "bbbbbbbb")[:visits]:
        a_visit(home, visit)
    with at_terminal(front_end) as terminal:
        terminal.wait_for("Which visit" if visits else "Who is answering?")
        terminal.press(key)
        left_well(terminal, LEFT)
    assert len(list((home / "visits").glob("*.yaml"))) == visits


def sends(*numbers: signal.Signals) -> Callable[[Terminal], None]:
    def send(terminal: Terminal) -> None:
        for number in numbers:
            terminal.child.kill(number)

    return send


WAYS: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "Ctrl-C": (lambda terminal: terminal.press(CTRL_C), LEFT),
    "Ctrl-D": (lambda terminal: terminal.press(CTRL_D), LEFT),
    "SIGINT": (sends(signal.SIGINT), LEFT),
    "SIGTERM": (sends(signal.SIGTERM), 143),
    "SIGHUP": (sends(signal.SIGHUP), 129),
    "SIGQUIT": (sends(signal.SIGQUIT), 131),
    "two signals": (sends(signal.SIGHUP, signal.SIGTERM), 129),
}


@front_ends
@pytest.mark.parametrize("way", WAYS)
def test_half_a_text_is_kept(front_end, way, home):
    leave, code = WAYS[way]
    shown = visit_before(home, asks(Ask.LONG))
    before = answers(home)
    with at_terminal(front_end, "1") as terminal:
        terminal.go_on()
        terminal.wait_for(shown.text)
        terminal.press(TYPED[front_end])
        leave(terminal)
        left_well(terminal, code)
    assert answers(home)[:-1] == before
    assert answers(home)[-1].value == WRITTEN


@front_ends
@pytest.mark.parametrize(
    ("prompt", "number", "code"),
    [("one choice", signal.SIGTERM, 143), ("a line", signal.SIGHUP, 129)],
)
def test_signals_leave_and_put_the_terminal_right(front_end, prompt, number, code, home):
    shown = visit_before(home, PROMPTS[prompt])
    before = answers(home)
    with at_terminal(front_end, "1") as terminal:
        terminal.go_on()
        terminal.wait_for(shown.text)
        sends(number)(terminal)
        left_well(terminal, code)
    assert answers(home) == before


UNHEEDED = ("sh", "-c", "trap '' HUP; exec \"$@\"", "sh")
"""As nohup does it: the signal of a closed terminal is ignored, only reading and writing fail."""


@front_ends
@pytest.mark.parametrize(("before", "code"), [((), 129), (UNHEEDED, LEFT)], ids=["", "nohup"])
def test_closed_terminal_keeps_everything(front_end, before, code, home):
    shown = visit_before(home, asks(Ask.LONG))
    known = answers(home)
    with at_terminal(front_end, "1", before=before) as terminal:
        terminal.go_on()
        terminal.wait_for(shown.text)
        terminal.press(TYPED[front_end])
        assert exit_code_of_closed(terminal) == code
    assert answers(home)[:-1] == known
    assert answers(home)[-1].value == WRITTEN


def exit_code_of_closed(terminal: Terminal) -> int:
    """Close the window, so to say: the other end of the program's terminal goes away."""
    child: Any = terminal.child
    child.ptyproc.fileobj.close()
    child.ptyproc.closed = child.closed = True
    until = time.monotonic() + PATIENCE
    while True:
        ended, status = os.waitpid(child.pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        assert time.monotonic() < until, "still running"
        time.sleep(0.02)


def test_terminal_that_can_do_nothing_gets_plain_lines(home):
    """As in Git Bash on Windows, where no rich terminal can be had."""
    terminal = Terminal([*PROGRAM, "start"], ROWS, 80, TERM="dumb")
    terminal.wait_for("1. I am the patient")
    assert terminal.text.count("This window can only show plain lines.") == 1
    assert b"\x1b" not in terminal.raw
    terminal.press("1\r", CTRL_C)
    left_well(terminal, LEFT)
    assert len(answers(home)) == 1


@pytest.mark.parametrize("seed", range(times(SEEDS)))
def test_signal_at_any_moment_loses_no_answer(seed, home):
    rolled = dice(seed)
    with piped("start", "--plain") as program:
        read_to(program, b"> ")
        given = ["1", *["/notsure"] * rolled.randint(1, 9)]
        for line in given[:-1]:
            send(program, line)
            read_to(program, b"> ")
        send(program, given[-1])
        time.sleep(rolled.uniform(0, LONGEST_DELAY))
        program.send_signal(signal.SIGTERM)
        _out, err = program.communicate()
    assert program.returncode == 143
    assert GO_ON in err.decode()
    assert len(err.splitlines()) == 1
    assert len(given) - 1 <= len(answers(home)) <= len(given)


def test_a_line_that_was_entered_is_saved_where_ctrl_c_follows_at_once(home):
    with at_terminal("plain") as terminal:
        terminal.wait_for("1. I am the patient")
        terminal.press(f"1\r{CTRL_C}")
        left_well(terminal, LEFT)
    assert len(answers(home)) == 1


SIGNALS_ON_THE_WAY = """
import os, signal, sys
from importlib import import_module

place, name = sys.argv.pop(1), sys.argv.pop(1)
module = import_module(place)
then = getattr(module, name)

def interrupted(*given):
    for number in (signal.SIGTERM, signal.SIGHUP):
        os.kill(os.getpid(), number)
    return then(*given)

setattr(module, name, interrupted)
from pnet_prep.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "place",
    [("pnet_prep.interview.step", "step"), ("pnet_prep.cli.asking", "save")],
    ids=["taken", "saved"],
)
def test_signals_wait_until_the_answer_is_saved(home, place):
    done = subprocess.run(
        [sys.executable, "-c", SIGNALS_ON_THE_WAY, *place, "start", "--plain"],
        input=b"1\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 129  # of several that wait, the lowest number comes first
    assert done.stderr.decode() == f"{fill(WORDS['left'], {'command': 'start --plain'})}\n"
    assert len(answers(home)) == 1


def test_ctrl_c_keeps_what_was_to_be_forgotten(home):
    visit = a_visit(home)
    with piped("forget") as program:
        read_to(program, b"keeps it.\n")
        program.send_signal(signal.SIGINT)
        _out, err = program.communicate()
    assert program.returncode == LEFT
    assert err.decode() == f"{last_words.LEFT}\n"
    assert visit.exists()
