"""Every red flag has a patient in whom it fires, and one who comes close and in whom it does not.

``rf06-fires*.yaml`` and ``rf06-near*.yaml`` are about row RF6 of the content inventory.
"""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from pnet_prep.content.answers_file import AnswersFile, read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.demands import leaves
from pnet_prep.engine.picture import look
from pnet_prep.model.content import Content
from pnet_prep.model.response import QuestionnaireResponse

CASES = Path(__file__).parent / "cases"
ROWS = range(1, 35)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@cache
def shipped() -> Content:
    return load()


def of_row(row: int, kind: str) -> list[AnswersFile]:
    return [_read(path) for path in sorted(CASES.glob(f"rf{row:02}-{kind}*.yaml"))]


def rows_that_fire(case: AnswersFile) -> set[str]:
    return {
        row
        for flag in shipped().red_flags
        if flag.id in case.red_flags
        for row in flag.provenance.covers
    }


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_a_patient_in_whom_it_fires(row):
    cases = of_row(row, "fires")
    assert cases
    for case in cases:
        assert f"RF{row}" in rows_that_fire(case)


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_a_patient_who_comes_close_without_it(row):
    cases = of_row(row, "near")
    assert cases
    for case in cases:
        assert f"RF{row}" not in rows_that_fire(case)


@pytest.mark.parametrize("row", ROWS)
def test_a_near_miss_answers_what_the_row_asks_about(row):
    asked = {
        leaf.item
        for flag in shipped().red_flags
        if f"RF{row}" in flag.provenance.covers
        for leaf in leaves(flag.when)
    }
    for case in of_row(row, "near"):
        told = {answer.item for answer in case.response.answers}
        assert told & asked


def test_each_sign_fires_in_an_example_patient():
    fired = {
        flag
        for path in CASES.glob("*.yaml")
        for flag in _expected(path.read_text(encoding="utf-8"))
    }
    assert {flag.id for flag in shipped().red_flags} <= fired


def test_the_patients_of_the_signs_differ():
    countries, sexes, stages, clinicians, lengths = (
        {value for row in ROWS for case in _both(row) for value in _told(case, item)}
        for item in (
            "person.country",
            "person.sex",
            "visit.stage",
            "visit.clinician",
            "visit.minutes",
        )
    )
    assert len(countries) >= 7
    assert len(sexes) >= 3
    assert len(stages) == 6
    assert len(clinicians) >= 6
    assert len(lengths) >= 5


@pytest.mark.parametrize("name", ["rf11-fires-now", "rf23-fires", "rf31-fires", "rf32-fires-now"])
def test_page_1_tells_once_what_several_signs_rest_on(name):
    case = _read(CASES / f"{name}.yaml")
    told = compose(look(shipped(), case.response, NOW.date())).sheet.flags
    assert len(case.red_flags) > 1
    assert len(told) == 1


@pytest.mark.parametrize("name", ["rf20-fires", "rf22-fires"])
def test_private_signs_stay_off_the_paper(name):
    case = _read(CASES / f"{name}.yaml")
    checklist = compose(look(shipped(), case.response, NOW.date()))
    assert case.red_flags
    assert checklist.sheet.flags == ()
    assert not re.search("self-harm|hurting|safe at home", repr(checklist))


def _read(path: Path) -> AnswersFile:
    return read_answers(path.read_bytes(), path.name, shipped(), NOW, QuestionnaireResponse(()))


def _both(row: int) -> list[AnswersFile]:
    return of_row(row, "fires") + of_row(row, "near")


def _told(case: AnswersFile, item: str) -> set[str]:
    values = [answer.value for answer in case.response.at(item, "")]
    options = {one for value in values if isinstance(value, tuple) for one in value}
    return options | {value for value in values if isinstance(value, str)}


def _expected(text: str) -> list[str]:
    (line,) = re.findall(r"(?m)^red_flags: \[(.*)\]$", text)
    return [flag for flag in line.split(", ") if flag]
