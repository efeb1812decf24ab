"""The JSON keeps to its schema for everybody, and tells what was told, by whom, word for word."""

import json
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.engine.readers import for_reader, shaped
from pnet_prep.model.reader import Reader
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.rules import Level, StepKind
from pnet_prep.render import RenderOptions, render
from pnet_prep.render.json import FORMAT
from tests.longer import times
from tests.unit.made import seen
from tests.unit.made_up import patient

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "checklist-1.schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)
CASES = {path.stem: path for path in (ROOT / "tests" / "cases").glob("*.yaml")}
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CONTENT = load()


def case(name):
    read = read_answers(CASES[name].read_bytes(), name, CONTENT, NOW, QuestionnaireResponse(()))
    return look(CONTENT, read.response, read.as_of or NOW.date())


def document(picture, reader=Reader.DOCTOR) -> dict[str, Any]:
    checklist = shaped(compose(for_reader(picture, reader)), reader)
    made: dict[str, Any] = json.loads(render("json", checklist, RenderOptions()).data)
    return made


def said(made, item):
    return [view for one in made["answers"] if one["item"] == item for view in one["views"]]


def test_the_schema_is_one_and_names_what_the_program_knows():
    Draft202012Validator.check_schema(SCHEMA)
    known = SCHEMA["properties"]
    assert known["format"]["const"] == FORMAT
    assert known["for"]["enum"] == [reader.value for reader in Reader]
    signs, steps = known["urgent_signs"]["items"], known["steps"]["items"]
    assert signs["properties"]["level"]["enum"] == [level.value for level in Level]
    assert steps["properties"]["kind"]["enum"] == [kind.value for kind in StepKind]


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_example_patient_keeps_to_the_schema(name):
    assert list(VALID.iter_errors(document(case(name)))) == []


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("name", ["zoe", "c5", "rf31-fires-gall"])
def test_so_does_what_each_reader_gets(name, reader):
    made = document(case(name), reader)
    assert list(VALID.iter_errors(made)) == []
    assert made["for"] == reader.value


@settings(max_examples=times(20), deadline=None)
@given(st.integers(0, 500))
def test_so_do_made_up_patients_with_any_words(seed):
    assert list(VALID.iter_errors(document(seen(CONTENT, patient(CONTENT, f"json {seed}"))))) == []


SPOILED = {
    "another format": lambda made: made.update(format="pnet-prep checklist 2"),
    "something missing": lambda made: made.pop("notice"),
    "something more": lambda made: made.update(more=1),
    "a person by name": lambda made: made["people"][0].update(id="luis"),
    "an answer of nobody": lambda made: made["answers"][0]["views"].clear(),
    "two kinds of value": lambda made: made["answers"][0]["views"][0].update(
        value={"text": "a", "number": 1}
    ),
    "an entry of no list": lambda made: made["answers"][0].update(entry="e1"),
    "a place before the first": lambda made: made["questions"][0].update(number=0),
}


@pytest.mark.parametrize("what", SPOILED)
def test_the_schema_refuses_what_is_not_meant(what):
    made = document(case("zoe"))
    assert VALID.is_valid(made)
    spoiled = deepcopy(made)
    SPOILED[what](spoiled)
    assert not VALID.is_valid(spoiled)


def test_views_stand_side_by_side_with_whose_they_are():
    made = document(case("zoe"))
    worst = said(made, "symptom.low_sugar.worst")
    assert [(one["by"], one["value"]["number"]) for one in worst] == [
        ("helper-1", 9),
        ("patient", 6),
    ]
    assert made["people"] == [
        {"id": "patient", "name": "Zoë Nuñez", "relation": ""},
        {"id": "helper-1", "name": "Luis", "relation": "son"},
        {"id": "both", "name": "", "relation": ""},
    ]


def test_words_doses_and_dates_are_as_they_were_typed():
    made = document(case("zoe"))
    doses = [one["value"]["text"] for one in said(made, "medicine.dose")]
    assert doses == ["40 mg, twice a day", "500 mg in the evening"]
    (lowest,) = said(made, "symptom.low_sugar.lowest")
    assert lowest["value"] == {"quantity": "48 mg/dL", "number": "48", "unit": "mg/dL"}
    (onset,) = said(made, "symptom.diarrhea.onset")
    assert onset["value"] == {"date": "about Easter this year", "edtf": "2026-04"}
    assert onset["said"] == "about Easter this year (April 2026)"


def test_answers_about_one_entry_of_a_list_share_its_id_and_name():
    made = document(case("zoe"))
    medicines = [one for one in made["answers"] if one.get("list") == "medicine"]
    by_entry: dict[str, set[str]] = {}
    for one in medicines:
        by_entry.setdefault(one["entry"], set()).add(one["name"])
    assert list(by_entry.values()) == [{"omeprazole"}, {"metformin"}]


def test_questions_are_those_of_the_paper_in_its_order():
    picture = case("zoe")
    made = document(picture)
    assert [one["id"] for one in made["questions"]] == [one.id for one in picture.suggestions]
    assert [one["number"] for one in made["questions"] if one["top"]] == [1, 2, 3]
    used = {name for one in made["questions"] for name in one["sources"]}
    assert {one["id"] for one in made["sources"]} == used
    assert all(one["text"] for one in made["questions"])


def test_a_portal_gets_the_questions_with_room_and_no_answers():
    made = document(case("zoe"), Reader.PORTAL)
    assert made["questions"]
    assert all(one["room"] for one in made["questions"])
    assert made["answers"] == made["steps"] == made["sources"] == []
