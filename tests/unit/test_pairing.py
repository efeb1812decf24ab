"""Which questions are raised for one visit, in which order, and in whose words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.model.content import Content
from pnet_prep.model.prompt_list import SuggestedQuestion
from pnet_prep.model.response import PATIENT, QuestionnaireResponse
from pnet_prep.model.values import NonAnswer, Value
from tests.longer import times
from tests.unit.made import EMPTY, LUIS, MARIA, PEOPLE, content, seen, told

ASKED = """
section: life
title: Life
place: 20
ask_to_print: life.print
items:
  - {id: life.rash, type: yes_no_unsure, text: Is there a rash?, said: a rash}
  - {id: life.cough, type: yes_no_unsure, text: Do you cough?, said: a cough}
  - {id: life.faint, type: yes_no_unsure, text: Did you faint?, said: fainting}
  - {id: life.print, type: yes_no_unsure, text: On paper?}
  - {id: visit.stage, type: choices, text: Where?, options: {new: New, deciding: Deciding}}
  - {id: visit.clinician, type: choice, text: Who?, options: {gp: Doctor, nurse: Nurse}}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    items: [{id: medicine.name, type: text, text: Name?, said: the medicine, recognise: medicines}]
  - id: family
    type: group
    repeats: yes
    text: Who?
    items:
      - {id: family.relation, type: choice, text: Who?, options: {mother: Mother, aunt: Aunt}}
  - id: wish.question
    type: group
    repeats: yes
    text: Your own questions?
    items: [{id: wish.question.text, type: long_text, text: What would you ask?}]
  - {id: wish.top, type: choices, text: Your three?, options_from: suggestions}
"""
FLAGS = """
red_flags:
  - {id: rf1, when: {item: life.faint, is: "yes"}, level: today, do: Call your doctor today.}
