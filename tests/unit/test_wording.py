"""How answers, people and list entries are put into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.fill import fill
from pnet_prep.engine.phone import lines
from pnet_prep.engine.slots import Slots
from pnet_prep.engine.wording import Wording, lower_first
from pnet_prep.model.response import BOTH, PATIENT, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, OwnWords, Quantity
from tests.unit.made import EMPTY, MARIA, PEOPLE, content, seen, told

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: person.country, type: choice, text: Which country?, options_from: places}
  - {id: team.phone, type: text, text: Your team's number?}
  - {id: life.pain, type: yes_no_unsure, text: Any pain?, label: Pain}
  - {id: life.worst, type: scale_0_10, text: How bad?}
  - {id: life.times, type: integer, text: How often?}
  - {id: life.began, type: date, text: When?}
  - {id: life.sugar, type: quantity, text: How low?, units: [mg/dL]}
  - {id: life.signs, type: choices, text: Which?, options: {a: First, b: Second, c: Third}}
  - {id: life.kind, type: open_choice, text: Of what kind?, options: {dull: Dull}}
  - {id: life.note, type: text, text: Anything else?}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    items: [{id: medicine.name, type: text, text: Name?}]
  - id: condition.list
    type: choices
    text: Which illnesses?
    exclusive: [none]
    options: {sugar: {text: Diabetes, said: sugar illness}, none: None}
"""
SYMPTOMS = """
section: symptoms
title: Symptoms
place: 30
screens: [{id: symptom.belly, text: Which of these?}]
card: [{id: onset, type: date, text: When?, label: Began}]
symptoms:
  - {id: cramp, screen: symptom.belly, text: Cramps, said: cramps}
  - {id: bloat, screen: symptom.belly, text: Bloating, said: a bloated belly}
items:
  - id: symptom.own
    type: group
    repeats: yes
    card: yes
    text: Anything else?
    items: [{id: symptom.own.name, type: text, text: What?}]
"""
MADE = content(PEOPLE, TOPIC, SYMPTOMS)


def wording(response: QuestionnaireResponse) -> Wording:
    return seen(MADE, response).wording


@pytest.mark.parametrize(
    ("item", "value", "words"),
    [
        ("life.pain", "yes", "Yes"),
        ("life.worst", 7, "7 of 10"),
        ("life.times", 7, "7"),
        ("life.signs", ("a",), "First"),
        ("life.signs", ("a", "c"), "First and third"),
        ("life.signs", ("a", "b", "c"), "First, second and third"),
        ("life.kind", "dull", "Dull"),
        ("life.kind", OwnWords("dull"), "dull"),
        ("life.note", "dull", "dull"),
        ("life.sugar", Quantity("about 3", "3", "mg/dL"), "about 3"),
        ("life.began", DateSaid("after the wedding"), "after the wedding"),
        ("life.began", DateSaid("May 2026", "2026-05"), "May 2026"),
        ("life.began", DateSaid("last spring", "2026-05"), "last spring (May 2026)"),
        ("person.country", "us", "United States"),
        ("life.note", NonAnswer.NOT_SURE, "not sure"),
    ],
)
def test_answer_in_words(item, value, words):
    response = told({item: value})
    assert wording(response).answer(response.shown[0]) == words


def test_answer_to_a_question_or_with_an_option_that_is_gone_raises_nothing():
    response = told({"life.gone": "old", "life.signs": ("a", "old"), "person.country": "xx"})
    words = [wording(response).answer(answer) for answer in response.shown]
    assert words == ["", "First and old", "xx"]


@pytest.mark.parametrize("value", ["maybe", "", 3, ("yes", "x"), OwnWords("hm"), *ListMark])
def test_yes_or_no_that_holds_something_else_is_still_said(value):
    response = told({"life.pain": value})
    assert isinstance(wording(response).answer(response.shown[0]), str)


def test_people_are_called_by_name_or_kinship_or_role():
    assert wording(EMPTY).person(PATIENT) == "patient"
    assert wording(EMPTY).person(MARIA) == "helper"
    assert wording(EMPTY).person(BOTH) == "both together"
    patient = told({"person.name": "Zoë"})
    assert wording(patient).person(PATIENT) == "Zoë"
    mother = told({("helper.relation", MARIA): "mother"}, by=MARIA)
    assert wording(mother).person(MARIA) == "mother"
    named = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=mother)
    assert wording(named).person(MARIA) == "Maria (mother)"
    friend = told({("helper.relation", MARIA): OwnWords("Old friend")}, by=MARIA)
    assert wording(friend).person(MARIA) == "old friend"


@pytest.mark.parametrize("value", list(NonAnswer))
def test_what_was_not_told_is_no_name(value):
    response = told({"person.name": value, ("helper.name", MARIA): value})
    response = told({("helper.relation", MARIA): value}, into=response)
    assert wording(response).person(PATIENT) == "patient"
    assert wording(response).person(MARIA) == "helper"
    assert wording(response).patient() == "the patient"


