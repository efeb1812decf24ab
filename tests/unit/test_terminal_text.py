"""Fields of text in the rich terminal, key by key."""

import time

import pytest

from pnet_prep.engine.reading import LONGEST_ANSWER
from pnet_prep.model.interview import Back, Chosen, Given, GoTo, Passed, Quit
from pnet_prep.model.values import NonAnswer
from tests.unit.keyboard import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_O,
    CTRL_R,
    CTRL_U,
    DOWN,
    ENTER,
    F1,
    SHIFT_TAB,
    UP,
    keyboard,
    pasted,
    press,
)
from tests.unit.screens import NOTES, ONSET, PATTERN, changed

EASTER = changed(ONSET, current="about Easter")
SLASHED = changed(ONSET, current="/2 daily")
DIARY = changed(NOTES, current="first\n/second")
ALT_ENTER = "\x1b\r"


@pytest.mark.parametrize(
    ("screen", "keys", "event"),
    [
        (ONSET, "about Easter" + ENTER, Given("about Easter")),
        (ONSET, " about Easter \n", Given("about Easter")),
        (ONSET, "back" + ENTER, Given("back")),
        (ONSET, "?" + ENTER, Given("?")),
        (ONSET, "山田 שלום 👩\u200d⚕️ e\u0301" + ENTER, Given("山田 שלום 👩\u200d⚕️ é")),
        (ONSET, "not sure" + ENTER, Passed(NonAnswer.NOT_SURE)),
        (ONSET, "/notsure" + ENTER, Passed(NonAnswer.NOT_SURE)),
        (ONSET, "/skip" + ENTER, Passed(NonAnswer.SKIPPED)),
        (ONSET, "/rathernot" + ENTER, Passed(NonAnswer.DECLINED)),
        (ONSET, "/review" + ENTER, GoTo("review")),
        (ONSET, "/back" + ENTER, Back()),
        (ONSET, "/quit" + ENTER, Quit()),
        (ONSET, "//2 daily" + ENTER, Given("/2 daily")),
        (ONSET, "half" + SHIFT_TAB, Back()),
        (ONSET, "half" + CTRL_C, Quit()),
        (ONSET, "half" + CTRL_D, Quit()),
        (ONSET, CTRL_D, Quit()),
        (ONSET, "half", Quit()),
        (ONSET, ENTER + "2020" + ENTER, Given("2020")),
        (ONSET, "/bakc" + ENTER + "2020" + ENTER, Given("2020")),
        (ONSET, "/help" + ENTER + "2020" + ENTER, Given("2020")),
        (ONSET, "20" + F1 + "20" + ENTER, Given("2020")),
        (ONSET, "20" + CTRL_R + "20" + ENTER, Given("2020")),
        (ONSET, "20" + CTRL_O + "20" + ENTER, Given("2020")),
        (changed(ONSET, can_go_back=False), SHIFT_TAB + "2020" + ENTER, Given("2020")),
        (changed(ONSET, non_answers=()), "/skip" + ENTER + "2020" + ENTER, Given("2020")),
        (EASTER, ENTER, Given("about Easter")),
        (EASTER, " 2026" + ENTER, Given("about Easter 2026")),
        (EASTER, CTRL_U + "May" + ENTER, Given("May")),
        (EASTER, CTRL_U + ENTER + "June" + ENTER, Given("June")),
        (EASTER, CTRL_U + "/help" + ENTER + ENTER, Given("about Easter")),
        (SLASHED, ENTER, Given("/2 daily")),
        (changed(EASTER, empty=True), CTRL_U + ENTER, Given("")),
        (changed(ONSET, empty=True), ENTER, Given("")),
        (changed(EASTER, enter="keep"), ENTER, Chosen(("keep",))),
        (changed(EASTER, enter="keep"), "May" + ENTER, Given("May")),
        (changed(ONSET, current="Not sure"), ENTER, Passed(NonAnswer.NOT_SURE)),
        (changed(ONSET, current="Not sure"), "May" + ENTER, Given("May")),
        (changed(ONSET, current="two\nlines"), ENTER, Given("two lines")),
    ],
)
def test_a_line(screen, keys, event):
    assert press(screen, keys) == event


