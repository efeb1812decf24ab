"""The six questions of every doctor: what is said to them, in whose words, and what never is."""

import pytest

from pnet_prep.engine.rehearse import MOST, rehearse
from pnet_prep.engine.wording import CUT, ONE_BREATH, said_aloud
from pnet_prep.model.response import BOTH, PATIENT, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords, Value
from tests.unit.made import EMPTY, LUIS, MARIA, PEOPLE, content, seen, told

SYMPTOMS = """
section: symptoms
title: Symptoms
place: 30
screens: [{id: symptom.belly, text: Which of these?}]
card:
  - id: onset
    type: date
    text: When?
    label: Began
    aloud: "{about} began {said}"
    sheet: column
    covers: [D1]
  - id: pattern
    type: choices
    text: How?
    label: Pattern
    covers: [D2]
    options:
      comes: {text: Comes and goes, aloud: it comes and goes}
      night: At night
  - id: worst
    type: scale_0_10
    text: How bad?
    label: Worst
    aloud: "{said} for {about}"
    covers: [D3]
  - id: effect
    type: open_choice
    text: And your days?
    label: Daily life
    covers: [D3]
    options: {sleep: It takes sleep}
  - id: helps
    type: text
    text: Better?
    aloud: "with {about}, what helps is {said}"
    covers: [D4]
  - {id: secret, type: text, text: A secret?, private: yes, covers: [D5]}
  - {id: note, type: text, text: More?, label: Also, covers: [D6]}
symptoms:
  - {id: cramp, screen: symptom.belly, text: Cramps, said: cramps in the belly}
  - {id: rash, screen: symptom.belly, text: Rash, said: a rash}
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
  - {id: life.gate, type: yes_no_unsure, text: More?}
  - {id: life.else, type: long_text, text: What else?, label: "Wishes:", covers: [D6]}
  - {id: life.closed, type: text, text: So?, when: {item: life.gate, is: "yes"}, covers: [D6]}
"""
MADE = content(PEOPLE, SYMPTOMS, LIFE)
CRAMP: dict[object, Value] = {"symptom.belly": ("cramp",)}
TWO: dict[object, Value] = {"symptom.belly": ("cramp", "rash")}
ZOO = "\u202e[b] {about} {parts} \x1b[2J"


def said(response: QuestionnaireResponse) -> list[str]:
    """What is said to each of the six."""
    return [one.said for one in rehearse(seen(MADE, response))]


def test_six_are_asked_in_order_and_without_answers_nothing_is_put_into_a_mouth():
    six = rehearse(seen(MADE, EMPTY))
    assert [one.asked.endswith("?") for one in six] == [True] * 6
    assert [one.said for one in six] == [""] * 6


def test_dates_are_told_as_they_were_said_without_our_reading():
    words = said(told({**CRAMP, "symptom.cramp.onset": DateSaid("about Easter", "2026-04")}))[0]
    assert words == "Cramps in the belly began about Easter."
    assert "2026" not in words


def test_choices_words_of_ones_own_and_numbers_are_told_in_a_sentence():
    response = told(
        {
            **CRAMP,
            "symptom.cramp.pattern": ("comes", "night"),
            "symptom.cramp.worst": 8,
            "symptom.cramp.effect": OwnWords("I stopped driving."),
            "symptom.cramp.helps": "warm tea.\n And rest!",
        }
    )
    _, pattern, worst, helps, *_ = said(response)
    assert pattern == "With cramps in the belly, it comes and goes, at night."
    first = "At its worst, 8 out of 10 for cramps in the belly."
    assert worst == f"{first} With cramps in the belly, I stopped driving."
    assert helps == "With cramps in the belly, what helps is warm tea. And rest!"


def test_item_that_comes_second_has_a_sentence_of_its_own_where_the_first_is_not_answered():
    (worst,) = [one for one in said(told({**CRAMP, "symptom.cramp.effect": "sleep"})) if one]
    assert worst == "With cramps in the belly, it takes sleep."


