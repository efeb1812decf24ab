"""Names offered while somebody types one, on real pseudo-terminals of several sizes."""

from pathlib import Path

import pytest

from tests.system.terminal import Terminal, asking
from tests.unit.keyboard import CTRL_C, CTRL_U, DOWN, ENTER, SHIFT_TAB, pasted
from tests.unit.screens import NAME, NAMES, ONSET

SIZES = [(24, 80), (15, 40), (10, 30)]
LONG = NAMES[-1]


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tmp_path / "told"


def events(told: Path) -> list[str]:
    return told.read_text(encoding="utf-8").splitlines()


def begins(terminal: Terminal, mark: str) -> list[str]:
    return [row for row in terminal.rows if row.startswith(mark)]


def take(terminal: Terminal, typed: str, offered: str, *moves: str) -> None:
    """Type, wait until this name is offered, then move: keys that come all at once never move."""
    terminal.press(*typed)
    terminal.until(lambda: any(row.startswith(f"   {offered}") for row in terminal.rows), offered)
    terminal.press(*moves)


@pytest.mark.parametrize(("rows", "columns"), SIZES)
def test_names_stand_below_the_line_and_nothing_is_taken_unless_a_key_moved_there(
    told, rows, columns
):
    with asking(told, *["NAME"] * 4, rows=rows, columns=columns) as terminal:
        terminal.wait_for(NAME.text)
        take(terminal, "oMEp", "omeprazole")
        assert begins(terminal, " ❯ ") == [" ❯ oMEp"]
        assert begins(terminal, "   o") == ["   omeprazole"]
        assert NAME.text in terminal.text
        terminal.press(ENTER)
        terminal.wait_for(f"oMEp {NAME.text}")
        take(terminal, "oMEp", "omeprazole", DOWN)
        assert begins(terminal, " ❯ ") == [" ❯ omeprazole"] * 2
        terminal.press(" 2x", ENTER)
        terminal.wait_for(f"omeprazole 2x {NAME.text}")
        take(terminal, "neu", "Neurofibromatosis 1", "\t")
        assert terminal.text.count("Neurofibromatosis 1") == 2
        assert "very long" in terminal.text
        assert NAME.text in terminal.text
        assert "F1 or /help" in terminal.text
        terminal.press(ENTER)
        terminal.wait_for(f"very long {NAME.text}")
        terminal.press(*"山田 é", DOWN, ENTER)
        assert terminal.end() == 0
    texts = ["oMEp", "omeprazole 2x", LONG, "山田 é"]
    assert events(told) == [f"Given(text={text!r})" for text in texts]


@pytest.mark.parametrize("paste", ["omep\r", "om\tep\r", pasted("omep") + "\r", "a\romep\t\r"])
def test_a_paste_takes_no_name_and_answers_one_question(told, paste):
    with asking(told, "NAME", "ONSET") as terminal:
        terminal.wait_for(NAME.text)
        terminal.press(paste, ENTER)
        terminal.wait_for(ONSET.text)
        terminal.press(CTRL_C)
        terminal.end()
    assert events(told)[1:] == ["Quit()"]
    assert "omeprazole" not in events(told)[0]


def test_a_new_window_size_keeps_the_line_and_shows_the_names_that_there_is_room_for(told):
    with asking(told, "ONSET", "NAME") as terminal:
        terminal.wait_for(ONSET.text)
        terminal.press("x", ENTER)
        terminal.wait_for(NAME.text)
        take(terminal, f"aaa{CTRL_U}vit", "vitamin d", DOWN, DOWN)
        for rows, columns in [(15, 40), (10, 30), (8, 24), (30, 100)]:
            terminal.resize(rows, columns)
            terminal.wait_for("F1 or /help")
            assert begins(terminal, " ❯ ") == [" ❯ vitamin d"] * 2
        terminal.press(SHIFT_TAB)
        terminal.wait_for(ONSET.text)
        terminal.press(CTRL_C)
        assert terminal.end() == 0
    assert events(told)[1:] == ["Back()", "Quit()"]


def test_plain_mode_numbers_the_names_on_a_terminal(told):
    with asking(told, "NAME", "NAME", columns=40, TERM="dumb") as terminal:
        terminal.wait_for(NAME.text)
        terminal.press("omep\n")
        terminal.wait_for("0. Keep what you typed: omep")
        terminal.press("1\n")
        terminal.wait_for("You chose: omeprazole.")
        terminal.press("Omeprazole 20 mg\n")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw
        assert max(map(len, terminal.rows)) < 40
    assert events(told) == ["Meant(text='omeprazole')", "Given(text='Omeprazole 20 mg')"]
