"""Lists in the rich terminal, key by key."""

import string

import pytest

from pnet_prep.model.interview import (
    Ask,
    Back,
    Choice,
    Chosen,
    Given,
    GoTo,
    Later,
    Passed,
    Quit,
    Screen,
    Speaker,
)
from pnet_prep.model.values import NonAnswer
from tests.unit.keyboard import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_U,
    DOWN,
    END,
    ENTER,
    F1,
    SHIFT_TAB,
    SPACE,
    UP,
    keyboard,
    pasted,
    press,
)
from tests.unit.screens import BELLY, PATTERN, RELATION, TOP, changed

COMES = Choice("comes", "Comes and goes", chosen=True)
ANSWERED = changed(PATTERN, choices=(PATTERN.choices[0], COMES))
TICKED = changed(BELLY, choices=(BELLY.choices[0]._replace(chosen=True), *BELLY.choices[1:]))
TICK = SPACE * 2
"""After letters, the first space belongs to them."""
BOTH_FIRST = tuple(choice.id for choice in BELLY.choices[:2])
READ_THIS = Screen(Ask.NOTHING, "That was all.")


@pytest.mark.parametrize(
    ("screen", "keys", "event"),
    [
        (PATTERN, DOWN + ENTER, Chosen(("constant",))),
        (PATTERN, DOWN * 2 + ENTER, Chosen(("comes",))),
        (PATTERN, DOWN * 3 + ENTER, Passed(NonAnswer.NOT_SURE)),
        (PATTERN, DOWN * 3 + UP + "\n", Chosen(("comes",))),
        (PATTERN, UP + ENTER, Back()),
        (PATTERN, "c" + ENTER, Chosen(("comes",))),
        (PATTERN, "R" + ENTER, Passed(NonAnswer.DECLINED)),
        (PATTERN, SHIFT_TAB, Back()),
        (PATTERN, CTRL_C, Quit()),
        (PATTERN, CTRL_D, Quit()),
        (BELLY, DOWN + SPACE + DOWN * 3 + SPACE + ENTER, Chosen(("diarrhea", "sweat"))),
        (BELLY, "s" + TICK + "d" + TICK + ENTER, Chosen(("diarrhea", "sweat"))),
        (BELLY, "n" + TICK + SPACE + "d" + TICK + ENTER, Chosen(("diarrhea",))),
        (BELLY, "d" + TICK + "nnn" + TICK + ENTER, Chosen(("none",))),
        (BELLY, "nnn" + TICK + "d" + TICK + ENTER, Chosen(("diarrhea",))),
        (BELLY, "d" + TICK + "r" + TICK + ENTER, Passed(NonAnswer.DECLINED)),
        (BELLY, "d" + DOWN + SPACE + UP + SPACE + ENTER, Chosen(BOTH_FIRST)),
        (BELLY, END + ENTER, Back()),
        (TOP, DOWN * 4 + SPACE + UP * 3 + SPACE + ENTER, Chosen(("q4", "q1"))),
        (TOP, (DOWN + SPACE) * 4 + ENTER, Chosen(("q1", "q2", "q3"))),
        (READ_THIS, ENTER, Chosen(())),
        (READ_THIS, UP + ENTER, Back()),
    ],
)
def test_keys_answer(screen, keys, event):
    assert press(screen, keys) == event


@pytest.mark.parametrize(
    ("screen", "keys", "event"),
    [
        (ANSWERED, ENTER, Chosen(("comes",))),
        (TICKED, ENTER, Chosen(("diarrhea",))),
        (TICKED, "d" + TICK + ENTER + CTRL_C, Quit()),
        (changed(TICKED, empty=True), "d" + TICK + ENTER, Chosen(())),
        (changed(PATTERN, enter="constant"), ENTER, Chosen(("constant",))),
        (changed(PATTERN, current="Not sure"), ENTER, Passed(NonAnswer.NOT_SURE)),
        (changed(BELLY, current="Not sure"), ENTER, Passed(NonAnswer.NOT_SURE)),
        (changed(BELLY, empty=True), ENTER, Chosen(())),
        (changed(BELLY, enter="none"), ENTER, Chosen(("none",))),
        (changed(RELATION, current="neighbor"), ENTER * 2, Given("neighbor")),
    ],
)
def test_enter_keeps_what_was_answered_and_takes_what_can_do_no_harm(screen, keys, event):
    assert press(screen, keys) == event


@pytest.mark.parametrize("screen", [PATTERN, BELLY, TOP, RELATION])
@pytest.mark.parametrize("stray", [ENTER, "\n", SPACE, ENTER * 3, pasted("yes\nno\n")])
def test_no_stray_key_takes_a_clinical_answer(screen, stray):
    assert press(screen, stray + CTRL_C) == Quit()


