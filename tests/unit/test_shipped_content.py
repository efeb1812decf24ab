"""The shipped questions: no fault, every point of the source page, every red flag."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from pnet_prep.content.check import RETIRED, check_files
from pnet_prep.content.files import questions_folder, read_folder
from pnet_prep.content.load import load
from pnet_prep.content.parse import parse
from pnet_prep.engine.picture import look
from pnet_prep.engine.prover import Prover
from pnet_prep.engine.steps import chosen_steps
from pnet_prep.engine.symptoms import is_card
from pnet_prep.engine.uses import holders
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import ItemType
from tests.unit.made import told

WRITTEN_ON = date(2026, 11, 23)
SOURCE_PAGE = {
    "S": range(1, 15),
    "R": range(1, 7),
    "T": range(1, 9),
    "TX": range(12),
    "C": range(1, 6),
    "P": range(1, 7),
    "L": range(1, 5),
    "Q": range(1, 12),
    "D": range(1, 7),
}
"""What the page of a large clinic lists: signs, risks, tests, treatments, care after treatment,
preparation, lists to make, questions to ask, questions the doctor asks; numbered as they come."""

POINTS = [f"{letter}{number}" for letter, numbers in SOURCE_PAGE.items() for number in numbers]
RED_FLAGS = [f"RF{number}" for number in range(1, 35)]


@cache
def files() -> dict[str, bytes]:
    return read_folder(questions_folder())


@cache
def shipped() -> Content:
    return load()


@cache
def covered() -> frozenset[str]:
    pack, _ = parse(files())
    return frozenset(_covers(pack))


def _covers(plain: Any) -> Iterator[str]:
    if isinstance(plain, dict):
        yield from plain.get("covers", ())
        for part in plain.values():
            yield from _covers(part)
    elif isinstance(plain, list):
        for part in plain:
            yield from _covers(part)


def test_the_shipped_questions_have_no_fault() -> None:
    checked = check_files(files(), WRITTEN_ON)
    assert [str(problem) for problem in checked.problems if not problem.warning] == []


def test_there_are_seventy_two_points() -> None:
    assert len(POINTS) == 72


@pytest.mark.parametrize("point", POINTS)
def test_every_point_of_the_source_page_has_its_place(point: str) -> None:
    assert point in covered()


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_every_red_flag_is_there(flag: str) -> None:
    assert any(flag in one.provenance.covers for one in shipped().red_flags)


def test_ids_that_were_retired_are_not_used() -> None:
    lines = files()[RETIRED].decode().splitlines()
    retired = {line for line in lines if line and not line.startswith("#")}
    used = {
        *shipped().questionnaire.by_id,
        *(rule.id for rule in shipped().rules),
        *(flag.id for flag in shipped().red_flags),
        *(step.id for step in shipped().preparation),
        *(term.id for term in shipped().glossary),
    }
    assert not retired & used


def test_every_condition_has_a_patient_who_makes_it_true() -> None:
    prover = Prover(shipped(), WRITTEN_ON)
    for _, condition in holders(shipped()):
        patient = prover.example(condition)
        assert patient is not None, condition
        assert prover.holds(condition, patient), condition


def test_screens_of_signs_that_cannot_wait_are_short() -> None:
    (safety,) = [part for part in shipped().questionnaire.sections if part.id == "safety"]
    lists = [item for item in safety.items if item.type is ItemType.CHOICES]
    assert 1 <= len(lists) <= 8
    assert all(item.exclusive for item in lists)


def test_whether_there_is_more_is_the_last_question_about_every_symptom() -> None:
    cards = [item for item in load().questionnaire.by_id.values() if is_card(item)]
    assert len(cards) > 20
    assert {card.items[-1].link_id for card in cards} == {f"{one.link_id}.note" for one in cards}


def test_flags_say_whom_to_call() -> None:
    for flag in shipped().red_flags:
        said = flag.do.casefold()
        assert "call" in said or flag.help_line, flag.id


@pytest.mark.parametrize(
    ("done", "steps"),
    [
        ({"eus"}, {"before.slides_if_any", "bring.slides_if_any"}),
        ({"laparoscopy", "ct"}, {"before.slides_if_any", "bring.slides_if_any"}),
        ({"eus", "biopsy"}, {"before.slides", "bring.slides"}),
        ({"needle_spread"}, {"before.slides", "bring.slides"}),
        ({"ct"}, set()),
    ],
)
def test_slides_are_asked_for_where_tissue_was_taken(done: set[str], steps: set[str]) -> None:
    picture = look(load(), told({"test.done": tuple(sorted(done))}), WRITTEN_ON)
    found = {step.id for step in chosen_steps(picture)}
    assert {one for one in found if "slides" in one} == steps


OF_TISSUE = {"b8", "n2", "n3", "n4", "nv22"}
"""Questions that speak of a sample, or of what one shows, as of something that is there."""


@pytest.mark.parametrize(
    ("done", "asked"),
    [("biopsy", OF_TISSUE), ("needle_spread", OF_TISSUE), ("laparoscopy", {"a1"})],
)
def test_a_keyhole_look_alone_is_no_sample(done: str, asked: set[str]) -> None:
    said: dict[Any, Any] = {
        "diagnosis.told": "suspected",
        "test.done": (done,),
        "visit.stage": ("looking",),
    }
    found = {one.id for one in look(load(), told(said), WRITTEN_ON).suggestions}
    assert found & (OF_TISSUE | {"a1"}) == asked
