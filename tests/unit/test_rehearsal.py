"""The six questions one by one, in both front ends and as lines."""

import re
from io import StringIO

import pytest

from pnet_prep.engine.rehearse import Rehearsed
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.interview.rehearsal import all_lines, rehearse_with
from tests.unit.keyboard import CTRL_C, ENTER, SHIFT_TAB, keyboard
from tests.unit.screens import shipped_words

SIX = tuple(Rehearsed(f"Asked {n}?", f"Said {n}." * (n != 2)) for n in range(6))
WORDS = shipped_words()


def plain(typed: str) -> tuple[bool, str]:
    out = StringIO()
    stayed = rehearse_with(PlainFrontEnd(WORDS, StringIO(typed), out, lambda: 79), SIX, WORDS)
    return stayed, out.getvalue()


@pytest.mark.parametrize(
    ("keys", "stayed"),
    [
        (ENTER * 6, True),
        (ENTER * 5, False),
        (ENTER + SHIFT_TAB + ENTER * 6, True),
        (ENTER + SHIFT_TAB + ENTER * 5, False),
        (SHIFT_TAB + "x" + ENTER * 6, True),
        (ENTER + CTRL_C + ENTER * 6, False),
    ],
)
def test_enter_goes_on_and_shift_tab_back(keys, stayed):
    with keyboard(keys) as front_end:
        assert rehearse_with(front_end, SIX, WORDS) is stayed


def test_plain_lines_tell_each_in_its_turn():
    stayed, said = plain("\n" * 6)
    assert stayed
    places = [said.index(f"Asked {n}?") for n in range(6)]
    assert places == sorted(places)
    assert WORDS["rehearse.end"].split(". ", maxsplit=1)[0] in said
    assert WORDS["plain.start.answer"] not in said


@pytest.mark.parametrize(
    ("typed", "stayed"),
    [("\n/back\n" + "\n" * 6, True), ("/back\n" + "\n" * 6, True), ("\n/quit\n", False)],
)
def test_plain_lines_can_go_back_and_leave(typed, stayed):
    left, said = plain(typed)
    assert left is stayed
    assert "Asked 1?" in said


@pytest.mark.parametrize("typed", ["/review", "/who", "/later", "/parts", "words"])
def test_what_leads_nowhere_stays_at_the_question(typed):
    stayed, said = plain(f"{typed}\n" + "\n" * 6)
    assert stayed
    assert said.count("Asked 0?") == 1


def test_help_names_what_leads_somewhere_and_nothing_else():
    said = plain("\n/help\n" + "\n" * 5)[1]
    assert set(re.findall(r"/[a-z]+", said)) == {"/back", "/list", "/more", "/quit"}


def test_unanswered_question_says_that_not_sure_is_fine():
    lines = all_lines(SIX, WORDS)
    assert lines.count(WORDS["rehearse.nothing"]) == 1
    assert sum(f"Asked {n}?" in line for n in range(6) for line in lines) == 6
