"""Keys nobody means in a field of text: they hand nothing in, and take no letter away."""

import string

import pytest

from pnet_prep.interview.terminal.unmeant import BY_FINGER
from pnet_prep.model.interview import Back, Given, Quit
from tests.unit.keyboard import CTRL_C, CTRL_U, ENTER, SHIFT_TAB, press
from tests.unit.screens import NOTES, ONSET

ESCAPE, LEFT = "\x1b", "\x1b[D"
LETTERS = set(string.printable) - set(string.whitespace) - set("O[b f")
"""What may follow a lone Escape and is typed then; the others begin the codes of other keys."""

MACROS = "\x00\x07\x0f\x11\x13\x14\x18\x1c\x1d\x1e"
DELETE_BY_FINGER = "\x08\x0b\x15\x17\x1f\x7f"
fields = pytest.mark.parametrize(("screen", "enter"), [(ONSET, ENTER), (NOTES, ENTER * 2)])


@fields
@pytest.mark.parametrize("at_once", [False, True])
def test_no_key_of_a_macro_hands_the_text_in_or_swallows_a_letter(screen, enter, at_once):
    keys = "".join(f"{key}x" for key in MACROS)
    assert press(screen, "ab" + keys + enter, at_once=at_once) == Given("ab" + "x" * len(MACROS))


@fields
def test_what_is_typed_after_escape_is_typed(screen, enter):
    typed = "".join(sorted(LETTERS - {"/"}))
    keys = "".join(ESCAPE + letter for letter in typed)
    assert press(screen, "ab" + keys + enter) == Given("ab" + typed)
    assert press(screen, f"ab{ESCAPE}{ESCAPE}cd{ESCAPE}{enter}") == Given("abcd")


def test_an_escape_before_enter_of_a_paste_changes_nothing():
    assert press(ONSET, f"one{ESCAPE}\rtwo", at_once=True) == Quit()
    assert press(ONSET, f"one{ESCAPE}{SHIFT_TAB}") == Back()


def test_alt_moves_by_words():
    assert press(ONSET, f"one two{ESCAPE}bx{ESCAPE}fy{ENTER}") == Given("one xtwoy")
    assert press(ONSET, f"one two{ESCAPE}\x7fthree{ENTER}") == Given("one three")
    assert press(ONSET, f"one{LEFT}{LEFT}x{ENTER}") == Given("oxne")


@fields
@pytest.mark.parametrize("key", DELETE_BY_FINGER, ids=(*BY_FINGER[:4], "c-_", "backspace"))
def test_a_paste_deletes_nothing(screen, enter, key):
    assert press(screen, f"one two{key}three{CTRL_C}", at_once=True) in (
        Given("one twothree"),
        Quit(),
    )
    assert press(screen, CTRL_U + "one" + enter) == Given("one")
