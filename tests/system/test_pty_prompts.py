"""The rich front end on real pseudo-terminals of several sizes."""

import re
import signal
import string
from pathlib import Path

import pytest

from pnet_prep.interview.terminal.say import MARGIN
from tests.system.terminal import Terminal, asking
from tests.unit.keyboard import CTRL_C, CTRL_D, DOWN, ENTER, SHIFT_TAB, SPACE, pasted
from tests.unit.screens import BELLY, LONG_LIST, NOTES, ONSET, PATTERN, shipped_words

SIZES = [(24, 80), (15, 40), (10, 30)]
WORDS = shipped_words()


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tmp_path / "told"


def events(told: Path) -> list[str]:
    return told.read_text(encoding="utf-8").splitlines()


def pointed(terminal: Terminal) -> str:
    """The whole text of the line pointed at, put together from its rows."""
    start = next(i for i, row in enumerate(terminal.rows) if "❯" in row)
    parts = [re.sub(r"^ ❯ (\[.\] )?", "", terminal.rows[start])]
    for row in terminal.rows[start + 1 :]:
        if not re.match(r" {7}\S", row):
            break
        parts.append(row)
    return " ".join(re.sub(r"\s+[\^v]$", "", part).strip() for part in parts)


@pytest.mark.parametrize(("rows", "columns"), SIZES)
def test_all_of_a_long_list_can_be_read(told, rows, columns):
    with asking(told, "LONG_LIST", rows=rows, columns=columns) as terminal:
        terminal.wait_for("Diarrhea")
        for choice in LONG_LIST.choices:
            terminal.press(DOWN)
            assert pointed(terminal) == choice.text
            assert LONG_LIST.text in terminal.text
            assert "Enter done" in terminal.text
            assert len(terminal.rows) == rows
        terminal.press(CTRL_C)
        terminal.end()


@pytest.mark.parametrize(("rows", "columns"), SIZES)
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("PATTERN", "Enter choose"),
        ("ONSET", "/help"),
        ("NOTES", "Enter twice done"),
        ("TOP", "tick"),
    ],
)
def test_question_and_keys_are_on_the_screen(told, rows, columns, name, hint):
    from tests.unit import screens

    with asking(told, name, rows=rows, columns=columns) as terminal:
        terminal.wait_for(getattr(screens, name).text)
        terminal.wait_for(hint)
        assert max(map(len, terminal.rows)) < columns
        terminal.press(DOWN)
        assert "❯" in terminal.text
        terminal.press(CTRL_C)
        assert terminal.end() == 0


@pytest.mark.parametrize("name", ["LONG_LIST", "BELLY", "TOP"])
def test_no_letter_changes_a_list(told, name):
    with asking(told, name) as terminal:
        terminal.wait_for("tick")
        terminal.press(*string.ascii_letters)
        terminal.press("diarrhea", ENTER, ENTER)
        assert "[x]" not in terminal.text
        assert "[1]" not in terminal.text
        terminal.press(CTRL_C)
        terminal.end()
    assert events(told) == ["Quit()"]


@pytest.mark.parametrize("stray", [ENTER, "\n", "yes\rno\r", "2\n2\n", pasted("one\ntwo\n")])
def test_a_stray_enter_or_a_paste_takes_nothing(told, stray):
    with asking(told, "PATTERN", "ONSET") as terminal:
        terminal.wait_for("All the time")
        terminal.press(stray)
        assert PATTERN.text in terminal.text
        terminal.press(DOWN, DOWN, ENTER)
        terminal.wait_for(ONSET.text)
        terminal.press(CTRL_D)
        terminal.end()
    assert events(told) == ["Chosen(ids=('comes',))", "Quit()"]