"""


def rule(name: str, when: str = "always: yes", priority: int = 3, **more: str) -> str:
    """One doctor question in YAML; ``more`` are further keys, as written."""
    keys = {"ask": f"Ask {name}?", "why": "It helps.", "topic": "tests", **more}
    written = "".join(
        f"    {key}: {value if value.startswith('[') else json.dumps(value)}\n"
        for key, value in keys.items()
    )
    return f"  - id: {name}\n    {when}\n    priority: {priority}\n{written}"


def pack(*rules: str) -> Content:
    listed = "\n" + "".join(rules) if rules else " []"
    return content(PEOPLE, f"{ASKED}{FLAGS}doctor_questions:{listed}")


def raised(made: Content, response: QuestionnaireResponse) -> tuple[SuggestedQuestion, ...]:
    return seen(made, response).suggestions


def ids(made: Content, response: QuestionnaireResponse) -> list[str]:
    return [one.id for one in raised(made, response)]


RASH = 'when: {item: life.rash, is: "yes"}'
COUGH = 'when: {item: life.cough, is: "yes"}'
LADDER = (
    rule("by_place"),
    rule("by_place_later"),
    rule("by_priority", priority=2),
    rule("by_clinician", priority=4, clinician="[nurse]"),
    rule("by_stage", priority=5, stage="[new]"),
    rule("by_decision", priority=5, stage="[deciding]"),
    rule("by_flag", priority=5, flags="[rf1]"),
    rule("by_pick", priority=5),
)
STANDING: dict[str, Value] = {
    "visit.stage": ("new", "deciding"),
    "visit.clinician": "nurse",
    "life.faint": "yes",
    "wish.top": ("by_pick",),
}


def test_order_is_pick_flag_own_decision_stage_clinician_priority_place():
    response = told({("wish.question.text", "w1"): "May I fly?"}, into=told(STANDING))
    assert ids(pack(*LADDER), response) == [
        "by_pick",
        "by_flag",
        "own.w1",
        "by_decision",
        "by_stage",
        "by_clinician",
        "by_priority",
        "by_place",
        "by_place_later",
    ]


@pytest.mark.parametrize("gone", list(STANDING))
def test_each_step_of_the_order_rests_on_its_own_answer(gone):
    fewer = {item: value for item, value in STANDING.items() if item != gone}
    assert ids(pack(*LADDER), told(fewer)) != ids(pack(*LADDER), told(STANDING))
    assert set(ids(pack(*LADDER), told(fewer))) == set(ids(pack(*LADDER), told(STANDING)))


def test_picks_come_first_in_the_persons_order_own_questions_among_them():
    response = told({("wish.question.text", "w1"): "May I fly?"})
    response = told({"wish.top": ("by_stage", "own.w1", "by_flag")}, into=response)
    first = raised(pack(*LADDER), response)[:4]
    assert [one.id for one in first[:3]] == ["by_stage", "own.w1", "by_flag"]
    assert [one.picked for one in first] == [True, True, True, False]


def test_picks_of_the_patient_count_before_those_of_others():
    response = told({"wish.top": ("by_stage",)}, by=MARIA)
    assert ids(pack(*LADDER), response)[0] == "by_stage"
    response = told({"wish.top": ("by_pick",)}, into=response)
    assert ids(pack(*LADDER), response)[0] == "by_pick"


def test_near_duplicates_fold_into_the_one_that_ranks_first():
    rules = (
        rule("one", priority=3, fold="same"),
        rule("two", priority=1, fold="same"),
        rule("three", priority=2),
        rule("four", priority=4),
    )
    assert ids(pack(*rules), EMPTY) == ["two", "three", "four"]
    assert ids(pack(*rules), told({"wish.top": ("one",)})) == ["one", "three", "four"]


def test_rule_is_raised_only_when_it_is_true():
    made = pack(rule("rash", RASH))
    assert [ids(made, told({"life.rash": said})) for said in ("yes", "no")] == [["rash"], []]
    assert [ids(made, told({"life.rash": one})) for one in NonAnswer] == [[], [], []]
    assert ids(made, EMPTY) == []


def test_rule_that_fires_only_in_the_caregivers_view_names_the_caregiver():
    patient = told({"life.rash": "no"})
    response = told({("helper.name", MARIA): "Maria", "life.rash": "yes"}, by=MARIA, into=patient)
    (one,) = raised(pack(rule("rash", RASH)), response)
    assert one.because == "because Maria said: a rash"


def test_answers_of_two_people_do_not_add_up_to_a_rule():
    both = 'when: {all: [{item: life.rash, is: "yes"}, {item: life.cough, is: "yes"}]}'
    patient = told({"life.rash": "yes", "life.cough": "no"})
    response = told({"life.rash": "no", "life.cough": "yes"}, by=MARIA, into=patient)
    assert ids(pack(rule("both", both)), response) == []


def test_own_because_stands_only_where_the_answers_have_nothing_to_say():
    either = 'when: {any: [{item: life.rash, is: "yes"}, {not: {item: life.cough, is: "yes"}}]}'
    made = pack(rule("either", either, because="because nothing else was said"))
    (quiet,) = raised(made, told({"life.cough": "no"}))
    assert quiet.because == "because nothing else was said"
    (said,) = raised(made, told({"life.cough": "no", "life.rash": "yes"}))
    assert said.because == "because you said: a rash"


def test_slots_are_filled_with_what_raised_the_question():
    acid = "when: {some: {in: medicine, where: {item: medicine.name, has: ppi}}}"
    made = pack(
        rule("acid", acid, ask="Could {medicine} matter?", why="{name} takes {medicine}."),
        rule(
            "kin",
            "when: {some: {in: family, where: {item: family.relation, is: mother}}}",
            ask="What about my {person}?",
        ),
    )
    answers: dict[object, Value] = {
        ("medicine.name", "m1"): "Losec 20",
        ("medicine.name", "m2"): "aspirin",
        ("family.relation", "f1"): "mother",
        "person.name": "Zoë",
    }
    found = {one.id: one for one in raised(made, told(answers))}
    assert found["acid"].text == "Could Losec 20 matter?"
    assert found["acid"].why == "Zoë takes Losec 20."
    assert found["kin"].text == "What about my mother?"


@pytest.mark.parametrize("name", ["{symptoms}", "{name}", "{medicine} losec", "{", "}{"])
def test_what_a_person_typed_is_never_read_as_a_slot(name):
    acid = "when: {some: {in: medicine, where: {item: medicine.name, answered: yes}}}"
    made = pack(rule("acid", acid, ask="{name} takes {medicine} for {conditions}?"))
    response = told({"person.name": name, ("medicine.name", "m1"): name})
    (one,) = raised(made, response)
    assert one.text == f"{name} takes {name} for ?"
    assert one.because == f"because you said: {name}"


def test_own_question_is_kept_as_it_was_written():
    written = "Will {name} [fly]?\n<b>And</b> when?"
    (own,) = raised(pack(), told({("wish.question.text", "w1"): written}))
    assert (own.text, own.because, own.own) == (written, "", True)


@pytest.mark.parametrize("other", ["May I fly?", NonAnswer.NOT_SURE])
def test_own_question_of_one_is_not_lost_by_what_another_says_there(other):
    response = told({("wish.question.text", "w1"): "Will I fly?"})
    response = told({("wish.question.text", "w1"): other}, by=MARIA, into=response)
    (own,) = raised(pack(), response)
    words = ["Will I fly?", other] if isinstance(other, str) else ["Will I fly?"]
    assert [one in own.text for one in words] == [True] * len(words)


@pytest.mark.parametrize("value", list(NonAnswer))
def test_own_question_without_words_is_no_question(value):
    assert ids(pack(), told({("wish.question.text", "w1"): value})) == []


@pytest.mark.parametrize(
    ("answering", "by", "text"),
    [
        ("patient", PATIENT, "Is my rash new?"),
        ("caregiver", MARIA, "Is the rash of Leo new?"),
        ("together", PATIENT, "Is my rash new?"),
    ],
)
def test_question_is_worded_for_whoever_answers(answering, by, text):
    made = pack(rule("rash", ask="Is my rash new?", ask_about="Is the rash of {name} new?"))
    response = told({"person.answering": answering, "person.name": "Leo"}, by=by)
    assert raised(made, response)[0].text == text


def test_question_without_a_caregivers_wording_is_asked_as_it_is():
    response = told({"person.answering": "caregiver"}, by=MARIA)
    assert raised(pack(rule("plain")), response)[0].text == "Ask plain?"


def test_flag_fires_in_any_view_and_the_urgent_ones_come_first():
    flags = FLAGS + (
        '  - {id: rf2, when: {item: life.cough, is: "yes"}, level: now, do: Call now.}\n'
    )
    made = content(PEOPLE, ASKED + flags)
    response = told({"life.cough": "yes"}, by=MARIA, into=told({"life.faint": "yes"}))
    fired = seen(made, response).flags
    assert [one.flag.id for one in fired] == ["rf2", "rf1"]
    assert [[r.by for r in one.reasons] for one in fired] == [[MARIA], [PATIENT]]


ANSWERS = st.tuples(
    st.sampled_from(["life.rash", "life.cough", "life.faint"]),
    st.sampled_from(["yes", "no", *NonAnswer]),
    st.sampled_from([PATIENT, MARIA, LUIS]),
)


@settings(max_examples=times(60))
@given(st.lists(ANSWERS, max_size=8), st.data())
def test_same_answers_in_any_order_give_the_same_list(said, data):
    made = pack(*LADDER, rule("rash", RASH), rule("cough", COUGH, flags="[rf1]"))
    response = EMPTY
    for item, value, by in said:
        response = told({item: value}, by=by, into=response)
    shuffled = data.draw(st.permutations(response.answers))
    assert raised(made, QuestionnaireResponse(tuple(shuffled))) == raised(made, response)
    doubled = response.with_answers(shuffled)
    assert raised(made, doubled) == raised(made, response)