@pytest.mark.parametrize(
    ("value", "called"),
    [
        (NonAnswer.NOT_SURE, "not sure which"),
        (NonAnswer.SKIPPED, "no name yet"),
        (NonAnswer.DECLINED, "no name yet"),
    ],
)
def test_entry_without_a_real_name_has_none_yet(value, called):
    group = MADE.questionnaire.by_id["medicine"]
    response = told({("medicine.name", "m1"): value})
    assert wording(response).entry(group, "m1") == called
    assert wording(EMPTY).entry(group, "m1") == "no name yet"
    assert wording(told({("medicine.name", "m1"): "zinc"})).entry(group, "m1") == "zinc"


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("Diarrhea", "diarrhea"),
        ("MRI scan", "MRI scan"),
        ("X-ray", "X-ray"),
        ("", ""),
        ("É", "é"),
    ],
)
def test_first_letter_is_made_small_but_not_that_of_an_abbreviation(text, lowered):
    assert lower_first(text) == lowered


@pytest.mark.parametrize(
    ("pattern", "filled"),
    [
        ("{a} and {b}", "{b} and B"),
        ("{c} stays", "{c} stays"),
        ("{a", "{a"),
        ("}{b}{", "}B{"),
        ("{{b}}", "{B}"),
        ("", ""),
    ],
)
def test_slot_is_filled_once_and_what_fills_it_is_not_read_again(pattern, filled):
    assert fill(pattern, {"a": "{b}", "b": "B"}) == filled


@given(st.text(), st.text())
def test_anything_typed_stands_literally_in_its_slot(one, other):
    assert fill("<{a}|{b}>", {"a": one, "b": other}) == f"<{one}|{other}>"


def filled(text: str, response: QuestionnaireResponse) -> str:
    picture = seen(MADE, response)
    return Slots(picture.wording, picture.views).fill(text)


def test_symptoms_are_named_in_the_order_of_the_questions_own_ones_last():
    response = told({("symptom.own.name", "s1"): "Odd smells", "symptom.belly": ("bloat", "cramp")})
    assert filled("{symptoms}", response) == "cramps, a bloated belly and Odd smells"


def test_symptom_that_was_taken_back_is_not_named():
    response = told({"symptom.belly": ("bloat", "cramp")})
    response = told({"symptom.belly": ("cramp",)}, into=response)
    assert filled("{symptoms}", response) == "cramps"


def test_conditions_of_everybodys_view_are_named_but_not_none():
    response = told({"condition.list": ("none",)})
    assert filled("{conditions}", response) == ""
    response = told({"condition.list": ("sugar",)}, by=MARIA, into=response)
    assert filled("{conditions}", response) == "sugar illness"


def test_own_team_is_called_first_and_only_in_an_emergency():
    response = told({"team.phone": "555 {place}", "person.country": "us"})
    emergency = lines("emergency", wording(response))
    assert len(emergency) == 2
    assert "555 {place}" in emergency[0]
    assert "911" in emergency[1]
    (crisis,) = lines("crisis", wording(response))
    assert "988" in crisis
    assert "555" not in crisis


@pytest.mark.parametrize("country", [None, NonAnswer.DECLINED, "xx", "fr"])
def test_number_that_is_not_known_is_never_made_up(country):
    response = told({"person.country": country} if country else {})
    (line,) = lines("crisis", wording(response))
    assert line == MADE.words["phone.crisis.unknown"]


@pytest.mark.parametrize("value", list(NonAnswer))
def test_team_without_a_number_has_no_line(value):
    assert len(lines("emergency", wording(told({"team.phone": value})))) == 1


@pytest.mark.parametrize("value", list(NonAnswer))
def test_numbers_to_call_stay_though_somebody_else_passes_over_them(value):
    response = told({"team.phone": "555 0100", "person.country": "us"}, by=MARIA)
    before = lines("emergency", wording(response))
    response = told({"team.phone": value, "person.country": value}, into=response)
    assert lines("emergency", wording(response)) == before


def test_of_two_numbers_of_the_team_the_one_told_last_is_called():
    response = told({"team.phone": "555 0100"})
    response = told({"team.phone": "555 0199"}, by=MARIA, into=response)
    assert "555 0199" in lines("emergency", wording(response))[0]


def test_name_stays_though_somebody_else_passes_over_it():
    response = told({"person.name": "Leo", ("helper.name", MARIA): "Maria"})
    response = told({"person.name": NonAnswer.NOT_SURE}, by=MARIA, into=response)
    response = told({("helper.name", MARIA): NonAnswer.SKIPPED}, by=BOTH, into=response)
    wording = Wording(MADE, response)
    assert (wording.patient(), wording.person(MARIA)) == ("Leo", "Maria")
