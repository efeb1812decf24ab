"""Two people at one keyboard: both views, what they agree on, and the patient alone for a while."""

import pytest

from pnet_prep.engine.flow import Asker
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, GoTo, Later, Passed, Speaker
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import NonAnswer
from tests.unit.keyboard_of_two import asked, by, helped, named, small
from tests.unit.made import PEOPLE, content
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

WORDS = shipped_words()
LEO = {"Maria (mother)": "yes", "Leo": "no"}


@pytest.fixture
def made() -> Content:
    return small()


@pytest.fixture
def talk(made) -> Talk:
    return Talk(made)


def test_somebody_else_and_later_are_offered_once_a_second_person_is_known(talk):
    assert talk.each("patient").screen.beside == ()
    talk.do(Back())
    kinds = [type(event) for event, _ in named(talk).screen.beside]
    assert kinds == [Speaker, Later]


def test_caregiver_can_type_what_the_patient_says(talk):
    named(talk).each("yes").do(Back(), Speaker())
    (maria,) = talk.response.entries("helper")
    says = [choice for choice in talk.screen.choices if choice.id == f"says:{maria}"]
    assert [choice.text for choice in says] == ["Maria (mother) types what Leo says"]
    talk.each(f"says:{maria}")
    assert talk.screen.text == "Does Leo have pain?"
    talk.each("no")
    assert by(talk, "life.pain") == LEO
    assert {answer.typed for answer in talk.response.at("life.pain")} == {maria}
    talk.do(Speaker())
    assert [choice.id for choice in talk.screen.choices if choice.chosen] == [f"says:{maria}"]
    assert "life.home" not in asked(talk)


def two_views(talk: Talk) -> Talk:
    """At the question about pain, where Maria and Leo see it in two ways."""
    named(talk).each("yes").do(Speaker()).each(PATIENT, "not_now")
    talk.do(GoTo("review")).each("life.pain|", "no")
    return talk.each("life.pain|")


def test_both_views_stand_side_by_side_in_the_review(talk):
    two_views(talk).do(GoTo("review"))
    (line,) = [choice.text for choice in talk.screen.choices if choice.id == "life.pain|"]
    assert line == "Do you have pain: Leo: No; Maria (mother): Yes"


def test_agreeing_takes_the_place_of_exactly_what_was_on_the_screen(talk):
    two_views(talk).do(Speaker()).each(BOTH)
    assert talk.at == "life.pain"
    assert talk.notices[-1] == WORDS["view.agree"]
    shown = {answer.id for answer in talk.response.at("life.pain")}
    talk.each("yes")
    (agreed,) = talk.response.at("life.pain")
    assert (agreed.by, set(agreed.replaces)) == (BOTH, shown)


@pytest.mark.parametrize("how", [NonAnswer.SKIPPED, NonAnswer.DECLINED])
def test_both_who_agree_on_nothing_keep_each_view(talk, how):
    two_views(talk).do(Speaker()).each(BOTH).do(Passed(how))
    assert LEO.items() <= by(talk, "life.pain").items()


def test_joint_answer_kept_as_it_was_still_ends_two_views(talk):
    together = talk.each("together").type("Maria").each("mother").type("Leo").each("not_now")
    together.skip(2).type("tired").do(Speaker()).each(together.response.entries("helper")[0])
    together.do(GoTo("review")).each("life.note|").type("worn out")
    assert len(together.response.at("life.note")) == 2
    together.do(Speaker()).each(BOTH).do(GoTo("review")).each("life.note|").type("tired")
    assert [(a.by, a.value) for a in together.response.at("life.note")] == [(BOTH, "tired")]


def test_patient_can_be_alone_after_a_caregiver_has_answered(talk):
    helped(talk).type("Leo")
    assert talk.mode is Mode.ALONE
    assert talk.screen.enter == "not_now"
    assert "Leo" in talk.screen.text
    talk.each("alone")
    assert (talk.at, talk.screen.private) == ("life.home", True)
    assert talk.state.asker == Asker()