def test_worst_comes_first_and_what_has_no_number_last():
    own = {("symptom.own.name", "s1"): "Ache", ("symptom.own.helps", "s1"): "heat"}
    numbers = {"symptom.cramp.worst": 3, "symptom.rash.worst": 7}
    words = {"symptom.cramp.helps": "tea", "symptom.rash.helps": "cold"}
    helps = said(told({**TWO, **own, **numbers, **words}))[3]
    assert helps == (
        "With a rash, what helps is cold; with cramps in the belly, what helps is tea;"
        " with Ache, what helps is heat."
    )


@pytest.mark.parametrize("more", [0, 1, 4])
def test_at_most_five_are_said_and_the_others_counted(more):
    many: dict[object, Value] = {}
    for n in range(MOST + more):
        many |= {("symptom.own.name", f"s{n}"): f"ache{n}", ("symptom.own.helps", f"s{n}"): "heat"}
    helps = said(told(many))[3]
    assert [f"ache{n}" in helps for n in range(MOST + more)] == [True] * MOST + [False] * more
    assert (f"and {more} more on the sheet" in helps) is bool(more)


def test_views_that_differ_are_named_and_those_that_agree_are_not():
    differ = told({**CRAMP, "person.name": "Leo", "symptom.cramp.worst": 6})
    differ = told(
        {("helper.name", MARIA): "Maria", "symptom.cramp.worst": 9}, by=MARIA, into=differ
    )
    assert "at its worst, I say 6 out of 10 and Maria says 9 out of 10" in said(differ)[2]
    agree = told({"symptom.cramp.worst": 6}, by=MARIA, into=differ)
    assert said(agree)[2] == "At its worst, 6 out of 10 for cramps in the belly."
    both = told({"symptom.cramp.worst": 7}, by=BOTH, into=agree)
    assert "together we say 7 out of 10" in said(both)[2]


@pytest.mark.parametrize(
    ("answering", "sentence"),
    [
        ("patient", "my mother Maria says 9 out of 10 and I say 6 out of 10"),
        ("caregiver", "I say 9 out of 10 and Leo says 6 out of 10"),
        ("together", "Maria says 9 out of 10 and Leo says 6 out of 10"),
    ],
)
def test_whoever_holds_the_sheet_says_i(answering, sentence):
    here = MARIA if answering == "caregiver" else BOTH if answering == "together" else PATIENT
    response = told({"person.answering": answering}, by=here)
    mother = {("helper.name", MARIA): "Maria", ("helper.relation", MARIA): "mother"}
    response = told({**mother, "symptom.cramp.worst": 9}, by=MARIA, into=response)
    leo = {**CRAMP, "person.name": "Leo", "symptom.cramp.worst": 6}
    assert sentence in said(told(leo, into=response))[2]


def test_a_helper_who_speaks_needs_no_name_for_what_nobody_else_said():
    response = told(
        {"person.answering": "caregiver", **CRAMP, "symptom.cramp.helps": "tea"}, by=MARIA
    )
    response = told({"symptom.cramp.worst": 2}, into=response)
    assert said(response)[3] == "With cramps in the belly, what helps is tea."


def test_helper_alone_at_the_keyboard_is_not_named_but_beside_the_patient_is():
    alone = told({**CRAMP, "symptom.cramp.helps": "tea"}, by=MARIA)
    assert said(alone)[3].endswith("what helps is tea.")
    beside = told({"symptom.cramp.worst": 2}, into=alone)
    assert "helper says tea" in said(beside)[3]
    two = told({"symptom.cramp.helps": "tea"}, by=LUIS, into=alone)
    assert said(two)[3].count("helper says tea") == 2


