"""What is asked of whom, in which order, and where somebody who comes back goes on."""

import pytest

from pnet_prep.engine.flow import (
    Asker,
    Step,
    answered,
    first_open,
    minutes_left,
    naming_step,
    steps,
)
from pnet_prep.engine.lengths import SECONDS
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import BOTH, PATIENT, QuestionnaireResponse
from pnet_prep.model.values import ListMark, NonAnswer
from tests.unit.made import EMPTY, MARIA, PEOPLE, content, removal, seen, told

LAST = """
section: life
title: Life
place: 90
items:
  - {id: life.note, type: long_text, text: Anything else?, seconds: 100}
  - {id: wish.top, type: choices, text: Your three?, options_from: suggestions}
"""
FIRST = """
section: safety
title: Signs
place: 20
items:
  - {id: safety.start, type: display, text: A few signs first., quick: yes}
  - {id: safety.alone, type: display, text: This is for you alone., ask_whom: patient}
  - {id: safety.home, type: yes_no_unsure, text: Safe at home?, ask_whom: patient, private: yes}
  - {id: safety.pain, type: yes_no_unsure, text: Any pain?, quick: yes}
  - {id: safety.saw, type: text, text: What did you see?, ask_whom: caregiver}
  - id: pain
    type: group
    text: Pain
    when: {item: safety.pain, is: "yes"}
    items:
      - {id: pain.worst, type: scale_0_10, text: How bad?, quick: yes}
      - {id: pain.where, type: text, text: Where?}
  - id: medicine
    type: group
    repeats: yes
    quick: yes
    text: Which medicines?
    items:
      - {id: medicine.name, type: text, text: Name?}
      - {id: medicine.dose, type: text, text: How much?}
      - {id: medicine.helps, type: yes_no_unsure, text: Does it help?}
"""
ALONE = Asker()
HELPED = Asker(PATIENT, PATIENT, MARIA)
CAREGIVER = Asker(MARIA, MARIA, MARIA)
TOGETHER = Asker(BOTH, BOTH, MARIA)


def asked(
    response: QuestionnaireResponse, asker: Asker = ALONE, *, quick: bool = False
) -> tuple[Step, ...]:
    made = content(LAST, PEOPLE, FIRST)
    picture = seen(made, response)
    return steps(made.questionnaire, response, picture.views, asker, quick=quick)


def places(response: QuestionnaireResponse, asker: Asker = ALONE) -> list[str]:
    """What is asked, as ``link_id`` or ``link_id/entry``."""
    return ["/".join(filter(None, step.place)) for step in asked(response, asker)]


TWO = {("medicine.name", "m1"): "aspirin", ("medicine.name", "m2"): "zinc"}


def test_parts_come_in_their_places_whatever_the_files_are_called():
    sections = [step.section.id for step in asked(EMPTY)]
    assert list(dict.fromkeys(sections)) == ["person", "safety", "life"]


def test_questions_come_in_the_order_of_the_file_and_cards_only_when_called_for():
    before = ["person.answering", "person.name", "safety.home", "safety.pain"]
    after = ["medicine", "life.note"]
    assert places(EMPTY) == [*before, *after]
    opened = places(told({"safety.pain": "yes"}))
    assert opened == [*before, "pain.worst", "pain.where", *after]


def test_names_of_a_list_come_before_the_details_of_its_entries():
    found = places(told(TWO))
    start = found.index("medicine")
    assert found[start : start + 5] == [
        "medicine",
        "medicine.dose/m1",
        "medicine.helps/m1",
        "medicine.dose/m2",
        "medicine.helps/m2",
    ]


def test_name_of_an_entry_is_asked_by_the_list_alone():
    found = asked(told(TWO))
    assert "medicine.name" not in {step.item.link_id for step in found}
    listed = next(step for step in found if step.item.repeats)
    named = naming_step(listed, "m1")
    assert (named.place, named.group) == (("medicine.name", "m1"), listed.item)


