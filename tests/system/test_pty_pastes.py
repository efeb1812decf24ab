"""Several lines pasted into plain mode on a real terminal, and keys that only move elsewhere."""

import time
from pathlib import Path

import pytest

from pnet_prep.model.interview import Ask
from tests.system.program import PROGRAM, answers
from tests.system.terminal import Terminal, asking
from tests.system.waiting import asks, visit_before
from tests.unit.keyboard import CTRL_C, CTRL_D
from tests.unit.screens import BELLY, NAME, NOTES, ONSET, PATTERN, shipped_words

WORDS = shipped_words()


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tmp_path / "told"


def events(told: Path) -> list[str]:
    return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


PASTES = ["2\n2\n", "2\n1", "yes\r\nno\r\n2\r\n", "\n2\n", "1\n" * 3000, "2\n/quit\n"]


@pytest.mark.parametrize("name", ["PATTERN", "BELLY"])
@pytest.mark.parametrize("paste", PASTES, ids=[repr(one[:12]) for one in PASTES])
def test_a_paste_chooses_nothing_and_answers_no_other_question(told, name, paste):
    with asking(told, name, "ONSET", TERM="dumb") as terminal:
        terminal.wait_for({"PATTERN": PATTERN, "BELLY": BELLY}[name].choices[0].text)
        terminal.child.send(paste)
        terminal.wait_for(WORDS["plain.pasted"])
        terminal.press("2\n")
        terminal.wait_for(ONSET.text)
        terminal.press(CTRL_C)
        assert terminal.end() == 0
        assert terminal.echoes
    chosen = {"PATTERN": "comes", "BELLY": "nausea"}[name]
    assert events(told) == [f"Chosen(ids=('{chosen}',))", "Quit()"]


@pytest.mark.parametrize(
    ("paste", "then", "kept"),
    [
        ("one\ntwo\n", "\n", "one; two"),
        ("one\ntwo", "\n", "one; two"),
        ("one\r\n\r\n  two.\r\nthree", "\n", "one; two. three"),
        ("one\ntwo\n", "about Easter\n", "about Easter"),
        ("one\ncaf\udce9".encode("utf-8", "surrogateescape"), "\n", "one; café"),
        ("one\n\n", "", "one"),
        ("one\n", "", "one"),
    ],
)
def test_pasted_lines_become_one_that_is_read_over(told, paste, then, kept):
    with asking(told, "ONSET", "PATTERN", TERM="dumb") as terminal:
        terminal.wait_for(ONSET.text)
        terminal.child.send(paste)
        if then:
            terminal.wait_for(WORDS["plain.folded"].rpartition(". ")[0])
            assert events(told) == []
            terminal.press(then)
        terminal.wait_for(PATTERN.text)
        terminal.press(CTRL_D)
        assert terminal.end() == 0
    assert events(told) == [f"Given(text={kept!r})", "Quit()"]


@pytest.mark.parametrize(
    ("paste", "then", "kept"),
    [
        ("one\n/quit\n2", "\n.\n", "one\n/quit\n2"),
        ("one\n.\ntwo\n", ".\n", "one\n.\ntwo"),
        ("one\n\ntwo\n.\n", "", "one\n\ntwo"),
        ("not sure\nbut\n", ".\n", "not sure\nbut"),
    ],
)
def test_pasted_lines_of_a_long_text_are_words(told, paste, then, kept):
    with asking(told, "NOTES", "PATTERN", TERM="dumb") as terminal:
        terminal.wait_for(NOTES.text)
        terminal.child.send(paste)
        terminal.read()
        for line in then.splitlines(keepends=True):
            terminal.press(line)
        terminal.wait_for(PATTERN.text)
        terminal.press(CTRL_C)
        assert terminal.end() == 0
    assert events(told) == [f"Given(text={kept!r})", "Quit()"]


def test_a_line_that_a_terminal_cut_is_told_as_such(told):
    with asking(told, "ONSET", "PATTERN", TERM="dumb") as terminal:
        terminal.wait_for(ONSET.text)
        for _ in range(9):
            terminal.press("word " * 200)
        terminal.press("\n")
        terminal.wait_for(WORDS["plain.cut"])
        terminal.wait_for(PATTERN.text)
        terminal.press(CTRL_C)
        assert terminal.end() == 0
    assert len(events(told)[0]) > 4000


def test_a_pasted_number_takes_no_name(told):
    with asking(told, "NAME", "NAME", TERM="dumb") as terminal:
        terminal.wait_for(NAME.text)
        terminal.child.send("omep\n1\n")
        terminal.wait_for("(Enter: omep; 1) >")
        terminal.press("omep\n")
        terminal.wait_for("1. omeprazole")
        terminal.child.send("1\n1\n")
        terminal.wait_for("1; 1")
        terminal.press("0\n")
        terminal.press(CTRL_C)
        assert terminal.end() == 0
    assert events(told) == ["Meant(text='omep')", "Quit()"]


def test_keys_of_a_quick_finger_are_no_paste(told):
    with asking(told, "PATTERN", "BELLY", "ONSET", TERM="dumb") as terminal:
        for screen, number in ((PATTERN, "2"), (BELLY, "1")):
            terminal.wait_for(f"{screen.text} 1. {screen.choices[0].text}")
            for key in (number, "\n"):
                terminal.child.send(key)
                time.sleep(0.08)
        terminal.wait_for(ONSET.text)
        terminal.press("x", "\n")
        assert terminal.end() == 0
    assert events(told) == [
        "Chosen(ids=('comes',))",
        "Chosen(ids=('diarrhea',))",
        "Given(text='x')",
    ]


def test_in_the_program_a_paste_is_one_answer_at_most(home):
    shown = visit_before(home, asks(Ask.LINE))
    before = answers(home)
    terminal = Terminal([*PROGRAM, "start", "1", "--plain"], 99, 80)
    terminal.go_on()
    terminal.wait_for(shown.text)
    terminal.child.send("Zoë\nyes\n1\n2\n3\n")
    terminal.wait_for("Zoë; yes; 1; 2; 3")
    assert answers(home) == before
    terminal.press("\n", CTRL_C)
    assert terminal.end() == 130
    assert [answer.value for answer in answers(home)[len(before) :]] == ["Zoë; yes; 1; 2; 3"]


@pytest.mark.parametrize(
    ("typed", "then", "answer"),
    [
        (["\x1b[A", "\n"], ["2020", "\n"], "2020"),
        (["2002", "\x1b[D", "\x1b[1;5C", "\n"], ["2020", "\n"], "2020"),
        (["2020", "\x1bOD", "\x1b[3~", "\n"], ["\n"], "2020"),
    ],
    ids=["alone", "typed again", "kept"],
)
def test_arrow_keys_leave_nothing_in_a_line(told, typed, then, answer):
    with asking(told, "ONSET", TERM="dumb") as terminal:
        terminal.wait_for("Rather not say. >")
        terminal.press(*typed)
        terminal.wait_for("The arrow keys do")
        terminal.press(*then)
        assert terminal.end() == 0
    assert events(told) == [f"Given(text={answer!r})"]


def test_who_leaves_instead_of_reading_a_pasted_line_over_keeps_it(told):
    with asking(told, "ONSET", "NOTES", TERM="dumb") as terminal:
        terminal.wait_for("Rather not say. >")
        terminal.child.send("first\nsecond\n")
        terminal.wait_for("Several lines became one.")
        terminal.press(CTRL_C)
        assert terminal.end() == 0
    assert events(told) == ["Given(text='first; second')", "Quit()"]
