"""Two views side by side, with names, wherever they differ; and what was said at first."""

from collections.abc import Mapping
from typing import Any

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.model.checklist import Facts
from pnet_prep.model.content import Content
from pnet_prep.model.interview import GoTo
from pnet_prep.model.response import BOTH, PATIENT, QuestionnaireResponse
from pnet_prep.model.values import ListMark, NonAnswer, Value
from tests.unit.made import LUIS, MARIA, PEOPLE, agreed, content, seen, told
from tests.unit.paper import fact as fact_of
from tests.unit.paper import strings
from tests.unit.talk import Talk

SYMPTOMS = """
section: symptoms
title: Symptoms
place: 30
screens: [{id: symptom.belly, text: Which of these?}]
card:
  - {id: onset, type: text, text: Since when?, label: Began, sheet: column}
  - {id: worst, type: scale_0_10, text: How bad?, label: Worst, sheet: column}
  - {id: effect, type: text, text: And your days?, label: Effect, sheet: effect}
symptoms:
  - id: cramp
    screen: symptom.belly
    text: Cramps
    said: cramps
    items:
      - {id: saw, type: text, text: What?, label: Seen, sheet: seen, ask_whom: caregiver}
      - id: danger
        type: choices
        text: Any of these?
        label: Has brought
        sheet: seen
        ask_each: yes
        exclusive: [none]
        options: {fit: A fit, none: None of these}
items:
  - id: symptom.own
    type: group
    repeats: yes
    card: yes
    text: Anything else?
    items: [{id: symptom.own.name, type: text, text: What?}]
"""
LIFE = """
section: life
title: Life
place: 40
items:
  - {id: visit.kind, type: text, text: Which kind?, sheet: visit}
  - {id: life.alone, type: yes_no_unsure, text: Alone?, label: Alone, sheet: else}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    label: Medicines
    sheet: medicines
    items:
      - {id: medicine.name, type: text, text: Name?, label: Name}
      - {id: medicine.dose, type: text, text: How much?, label: Dose, sheet: line}
      - id: medicine.still
        type: choice
        text: Still taken?
        label: Still taken
        sheet: line
        options: {yes_still: {text: "Yes", usual: yes}, over: Stopped}
doctor_questions: []
"""
BASE: dict[object, Value] = {"person.name": "Ana", "symptom.belly": ("cramp",)}


@pytest.fixture(scope="module")
def made() -> Content:
    return content(PEOPLE, SYMPTOMS, LIFE)


def visit(*said: tuple[str, Mapping[Any, Value]]) -> QuestionnaireResponse:
    """Ana, the patient; Luis, her son; and what each of them says, in this order."""
    response = told({("helper.name", LUIS): "Luis", ("helper.relation", LUIS): "son"}, by=LUIS)
    response = told(BASE, into=response)
    for by, answers in said:
        response = told(answers, by=by, into=response)
    return response


def worst(ana: Value | None, luis: Value | None) -> QuestionnaireResponse:
    place = "symptom.cramp.worst"
    views = ((LUIS, luis), (PATIENT, ana))
    return visit(*((by, {place: value}) for by, value in views if value is not None))


