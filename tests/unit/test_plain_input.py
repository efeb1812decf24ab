"""What a terminal holds beyond a line, and how it looks afterwards."""

import io
import os
import pty
import termios
import time
from collections.abc import Iterator
from threading import Timer

import pytest

from pnet_prep.interview import plain_input
from pnet_prep.interview.plain_input import PASTE, TypedLines


@pytest.fixture
def ends() -> Iterator[tuple[int, TypedLines]]:
    """The person's end of a terminal, and the lines that a program reads from it."""
    person, program = pty.openpty()
    with os.fdopen(program, encoding="utf-8", errors="surrogateescape") as typed:
        yield person, TypedLines(typed)
    os.close(person)


@pytest.mark.parametrize(
    ("typed", "line", "rest"),
    [
        (b"one\n", "one\n", ""),
        (b"one\r", "one\n", ""),
        (b"one\n\n", "one\n", ""),
        (b"one\ntwo\n", "one\n", "two"),
        (b"one\ntwo", "one\n", "two"),
        (b"one\r\rtwo\rthree\r", "one\n", "\ntwo\nthree"),
        ("één\nzwei\udcff".encode("utf-8", "surrogateescape"), "één\n", "zwei\udcff"),
    ],
)
def test_what_came_with_a_line_is_its_rest(ends, typed, line, rest):
    person, lines = ends
    os.write(person, typed)
    assert lines.next() == line
    assert lines.rest_of_paste() == rest
    assert lines.rest_of_paste() == ""


def test_a_line_of_which_a_terminal_dropped_the_end_is_known(ends):
    person, lines = ends
    for length, cut in ((4094, False), (4095, True), (9000, True)):
        for start in range(0, length, 1000):
            os.write(person, b"w" * min(1000, length - start))
        os.write(person, b"\n")
        line = lines.next()
        assert len(line) == min(length, 4095) + 1
        assert lines.was_cut(line) is cut
    assert not TypedLines(io.StringIO("")).was_cut("w" * 9000)


def test_a_late_piece_of_a_paste_is_still_part_of_it(ends, monkeypatch):
    person, lines = ends
    monkeypatch.setattr(plain_input, "PASTE", 0.5)
    os.write(person, b"one\n")
    assert lines.next() == "one\n"
    late = Timer(PASTE, os.write, (person, b"two\nthree"))
    late.start()
    assert lines.rest_of_paste() == "two\nthree"


@pytest.mark.parametrize("typed", [b"one\n\x04", b"one\ntwo\n\x04", b"one\ntwo\x04\x04"])
def test_the_end_of_input_behind_a_line_comes_next(ends, typed):
    person, lines = ends
    os.write(person, typed)
    assert lines.next() == "one\n"
    assert lines.rest_of_paste() in {"", "two"}
    assert lines.next() == ""


def test_a_terminal_that_is_gone_ends_the_input_and_keeps_the_line():
    person, program = pty.openpty()
    with os.fdopen(program, encoding="utf-8") as typed:
        lines = TypedLines(typed)
        os.write(person, b"one\n")
        assert lines.next() == "one\n"
        os.close(person)
        assert lines.rest_of_paste() == ""
        assert lines.next() == ""


def test_an_interrupt_behind_a_line_keeps_it(ends, monkeypatch):
    person, lines = ends

    def interrupted(_seconds: float) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(lines, "_waiting", interrupted)
    os.write(person, b"one\n")
    assert lines.next() == "one\n"
    assert lines.rest_of_paste() == ""
    assert lines.next() == ""


def test_the_terminal_is_left_as_it_was_and_nobody_waits_long():
    person, program = pty.openpty()
    with os.fdopen(program, encoding="utf-8") as typed:
        lines = TypedLines(typed)
        before = termios.tcgetattr(program)
        os.write(person, b"one\ntwo")
        lines.next()
        lines.rest_of_paste()
        assert termios.tcgetattr(program) == before
        begun = time.monotonic()
        assert lines.rest_of_paste() == ""
        assert time.monotonic() - begun >= PASTE
    os.close(person)


def test_a_pipe_or_a_text_is_read_line_by_line():
    lines = TypedLines(io.StringIO("one\ntwo\n"))
    assert not lines.echoed
    assert [(lines.next(), lines.rest_of_paste()) for _ in range(3)] == [
        ("one\n", ""),
        ("two\n", ""),
        ("", ""),
    ]
