"""The same patient in six consulting rooms, and in visits of several lengths."""

from datetime import date
from functools import cache

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import Picture, look
from pnet_prep.engine.with_room import ROOMY
from pnet_prep.model.checklist import Checklist, Question, TickList
from pnet_prep.model.content import Content
from pnet_prep.model.values import Value
from tests.unit.made import told

DAY = date(2026, 11, 23)
Said = dict[str | tuple[str, str], Value]
RICH: Said = {
    "person.sex": "female",
    "visit.stage": ("new", "deciding"),
    "symptom.stool": ("diarrhea",),
    "symptom.diarrhea.look": ("watery",),
    "symptom.whole": ("tiredness", "weight_loss"),
    ("medicine.name", "m1"): "Sandostatin LAR",
    ("medicine.name", "m2"): "Eliquis",
    ("medicine.name", "m3"): "Losec",
    ("family.relation", "f1"): "mother",
    ("family.condition", "f1"): ("men1", "high_calcium"),
    "condition.list": ("kidney_stones", "high_blood_pressure"),
    "test.done": ("ct", "biopsy"),
    "test.planned": ("receptor_pet", "eus"),
    "diagnosis.told": "yes",
    "diagnosis.number": "several",
    "diagnosis.known_hormone": ("vip",),
    "diagnosis.spread": ("liver",),
    "treatment.planned": ("surgery_tail", "prrt"),
    "team.several": "yes",
    "life.work": ("job",),
    "life.alone": "yes",
    "life.children_home": "yes",
}
"""A patient with something for every doctor: tail surgery and PRRT ahead, MEN1 in the family."""

ROOMS = ("gp", "endocrinology", "surgery", "oncology", "nuclear_medicine", "genetics")
LOOKING: Said = {
    "visit.stage": ("looking",),
    "symptom.belly": ("ulcers",),
    "symptom.stool": ("diarrhea",),
    ("wish.question.text", "w1"): "May I travel in May?",
    ("wish.question.text", "w2"): "Is it all right to sing in the choir?",
}


@cache
def shipped() -> Content:
    return load()


def patient(**more: Value) -> Picture:
    visit = {f"visit.{key}": value for key, value in more.items()}
    return look(shipped(), told(RICH | visit), DAY)


def best(clinician: str, count: int) -> list[str]:
    return [one.id for one in patient(clinician=clinician).suggestions[:count]]


def test_the_top_three_of_six_doctors_differ():
    tops = {tuple(best(room, 3)) for room in ROOMS}
    assert len(tops) == len(ROOMS)


@pytest.mark.parametrize(
    ("clinician", "first"),
    [
        ("gp", {"m_ppi_gastrinoma", "m_thinner", "g1"}),
        ("endocrinology", {"m_ppi_gastrinoma", "g1", "g10"}),
        ("surgery", {"g1", "ts1", "ts2"}),
        ("oncology", {"g1", "g10", "tp1", "tl1"}),
        ("nuclear_medicine", {"g1", "tp1", "tp4_home", "tp5"}),
        ("genetics", {"h1_here", "h2", "h3", "h4"}),
    ],
)
def test_what_a_doctor_can_best_answer_is_in_their_first_six(clinician, first):
    assert first <= set(best(clinician, 6))


@pytest.mark.parametrize("clinician", ["gp", "genetics", "endocrinology"])
def test_what_only_a_surgeon_or_tracer_doctor_knows_is_not_first_with_others(clinician):
    assert not {"ts1", "ts2", "tp1", "tp5", "tp4_home"} & set(best(clinician, 6))


def subjects(clinician: str) -> set[str]:
    """What is asked; of near duplicates, a doctor is asked the one that fits best."""
    raised = {one.id for one in patient(clinician=clinician).suggestions}
    return {rule.fold or rule.id for rule in shipped().rules if rule.id in raised}


def test_little_but_order_and_wording_depends_on_the_doctor():
    asked = {room: subjects(room) for room in ROOMS}
    assert asked.pop("gp") == asked["surgery"] - {"f7"}
    assert asked.pop("genetics") >= asked["surgery"]
    assert all(one == asked["surgery"] for one in asked.values())


def test_the_stage_shapes_the_list():
    tops = [
        tuple(one.id for one in patient(stage=(stage,), clinician="oncology").suggestions[:3])
        for stage in ("new", "deciding", "in_treatment", "watching", "follow_up")
    ]
    assert len(set(tops)) == len(tops)
    assert "g1" in tops[1]


def paper(minutes: Value, *more: Said) -> tuple[Picture, Checklist]:
    answers = LOOKING | {"visit.minutes": minutes}
    for one in more:
        answers |= one
    picture = look(shipped(), told(answers), DAY)
    return picture, compose(picture)


def roomy(checklist: Checklist) -> list[str]:
    return [block.text for block in checklist.blocks if isinstance(block, Question)]


def test_a_shorter_visit_has_fewer_questions_with_room_to_write():
    counts = [len(roomy(paper(length)[1])) for length in ("m10", "m15", "m20", "m30", "longer")]
    assert counts == sorted(counts)
    assert counts[0] < counts[1] < counts[2] < counts[3] == counts[4] == ROOMY


@pytest.mark.parametrize("length", ["m10", "m15", "m20", "m30"])
def test_what_loses_its_room_is_still_on_the_list(length):
    picture, checklist = paper(length)
    ticked = [text for b in checklist.blocks if isinstance(b, TickList) for text in b.items]
    there = {*roomy(checklist), *ticked}
    assert {one.text for one in picture.suggestions} <= there


def test_no_question_of_ones_own_and_none_that_is_picked_or_urgent_loses_its_room():
    bleeding: Said = {"symptom.ulcers.features": ("bleeding_now",)}
    lows: Said = {
        "symptom.episodes": ("low_sugar",),
        "symptom.low_sugar.danger": ("driving", "alone"),
    }
    top: Said = {"wish.top": ("q10", "e5")}
    picture, checklist = paper("m10", bleeding, lows, top)
    kept = [one for one in picture.suggestions if one.own or one.picked or one.urgent]
    assert len(kept) > 8
    assert {one.id for one in kept} >= {"own.w1", "own.w2", "q10", "e5", "a6", "a7", "a8"}
    assert [one.text for one in kept] == roomy(checklist)


def test_sheet_has_three_questions_however_short_the_visit():
    assert len(paper("m10")[1].sheet.top) == 3
