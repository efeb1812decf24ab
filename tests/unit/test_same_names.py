"""What two people both put on a list is told, and never made into one."""

import pytest

from pnet_prep.engine.joining import brought, join
from pnet_prep.engine.same_names import same_names
from pnet_prep.interview.joining import done_lines, read_lines
from pnet_prep.model.response import PATIENT, QuestionnaireResponse
from tests.unit.made import LUIS, MEDICINE_LIST, PEOPLE, content, removal, seen, told

TOPIC = (
    MEDICINE_LIST
    + """\
      - {id: medicine.name, type: text, text: Which?}
      - {id: medicine.dose, type: text, text: How much?, label: Dose}
  - id: mine.question
    type: group
    private: yes
    repeats: yes
    text: A question to keep?
    items:
      - {id: mine.question.text, type: text, text: Which?}
"""
)
MADE = content(PEOPLE, TOPIC)


def listed(entry: str, name: str, by: str, item: str = "medicine.name") -> QuestionnaireResponse:
    return told({(item, entry): name}, by=by)


def names(here: QuestionnaireResponse, there: QuestionnaireResponse) -> list[str]:
    new = brought(here, there).new
    return [same.name for same in same_names(seen(MADE, join(here, there)), new)]


@pytest.mark.parametrize(
    "name", ["Omeprazole", "omeprazole ", "OMEPRAZOLE", "ｏｍｅｐｒａｚｏｌｅ"]
)
def test_one_name_from_two_people_is_told(name):
    here, there = listed("aaaaaaaa", "Omeprazole", PATIENT), listed("bbbbbbbb", name, LUIS)
    assert len(names(here, there)) == 1
    united = join(here, there)
    assert set(united.entries("medicine")) == {"aaaaaaaa", "bbbbbbbb"}
    told_then = done_lines(seen(MADE, united), brought(here, there), asked=False)
    assert 'there twice under "Medicines"' in told_then[1]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (listed("a", "Omeprazole", PATIENT), listed("b", "Omeprazole 40", LUIS)),
        (listed("a", "Omeprazole", PATIENT), listed("b", "Omeprazole", PATIENT)),
        (listed("a", "Omeprazole", PATIENT), listed("a", "Omeprazole", LUIS)),
        (listed("a", "Why?", PATIENT, "mine.question.text"),) * 2,
        (
            listed("a", "Why?", PATIENT, "mine.question.text"),
            listed("b", "Why?", LUIS, "mine.question.text"),
        ),
    ],
    ids=["another name", "one person", "one entry", "what is here", "what is private"],
)
def test_nothing_else_is_told(here, there):
    assert names(here, there) == []


def test_it_is_told_once_and_not_of_what_was_taken_out():
    here, there = listed("a", "Omeprazole", PATIENT), listed("b", "Omeprazole", LUIS)
    united = join(here, there)
    more = there.with_answers(told({("medicine.dose", "b"): "40 mg"}, by=LUIS, into=there).answers)
    assert names(united, more) == []
    out = united.with_answers((removal(united, "medicine", "a"),))
    assert names(out, listed("c", "Losec", LUIS)) == []


def test_new_answers_are_read_out_with_all_views_and_private_ones_only_counted():
    here = listed("a", "Omeprazole", PATIENT)
    there = told({("medicine.dose", "a"): "40 mg", ("mine.question.text", "q"): "Why?"}, by=LUIS)
    lines = read_lines(seen(MADE, join(here, there)), brought(here, there))
    assert lines == (
        "Omeprazole, dose: helper: 40 mg",
        "1 more answer is private or not known here.",
    )
