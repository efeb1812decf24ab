"""Who is at the keyboard: whose view is kept, who is asked what, and in which words."""

import pytest

from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Given, GoTo, Quit, Speaker
from pnet_prep.model.response import BOTH, PATIENT
from tests.unit.keyboard_of_two import asked, by, helped, helpers, named, small
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

WORDS = shipped_words()


@pytest.fixture
def made() -> Content:
    return small()


@pytest.fixture
def talk(made) -> Talk:
    return Talk(made)


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


def test_coming_back_points_at_nobody_for_the_last_answer_may_have_been_joined(made, talk):
    named(talk)
    again = Talk(made, talk.response)
    assert again.mode is Mode.WHO
    assert not any(choice.chosen for choice in again.screen.choices)


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


@pytest.mark.parametrize(
    ("answering", "first"), [("caregiver", "helper.name"), ("patient", "person.name")]
)
def test_who_was_said_on_the_command_line_is_not_asked_again(made, answering, first):
    begun, chosen = Talk(made, answering=answering), Talk(made).each(answering)
    assert begun.at == first
    assert [one.value for one in begun.state.new] == [answering]
    assert begun.state.asker == chosen.state.asker
    assert set(Talk(made).screen.notices[1:]) <= set(begun.screen.notices)
    assert begun.do(Back()).at == "person.answering"


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
