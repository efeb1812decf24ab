"""Sentences that commands print: whole words on a terminal, one line for a pipe."""

import io
import os
import pty
import termios

import pytest

from pnet_prep.cli.streams import print_line

FILE = "/home/zoe/Documents/pnet-prep/visit-2026-12-01-share-for-my-brother-luis.yaml"
SENTENCE = f"Send it only to somebody you trust. It is in {FILE} now, and stays there."


def printed_at(columns: int) -> list[str]:
    """The lines that reach a terminal so many columns wide."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        print_line(SENTENCE, stream)
        said = os.read(ours, 10_000)
    os.close(ours)
    return said.decode().splitlines()


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
def test_no_word_is_cut_in_two_at_the_edge_of_a_terminal(columns):
    lines = printed_at(columns)
    assert " ".join(lines) == SENTENCE
    assert all(len(line) < columns for line in lines if FILE not in line)
    assert any(FILE in line for line in lines)


def test_what_is_no_terminal_gets_one_line():
    stream = io.StringIO()
    print_line(SENTENCE, stream)
    assert stream.getvalue() == SENTENCE + "\n"
