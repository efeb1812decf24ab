"""What was agreed at one visit is asked about at the next, until it is done or not needed."""

from copy import copy
from functools import cache

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.earlier import filled
from pnet_prep.engine.flow import Asker, steps
from pnet_prep.engine.picture import Picture, look
from pnet_prep.model.checklist import Facts, Heading
from pnet_prep.model.questionnaire import Questionnaire
from pnet_prep.model.response import QuestionnaireResponse
from tests.unit.made import EMPTY, TODAY
from tests.unit.two_visits import Following, read_visit, shipped

STILL = "after.step.still"


@cache
def told_then() -> Picture:
    """The first example visit with what was written down after it."""
    first = read_visit("first.yaml")
    return read_visit("first_after.yaml", None, first.response)


def asked_of(picture: Picture, command: str = "") -> list[str]:
    questionnaire: Questionnaire = picture.content.questionnaire
    found = steps(questionnaire, picture.response, picture.views, Asker(), command=command)
    return [step.item.link_id for step in found]


def titles(picture: Picture) -> list[str]:
    return [block.text for block in compose(picture).blocks if isinstance(block, Heading)]


def facts(picture: Picture, title: str) -> dict[str, tuple[str, ...]]:
    blocks = [block for block in compose(picture).blocks if isinstance(block, Facts)]
    return {
        one.label: one.values for block in blocks if block.title == title for one in block.facts
    }


@cache
def asking() -> Following:
    return Following(told_then()).to(STILL)


@cache
def answered(said: str) -> Picture:
    return copy(asking()).choose(said).state.picture


def test_each_step_is_asked_about_by_name_with_who_and_by_when():
    talk = asking()
    assert talk.screen.heading == "CT scan"
    assert not any(choice.chosen for choice in talk.screen.choices)
    (before,) = talk.notices
    assert before.startswith("From your visit of 3 May 2026:")
    assert "in two weeks (about 18 May 2026)" in before


def test_before_a_visit_nothing_else_is_asked_of_what_comes_after_it():
    asked = [name for name in asked_of(answered("same")) if name.startswith("after.")]
    assert asked == [STILL]
    assert STILL not in asked_of(read_visit("first.yaml"))


def test_what_is_not_done_yet_is_a_question_for_the_doctor_with_its_name():
    picture = answered("same")
    (question,) = [one for one in picture.suggestions if one.id == "agreed_open"]
    assert question.because == "because you said: CT scan: not done yet"
    assert facts(picture, "CT scan")["By when"] == ("in two weeks (about 18 May 2026)",)


@pytest.mark.parametrize("said", ["stopped", "dropped"])
def test_what_is_done_or_not_needed_raises_nothing_and_is_not_asked_about_again(said):
    picture = answered(said)
    assert "agreed_open" not in {one.id for one in picture.suggestions}
    assert STILL not in asked_of(look(shipped(), EMPTY, TODAY, picture))


def test_what_is_not_done_at_the_second_visit_is_asked_about_at_the_third():
    second = answered("same")
    assert STILL in asked_of(look(shipped(), EMPTY, TODAY, second))
    left_open = second.with_response(filled(EMPTY, told_then().response, told_then().ready))
    assert STILL in asked_of(look(shipped(), EMPTY, TODAY, left_open))


def test_steps_of_an_earlier_visit_leave_room_to_write_new_ones():
    room = shipped().words["print.next_steps"]
    picture = answered("same")
    assert room in titles(picture)
    own: QuestionnaireResponse = told_then().response
    assert room not in titles(look(shipped(), own, TODAY))


def test_after_the_second_visit_the_step_stands_in_its_list():
    picture = answered("same")
    assert len(picture.response.entries("after.step")) == 1
    assert "after.step" in asked_of(picture, "after")


def test_a_question_that_is_still_asked_in_other_words_is_there_to_be_reworded():
    talk = Following(told_then()).to("wish.question.still").choose("changed")
    assert talk.at == "wish.question.text"
    assert talk.screen.current == "Can I travel?"
    entry = talk.place[1]
    talk.type("Can I fly to Spain?")
    assert talk.said("wish.question.text", entry) == ["Can I fly to Spain?"]
    assert talk.at not in {"wish.question", "wish.question.text"}


def test_what_is_not_reworded_stays_as_it_was():
    talk = Following(told_then()).to("wish.question.still").choose("changed")
    entry = talk.place[1]
    assert talk.skip().said("wish.question.text", entry) == ["Can I travel?"]