@pytest.mark.parametrize("screen", [BELLY, TOP])
@pytest.mark.parametrize("typed", ["diarrhea", string.ascii_letters, string.digits, "aijk"])
def test_no_letter_ticks_anything(screen, typed):
    assert press(screen, typed + ENTER + CTRL_C) == Quit()
    assert press(screen, typed + ENTER + CTRL_C, at_once=True) == Quit()


@pytest.mark.parametrize("screen", [PATTERN, BELLY, ANSWERED, TICKED, RELATION])
@pytest.mark.parametrize(
    "text", ["comes\r", "all the time\rnot sure\r", "a b\r", "d \r", "/skip\r"]
)
def test_an_unmarked_paste_answers_nothing(screen, text):
    """The last key, pressed alone, shows that the list is still open and unchanged."""
    with keyboard(text + CTRL_C, at_once=True) as front_end:
        assert front_end.ask(screen) == Quit()


def test_the_first_question_has_no_way_back():
    first = changed(PATTERN, can_go_back=False)
    assert press(first, SHIFT_TAB + DOWN + ENTER) == Chosen(("constant",))
    assert press(first, UP + ENTER) == Passed(NonAnswer.DECLINED)


def test_own_words_beside_the_choices():
    to_words = DOWN * 6 + ENTER
    assert press(RELATION, to_words + "neighbor" + ENTER) == Given("neighbor")
    assert press(RELATION, to_words + SHIFT_TAB + UP * 5 + ENTER) == Chosen(("mother",))
    assert press(RELATION, to_words + "/skip" + ENTER) == Passed(NonAnswer.SKIPPED)
    assert press(RELATION, to_words + "/back" + ENTER + CTRL_C) == Quit()


@pytest.mark.parametrize(
    ("keys", "event"),
    [
        ("my neighbor" + ENTER * 2, Given("my neighbor")),
        ("mother in law" + ENTER * 2, Given("mother in law")),
        ("67" + ENTER * 2, Given("67")),
        ("nurse" + BACKSPACE * 5 + ENTER + CTRL_C, Quit()),
        ("nurse" + ENTER + CTRL_U + "cousin" + ENTER, Given("cousin")),
        (pasted("a cousin") + ENTER * 2, Given("a cousin")),
        ("nurse" + ENTER + SHIFT_TAB + DOWN + ENTER, Chosen(("mother",))),
        ("nurse" + ENTER + CTRL_C, Quit()),
        ("mother" + ENTER, Chosen(("mother",))),
        ("no idea" + ENTER * 2, Passed(NonAnswer.NOT_SURE)),
    ],
)
def test_words_that_are_no_line_stand_in_own_words_to_be_taken(keys, event):
    said = changed(RELATION, also=(("no idea", NonAnswer.NOT_SURE),))
    assert press(said, keys) == event


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("/review", GoTo("review")),
        ("/parts", GoTo("parts")),
        ("/who", Speaker()),
        ("/later", Later()),
        ("/back", Back()),
        ("/skip", Passed(NonAnswer.SKIPPED)),
        ("/quit", Quit()),
    ],
)
def test_a_slash_opens_the_commands(typed, event):
    assert press(BELLY, typed + ENTER) == event


def test_leaving_the_commands_returns_to_the_list_as_it_was():
    for nothing in (BACKSPACE, BACKSPACE + "hello"):
        keys = "d" + TICK + "/" + nothing + ENTER + ENTER
        assert press(BELLY, keys) == Chosen(("diarrhea",))
    assert press(BELLY, "/bakc" + ENTER + "/quit" + ENTER) == Quit()


@pytest.mark.parametrize("help_key", ["?", F1, "/help" + ENTER + BACKSPACE + ENTER])
def test_help_keeps_what_was_ticked(help_key):
    assert press(BELLY, "d" + TICK + help_key + ENTER) == Chosen(("diarrhea",))


def test_closed_input_leaves():
    with keyboard("") as front_end:
        assert front_end.ask(PATTERN) == Quit()


@pytest.mark.parametrize(
    ("screen", "back", "then", "answer"),
    [
        (BELLY, SHIFT_TAB, ENTER, Chosen((BELLY.choices[0].id, BELLY.choices[1].id))),
        (BELLY, "/back" + ENTER, ENTER, Chosen((BELLY.choices[0].id, BELLY.choices[1].id))),
        (changed(BELLY, private=True), SHIFT_TAB, ENTER, Quit()),
        (changed(BELLY, choices=BELLY.choices[1:]), SHIFT_TAB, ENTER, Quit()),
    ],
    ids=["key", "command", "private", "other choices"],
)
def test_ticks_that_were_set_before_going_back_are_there_again(screen, back, then, answer):
    first = screen if screen.private else BELLY
    with keyboard(DOWN + SPACE + DOWN + SPACE + back + then) as front_end:
        assert front_end.ask(first) == Back()
        assert front_end.ask(screen) == answer