def test_caregiver_goes_on_after_what_is_private_and_is_shown_none_of_it(talk):
    helped(talk).type("Leo").each("alone", "yes")
    assert talk.mode is Mode.WHO
    assert by(talk, "life.home") == {"Leo": "yes"}
    (maria,) = talk.response.entries("helper")
    assert talk.each(maria).at == "life.pain"
    assert "life.home" not in asked(talk)
    assert not any("life.home" in one.id for one in talk.do(GoTo("review")).screen.choices)
    assert talk.do(Back(), Back()).at != "life.home"


def test_not_now_keeps_what_is_private_closed_and_is_not_asked_again(talk):
    named(talk).each("yes").type("saw it")
    assert talk.type("no").mode is Mode.REVIEW
    assert "life.home" not in asked(talk)


def test_patient_who_takes_over_is_asked_again_whether_they_are_alone(talk):
    named(talk).each("yes").do(Speaker()).each(PATIENT)
    assert talk.mode is Mode.ALONE
    assert "you" in talk.screen.text
    talk.each("not_now")
    assert talk.at == "life.saw"
    talk.do(Speaker()).each(PATIENT, "alone")
    assert talk.at == "life.home"


def test_words_do_not_say_that_somebody_is_alone(talk):
    helped(talk).type("Leo").type("alone")
    assert "life.home" not in asked(talk)


def test_what_each_person_is_asked_is_asked_again_of_another():
    two = Talk(content(PEOPLE, EACH)).each("patient").type("Leo").each("no")
    assert two.mode is Mode.REVIEW
    two.do(Speaker()).each("new").type("Maria").each("mother")
    assert two.at == "life.fainted"
    two.each("yes")
    assert by(two, "life.fainted") == LEO
    assert two.mode is Mode.REVIEW


EACH = """
section: life
title: Life
place: 20
items:
  - {id: life.fainted, type: yes_no_unsure, text: Passed out?, ask_each: yes}
"""


def test_what_both_agreed_on_is_nothing_new_from_one_of_them(talk):
    two_views(talk).do(Speaker()).each(BOTH, "yes")
    before = talk.response
    talk.do(Speaker()).each(PATIENT).do(GoTo("review")).each("life.pain|", "yes")
    assert talk.response == before
    talk.do(GoTo("review")).each("life.pain|", "no")
    assert by(talk, "life.pain") == {"both together": "yes", "Leo": "no"}


def test_what_both_pass_over_hides_no_answer_of_one_of_them(talk):
    two_views(talk).do(Speaker()).each(BOTH).do(Passed(NonAnswer.SKIPPED))
    talk.do(Speaker()).each(PATIENT).do(GoTo("review")).each("life.pain|")
    assert [choice.id for choice in talk.screen.choices if choice.chosen] == ["no"]
    talk.skip()
    assert LEO.items() <= by(talk, "life.pain").items()


def test_who_takes_over_at_a_question_that_is_not_theirs_goes_on_at_the_next(talk):
    helped(talk).type("Leo").each("alone")
    assert talk.at == "life.home"
    (maria,) = talk.response.entries("helper")
    talk.do(Later(), Speaker()).each(maria)
    assert talk.at == "life.pain"


def test_review_names_the_lines_that_two_people_see_differently_and_no_others(talk):
    together = talk.each("together").type("Maria").each("mother").type("Leo").each("not_now")
    together.skip(2).type("tired").do(Speaker()).each(together.response.entries("helper")[0])
    told = "There are two views on these lines: "
    assert not any(told in notice for notice in together.do(GoTo("review")).notices)
    together.each("life.note|").type("worn out")
    ids = [choice.id for choice in together.do(GoTo("review")).screen.choices]
    line = ids.index("life.note|") + 1
    assert any(f"{told}{line}." in notice for notice in together.notices)
    together.do(Speaker()).each(BOTH).do(GoTo("review")).each("life.note|").type("tired")
    assert not any(told in notice for notice in together.do(GoTo("review")).notices)
