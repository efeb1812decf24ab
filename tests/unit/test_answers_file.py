"""A visit written down in a file: the same answers as typed ones, or every fault at once."""

from textwrap import dedent

import pytest

from pnet_prep.content.answers_file import read_answers, visit_id
from pnet_prep.content.load import load
from pnet_prep.content.template import template_of
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import (
    DateSaid,
    ListMark,
    NonAnswer,
    OwnWords,
    Quantity,
)
from tests.unit.made import EMPTY, content, told
from tests.unit.written import NOW, TOPIC, taken


def value(line: str, item: str) -> object:
    """The value of an item after a file with one line of answers."""
    (answer,) = taken(f"answers:\n  {line}").response.at(item)
    return answer.value


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("life.pain: yes", "yes"),
        ("life.worst: 7", 7),
        ("life.times: 12", 12),
        ("life.began: May 2026", DateSaid("May 2026", "2026-05")),
        ("life.began: 3/4/25", DateSaid("3/4/25")),
        ("life.began: after the wedding", DateSaid("after the wedding")),
        ("life.sugar: 55 mg/dL", Quantity("55 mg/dL", "55", "mg/dL")),
        ("life.sugar: 3.1", Quantity("3.1", "3.1")),
        ("life.signs: [chill, fever]", ("fever", "chill")),
        ("life.signs: none", ("none",)),
        ("life.kind: dull", "dull"),
        ("life.kind: like a knife", OwnWords("like a knife")),
        ("life.note: 'no: 010'", "no: 010"),
        ("person.country: fr", "fr"),
        ("wish.top: [q2, q1]", ("q2", "q1")),
        *((f"life.pain: {{none: {one.value}}}", one) for one in NonAnswer),
    ],
)
def test_written_answer_is_read_like_a_typed_one(line, expected):
    assert value(line, line.partition(":")[0]) == expected


def test_age_is_counted_from_the_birth_year_as_in_an_interview():
    at_40 = taken("answers:\n  person.born: 1980\n  life.began: when I was 40").response
    (answer,) = at_40.at("life.began")
    assert answer.value != DateSaid("when I was 40")


LIST = """
answers:
  medicine:
    - medicine.name: zinc
      medicine.dose: one
    - name: iron
    - medicine.name: aspirin
      dose: {none: not_sure}
"""


def test_entries_keep_their_order_and_their_own_details():
    response = taken(LIST).response
    names = [response.at("medicine.name", entry)[0].value for entry in response.entries("medicine")]
    assert names == ["zinc", "iron", "aspirin"]
    doses = [
        [answer.value for answer in response.at("medicine.dose", entry)]
        for entry in response.entries("medicine")
    ]
    assert doses == [["one"], [], [NonAnswer.NOT_SURE]]
    assert [answer.value for answer in response.at("medicine")] == [ListMark.COMPLETE]


@pytest.mark.parametrize(
    ("line", "mark"),
    [("medicine: []", ListMark.COMPLETE), ("medicine: {none: declined}", NonAnswer.DECLINED)],
)
def test_list_without_entries_is_an_answer_too(line, mark):
    response = taken(f"answers:\n  {line}").response
    assert [answer.value for answer in response.at("medicine")] == [mark]
    assert response.entries("medicine") == ()


TWO_VIEWS = """
as: caregiver
people: {caregiver: {name: Maria, relation: mother}}
answers: {life.worst: 8, life.pain: yes}
views: {patient: {life.worst: 4}}
"""


def test_each_view_is_its_persons_own():
    response = taken(TWO_VIEWS).response
    (helper,) = response.entries("helper")
    assert {a.by: a.value for a in response.at("life.worst")} == {helper: 8, PATIENT: 4}
    assert [a.by for a in response.at("life.pain")] == [helper]
    assert response.at("helper.name", helper)[0].value == "Maria"
    assert response.at("helper.relation", helper)[0].value == "mother"


def test_answers_given_together_are_the_joint_view():
    response = taken("as: together\nanswers: {life.pain: yes}").response
    assert [a.by for a in response.at("life.pain")] == [BOTH]
    assert response.at("person.answering")[0].value == "together"


def test_patient_answers_where_nobody_else_is_named():
    assert {a.by for a in taken("answers: {life.pain: yes}").response.shown} == {PATIENT}


@pytest.mark.parametrize("text", [LIST, TWO_VIEWS])
def test_same_file_again_adds_nothing(text):
    first = taken(text).response
    assert taken(text, first).response == first
    assert taken(text).response == first


def test_file_on_top_of_a_visit_replaces_only_what_its_person_said():
    mine = told({"life.worst": 2, "life.note": "mine"})
    both = taken(TWO_VIEWS, mine).response
    assert [a.value for a in both.at("life.worst") if a.by == PATIENT] == [4]
    assert [a.value for a in both.at("life.note")] == ["mine"]


def test_visit_of_a_file_is_named_by_its_bytes():
    assert visit_id(b"a") == visit_id(b"a") != visit_id(b"b")
    assert len(visit_id(b"a")) == 8


def test_as_of_is_the_clock_for_dates_and_answers():
    file = taken('as_of: "2020-06-15"\nanswers: {life.began: yesterday}')
    (answer,) = file.response.at("life.began")
    assert answer.value == DateSaid("yesterday", "2020-06-14")
    assert answer.on == "2020-06-15"
    assert taken("answers: {life.began: yesterday}").response.at("life.began")[0].on == "2026-11-23"


def test_example_patient_says_what_is_expected():
    file = taken("must_ask: [q1]\nmust_not_ask: [q2]\nred_flags: []\nanswers: {life.pain: yes}")
    assert (file.must_ask, file.must_not_ask, file.red_flags) == (("q1",), ("q2",), ())


def test_what_comes_in_passes_the_gate_for_text():
    assert value('life.note: "a\\u0000b\\e[31m"', "life.note") == "a\ufffdb\ufffd[31m"


def test_helper_in_a_pack_without_helpers_is_passed_over():
    made = content(TOPIC)
    data = dedent(TWO_VIEWS).encode()
    response = read_answers(data, "visit.yaml", made, NOW, EMPTY).response
    assert response.entries("helper") == ()
    assert len(response.at("life.worst")) == 2


def test_template_is_an_answers_file_as_it_stands():
    made = load()
    file = read_answers(template_of(made).encode(), "template.yaml", made, NOW, EMPTY)
    assert [answer.item for answer in file.response.shown] == ["person.answering"]