def test_two_pasted_lines_never_answer_the_next_question(told):
    with asking(told, "ONSET", "ONSET") as terminal:
        terminal.wait_for(ONSET.text)
        terminal.press("omeprazole\rmetformin\r")
        terminal.wait_for("omeprazole; metformin")
        terminal.press(ENTER)
        terminal.wait_for("metformin When did it start? ❯")
        terminal.press(pasted("one\ntwo\n"))
        terminal.wait_for("❯ one; two")
        terminal.press(ENTER)
        terminal.end()
    assert events(told) == ["Given(text='omeprazole; metformin')", "Given(text='one; two')"]


def test_what_is_typed_ahead_is_dropped(told):
    with asking(told, "ONSET", "BELLY") as terminal:
        terminal.wait_for(ONSET.text)
        terminal.press("2020")
        terminal.child.send("\r")
        terminal.child.send("\r\r \r")
        terminal.wait_for(BELLY.text)
        terminal.press(CTRL_C)
        terminal.end()
    assert events(told)[-1] == "Quit()"
    assert len(events(told)) == 2


@pytest.mark.parametrize("name", ["PATTERN", "BELLY", "ONSET", "NOTES"])
@pytest.mark.parametrize("leave", [CTRL_C, CTRL_D, signal.SIGINT])
def test_leaving_restores_the_terminal(told, name, leave):
    with asking(told, name) as terminal:
        terminal.wait_for("Ctrl-C")
        if isinstance(leave, signal.Signals):
            terminal.child.kill(leave)
        else:
            terminal.press(leave)
        assert terminal.end() == 0
        assert terminal.echoes
        assert not terminal.screen.cursor.hidden
        assert "All is kept." in terminal.text
        assert "Traceback" not in terminal.text
    assert events(told) == ["Quit()"]


def test_a_closed_terminal_keeps_what_was_answered(told):
    with asking(told, "PATTERN", "NOTES") as terminal:
        terminal.wait_for("All the time")
        terminal.press(DOWN, ENTER)
        terminal.wait_for(NOTES.text)
        assert events(told) == ["Chosen(ids=('constant',))"]


def test_suspending_is_no_answer(told):
    with asking(told, "ONSET") as terminal:
        terminal.wait_for(ONSET.text)
        terminal.press("20", "\x1a", "20", ENTER)
        terminal.end()
    assert events(told) == ["Given(text='2020')"]


def test_a_new_window_size_keeps_pointer_and_ticks(told):
    with asking(told, "LONG_LIST") as terminal:
        terminal.wait_for("Diarrhea")
        terminal.press(*[DOWN] * 4, SPACE)
        for rows, columns in [(15, 40), (10, 30), (30, 100)]:
            terminal.resize(rows, columns)
            terminal.wait_for("Enter done")
            assert pointed(terminal) == LONG_LIST.choices[3].text
            assert LONG_LIST.text in terminal.text
            assert "[x]" in terminal.text
        terminal.press(ENTER)
        terminal.end()
    assert events(told) == ["Chosen(ids=('sign3',))"]


def test_the_transcript_stays_and_the_prompts_do_not(told):
    with asking(told, "PATTERN", "ONSET", "BELLY") as terminal:
        terminal.wait_for("All the time")
        terminal.press(DOWN, ENTER)
        terminal.wait_for(ONSET.text)
        terminal.press("about Easter", SHIFT_TAB)
        terminal.wait_for(PATTERN.text)
        terminal.press(DOWN, ENTER)
        terminal.wait_for(ONSET.text)
        terminal.press(ENTER)
        terminal.wait_for(BELLY.text)
        terminal.press(DOWN, SPACE, ENTER)
        terminal.end()
        pattern = f"{MARGIN}✔ {PATTERN.text}  All the time"
        assert [row for row in terminal.rows if row] == [
            pattern,
            pattern,
            f"{MARGIN}✔ {ONSET.text}  about Easter",
            f"{MARGIN}✔ {BELLY.text}  Diarrhea",
            f"{MARGIN}All is kept.",
        ]


