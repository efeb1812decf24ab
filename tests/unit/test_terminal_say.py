"""What stays above the prompts of the rich terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.interview.terminal.say import notice_lines, part_lines, transcript_lines
from pnet_prep.interview.wrapping import cells
from pnet_prep.model.interview import Back, Chosen, Given, Notice, Passed, Quit, Screen
from pnet_prep.model.values import NonAnswer
from tests.unit.screens import BELLY, NOTES, ONSET, PATTERN, TOP, changed, shipped_words

WORDS = shipped_words()
TEXTS = st.text(st.characters(codec="utf-8"), max_size=300)


def transcript(event, screen: Screen, width: int = 79) -> list[str]:
    return [line for _, line in transcript_lines(event, screen, WORDS, width)]


@pytest.mark.parametrize(
    ("event", "screen", "line"),
    [
        (Given("Easter"), ONSET, " ✔ When did it start?  Easter"),
        (Passed(NonAnswer.SKIPPED), ONSET, " ✔ When did it start?  Skip this one"),
        (
            Given("Easter"),
            changed(ONSET, heading="Diarrhea", text='When did it start? A year, or "last week".'),
            " ✔ Diarrhea · When did it start?  Easter",
        ),
        (Chosen(("diarrhea", "nausea")), BELLY, " ✔ Which of these do you have?  Diarrhea; Nausea"),
    ],
)
def test_an_answer_leaves_one_line(event, screen, line):
    assert transcript(event, screen) == [line]


def test_an_order_is_shown_as_one():
    lines = transcript(Chosen(("q4", "q1")), TOP)
    assert lines == [" ✔ Which three matter most?", "     1. Question D?", "     2. Question A?"]


def test_what_is_no_answer_leaves_nothing():
    assert [transcript(event, PATTERN) for event in (Back(), Quit(), Chosen(()))] == [[]] * 3


def test_a_long_text_is_cut_in_the_echo_and_says_so():
    lines = transcript(Given("word " * 500), NOTES)
    assert len(lines) < 8
    assert lines[-1].endswith("…")


def test_urgent_notices_have_a_bar_on_every_line_and_are_bold():
    lines = notice_lines([Notice("word " * 40, urgent=True), Notice("calm")], 40)
    urgent, calm = lines[1:-1], lines[-1]
    assert len(urgent) > 3
    assert all(style == "class:urgent" and line.startswith(" ▌ ") for style, line in urgent)
    assert calm == ("", " calm")


@given(text=TEXTS, answer=TEXTS, width=st.integers(20, 120))
def test_no_line_is_wider_than_the_terminal_and_none_can_steer_it(text, answer, width):
    screen = changed(ONSET, text=text, heading=answer)
    lines = [
        *part_lines(text, width),
        *notice_lines([Notice(text, urgent=True), Notice(answer)], width),
        *transcript_lines(Given(answer), screen, WORDS, width),
    ]
    for _, line in lines:
        assert cells(line) <= width
        assert not any(char < " " or "\x7f" <= char < "\xa0" for char in line)
