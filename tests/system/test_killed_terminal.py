"""Interviews on real terminals, killed at random: all they took is there, and they go on."""

import shutil

import pytest

from tests.longer import dice, times
from tests.system.sittings import Sitting, held

KILLS = times(40)
ENOUGH = 60
"""Answers after which a new visit begins: well before the review, where nothing is recorded."""

LONGEST_PAUSE = 0.03
"""Seconds between the last key and the kill, at most: about twice what a save takes."""


@pytest.mark.row("T4", "kills of an interview on a real terminal")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_interview_keeps_what_it_took_and_goes_on_at_the_next_question(
    seed, home, survived
):
    rolled = dice(seed)
    for _ in range(KILLS // 2):
        sitting = Sitting(home, rolled)  # waits for the question that must come
        for _ in range(rolled.randint(0, 2)):
            sitting.answers()
        known = sitting.before + sitting.accepted
        most = sitting.before + sitting.killed(rolled.uniform(0, LONGEST_PAUSE))
        assert known <= held(home) <= most
        survived(1)
        if held(home).total() > ENOUGH:
            shutil.rmtree(home / "visits")


@pytest.mark.row("T4", "pairs of terminals on one visit at once, killed or left")
@pytest.mark.parametrize("seed", range(times(2)))
@pytest.mark.parametrize("ends", ["killed", "left"])
def test_two_terminals_on_one_visit_lose_nothing_of_each_other(seed, ends, home):
    rolled = dice(seed)
    Sitting(home, rolled).answers()
    two = [Sitting(home, rolled), Sitting(home, rolled)]
    for _ in range(rolled.randint(3, 8)):
        rolled.choice(two).answers()
    known = two[0].before + two[0].accepted + two[1].accepted
    most = two[0].before
    for sitting in two:
        if ends == "killed":
            most += sitting.killed(rolled.uniform(0, LONGEST_PAUSE))
        else:
            sitting.terminal.press("\x03")
            assert sitting.terminal.end() == 130
            most += sitting.accepted
    assert known <= held(home) <= most