def test_details_of_a_removed_entry_are_asked_no_more():
    response = told(TWO)
    response = response.with_answers((removal(response, "medicine", "m1"),))
    assert [place for place in places(response) if place.endswith("/m1")] == []
    assert "medicine.dose/m2" in places(response)


@pytest.mark.parametrize("asker", [HELPED, CAREGIVER, TOGETHER, Asker(PATIENT, MARIA, "")])
def test_what_is_for_the_patient_alone_is_asked_of_nobody_else(asker):
    found = asked(EMPTY, asker)
    shown = {item.link_id for step in found for item in (step.item, *step.before)}
    assert shown.isdisjoint({"safety.home", "safety.alone"})
    assert "safety.home" in places(EMPTY)


@pytest.mark.parametrize(
    ("asker", "expected"), [(ALONE, False), (HELPED, True), (CAREGIVER, True), (TOGETHER, True)]
)
def test_what_is_for_a_caregiver_is_asked_only_when_there_is_one(asker, expected):
    assert ("safety.saw" in places(EMPTY, asker)) is expected


def test_caregiver_is_asked_for_name_and_kinship_before_the_patients_name():
    assert places(EMPTY, CAREGIVER)[:4] == [
        "person.answering",
        f"helper.name/{MARIA}",
        f"helper.relation/{MARIA}",
        "person.name",
    ]
    assert "helper.name" not in str(places(EMPTY))


def test_text_that_asks_nothing_stands_before_the_next_question():
    before = {step.item.link_id: [item.link_id for item in step.before] for step in asked(EMPTY)}
    assert before["safety.home"] == ["safety.start", "safety.alone"]
    assert before["safety.pain"] == []


def test_quick_mode_asks_only_what_is_marked_for_it():
    found = asked(told({"safety.pain": "yes"}), quick=True)
    assert [step.item.link_id for step in found] == ["safety.pain", "pain.worst", "medicine"]
    assert [item.link_id for item in found[0].before] == ["safety.start"]


@pytest.mark.parametrize("value", ["no", *NonAnswer])
def test_any_answer_by_anybody_counts_as_answered(value):
    step = next(one for one in asked(EMPTY) if one.item.link_id == "safety.pain")
    assert not answered(step, EMPTY)
    assert answered(step, told({"safety.pain": value}, by=MARIA))


def test_list_is_answered_once_somebody_said_that_is_all():
    listed = next(step for step in asked(EMPTY) if step.item.repeats)
    assert not answered(listed, told(TWO))
    done = told({"medicine": ListMark.COMPLETE}, into=told(TWO))
    assert answered(listed, done)
    emptied = done.with_answers([removal(done, "medicine", entry) for entry in ("m1", "m2")])
    assert answered(listed, emptied)


def test_removal_of_an_entry_does_not_answer_the_list():
    response = told(TWO)
    response = response.with_answers([removal(response, "medicine", "m1")])
    listed = next(step for step in asked(response) if step.item.repeats)
    assert not answered(listed, response)


def test_first_open_is_where_nobody_answered_yet():
    response = told({"person.answering": "patient", "safety.home": NonAnswer.SKIPPED})
    found = asked(response)
    assert found[first_open(found, response)].item.link_id == "person.name"


def test_first_open_of_a_finished_interview_is_its_end():
    response = EMPTY
    for step in asked(response):
        response = told({step.item.link_id: NonAnswer.SKIPPED}, into=response)
    assert first_open(asked(response), response) == len(asked(response))


def test_minutes_left_count_what_is_open_and_round_up():
    found = asked(EMPTY)
    seconds = sum(step.seconds for step in found)
    assert minutes_left(found, EMPTY) == -(-seconds // 60)
    note = [step for step in found if step.item.link_id == "life.note"]
    assert minutes_left(tuple(note), EMPTY) == 2
    assert minutes_left(tuple(note), told({"life.note": "no"})) == 1


def test_every_kind_of_question_has_a_length():
    assert set(SECONDS) == set(ItemType)
    assert min(SECONDS.values()) > 0
