"""Answers that a shell hands over: standard input, and the pipe of <(...)."""

import io
import os
import sys
from threading import Thread

import pytest

from pnet_prep.cli.answers import visit_from
from pnet_prep.cli.handed import is_handed, read_handed
from pnet_prep.content.load import load
from pnet_prep.errors import InputRefusedError

ANSWERS = b"as_of: '2026-11-23'\nanswers:\n  person.name: Ann\n"


def piped(data: bytes) -> str:
    """The path of a pipe that somebody writes to, as bash names it."""
    read, write = os.pipe()

    def feed() -> None:
        with open(write, "wb") as pipe:
            pipe.write(data)

    Thread(target=feed, daemon=True).start()
    return f"/dev/fd/{read}"


@pytest.mark.parametrize("most", [3, 10, 200_000])
def test_a_pipe_is_read_to_its_end_or_as_far_as_may_be(most):
    data = b"0123456789" * 10_000
    assert read_handed(piped(data), most) == data[:most]


def test_standard_input_is_read_in_the_same_way(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    assert read_handed("-", 2) == b"ab"


@pytest.mark.parametrize("path", ["answers.yaml", "/dev/fd/", "/dev/fd/0/x", "/tmp/fifo", "--"])
def test_a_file_is_no_pipe(path):
    assert not is_handed(path)


def test_a_visit_is_made_of_the_answers_in_a_pipe():
    visit = visit_from(piped(ANSWERS), load())
    assert [answer.value for answer in visit.response.at("person.name")] == ["Ann"]


def test_a_pipe_that_is_not_open_is_said_to_be_unreadable():
    with pytest.raises(InputRefusedError) as refused:
        visit_from("/dev/fd/99999", load())
    assert (refused.value.word, refused.value.slots) == (
        "error.answers_not_read",
        {"file": "answers"},
    )
