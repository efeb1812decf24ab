"""A question is taken off the list and brought back, by keys on a real terminal of 80 by 24."""

import re
import sys
from pathlib import Path

import pytest

from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import open_visit
from tests.system.keys import DOWN, ENTER
from tests.system.program import run
from tests.system.terminal import Terminal

UP = "\x1b[A"
QUESTION = "What is the most likely cause of my symptoms"
ANSWERS = """
as: patient
answers:
  person.answering: patient
  symptom.belly: [pain]
  mine.note: xyzzy, for me alone
"""


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    file, out = tmp_path / "leo.yaml", tmp_path / "out"
    file.write_text(ANSWERS, encoding="utf-8")
    assert run("start", "--answers", file, "--no-input", "--out", out).returncode == 0
    return out


def paper(out: Path, ending: str = "") -> str:
    (file,) = out.glob(f"visit-????-??-??{ending}.md")
    return file.read_text(encoding="utf-8")


def to_questions(terminal: Terminal) -> None:
    """From the review, by its last line, to the list of all questions."""
    terminal.wait_for("A look at what you said")
    while not re.search(r"❯ \d+\. See all", terminal.text):
        terminal.press(UP)
    terminal.press(ENTER)
    terminal.wait_for("To take a question off the list, choose it.")


def reviewed(out: Path, *, off: bool) -> None:
    """One sitting: the first question goes off the list, or comes back; a copy of one's own."""
    review = [sys.executable, "-m", "pnet_prep", "review", "--to", "md", "--out", str(out)]
    terminal = Terminal(review, 24, 80)
    try:
        to_questions(terminal)
        if off:
            while f"❯ 2. {QUESTION}" not in terminal.text:
                terminal.press(DOWN)
            terminal.press(ENTER)
            terminal.wait_for("Would you like to take this off")
            assert "❯ Keep it on the list" in terminal.text
            terminal.press(DOWN, ENTER)
            terminal.wait_for(f"2. Off the list (it is answered already): {QUESTION}")
        else:
            terminal.wait_for("2. Off the list (it is answered already)")
            terminal.press(DOWN, ENTER)
            terminal.wait_for("Would you like to bring it back?")
            terminal.press(DOWN, ENTER)
            terminal.wait_for(f"2. {QUESTION}")
        terminal.press(ENTER)
        terminal.wait_for("Which three matter most to you?")
        terminal.press("/")
        terminal.wait_for("Type a command")
        terminal.press("s", "k", "i", "p", ENTER)
        terminal.wait_for("Would you like a copy of your own")
        assert "xyzzy" not in terminal.raw.decode()
        terminal.press(DOWN, ENTER)
        assert terminal.end() == 0
    finally:
        terminal.child.close(force=True)


def test_question_leaves_the_paper_and_comes_back_to_it(visit, tmp_path):
    assert QUESTION in paper(visit)
    reviewed(visit, off=True)
    assert QUESTION not in paper(visit)
    reviewed(visit, off=False)
    assert QUESTION in paper(visit)
    assert "xyzzy" not in paper(visit)
    assert "xyzzy, for me alone" in paper(visit, "-own-patient")
    (kept,) = list_visits(str(tmp_path / "pnet-prep"))
    said = [answer.value for answer in open_visit(kept.path).response.answers]
    assert "answered" in said
