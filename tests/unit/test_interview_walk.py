"""Random people walk through the shipped questions: nothing stops them, and nothing is lost."""

from collections.abc import Iterable
from copy import copy
from functools import cache
from pathlib import Path

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Chosen, Event, Given, Quit
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import BOTH, Answer, QuestionnaireResponse
from tests.longer import dice, times
from tests.unit.made import EMPTY
from tests.unit.paper import strings
from tests.unit.talk import Talk
from tests.unit.wandering import reply, stray
from tests.unit.written import NOW

CASES = sorted((Path(__file__).parents[1] / "cases").glob("c*.yaml"))
DAYS = ("2026-11-23", "2026-11-24", "2027-02-28")
LONGEST = 600


@cache
def shipped() -> Content:
    return load()


def example(number: int) -> QuestionnaireResponse:
    """No answers yet, or those of an example patient."""
    if number % 2:
        return EMPTY
    path = CASES[number // 2 % len(CASES)]
    return read_answers(path.read_bytes(), path.name, shipped(), NOW, EMPTY).response


def sayings(answers: Iterable[Answer]) -> set[tuple[object, ...]]:
    return {(a.item, a.entry, a.value, a.by, a.typed) for a in answers}


def walk(seed: str, *, quits: int = 0) -> Talk:
    """A whole interview, which is left and taken up again a few times on its way."""
    random = dice(seed)
    quick = seed.endswith("quick")
    talk = Talk(shipped(), quick=quick)
    for _ in range(LONGEST):
        if talk.mode is Mode.DONE:
            return talk
        # A helper without a name is somebody new after a break; so nobody leaves just there.
        if quits and talk.place[0] != "helper.name" and random.random() < 0.15:
            quits -= 1
            talk = Talk(shipped(), talk.do(Quit()).response, quick=quick)
        talk.do(reply(talk, seed))
    pytest.fail(f"the interview has no end: {talk.state.spot}")


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e quick", "f quick"])
def test_leaving_and_coming_back_anywhere_ends_with_the_same_answers(seed):
    through, broken = walk(seed), walk(seed, quits=15)
    assert sayings(broken.response.shown) == sayings(through.response.shown)
    assert len(through.response.shown) > 10


def check_screen(talk: Talk) -> None:
    """What every screen promises a front end."""
    screen = talk.screen
    ids = [choice.id for choice in screen.choices]
    assert screen.text
    assert len(set(ids)) == len(ids)
    assert set(screen.exclusive) <= set(ids)
    assert not screen.enter or screen.enter in ids
    assert all(notice.text for notice in screen.notices)


def check_kept(before: Talk, event: Event, after: Talk) -> None:
    """Whatever was typed or chosen at a question is held, unless it is asked about again."""
    asked = before.state.step(before.place) if before.mode is Mode.ASK else None
    if asked is None or asked.item.repeats or not isinstance(event, (Given, Chosen)):
        return
    if after.mode is not Mode.EITHER and (after.mode, after.place) != (before.mode, before.place):
        # After a private answer the one who handed over the keyboard goes on.
        mine = {before.state.asker.by, after.state.asker.by, BOTH}
        assert any(answer.by in mine for answer in after.response.at(*before.place))


@pytest.mark.parametrize("number", range(times(48)))
def test_nothing_a_person_does_stops_the_interview_or_loses_an_answer(number):
    random = dice(number)
    talk = Talk(shipped(), example(number), answering=random.choice(["", "patient", "caregiver"]))
    for _ in range(50):
        check_screen(talk)
        before, event = copy(talk), stray(random, talk)
        talk.do(event)
        assert {*talk.response.answers} == {*before.response.answers, *talk.state.new}
        check_kept(before, event, talk)
        if talk.mode is Mode.DONE or random.random() < 0.03:
            day = random.choice(DAYS)
            talk = Talk(shipped(), talk.do(Quit()).response, day=day)
    compose(talk.state.picture)


@pytest.mark.parametrize("number", range(3))
def test_words_that_were_typed_are_on_paper_unless_they_are_private_or_not_asked(number):
    picture = walk(f"{number}").state.picture
    printed = list(strings(compose(picture)))
    by_id, active = picture.content.questionnaire.by_id, picture.views.active
    typed = [
        answer.value
        for answer in picture.response.shown
        if by_id[answer.item].type in {ItemType.TEXT, ItemType.LONG_TEXT}
        and not by_id[answer.item].private
        and (answer.place in active or answer.item.startswith("helper."))
    ]
    words = [value for value in typed if isinstance(value, str)]
    assert len(words) > 5
    assert [one for one in words if not any(one in text for text in printed)] == []


def test_full_run_after_a_quick_one_asks_only_what_that_left_out():
    quick = walk("after quick")
    told = {answer.place for answer in quick.response.shown}
    full = Talk(shipped(), quick.response)
    asked: set[tuple[str, str]] = set()
    for _ in range(LONGEST):
        if full.mode is Mode.REVIEW:
            break
        # The screen of a list comes again after each of its names; a helper says first who it is.
        if full.mode is Mode.ASK and full.place[0] != "helper.name":
            asked.add(full.place)
        full.do(reply(full, "after quick"))
    assert full.mode is Mode.REVIEW
    assert len(asked) > 20
    assert asked.isdisjoint(told)


def test_caregiver_in_a_quick_run_says_a_name_and_is_known_again():
    talk = Talk(shipped(), quick=True).each("caregiver")
    assert talk.at == "helper.name"
    talk.type("Maria").skip()
    assert Talk(shipped(), talk.response, quick=True).mode is Mode.WHO