@pytest.mark.parametrize(
    ("screen", "keys", "event"),
    [
        (NOTES, "one" + ENTER + "two" + ENTER * 2, Given("one\ntwo")),
        (NOTES, "one\ntwo\n\n", Given("one\ntwo")),
        (NOTES, "one" + ALT_ENTER, Given("one")),
        (NOTES, "one" + ENTER + "back" + ENTER * 2, Given("one\nback")),
        (NOTES, "one" + ENTER + "//two" + ENTER * 2, Given("one\n/two")),
        (NOTES, "one" + ENTER * 2 + "two", Given("one")),
        (NOTES, "two" + UP + "one" + ENTER * 3, Given("twoone")),
        (NOTES, "not sure" + ENTER * 2, Passed(NonAnswer.NOT_SURE)),
        (NOTES, ENTER + "one" + ENTER * 2, Given("one")),
        (NOTES, "/skip" + ENTER, Passed(NonAnswer.SKIPPED)),
        (NOTES, "/back" + ENTER, Back()),
        (NOTES, SHIFT_TAB, Back()),
        (NOTES, "one" + ENTER + "/help" + ENTER + "two" + ENTER * 2, Given("one\ntwo")),
        (NOTES, "one" + ENTER + "/back" + ENTER + "two" + ENTER * 2, Given("one\ntwo")),
        (NOTES, "one" + SHIFT_TAB + ENTER * 2, Given("one")),
        (NOTES, "one" + F1 + ENTER * 2, Given("one")),
        (NOTES, pasted("one\r\n\r\ntwo") + ENTER * 2, Given("one\n\ntwo")),
        (DIARY, ENTER * 2, Given("first\n/second")),
        (DIARY, ENTER + "/back" + ENTER, Back()),
        (DIARY, SHIFT_TAB, Back()),
        (DIARY, CTRL_C, Quit()),
        (changed(NOTES, empty=True), ENTER, Given("")),
    ],
)
def test_a_long_text(screen, keys, event):
    assert press(screen, keys) == event


@pytest.mark.parametrize("leaving", [CTRL_C, CTRL_D, ENTER + "/quit" + ENTER, ""])
def test_leaving_a_long_text_gives_it_first(leaving):
    later = DOWN + ENTER if leaving else ""
    with keyboard("half a thought" + leaving + later) as front_end:
        assert front_end.ask(NOTES) == Given("half a thought")
        assert front_end.ask(PATTERN) == Quit()


def test_a_paste_into_a_line_becomes_one_line():
    lines = "omeprazole\r\n\tmetformin\n\n"
    folded = Given("omeprazole; metformin")
    assert press(ONSET, pasted(lines) + ENTER) == folded
    assert press(ONSET, pasted("caf\udce9") + ENTER) == Given("café")


def test_a_paste_too_long_for_one_answer_stays_in_the_field_to_be_cut():
    text = "word " * (LONGEST_ANSWER // 5) + "more"
    assert press(NOTES, pasted(text) + ENTER * 2 + BACKSPACE * 5 + ENTER * 2) == Given(text[:-5])


def test_an_unmarked_paste_of_lines_waits_for_a_key_of_its_own():
    with keyboard("omeprazole\rmetformin\r", at_once=True) as front_end:
        assert front_end.ask(ONSET) == Quit()
    with keyboard("one\r\rtwo\r\r", at_once=True) as front_end:
        assert front_end.ask(NOTES) == Given("one\n\ntwo")


def test_what_was_typed_ahead_is_dropped():
    """Keys that came with an answer never reach the next question."""
    with keyboard("2020" + ENTER * 3, at_once=True) as front_end:
        assert front_end.ask(ONSET) == Given("2020")
        assert front_end.ask(ONSET) == Quit()


def test_control_characters_are_kept_out():
    event = press(ONSET, "a\x11\x1bz\x11\x00\x9bc" + ENTER)
    assert isinstance(event, Given)
    assert not [char for char in event.text if ord(char) < 32]
    assert event.text.startswith("a")


def test_backspace_past_the_start_does_nothing():
    assert press(ONSET, BACKSPACE * 3 + "2020" + ENTER) == Given("2020")


def test_a_long_paste_that_is_not_marked_is_an_answer_before_anybody_gives_up():
    text = "word " * (LONGEST_ANSWER // 5 - 1) + "end"
    start = time.process_time()
    assert press(ONSET, text + ENTER, at_once=True) == Given(text)
    assert time.process_time() - start < 8


HALF = "about Eas"


@pytest.mark.parametrize(
    ("between", "screen", "answer"),
    [
        ([], ONSET, Given("about Easter")),
        ([], changed(ONSET, text="Since when?"), Given("ter")),
        ([(PATTERN, DOWN + ENTER)], ONSET, Given("about Easter")),
        ([(PATTERN, "/who" + ENTER)], ONSET, Given("ter")),
        ([(ONSET, CTRL_U + "2020" + ENTER)], ONSET, Given("ter")),
    ],
    ids=["at once", "another question", "another answer", "another person", "answered meanwhile"],
)
def test_what_was_typed_before_going_back_stands_there_again(between, screen, answer):
    asked = [(ONSET, HALF + SHIFT_TAB), *between, (screen, "ter" + ENTER)]
    with keyboard("".join(keys for _, keys in asked)) as front_end:
        assert [front_end.ask(one) for one, _ in asked][-1] == answer


def test_what_is_private_is_not_kept_for_whoever_comes_next():
    secret = changed(ONSET, private=True)
    with keyboard(HALF + SHIFT_TAB + "ter" + ENTER) as front_end:
        assert front_end.ask(secret) == Back()
        assert front_end.ask(secret) == Given("ter")
