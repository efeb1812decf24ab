"""The fewest answers that explain why a question is raised, in the words of who gave them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine import reasons as engine_reasons
from pnet_prep.engine.conditions import causes, truth
from pnet_prep.engine.reasons import because, reasons
from pnet_prep.model.conditions import All, AnyOf, Condition, Count, Leaf, Not, Operator, Some
from pnet_prep.model.response import BOTH, PATIENT, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords
from tests.unit.made import LUIS, MARIA, PEOPLE, a_view, content, seen, told

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.rash, type: yes_no_unsure, text: Is there a rash?, label: Rash, said: a rash}
  - {id: life.cough, type: yes_no_unsure, text: Do you cough?, label: Cough}
  - {id: life.worst, type: scale_0_10, text: How bad?, said: worst pain}
  - {id: life.began, type: date, text: When?, said: began}
  - {id: life.note, type: text, text: Anything else?}
  - {id: life.wish, type: long_text, text: What do you wish for?}
  - id: life.signs
    type: choices
    text: Which?
    options: {fever: {text: Fever, said: some fever}, chill: Chills, mri: MRI done, spots: Spots}
  - id: life.kind
    type: open_choice
    text: Of what kind?
    options: {dull: {text: Dull, said: dull pain}, sharp: Sharp}
  - id: visit.stage
    type: choices
    text: Where are you?
    options: {new: {text: New, said: a new stage}, watching: Watching}
  - id: family
    type: group
    text: Who?
    repeats: yes
    items:
      - id: family.relation
        type: choice
        text: Who?
        options: {mother: {text: Mother, said: a mother}, aunt: Aunt}
      - {id: family.gland, type: yes_no_unsure, text: Gland trouble?, said: gland trouble}
      - {id: family.young, type: yes_no_unsure, text: Was she young?, said: a young age}
"""


def leaf(item: str, *values: str, operator: Operator = Operator.IS) -> Leaf:
    return Leaf(item, operator, values or ("yes",))


def items(condition: Condition, *yes: str) -> list[str]:
    """The questions named as causes where these were answered with yes."""
    return [cause.leaf.item for cause in causes(condition, a_view(dict.fromkeys(yes, "yes")))]


A, B, C, D = (leaf(name) for name in "abcd")
SILENT = leaf("visit.stage")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (A, ["a"]),
        (All((A, B)), ["a", "b"]),
        (AnyOf((C, A, B)), ["c"]),
        (AnyOf((All((A, B)), C)), ["c"]),
        (AnyOf((All((A, B)), All((C, D)))), ["a", "b"]),
        (Count(2, (D, B, A)), ["d", "b"]),
        (Count(2, (All((A, B)), C, D)), ["c", "d"]),
        (All((AnyOf((B, A)), Not(leaf("e", "no")))), ["b"]),
        (AnyOf((leaf("x"), B)), ["b"]),
        (AnyOf((SILENT, All((A, B)))), ["a", "b"]),
        (AnyOf((SILENT, leaf("e", "no", operator=Operator.IS_NOT))), ["visit.stage"]),
    ],
)
def test_causes_are_the_fewest_true_leaves_and_ties_go_by_file_order(condition, expected):
    assert items(condition, "a", "b", "c", "d", "e", "visit.stage") == expected


@st.composite
def trees(draw: st.DrawFn, names: list[str]) -> Condition:
    """A condition without a negative, each question in it once."""
    if len(names) == 1:
        return leaf(names[0])
    cut = draw(st.integers(1, len(names) - 1))
    parts = (draw(trees(names[:cut])), draw(trees(names[cut:])))
    forms: list[Condition] = [All(parts), AnyOf(parts), Count(1, parts), Count(2, parts)]
    return draw(st.sampled_from(forms))


@given(trees(list("abcdef")), st.sets(st.sampled_from("abcdef")))
def test_causes_are_enough_and_nothing_less_is(condition, yes):
    if truth(condition, a_view(dict.fromkeys(yes, "yes"))):
        found = items(condition, *yes)
        assert truth(condition, a_view(dict.fromkeys(found, "yes"))) is True
        smaller = combinations(sorted(yes), len(found) - 1)
        assert not any(truth(condition, a_view(dict.fromkeys(s, "yes"))) for s in smaller)


def test_cause_inside_a_list_is_about_one_entry_that_fits():
    both = Some("family", All((leaf("family.relation", "mother"), leaf("family.gland"))))
    view = a_view(
        {
            ("family.relation", "r1"): "mother",
            ("family.gland", "r1"): "no",
            ("family.relation", "r2"): "mother",
            ("family.gland", "r2"): "yes",
        },
        lists={"family": ("r1", "r2")},
    )
    found = causes(both, view)
    assert [(c.leaf.item, c.answer.entry, c.group) for c in found] == [
        ("family.relation", "r2", "family"),
        ("family.gland", "r2", "family"),
    ]


def said(condition: Condition, response: QuestionnaireResponse, person: str = PATIENT) -> str:
    """The clause for a condition that holds in one person's view."""
    picture = seen(content(PEOPLE, TOPIC), response)
    view = next(one for one in picture.views.all if one.person == person)
    assert truth(condition, view)
    return because(reasons(causes(condition, view), picture.wording), picture.wording)


