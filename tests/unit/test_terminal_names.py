"""Names under a line of text in the rich terminal, key by key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.interview.terminal.offer import Offer
from pnet_prep.interview.terminal.text_state import TextState
from pnet_prep.model.interview import Back, Given, Passed, Quit
from pnet_prep.model.values import NonAnswer
from tests.unit.keyboard import (
    BACKSPACE,
    CTRL_C,
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
from tests.unit.screens import NAME, ONSET, changed, shipped_words

TAB = "\t"
EARLIER = changed(NAME, current="omep")


@pytest.mark.parametrize(
    ("screen", "keys", "event"),
    [
        (NAME, "omep" + ENTER, Given("omep")),
        (NAME, "omep" + DOWN + ENTER, Given("omeprazole")),
        (NAME, "omep" + TAB + ENTER, Given("omeprazole")),
        (NAME, "omep" + DOWN * 2 + ENTER, Given("esomeprazole")),
        (NAME, "OMEP " + DOWN * 3 + ENTER, Given("OMEP")),
        (NAME, "omep" + DOWN * 2 + UP + ENTER, Given("omeprazole")),
        (NAME, "omep" + DOWN + UP + ENTER, Given("omep")),
        (NAME, "omep" + UP + ENTER, Given("omep")),
        (NAME, "omep" + DOWN + " 40 mg" + ENTER, Given("omeprazole 40 mg")),
        (NAME, "omep" + DOWN + BACKSPACE + ENTER, Given("omeprazol")),
        (NAME, "omep" + DOWN + CTRL_U + "ins" + TAB + ENTER, Given("insulin")),
        (NAME, "zinc, omep" + DOWN + ENTER, Given("zinc, omeprazole")),
        (NAME, "zoe" + DOWN + ENTER, Given("Zoë's drops")),
        (NAME, "irbesartan" + DOWN + TAB + ENTER, Given("irbesartan")),
        (NAME, "山田" + TAB + ENTER, Given("山田")),
        (NAME, DOWN + TAB + "omep" + ENTER, Given("omep")),
        (NAME, pasted("omep") + ENTER, Given("omep")),
        (NAME, pasted("omep\tx") + ENTER, Given("omep x")),
        (NAME, pasted("a\nomep\n") + ENTER, Given("a; omep")),
        (NAME, pasted("a\nomep\n") + TAB + ENTER, Given("a; omeprazole")),
        (NAME, "/not" + DOWN + ENTER + CTRL_U + "x" + ENTER, Given("x")),
        (NAME, "/notsure" + DOWN + ENTER, Passed(NonAnswer.NOT_SURE)),
        (NAME, "omep" + F1 + ENTER, Given("omep")),
        (NAME, "omep" + F1 + TAB + ENTER, Given("omeprazole")),
        (NAME, "omep" + DOWN + SHIFT_TAB, Back()),
        (NAME, "omep" + DOWN + CTRL_C, Quit()),
        (NAME, "omep" + DOWN, Quit()),
        (EARLIER, ENTER, Given("omep")),
        (EARLIER, DOWN + TAB + ENTER, Given("omep")),
        (EARLIER, "r" + DOWN + ENTER, Given("omeprazole")),
        (ONSET, "omep" + DOWN + TAB + ENTER, Given("omep")),
    ],
)
def test_a_name_is_taken_only_where_a_key_moved_there(screen, keys, event):
    assert press(screen, keys) == event


@pytest.mark.parametrize(
    "paste", ["omep\t40 mg\r", "a\tomep\t\r", "omep" + DOWN + "\r", "omep\t\n"]
)
def test_an_unmarked_paste_takes_no_name(paste):
    event = press(NAME, paste, at_once=True)
    assert isinstance(event, Given)
    assert "omeprazole" not in event.text
    assert "omep" in event.text


def test_moving_keys_that_arrive_together_on_a_slow_line_still_move():
    with keyboard(DOWN + ENTER, at_once=True) as front_end:
        prompt = changed(NAME, current="ome")
        assert front_end.ask(prompt) == Given("ome")
    assert press(NAME, "omep" + DOWN * 2 + ENTER) == Given("esomeprazole")


def offer(line: str = "") -> Offer:
    made = Offer.of(TextState.of(NAME, shipped_words()))
    assert made is not None
    made.look(line)
    return made


@given(
    typed=st.text(st.characters(codec="utf-8"), max_size=8),
    steps=st.lists(st.sampled_from([1, -1]), max_size=12),
)
def test_the_line_is_always_what_was_typed_or_that_with_a_whole_name_at_its_end(typed, steps):
    shown = offer(typed)
    line = typed
    for step in steps:
        line = shown.move(line, step)
        if shown.at is None:
            assert line == typed
        else:
            assert line.endswith(shown.names[shown.at])
            assert shown.names[shown.at] in NAME.suggest


@given(
    heights=st.lists(st.integers(1, 4), max_size=8).map(tuple),
    room=st.integers(-2, 12),
    at=st.one_of(st.none(), st.integers(0, 7)),
)
def test_no_name_is_cut_and_the_one_in_the_line_is_among_those_shown(heights, room, at):
    shown = offer()
    shown.at = at if at is not None and at < len(heights) else None
    seen = shown.visible(heights, room)
    assert sum(heights[place] for place in seen) <= max(room, 0)
    if shown.at is not None and heights[shown.at] <= room:
        assert shown.at in seen