def row(
    made: Content, response: QuestionnaireResponse
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    (found,) = compose(seen(made, response)).sheet.symptoms
    return found.name, found.cells, found.views


def card(made: Content, response: QuestionnaireResponse, label: str) -> tuple[str, ...]:
    """The values of the fact with this label on the pages behind the sheet."""
    blocks = [block for block in compose(seen(made, response)).blocks if isinstance(block, Facts)]
    return next((f.values for block in blocks for f in block.facts if f.label == label), ())


@pytest.mark.parametrize(
    ("ana", "luis", "on_card", "cell", "below"),
    [
        (4, 7, ("Ana: 4 of 10", "Luis (son): 7 of 10"), "4 of 10", True),
        (4, 4, ("4 of 10",), "4 of 10", False),
        (4, NonAnswer.SKIPPED, ("4 of 10",), "4 of 10", False),
        (NonAnswer.NOT_SURE, 7, ("Ana: not sure", "Luis (son): 7 of 10"), "not sure", True),
        (4, NonAnswer.NOT_SURE, ("Ana: 4 of 10", "Luis (son): not sure"), "4 of 10", True),
        (4, None, ("4 of 10",), "4 of 10", False),
    ],
)
def test_views_that_differ_stand_side_by_side_the_patients_first(
    made, ana, luis, on_card, cell, below
):
    response = worst(ana, luis)
    assert card(made, response, "Worst") == on_card
    name, cells, views = row(made, response)
    assert (name, cells[1].casefold()) == ("Cramps", cell.casefold())
    assert views == (("Worst: " + "; ".join(on_card),) if below else ())


def test_row_that_one_helper_told_alone_says_so_once(made):
    response = visit((LUIS, {"symptom.cramp.worst": 7, "symptom.cramp.onset": "May"}))
    assert row(made, response) == ("Cramps, told by Luis (son)", ("May", "7 of 10"), ())
    assert card(made, response, "Worst") == ("Luis (son): 7 of 10",)


def test_cell_that_only_a_helper_told_has_the_name_beside_it(made):
    response = visit(
        (LUIS, {"symptom.cramp.worst": 7}),
        (PATIENT, {"symptom.cramp.onset": "May", "symptom.cramp.worst": NonAnswer.SKIPPED}),
    )
    assert row(made, response)[:2] == ("Cramps", ("May", "Luis (son): 7 of 10"))


def test_effect_of_each_is_told_apart(made):
    response = visit(
        (PATIENT, {"symptom.cramp.effect": "no sport", "symptom.cramp.worst": 3}),
        (LUIS, {"symptom.cramp.effect": "she wakes at night"}),
    )
    assert row(made, response)[2] == ("Effect: Ana: no sport; Luis (son): she wakes at night",)


@pytest.mark.parametrize(
    ("said", "below"),
    [
        ({"symptom.cramp.saw": "pale, twice"}, ("Seen: Luis (son): pale, twice",)),
        ({"symptom.cramp.danger": ("fit",)}, ("Has brought: Luis (son): A fit",)),
        ({"symptom.cramp.danger": ("none",)}, ()),
        ({"symptom.cramp.danger": NonAnswer.NOT_SURE}, ()),
        ({"symptom.cramp.saw": NonAnswer.SKIPPED}, ()),
    ],
)
def test_what_was_seen_stands_below_the_row_with_a_name(made, said, below):
    response = visit((LUIS, said), (PATIENT, {"symptom.cramp.worst": 3}))
    assert row(made, response)[2] == below


def test_what_only_one_of_them_remembers_is_shown_beside_what_the_other_says(made):
    response = visit(
        (LUIS, {"symptom.cramp.danger": ("fit",)}),
        (PATIENT, {"symptom.cramp.danger": ("none",)}),
    )
    assert row(made, response)[2] == ("Has brought: Ana: None of these; Luis (son): A fit",)


def test_what_they_agree_on_is_on_the_sheet_and_both_first_views_on_the_card(made):
    response = agreed(worst(4, 7), "symptom.cramp.worst", 5)
    assert row(made, response) == ("Cramps", ("", "5 of 10"), ())
    first = "at first: Ana: 4 of 10; Luis (son): 7 of 10"
    assert card(made, response, "Worst") == ("5 of 10", first)
    again = agreed(response, "symptom.cramp.worst", 6)
    assert card(made, again, "Worst") == ("6 of 10", first)


@pytest.mark.parametrize(("ana", "luis"), [(4, None), (5, 5), (NonAnswer.NOT_SURE, 7)])
def test_agreement_of_people_who_never_differed_says_nothing_of_before(made, ana, luis):
    response = agreed(worst(ana, luis), "symptom.cramp.worst", 5)
    assert card(made, response, "Worst") == ("5 of 10",)


def test_patient_who_thinks_again_after_an_agreement_has_a_name(made):
    response = told({"symptom.cramp.worst": 8}, into=agreed(worst(4, 7), "symptom.cramp.worst", 5))
    first, second, before = card(made, response, "Worst")
    assert (first, before) == ("Ana: 8 of 10", "at first: Ana: 4 of 10; Luis (son): 7 of 10")
    assert second.endswith(": 5 of 10")


def test_two_helpers_without_the_patient_are_both_named(made):
    response = told({("helper.name", MARIA): "Maria"}, by=MARIA)
    for by in (LUIS, MARIA):
        response = told({"life.alone": "yes"}, by=by, into=response)
    response = told({("helper.name", LUIS): "Luis"} | BASE, by=LUIS, into=response)
    assert card(made, response, "Alone") == ("Luis: Yes", "Maria: Yes")


def panel(made: Content, response: QuestionnaireResponse, title: str) -> tuple[str, ...]:
    panels = compose(seen(made, response)).sheet.panels
    return next((one.values for one in panels if one.label == title), ())


ELSE = "What else my doctor should know"
TOLD_BY_LUIS = f"{ELSE}, told by Luis (son)"


@pytest.mark.parametrize(
    ("ana", "luis", "title", "line"),
    [
        ("yes", "yes", ELSE, "Alone"),
        ("yes", "no", ELSE, "Alone: Ana: Yes; Luis (son): No"),
        (NonAnswer.SKIPPED, "yes", TOLD_BY_LUIS, "Alone"),
    ],
)
def test_yes_needs_a_name_unless_it_is_the_patients_too(made, ana, luis, title, line):
    response = visit((PATIENT, {"life.alone": ana}), (LUIS, {"life.alone": luis}))
    assert panel(made, response, title) == (line,)


def test_medicine_that_two_people_know_differently_shows_both(made):
    mine: dict[object, Value] = {
        ("medicine.name", "m1"): "zinc",
        ("medicine.dose", "m1"): "one",
        ("medicine.still", "m1"): "yes_still",
    }
    his: dict[object, Value] = {
        ("medicine.dose", "m1"): "two",
        ("medicine.still", "m1"): "over",
        ("medicine.name", "m1"): "iron",
    }
    (line,) = panel(made, visit((PATIENT, mine), (LUIS, his)), "Medicines")
    assert line == (
        "Ana: zinc; Luis (son): iron, Ana: one; Luis (son): two, Ana: Yes; Luis (son): Stopped"
    )
    assert panel(made, visit((PATIENT, mine), (LUIS, mine)), "Medicines") == ("zinc, one",)
    assert card(made, visit((PATIENT, mine), (LUIS, his)), "Name") == (
        "Ana: zinc",
        "Luis (son): iron",
    )


def test_line_of_the_visit_shows_both(made):
    response = visit((PATIENT, {"visit.kind": "first"}), (LUIS, {"visit.kind": "second"}))
    assert "Ana: first; Luis (son): second" in "\n".join(strings(compose(seen(made, response))))


def test_words_of_one_voice_need_no_name():
    response = told({"life.note": "fine", ("helper.name", MARIA): "Maria"}, by=MARIA)
    assert fact_of(response, "Note") == ("fine",)
    assert BOTH not in response.people()


def test_review_names_who_calls_something_how(made):
    names: list[tuple[str, dict[object, Value]]] = [
        (PATIENT, {("medicine.name", "m1"): "zinc", "medicine": ListMark.COMPLETE}),
        (LUIS, {("medicine.name", "m1"): "iron", "life.alone": "yes"}),
    ]
    talk = Talk(made, visit(*names)).each(PATIENT).do(GoTo("review"))
    lines = {choice.id: choice.text for choice in talk.screen.choices}
    assert lines["medicine|"] == "Medicines: Ana: zinc; Luis (son): iron"
    assert lines["life.alone|"] == "Alone: Luis (son): Yes"