def test_urgent_words_stand_out_and_stay(told):
    with asking(told, "URGENT") as terminal:
        terminal.wait_for(ONSET.text)
        terminal.press("today", ENTER)
        terminal.end()
        (row,) = [y for y, text in enumerate(terminal.rows) if "▌" in text]
        assert terminal.rows[row] == " ▌ Call your doctor or emergency services now."
        assert terminal.screen.buffer[row][5].bold
        assert "You took [half] of it." in terminal.text


@pytest.mark.parametrize("no_color", ["", "1"])
def test_nothing_depends_on_color(told, no_color):
    env = {"NO_COLOR": no_color} if no_color else {}
    with asking(told, "URGENT", "BELLY", **env) as terminal:
        terminal.wait_for(ONSET.text)
        terminal.press("x", ENTER)
        terminal.wait_for(BELLY.text)
        terminal.press(DOWN, SPACE, ENTER)
        terminal.end()
    colors = re.findall(rb"\x1b\[[0-9;]*?\b(?:3[0-7]|4[0-7]|9[0-7]|38|48)\b[0-9;]*m", terminal.raw)
    assert bool(colors) is not bool(no_color)


def test_hostile_words_stay_words(told):
    with asking(told, "HOSTILE") as terminal:
        terminal.wait_for("[stopped]")
        shown = terminal.text
        terminal.press("?")
        # The list comes again below the help; a key pressed before would be dropped.
        terminal.until(lambda: "[stopped]" in terminal.text.rpartition("0m me")[2], "help")
        terminal.press(ENTER)
        terminal.end()
    for text in ("[/b]", ":pill:", "[daily]", "[link=file:///x]", "‹U+001B›[2J", "‹U+202E›abc"):
        assert text in shown
    assert b"\x1b]52" not in terminal.raw
    assert b"\x1b]8;" not in terminal.raw
    assert "\u202e".encode() not in terminal.raw
    assert b"\x1b[31m" not in terminal.raw


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"PYTHONIOENCODING": "latin-1"}])
def test_a_terminal_that_cannot_draw_gets_plain_mode(told, env):
    with asking(told, "PATTERN", **env) as terminal:
        terminal.wait_for("5. Rather not say")
        terminal.press("2\n")
        terminal.end()
        assert b"\x1b" not in terminal.raw
        typed = terminal.rows.index("> 2")
        assert terminal.rows[typed + 1] == "You chose: Comes and goes."
    assert events(told) == ["Chosen(ids=('comes',))"]


@pytest.mark.parametrize(
    "typed",
    [b"caf\xe9", b"\xff\xfe\x00", b"\x1b[2J\x1b]0;x\x07", b"\x90\x9b31m", "👩\u200d⚕️ é".encode()],
)
def test_any_bytes_are_taken_without_a_traceback(told, typed):
    with asking(told, "ONSET", "NOTES") as terminal:
        terminal.wait_for(ONSET.text)
        terminal.press(typed, "x", ENTER)
        terminal.wait_for(NOTES.text)
        terminal.press(b"\x1b[200~" + typed + b"\nline\x1b[201~", ENTER, ENTER)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text
    line, notes = events(told)
    assert line.startswith("Given(")
    assert notes.startswith("Given(")
    assert "line" in notes


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x03", ["Quit()"]),
        ("\x04", ["Quit()"]),
        ("half a thought\n\x04", ["Given(text='half a thought')", "Quit()"]),
        ("half a thought\n\x03", ["Given(text='half a thought')", "Quit()"]),
        ("/quit\n", ["Quit()"]),
    ],
)
def test_plain_mode_on_a_terminal_is_left_quietly(told, typed, kept):
    with asking(told, "NOTES", "PATTERN", TERM="dumb") as terminal:
        terminal.wait_for("only a dot. >")
        terminal.press(*typed)
        assert terminal.end() == 0
        assert "All is kept." in terminal.rows
        assert "Traceback" not in terminal.text
        assert b"\x1b" not in terminal.raw
    assert events(told) == kept
