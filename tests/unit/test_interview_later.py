"""What is left for later: for whom, where it is said, and when it is gone."""

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.to_ask import still_to_ask
from pnet_prep.engine.values import from_plain, to_plain
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Given, GoTo, Later, Speaker
from pnet_prep.model.response import PATIENT
from pnet_prep.model.values import AskLater
from tests.unit.made import PEOPLE, content, removal
from tests.unit.paper import strings
from tests.unit.talk import Talk

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.secret, type: text, text: A secret?, label: Secret, private: yes}
  - {id: life.pain, type: yes_no_unsure, text: Any pain?, label: Pain}
  - id: pain
    type: group
    text: Belly pain
    when: {item: life.pain, is: "yes"}
    items:
      - {id: pain.worst, type: scale_0_10, text: How bad?, label: Worst}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    label: Medicines
    items:
      - {id: medicine.name, type: text, text: Name?}
      - {id: medicine.dose, type: text, text: How much?, label: Dose}
  - {id: life.note, type: text, text: Anything else?, label: Note}
"""


@pytest.fixture
def made() -> Content:
    return content(PEOPLE, TOPIC)


@pytest.fixture
def maria(made) -> Talk:
    """Maria, the mother of Leo, at the question about pain."""
    talk = Talk(made).each("caregiver").type("Maria").each("mother").type("Leo").skip()
    assert talk.at == "life.pain"
    return talk


def notes(talk: Talk) -> tuple[str, ...]:
    return still_to_ask(talk.state.picture, talk.state.asker.by)


def printed(talk: Talk) -> list[str]:
    return [text for text in strings(compose(talk.state.picture)) if text.startswith("Still to")]


def test_caregiver_is_asked_whom_it_is_for(maria):
    maria.do(Later())
    assert maria.mode is Mode.LATER
    assert [choice.text for choice in maria.screen.choices] == ["Leo", "Me, another time"]
    maria.each(PATIENT)
    assert maria.at == "medicine"
    assert [note.value for note in maria.response.later] == [AskLater(PATIENT)]
    assert notes(maria) == ("Still to ask Leo: Pain.",)


def test_patient_alone_is_asked_nothing_more(made):
    talk = Talk(made).each("patient").type("Leo").skip().do(Later())
    assert talk.at == "medicine"
    assert notes(talk) == ("Still to answer: Pain.",)


def test_question_for_somebody_else_is_not_asked_again_of_the_one_who_left_it(made, maria):
    maria.do(Later()).each(PATIENT).each("complete").type("no")
    assert maria.mode is Mode.REVIEW
    (one,) = maria.response.entries("helper")
    assert Talk(made, maria.response, home=True).each(one).screen.enter == "review"


def test_person_named_is_asked_it_and_then_it_is_gone(made, maria):
    maria.do(Later()).each(PATIENT).each("complete").type("no")
    leo = Talk(made, maria.response, home=True).each(PATIENT)
    assert leo.screen.enter == "life"
    assert leo.each("life").at == "life.secret"  # his own: hers is not his
    assert leo.skip().at == "life.pain"
    leo.each("no")
    assert notes(leo) == ()
    assert leo.mode is Mode.REVIEW


def test_note_stays_until_the_person_it_names_has_answered(maria):
    maria.do(Later()).each(PATIENT).do(Back()).each("no")
    assert notes(maria) == ("Still to ask Leo: Pain.",)
    maria.do(Speaker()).each("both").do(GoTo("review")).each("life.pain|", "yes")
    assert notes(maria) == ()


def test_answer_given_before_the_note_does_not_take_it_away(maria):
    maria.each("no").do(Back(), Later()).each("myself")
    assert notes(maria) == ("Still to answer: Pain.",)
    maria.do(Back()).each("yes")
    assert notes(maria) == ()


def test_same_note_twice_is_one(maria):
    maria.do(Later()).each(PATIENT).do(Back(), Later()).each(PATIENT)
    assert len(maria.response.later) == 1
    maria.do(Back(), Later()).each("myself")
    assert [note.value for note in maria.response.later] == [AskLater()]


def test_notes_about_entries_and_symptoms_name_them(maria):
    maria.each("yes").do(Later()).each(PATIENT)
    maria.each("add").type("zinc", "")
    assert maria.at == "medicine.dose"
    maria.do(Later()).each(PATIENT)
    assert notes(maria) == ("Still to ask Leo: Belly pain, worst; zinc, dose.",)
    assert printed(maria) == ["Still to ask", "Still to ask Leo: Belly pain, worst; zinc, dose."]
    (entry,) = maria.response.entries("medicine")
    gone = removal(maria.response, "medicine", entry)
    picture = maria.state.picture.with_response(maria.response.with_answers((gone,)))
    assert still_to_ask(picture) == ("Still to ask Leo: Belly pain, worst.",)


def test_question_that_is_no_longer_asked_is_not_on_the_list(maria):
    maria.each("yes").do(Later()).each(PATIENT)
    maria.do(GoTo("review")).each("life.pain|", "no")
    assert (notes(maria), printed(maria)) == ((), [])


def test_notes_stand_on_the_home_screen_and_in_the_review(made, maria):
    maria.do(Later()).each(PATIENT)
    line = "Still to ask Leo: Pain."
    assert line in maria.do(GoTo("review")).notices
    assert line in maria.do(GoTo("parts")).notices
    assert line in Talk(made, maria.response, home=True).each(PATIENT).notices


def test_private_note_is_told_to_nobody_else(made):
    talk = Talk(made).each("patient").type("Leo").do(Later())
    assert notes(talk) == ("Still to answer: Secret.",)
    assert printed(talk) == []
    talk.do(Speaker()).each("new").type("Maria").each("mother")
    assert notes(talk) == ()


def test_list_can_be_left_for_somebody(maria):
    maria.each("no").do(Later()).each(PATIENT)
    assert maria.at == "life.note"
    assert notes(maria) == ("Still to ask Leo: Medicines.",)


def test_back_from_the_choice_of_a_person_leaves_nothing(maria):
    assert maria.do(Later(), Back()).at == "life.pain"
    assert maria.response.later == ()
    assert maria.do(Later(), Given("Leo")).mode is Mode.LATER
    assert len(maria.notices) == 1


@pytest.mark.parametrize("note", [AskLater(), AskLater(PATIENT)])
def test_note_is_kept_in_the_visit_file(note):
    assert from_plain(to_plain(note)) == note


def test_part_begins_at_what_is_open_and_not_at_what_waits_for_somebody(made, maria):
    maria.do(Later()).each(PATIENT)
    (one,) = maria.response.entries("helper")
    again = Talk(made, maria.response, home=True).each(one, "life")
    assert again.at == "medicine"
    again.each("complete").type("no")
    assert again.do(GoTo("parts")).each("life").at == "life.pain"
