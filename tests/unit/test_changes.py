"""What changed since the visit before, on page 1 and behind it."""

from pathlib import Path

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.checklist import Facts
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render.rendering import RenderOptions
from pnet_prep.render.screen import render
from tests.unit.made import LUIS, MARIA, TODAY, told
from tests.unit.two_visits import read_visit, shipped

GOLDEN = Path(__file__).parents[1] / "golden" / "second_visit_page1.txt"


def second():
    return read_visit("second.yaml", read_visit("first.yaml"))


def test_the_sheet_of_a_second_visit_says_what_changed(request: pytest.FixtureRequest):
    text = render(compose(second()), RenderOptions()).data.decode()
    page = text.partition("\nMy questions\n")[0]
    if request.config.getoption("update_golden"):
        GOLDEN.write_text(page, encoding="utf-8")
    assert page == GOLDEN.read_text(encoding="utf-8")
    for said in ("(stopped)", "(new)", "worse: was 4", "1 new since last time", "last checked"):
        assert said in " ".join(page.split())


def test_medicines_that_changed_come_first_on_page_one():
    medicines = next(p for p in compose(second()).sheet.panels if p.label.startswith("Medicines"))
    names = [value.split(",")[0] for value in medicines.values]
    assert names == ["Metformin", "Ibuprofen", "Amlodipine", "Creon", "omeprazole"]
    assert medicines.changed == 4


def test_every_medicine_says_when_it_was_last_looked_at():
    blocks = [block for block in compose(second()).blocks if isinstance(block, Facts)]
    days = {
        block.title: fact.values
        for block in blocks
        for fact in block.facts
        if fact.label == "Last checked"
    }
    assert days["Metformin"] == ("1 December 2026",)
    assert days["Amlodipine"] == ("1 May 2026",)


def test_a_first_visit_says_nothing_of_another_one():
    sheet = compose(read_visit("first.yaml")).sheet
    medicines = next(panel for panel in sheet.panels if panel.label.startswith("Medicines"))
    assert medicines.label == "Medicines (4; 1 changed lately)"
    assert not any("new" in value.split(", ")[-1] for value in medicines.values[1:])


def test_numbers_of_two_people_are_not_compared():
    pain = {"symptom.belly": ("pain",)}
    first = look(shipped(), told({**pain, "symptom.pain.worst": 4}, by=LUIS), TODAY)
    now = told({**pain, "symptom.pain.worst": 6}, by=MARIA)
    cells = compose(look(shipped(), now, TODAY, first)).sheet.symptoms[0].cells
    assert "6 of 10" in cells
    assert not any("was" in cell for cell in cells)


@pytest.mark.parametrize(
    ("then", "said"),
    [(4, "6 of 10 (worse: was 4)"), (6, "6 of 10"), (9, "6 of 10 (better: was 9)")],
)
def test_numbers_of_one_person_are_compared(then, said):
    pain = {"symptom.belly": ("pain",)}
    first = look(shipped(), told({**pain, "symptom.pain.worst": then}), TODAY)
    now = told({**pain, "symptom.pain.worst": 6})
    assert said in compose(look(shipped(), now, TODAY, first)).sheet.symptoms[0].cells


@pytest.mark.parametrize(("name", "compared"), [("Luis", True), ("Maria", False)])
def test_numbers_of_a_helper_are_compared_only_where_it_is_the_same_person(name, compared):
    def said(worst: int, helper: str) -> QuestionnaireResponse:
        named = told({("helper.name", LUIS): helper, "symptom.belly": ("pain",)}, by=LUIS)
        return told({"symptom.pain.worst": worst}, by=LUIS, into=named)

    first = look(shipped(), said(4, "Luis"), TODAY)
    cells = compose(look(shipped(), said(6, name), TODAY, first)).sheet.symptoms[0].cells
    assert any("was 4" in cell for cell in cells) is compared