@pytest.mark.parametrize(
    ("item", "value", "condition", "phrase"),
    [
        ("life.rash", "yes", leaf("life.rash"), "a rash"),
        ("life.cough", "yes", leaf("life.cough"), "cough"),
        (
            "life.signs",
            ("fever", "spots"),
            leaf("life.signs", "fever", operator=Operator.HAS),
            "some fever",
        ),
        ("life.signs", ("chill",), leaf("life.signs", "chill", operator=Operator.HAS), "chills"),
        ("life.signs", ("mri",), leaf("life.signs", "mri", operator=Operator.HAS), "MRI done"),
        ("life.kind", "dull", leaf("life.kind", "dull"), "dull pain"),
        (
            "life.worst",
            8,
            leaf("life.worst", "7", operator=Operator.AT_LEAST),
            "worst pain 8 of 10",
        ),
        (
            "life.note",
            "{name} itches",
            leaf("life.note", operator=Operator.ANSWERED),
            "{name} itches",
        ),
        (
            "life.wish",
            "To fly.\n\nAnd this: " + "to see them all " * 20,
            leaf("life.wish", operator=Operator.ANSWERED),
            "To fly. And this: " + "to see them all " * 6 + "to see …",
        ),
        (
            "life.kind",
            OwnWords("Like Fire"),
            leaf("life.kind", operator=Operator.ANSWERED),
            "Like Fire",
        ),
        (
            "life.began",
            DateSaid("May 2026", "2026-05"),
            leaf("life.began", operator=Operator.ANSWERED),
            "began May 2026",
        ),
    ],
)
def test_what_was_said_becomes_a_phrase(item, value, condition, phrase):
    assert said(condition, told({item: value})) == f"because you said: {phrase}"


def test_several_phrases_are_one_list_in_file_order_and_none_stands_twice():
    both = All((leaf("life.rash"), leaf("life.cough"), AnyOf((leaf("life.rash"),))))
    assert said(both, told({"life.cough": "yes", "life.rash": "yes"})) == (
        "because you said: a rash and cough"
    )


@pytest.mark.parametrize(
    "condition",
    [
        leaf("life.rash", "yes", operator=Operator.IS_NOT),
        leaf("life.cough", "not_sure"),
        leaf("life.note", "no", operator=Operator.ANSWERED),
        Not(leaf("life.rash")),
        leaf("visit.stage", "new", operator=Operator.HAS),
    ],
)
def test_negatives_gaps_and_stages_are_never_said(condition):
    response = told({"life.rash": "no", "life.cough": NonAnswer.NOT_SURE, "visit.stage": ("new",)})
    assert said(condition, response) == ""
    rash = All((condition, leaf("life.signs", "fever", operator=Operator.HAS)))
    assert said(rash, told({"life.signs": ("fever",)}, into=response)) == (
        "because you said: some fever"
    )


def test_entry_of_a_list_is_named_once_before_what_is_its_own():
    answers = {
        ("family.relation", "r1"): "mother",
        ("family.gland", "r1"): "yes",
        ("family.young", "r1"): "yes",
    }
    parts = (leaf("family.relation", "mother"), leaf("family.gland"), leaf("family.young"))
    clause = said(Some("family", All(parts)), told(answers))
    assert clause == "because you said: mother: gland trouble and a young age"


def test_entry_that_fires_by_its_name_alone_is_just_named():
    response = told({("family.relation", "r1"): "mother"})
    only = Some("family", leaf("family.relation", "mother"))
    assert said(only, response) == "because you said: mother"


def test_reason_names_whoever_said_it():
    response = told({("helper.name", MARIA): "Maria", "life.rash": "yes"}, by=MARIA)
    assert said(leaf("life.rash"), response, MARIA) == "because Maria said: a rash"
    mother = told({("helper.relation", MARIA): "mother"}, by=MARIA, into=response)
    assert said(leaf("life.rash"), mother, MARIA) == "because Maria (mother) said: a rash"


def test_what_both_said_together_counts_as_the_patients():
    assert said(leaf("life.rash"), told({"life.rash": "yes"}, by=BOTH)) == (
        "because you said: a rash"
    )


def test_reasons_of_two_people_stay_apart():
    response = told({"life.cough": "yes"}, by=MARIA, into=told({"life.rash": "yes"}))
    response = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=response)
    both = All((leaf("life.rash"), leaf("life.cough")))
    assert said(both, response) == "because you said: a rash; because Maria said: cough"


def test_doctor_reads_bare_phrases_with_others_by_name():
    response = told({"life.cough": "yes"}, by=LUIS, into=told({"life.rash": "yes"}))
    response = told({("helper.name", LUIS): "Luis"}, by=LUIS, into=response)
    picture = seen(content(PEOPLE, TOPIC), response)
    both = All((leaf("life.rash"), leaf("life.cough")))
    found = reasons(causes(both, picture.views.all[0]), picture.wording)
    assert engine_reasons.told(found, picture.wording) == "a rash; Luis: cough"
