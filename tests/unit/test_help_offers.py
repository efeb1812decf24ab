"""The help of a screen names the commands that work there, and no others."""

import re

import pytest

from pnet_prep.interview.commands import COMMANDS, Aside
from pnet_prep.interview.screens import screen
from pnet_prep.interview.state import State
from pnet_prep.interview.step import step
from pnet_prep.interview.terminal import front_end
from pnet_prep.model.interview import Screen
from pnet_prep.model.response import Moment
from tests.unit.heard import Heard
from tests.unit.keyboard import CTRL_C, ENTER, F1, keyboard
from tests.unit.kinds import states
from tests.unit.screens import PATTERN, changed, shipped_words
from tests.unit.talk import Talk
from tests.unit.two_visits import shipped

WORDS = shipped_words()
REFUSALS = {WORDS[one] for one in ("command.not_here", "problem.choose", "back.first")}
MOMENT = Moment(1_795_000_000_000, "2026-11-23", "ab" * 16)


def offered(shown: Screen) -> set[str]:
    heard = Heard("/help\n")
    heard.ask(shown)
    _, _, helped = heard.said.rpartition("> \n")[0].rpartition("> ")
    return set(re.findall(r"/[a-z]+", helped))


def works(name: str, state: State) -> bool:
    match COMMANDS[name]:
        case Aside():
            return True
        case event:
            after = step(state, event, MOMENT)
            return not {notice.text for notice in after.notices} & REFUSALS


@pytest.mark.parametrize("name", states())
def test_what_the_help_names_works_there(name):
    state = states()[name]
    named = offered(screen(state))
    assert named >= {"/quit", "/list", "/more", "/parts", "/review"}
    assert all(works(one, state) for one in named)


def test_the_first_question_cannot_be_skipped_and_has_none_before_it():
    named = offered(Talk(shipped()).screen)
    assert not named & {"/back", "/skip", "/notsure", "/rathernot", "/later"}


def test_the_top_three_can_be_skipped_but_nobody_is_unsure_of_them():
    named = offered(screen(states()["top three"]))
    assert ("/skip" in named, "/notsure" in named, "/rathernot" in named) == (True, False, False)


def test_after_the_visit_no_list_of_questions_is_offered():
    assert "/questions" in offered(PATTERN)
    assert "/questions" not in offered(changed(PATTERN, can_drop=False))


def test_a_full_terminal_offers_the_same(monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(front_end, "say", lambda lines: said.extend(text for _, text in lines))
    with keyboard(F1 + ENTER + CTRL_C) as terminal:
        terminal.ask(Talk(shipped()).screen)
    assert "/review" in " ".join(said)
    assert "/skip" not in " ".join(said)
