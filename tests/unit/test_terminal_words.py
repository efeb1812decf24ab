"""Words typed into a list: they point where they fit, and never take what they only passed by."""

import string

import pytest

from pnet_prep.interview.terminal import list_keys
from pnet_prep.interview.terminal.list_state import NO_LINE, ListState
from pnet_prep.model.interview import Ask, Back, Choice, Chosen, Passed, Quit, Screen
from pnet_prep.model.values import NonAnswer
from tests.unit.keyboard import CTRL_C, ENTER, SPACE, press
from tests.unit.kinds import kinds, listed
from tests.unit.screens import PATTERN, RELATION, WORST, changed, shipped_words

YES_NO = Screen(
    Ask.ONE,
    "Do you have pain?",
    choices=(Choice("yes", "Yes"), Choice("no", "No")),
    non_answers=tuple(NonAnswer),
)
ANSWERED = changed(YES_NO, choices=(Choice("yes", "Yes", chosen=True), Choice("no", "No")))
SIGNS = Screen(
    Ask.MANY,
    "Which of these?",
    choices=(
        Choice("belly", "Pain in the belly"),
        Choice("back", "Pain in the back"),
        Choice("itch", "Itchy skin"),
        Choice("none", "None of these"),
    ),
    non_answers=tuple(NonAnswer),
)
FOUND = changed(
    SIGNS, choices=(Choice("found", "A tumor was found"), Choice("feel", "For how I feel"))
)
CALLED = changed(
    YES_NO,
    choices=(Choice("us", "United States"), Choice("uk", "United Kingdom")),
    also=(("UK", "uk"), ("USA", "us"), ("don't know", NonAnswer.NOT_SURE)),
)
TICKED = changed(SIGNS, choices=(*SIGNS.choices[:2], Choice("itch", "Itchy skin", chosen=True)))


@pytest.mark.parametrize(
    ("screen", "keys", "event"),
    [
        (YES_NO, "yes" + ENTER, Chosen(("yes",))),
        (YES_NO, "No" + ENTER, Chosen(("no",))),
        (YES_NO, "not sure" + ENTER, Passed(NonAnswer.NOT_SURE)),
        (YES_NO, "skip" + ENTER, Passed(NonAnswer.SKIPPED)),
        (YES_NO, "go back" + ENTER, Back()),
        (YES_NO, "nn" + ENTER, Passed(NonAnswer.NOT_SURE)),
        (WORST, "10" + ENTER, Chosen(("s10",))),
        (WORST, "1" + ENTER, Chosen(("s1",))),
        (SIGNS, "pain in the ba" + SPACE + SPACE + ENTER, Chosen(("back",))),
        (SIGNS, "itchy" + ENTER + SPACE + ENTER, Chosen(("itch",))),
        (SIGNS, "go back" + ENTER, Back()),
        (CALLED, "uk" + ENTER, Chosen(("uk",))),
        (CALLED, "u.s.a." + ENTER, Chosen(("us",))),
        (CALLED, "don't know" + ENTER, Passed(NonAnswer.NOT_SURE)),
        (CALLED, "united k" + ENTER, Chosen(("uk",))),
        (FOUND, "a" + SPACE * 2 + ENTER, Chosen(("found",))),
        (FOUND, "a tumor" + SPACE * 2 + ENTER, Chosen(("found",))),
        (FOUND, "a tumor" + SPACE * 2 + "f" + SPACE * 2 + ENTER, Chosen(("found", "feel"))),
    ],
)
def test_a_word_points_at_the_line_that_begins_with_it(screen, keys, event):
    assert press(screen, keys) == event


@pytest.mark.parametrize(
    ("screen", "keys"),
    [
        (YES_NO, "diarrhea" + ENTER * 3),
        (YES_NO, "yesterday" + ENTER * 3),
        (YES_NO, "nothing" + SPACE + "else" + ENTER * 3),
        (YES_NO, "vitamin y" + ENTER * 3),
        (ANSWERED, "no idea" + ENTER),
        (PATTERN, "all day" + ENTER * 3),
        (SIGNS, "pain in the leg" + ENTER * 3),
        (SIGNS, "pain in the belly" + ENTER * 3),
        (SIGNS, "itchy skin" + SPACE + ENTER),
        (SIGNS, "p" + SPACE + ENTER),
        (CALLED, "ukraine" + ENTER),
        (SIGNS, "a friend told me" + ENTER * 2),
        (FOUND, "a friend told me" + ENTER * 2),
        (FOUND, "a" + SPACE + ENTER),
        (TICKED, "pain" + ENTER),
        (TICKED, "nausea" + ENTER),
    ],
)
def test_a_word_takes_nothing_it_passed_by(screen, keys):
    assert press(screen, keys + CTRL_C) == Quit()


def test_after_a_while_a_letter_begins_anew(monkeypatch):
    clock = iter(range(0, 1000, 2))
    monkeypatch.setattr(list_keys, "monotonic", lambda: float(next(clock)))
    assert press(YES_NO, "yn" + ENTER) == Chosen(("no",))
    assert press(FOUND, "a" + SPACE + ENTER + CTRL_C) == Quit()


@pytest.mark.parametrize("name", listed())
def test_no_letter_and_no_word_answers_any_kind_of_list(name):
    screen = kinds()[name]
    word = "diarrhea at night" if name == "review" else "diarrhea"  # a line there begins with it
    added = Chosen((screen.adds,))  # leads to where it can be added, and answers nothing yet
    assert press(screen, word + ENTER + CTRL_C) == (added if screen.adds else Quit())
    for letter in string.ascii_letters + string.digits:
        state = ListState.of(screen, shipped_words())
        before = state.ticked
        state.spell(letter)
        state.spell(letter)
        assert state.ticked == before


def test_an_enter_after_letters_that_came_together_takes_nothing():
    """As on a slow line: one letter of a word by itself, the others at once, then Enter."""
    state = ListState.of(YES_NO, shipped_words())
    state.spell("n")
    assert state.pasted() == "key.pasted"
    state.spell("y")
    assert state.tick() == NO_LINE
    state.spell("n")
    assert state.enter() == NO_LINE
    assert state.enter() == "key.point_first"
    state.spell("n")
    assert state.enter() == Chosen(("no",))


def test_letters_after_a_paste_are_no_words_of_ones_own():
    state = ListState.of(RELATION, shipped_words())
    assert state.pasted() == "key.pasted"
    state.spell("x")
    assert not state.carries
    assert state.enter() == NO_LINE
