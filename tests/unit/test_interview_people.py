"""Who is at the keyboard: whose view is kept, who is asked what, and in which words."""

import pytest

from pnet_prep.engine.flow import Asker
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Given, GoTo, Later, Passed, Quit, Speaker
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import NonAnswer
from tests.unit.made import PEOPLE, content, seen
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

WORDS = shipped_words()
TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.home, type: yes_no_unsure, text: Safe at home?, ask_whom: patient, private: yes}
  - id: life.pain
    type: yes_no_unsure
    text: Do you have pain?
    text_about: Does {name} have pain?
  - {id: life.saw, type: text, text: What did you see?, ask_whom: caregiver}
  - {id: life.note, type: text, text: Anything else?}
doctor_questions:
  - id: pain
    ask: What about my pain?
    ask_about: What about the pain of {name}?
    always: yes
    why: Why.
    topic: tests
    priority: 1
"""


@pytest.fixture
def made() -> Content:
    return content(PEOPLE, TOPIC)


@pytest.fixture
def talk(made) -> Talk:
    return Talk(made)


def helped(talk: Talk) -> Talk:
    """A visit after its helper Maria, the mother, told who she is."""
    return talk.each("caregiver").type("Maria").each("mother")


def named(talk: Talk) -> Talk:
    """The same once Leo, the patient, is named too, and is not alone."""
    return helped(talk).type("Leo").each("not_now")


def helpers(talk: Talk) -> list[object]:
    return [talk.said("helper.name", one)[-1] for one in talk.response.entries("helper")]


def by(talk: Talk, item: str) -> dict[str, object]:
    """Who said what there; the caregivers by name."""
    wording = seen(talk.state.picture.content, talk.response).wording
    return {wording.person(a.by): a.value for a in talk.response.at(item)}


def asked(talk: Talk) -> list[str]:
    """Everything that is asked of whoever is at the keyboard."""
    return [step.item.link_id for step in talk.state.steps()]


def test_patient_alone_is_asked_what_is_private_and_nobody_else(made):
    assert "life.home" in asked(Talk(made).each("patient"))
    assert "life.home" not in asked(Talk(made).each("caregiver"))
    assert "life.home" not in asked(Talk(made).each("together"))


def test_caregiver_tells_who_they_are_and_answers_in_their_own_view(talk):
    named(talk).each("yes")
    assert by(talk, "life.pain") == {"Maria (mother)": "yes"}
    assert {a.typed for a in talk.response.shown} == set(talk.response.entries("helper"))


def test_caregiver_is_asked_in_words_about_the_patient(talk):
    assert helped(talk).screen.text == "What is the patient's name?"
    assert talk.type("Leo").each("not_now").screen.text == "Does Leo have pain?"


def test_patient_is_asked_in_the_second_person_also_together(made):
    assert Talk(made).each("patient").type("Leo").skip().screen.text == "Do you have pain?"
    together = Talk(made).each("together").type("Maria").each("mother").type("Leo").each("not_now")
    assert together.screen.text == "Do you have pain?"
    assert together.each("yes").response.at("life.pain")[0].by == BOTH


def test_another_person_takes_over_where_the_first_one_stood_and_both_views_are_kept(talk):
    named(talk).each("yes").do(Speaker())
    assert talk.mode is Mode.WHO
    talk.each(PATIENT, "not_now")
    assert talk.at == "life.saw"
    talk.do(Back()).each("no")
    assert by(talk, "life.pain") == {"Maria (mother)": "yes", "Leo": "no"}


def test_view_of_the_other_person_is_shown_and_is_not_ones_own(talk):
    named(talk).each("yes").do(Speaker()).each(PATIENT, "not_now").do(Back())
    assert any("Maria" in said and "Yes" in said for said in talk.notices)
    assert not any(choice.chosen for choice in talk.screen.choices)


def test_ones_own_answer_is_pointed_at_and_not_told_as_anothers(talk):
    named(talk).each("yes").do(Back())
    assert talk.notices == []
    assert [choice.id for choice in talk.screen.choices if choice.chosen] == ["yes"]


def test_somebody_new_tells_who_they_are_first(talk):
    talk.each("patient").type("Leo").skip().do(Speaker()).each("new")
    assert (talk.at, talk.screen.text) == ("helper.name", "Who is helping you?")
    talk.type("Luis").each("son")
    assert talk.at == "life.pain"
    assert by(talk.each("yes"), "life.pain") == {"Luis (son)": "yes"}


def test_everybody_known_is_offered_and_the_present_one_is_marked(talk):
    helped(talk).do(Speaker())
    choices = {choice.text: choice.chosen for choice in talk.screen.choices}
    assert list(choices)[:2] == ["patient", "Maria (mother)"]
    assert [text for text, chosen in choices.items() if chosen] == ["Maria (mother)"]


def test_changing_nothing_about_who_answers_changes_nothing(talk):
    talk.each("patient").type("Leo").skip(2)
    before = talk.response
    talk.do(Back(), Speaker()).each(PATIENT)
    assert (talk.at, talk.response) == ("life.pain", before)


def test_words_do_not_say_who_answers(talk):
    talk.each("patient").do(Speaker(), Given("Luis"))
    assert talk.mode is Mode.WHO
    assert len(talk.notices) == 1


@pytest.mark.parametrize("answering", ["patient", "caregiver", "together"])
def test_saying_again_who_answers_makes_nobody_new(talk, answering):
    talk.each(answering)
    before, asker = talk.response, talk.state.asker
    talk.do(Back()).each(answering)
    assert (talk.response, talk.state.asker) == (before, asker)


def test_patient_who_first_chose_wrongly_is_the_patient_all_the_same(talk):
    talk.each("caregiver").do(Back()).each("patient").type("Leo")
    assert talk.at == "life.home"
    picture = talk.state.picture
    assert picture.suggestions[0].text == "What about my pain?"
    assert talk.state.asker.by == PATIENT


def test_caregiver_who_first_chose_wrongly_is_the_caregiver_all_the_same(talk):
    named(talk.each("patient").do(Back()))
    assert talk.state.picture.suggestions[0].text == "What about the pain of Leo?"
    assert "life.home" not in asked(talk)


@pytest.mark.parametrize(
    ("answering", "first"),
    [("caregiver", "helper.name"), ("together", "helper.name"), ("patient", "person.name")],
)
def test_leaving_after_the_first_answer_goes_on_as_the_same_kind_of_person(made, answering, first):
    talk = Talk(made).each(answering).do(Quit())
    again = Talk(made, talk.response)
    assert again.at == first
    assert again.state.asker.caregiver is (answering == "caregiver")
    assert Talk(made, talk.response, answering="caregiver").at == "helper.name"


def test_caregiver_who_comes_back_unnamed_stays_one_person(made):
    talk = Talk(made).each("caregiver").do(Quit())
    again = Talk(made, talk.response, answering="caregiver").type("Maria").each("mother")
    assert {answer.by for answer in again.response.shown} == set(again.response.entries("helper"))


def test_coming_back_with_a_helper_asks_first_who_is_there(made, talk):
    named(talk)
    again = Talk(made, talk.response)
    assert again.mode is Mode.WHO
    (maria,) = again.response.entries("helper")
    assert again.each(maria).at == "life.pain"
    assert again.state.asker == talk.state.asker


def test_patient_who_comes_back_after_a_helper_is_asked_nothing_private(made, talk):
    named(talk)
    again = Talk(made, talk.response).each(PATIENT)
    assert "life.home" not in asked(again)


def test_nothing_private_is_listed_for_another_person(talk):
    talk.each("patient").type("Leo").each("yes").do(Speaker()).each("new")
    talk.type("Maria").each("mother").do(GoTo("review"))
    assert not any("life.home" in choice.id for choice in talk.screen.choices)


def test_helper_is_named_once_and_asked_no_more(made, talk):
    named(talk)
    assert helpers(talk) == ["Maria"]
    again = Talk(made, talk.response).each(PATIENT, "not_now")
    assert again.at == "life.pain"


LEO = {"Maria (mother)": "yes", "Leo": "no"}


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
    assert line == "Do you have pain: Maria (mother): Yes; Leo: No"


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
