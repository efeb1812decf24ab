"""Leaving the commands beside ``start``, and the choice of a visit: all kept, and how to go on."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from pnet_prep.model.response import Answer
from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import open_visit
from tests.system.program import PROGRAM, run
from tests.system.terminal import ROOT, Terminal
from tests.unit.keyboard import CTRL_C, CTRL_D

CTRL_Z = "\x1a"
LEFT = 130
VISITS = ROOT / "tests" / "visits"


class Place(NamedTuple):
    """A command, keys to get to a place in it (a key after each text), and what stands there."""

    command: tuple[str, ...]
    way: tuple[tuple[str, str], ...]
    shown: str
    go_on: str


PLACES = {
    "after": Place(("after",), (), "Did you get an answer", "after"),
    "rehearse": Place(("rehearse",), (("Question 1 of 6", "\r"),), "Question 2 of 6", "rehearse"),
    "review": Place(("review",), (), "Here is all you said", "review"),
    "begin from": Place(
        ("start",), (("Which visit would you like", "\x1b[B\x1b[B\r"),), "Begin from", "start"
    ),
}
PLAIN_KEYS = {"\x1b[B\x1b[B\r": "2\r"}
"""What is typed in plain lines for the same."""

WAYS = {"Ctrl-C": LEFT, "Ctrl-D": LEFT, "SIGTERM": 143, "SIGHUP": 129}


@pytest.fixture
def visit(home: Path) -> Path:
    """A home with one visit of many answers."""
    first = str(VISITS / "first.yaml")
    done = run("start", "--answers", first, "--no-input", "--to", "md", "--out", str(home / "out"))
    assert done.returncode == 0, done.stderr
    return home


@contextmanager
def standing_at(place: Place, *options: str, before: tuple[str, ...] = ()) -> Iterator[Terminal]:
    terminal = Terminal([*before, *PROGRAM, *place.command, *options], 50, 80)
    try:
        for text, keys in place.way:
            terminal.wait_for(text)
            terminal.press(PLAIN_KEYS.get(keys, keys) if options else keys)
        terminal.wait_for(place.shown)
        yield terminal
    finally:
        if not terminal.child.closed:
            terminal.child.close(force=True)


def kept(home: Path) -> list[tuple[Answer, ...]]:
    return [open_visit(listed.path).response.answers for listed in list_visits(str(home))]


def leave(terminal: Terminal, way: str) -> None:
    keys = {"Ctrl-C": CTRL_C, "Ctrl-D": CTRL_D}
    if way in keys:
        terminal.press(keys[way])
    else:
        terminal.child.kill(getattr(signal, way))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", PLACES)
def test_leaving_puts_the_terminal_right_and_names_the_command(name, way, visit):
    place, before = PLACES[name], kept(visit)
    with standing_at(place) as terminal:
        leave(terminal, way)
        assert terminal.end() == WAYS[way]
        assert terminal.echoes
        assert not terminal.screen.cursor.hidden
        assert terminal.text.count(f"pnet-prep {place.go_on}") == 1
        assert terminal.text.endswith(f"pnet-prep {place.go_on}")
    assert kept(visit) == before


@pytest.mark.parametrize(("name", "way"), [("after", "Ctrl-D"), ("rehearse", "SIGTERM")])
def test_leaving_plain_lines_names_the_command_too(name, way, visit):
    place, before = PLACES[name], kept(visit)
    with standing_at(place, "--plain") as terminal:
        leave(terminal, way)
        assert terminal.end() == WAYS[way]
        assert terminal.text.endswith(f"pnet-prep {place.go_on} --plain")
    assert kept(visit) == before


SHELL = ("bash", "-mc", '"$@"; echo away; read -r; fg', "bash")
"""A shell that starts a program and, when it is stopped, waits for Enter to bring it back."""


@pytest.mark.parametrize("name", ["after", "rehearse"])
def test_a_stopped_command_leaves_the_terminal_to_the_shell_and_comes_back(name, visit):
    place = PLACES[name]
    with standing_at(place, before=SHELL) as terminal:
        terminal.press(CTRL_Z)
        terminal.wait_for("away")
        assert terminal.echoes
        terminal.press("\r")
        terminal.until(lambda: not terminal.echoes, "the program")
        terminal.press(CTRL_C)
        assert terminal.end() == LEFT
        assert terminal.echoes
        assert terminal.text.endswith(f"pnet-prep {place.go_on}")
    assert kept(visit)


def test_what_was_answered_after_the_visit_survives_a_kill(visit):
    with standing_at(PLACES["after"]) as terminal:
        terminal.press("\x1b[B", "\r")
        terminal.wait_for("What were you told?")
        terminal.child.kill(signal.SIGKILL)
        terminal.end()
    assert "answered" in [answer.value for (one,) in [kept(visit)] for answer in one]
    with standing_at(Place(("after",), (), "What were you told?", "after")):
        pass