def test_not_sure_is_said_and_skipped_and_kept_back_are_not():
    response = told({**TWO, "symptom.cramp.helps": "tea", "symptom.rash.helps": NonAnswer.NOT_SURE})
    assert said(response)[3].endswith("is tea. I am not sure what helps with a rash.")
    for how in (NonAnswer.SKIPPED, NonAnswer.DECLINED):
        assert said(told({**CRAMP, "symptom.cramp.helps": how}))[3] == ""


def test_what_else_is_told_of_symptoms_and_of_life():
    response = told({**CRAMP, "symptom.cramp.note": "wakes me", "life.else": "I live alone."})
    assert said(response)[5] == "With cramps in the belly, wakes me. Wishes: I live alone."
    unsure = told({"life.else": NonAnswer.NOT_SURE}, into=response)
    assert said(unsure)[5].endswith("wakes me. I am not sure about wishes.")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("I lie down", "With cramps in the belly, I lie down."),
        ("It's the rest", "With cramps in the belly, it's the rest."),
        ("Lying down", "With cramps in the belly, what helps is lying down."),
        ("Creon", "With cramps in the belly, what helps is Creon."),
    ],
)
def test_words_that_are_a_sentence_stand_as_one(typed, sentence):
    assert said(told({**CRAMP, "symptom.cramp.helps": typed}))[3] == sentence


def test_the_name_of_a_symptom_is_written_small_where_its_word_is_known():
    own = {("symptom.own.name", "s1"): "A buzz in Luis", ("symptom.own.helps", "s1"): "heat"}
    assert said(told(own))[3] == "With a buzz in Luis, what helps is heat."


@pytest.mark.parametrize("nothing", ["Nothing", "nothing."])
def test_nothing_is_told_as_people_say_it(nothing):
    helps = said(told({**CRAMP, "symptom.cramp.helps": nothing}))[3]
    assert helps == "With cramps in the belly, nothing makes it better."


@pytest.mark.parametrize(
    ("onset", "sentence"),
    [
        (DateSaid("for years", None), "With cramps in the belly, it has gone on for years."),
        (DateSaid("who knows", None), "With cramps in the belly, in my words: who knows."),
    ],
)
def test_words_that_are_no_beginning_are_told_another_way(onset, sentence):
    assert said(told({**CRAMP, "symptom.cramp.onset": onset}))[0] == sentence


@pytest.mark.parametrize("how", [None, NonAnswer.SKIPPED, NonAnswer.DECLINED])
def test_a_symptom_that_was_left_out_is_named_unless_it_was_kept_back(how):
    rash = {} if how is None else {"symptom.rash.helps": how}
    helps = rehearse(seen(MADE, told({**TWO, "symptom.cramp.helps": "tea", **rash})))[3]
    assert (helps.left == "Not answered yet: a rash.") is (how is not NonAnswer.DECLINED)


def test_private_and_parked_answers_are_not_said():
    response = told({**CRAMP, "symptom.cramp.secret": "xyzzy", "life.closed": "xyzzy"})
    assert "xyzzy" not in "".join(said(response))
    gone = told({"symptom.belly": ()}, into=told({**CRAMP, "symptom.cramp.helps": "xyzzy"}))
    assert "xyzzy" not in "".join(said(gone))


@pytest.mark.parametrize("length", [ONE_BREATH - 1, ONE_BREATH, ONE_BREATH + 1, 4000])
def test_long_words_are_said_as_far_as_one_breath_goes(length):
    one = said_aloud("x" * length)
    assert one == ("x" * length if length <= ONE_BREATH else "x" * ONE_BREATH + CUT)
    many = said_aloud("tea " * length)
    assert len(many) <= ONE_BREATH + len(CUT)
    assert set(many.removesuffix(CUT).split()) == {"tea"}


def test_what_was_typed_is_never_read_as_a_pattern():
    own = {("symptom.own.name", "s1"): ZOO, ("symptom.own.helps", "s1"): ZOO}
    assert said(told(own))[3].count("{about} {parts}") == 2
