"""Whose answer counts in whose view, and which questions are asked at all."""

import pytest

from pnet_prep.engine.views import View, Views, views_of
from pnet_prep.model.response import BOTH, PATIENT, QuestionnaireResponse
from pnet_prep.model.values import ListMark, NonAnswer
from tests.unit.made import EMPTY, LUIS, MARIA, TODAY, agreed, content, removal, told

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.pain, type: yes_no_unsure, text: Any pain?}
  - {id: life.where, type: text, text: Where?, when: {item: life.pain, is: "yes"}}
  - id: life.card
    type: group
    text: Pain
    when: {item: life.pain, is: "yes"}
    items:
      - {id: life.card.worst, type: scale_0_10, text: How bad?}
      - id: life.card.bad
        type: text
        text: And then?
        when: {item: life.card.worst, at_least: "7"}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    items:
      - {id: medicine.name, type: text, text: Name?, recognise: medicines}
      - {id: medicine.acid, type: text, text: For acid?, when: {item: medicine.name, has: ppi}}
"""


def views(response: QuestionnaireResponse) -> Views:
    classes = {"losec": frozenset({"ppi"}), "aspirin": frozenset({"other"})}
    return views_of(
        response, content(TOPIC).questionnaire, TODAY, lambda _, text: classes.get(text)
    )


def view(response: QuestionnaireResponse, person: str = PATIENT) -> View:
    return next(one for one in views(response).all if one.person == person)


def value(response: QuestionnaireResponse, item: str, person: str = PATIENT) -> object:
    held = view(response, person).at(item, "")
    return held.value if held else None


def test_patient_has_a_view_before_anybody_answered_and_comes_first_after():
    assert [one.person for one in views(EMPTY).all] == [PATIENT]
    later = told({"life.pain": "no"}, into=told({"life.pain": "yes"}, by=MARIA))
    assert [one.person for one in views(later).all] == [PATIENT, MARIA]


def test_both_together_are_no_third_person():
    response = told({"life.pain": "yes"}, by=BOTH)
    assert [one.person for one in views(response).all] == [PATIENT]
    assert value(response, "life.pain") == "yes"


def test_own_answer_counts_before_the_joint_one_and_that_before_the_others():
    maria = told({"life.pain": "no"}, by=MARIA)
    assert value(maria, "life.pain") == "no"
    joint = told({"life.pain": "yes"}, by=BOTH, into=maria)
    assert value(joint, "life.pain") == "yes"
    assert value(joint, "life.pain", MARIA) == "no"
    own = told({"life.pain": NonAnswer.NOT_SURE}, into=joint)
    assert value(own, "life.pain") is NonAnswer.NOT_SURE


def test_gap_takes_the_newest_answer_of_the_others():
    response = told({"life.pain": "no"}, by=LUIS, into=told({"life.pain": "yes"}, by=MARIA))
    assert value(response, "life.pain") == "no"


def test_agreement_is_everybodys_view_from_then_on():
    two = told({"life.pain": "no"}, by=MARIA, into=told({"life.pain": "yes"}))
    response = told({"life.where": "back"}, by=MARIA, into=agreed(two, "life.pain", "yes"))
    assert {value(response, "life.pain", who) for who in (PATIENT, MARIA)} == {"yes"}


def test_two_peoples_answers_are_never_mixed_in_one_view():
    patient = told({"life.pain": "yes", "life.card.worst": 3})
    response = told({"life.pain": "yes", "life.card.worst": 8}, by=MARIA, into=patient)
    held = [{a.by for a in one.answers.values()} for one in views(response).all]
    assert held == [{PATIENT}, {MARIA}]


def test_answers_behind_a_closed_gate_are_left_out_and_come_back_when_it_opens():
    first = told({"life.pain": "yes", "life.where": "back", "life.card.worst": 9})
    closed = told({"life.pain": "no"}, into=first)
    assert [value(closed, item) for item in ("life.where", "life.card.worst")] == [None, None]
    assert closed.at("life.where")[0].value == "back"
    again = told({"life.pain": "yes"}, into=closed)
    assert [value(again, item) for item in ("life.where", "life.card.worst")] == ["back", 9]


def test_gate_inside_a_closed_group_is_closed_whatever_it_says():
    response = told({"life.pain": "no", "life.card.worst": 9, "life.card.bad": "awful"})
    assert value(response, "life.card.bad") is None
    assert ("life.card.bad", "") not in views(response).active


def test_question_is_asked_if_its_gate_is_open_in_anybodys_view():
    response = told({"life.pain": "yes"}, by=MARIA, into=told({"life.pain": "no"}))
    assert ("life.where", "") in views(response).active


def test_gate_that_is_unknown_is_not_asked():
    assert ("life.where", "") not in views(EMPTY).active


@pytest.mark.parametrize(
    ("name", "asked"), [("losec", True), ("aspirin", False), ("the white one", False)]
)
def test_gate_in_a_list_is_decided_for_each_entry(name, asked):
    response = told({("medicine.name", "m1"): "aspirin", ("medicine.name", "m2"): name})
    found, place = views(response), ("medicine.acid", "m2")
    assert (place in found.active) == asked
    assert ("medicine.acid", "m1") not in found.active


def test_list_is_complete_only_once_somebody_said_so():
    response = told({("medicine.name", "m1"): "losec"})
    assert "medicine" not in view(response).complete
    done = told({"medicine": ListMark.COMPLETE}, into=response)
    assert "medicine" in view(done).complete
    assert view(done).lists["medicine"] == ("m1",)


def test_removed_entry_is_gone_with_all_that_was_said_about_it():
    entry = told({("medicine.name", "m1"): "losec", ("medicine.acid", "m1"): "yes, for acid"})
    response = entry.with_answers((removal(entry, "medicine", "m1"),))
    assert view(response).lists["medicine"] == ()
    assert view(response).at("medicine.name", "m1") is None
    assert view(response).at("medicine.acid", "m1") is None


def test_add_that_a_removal_did_not_see_wins():
    seen = told({("medicine.name", "m1"): "losec"})
    unseen = told({("medicine.name", "m1"): "losec 20"}, by=MARIA, into=seen)
    response = unseen.with_answers((removal(seen, "medicine", "m1"),))
    assert view(response).lists["medicine"] == ("m1",)
    held = view(response).at("medicine.name", "m1")
    assert held is not None
    assert held.by == MARIA


def test_order_in_which_answers_arrive_does_not_matter():
    response = told({"life.pain": "no"}, by=MARIA, into=told({"life.pain": "yes"}))
    response = told({"life.where": "back"}, into=response)
    turned = QuestionnaireResponse(tuple(reversed(response.answers)))
    assert [one.answers for one in views(turned).all] == [
        one.answers for one in views(response).all
    ]
    assert views(turned).active == views(response).active
