"""Where page 1 had to be shortened it says "see page N", and the whole text stands on that page."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.values import Value
from pnet_prep.render import RenderOptions, render
from tests.unit.made import TODAY, told
from tests.unit.two_visits import shipped

LONG = f"alpha {'and so it went on from day to day ' * 110}omega"
REST = shipped().words["print.questions"]
MANY: dict[tuple[str, str], Value] = {
    ("medicine.name", f"pills{n:03}"): f"alpha pill number {n:03}" for n in range(90)
}
NET: dict[Any, Value] = {"diagnosis.told": "yes"}
CUT: dict[str, Mapping[Any, Value]] = {
    "the reason for the visit": {"visit.reason": LONG},
    "what makes a symptom better": {"symptom.belly": ("pain",), "symptom.pain.helps": LONG},
    "a symptom of one's own": {("symptom.own.name", "symptom1"): LONG},
    "the words of the doctor": {**NET, "diagnosis.words": LONG},
    "a dose": {("medicine.name", "pills001"): "pills", ("medicine.dose", "pills001"): LONG},
    "a long list of medicines": {**MANY, ("medicine.name", "pills999"): "omega"},
    "a reaction": {("allergy.to", "allergy1"): "dye", ("allergy.reaction", "allergy1"): LONG},
    "a test": {"test.done": ("ct",), "test.results": LONG},
    "a treatment": {**NET, "treatment.done": ("chemo",), "treatment.dates": LONG},
    "what matters most": {"wish.matters": LONG},
}


@pytest.mark.parametrize("name", CUT)
@pytest.mark.parametrize(
    "options",
    [RenderOptions("a4"), RenderOptions("letter"), RenderOptions("a4", "large")],
    ids=["a4", "letter", "large"],
)
def test_a_pointer_leads_to_the_page_with_the_whole_text(name, options):
    checklist = compose(look(shipped(), told(CUT[name]), TODAY))
    made = render("pdf", checklist, options).data
    pages = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
    sheet = next(place for place, text in enumerate(pages) if REST in text)
    led_to = {int(n) for text in pages[:sheet] for n in re.findall(r"see\s+page\s+(\d+)\b", text)}
    if not led_to:  # large print shortens only what is very long, and goes on over the page
        assert options.print == "large"
        assert "omega" in "".join(pages[:sheet])
    for number in led_to:  # there it stands, or the part that it stands in begins
        begins = any(part.title in pages[number - 1] for part in shipped().questionnaire.sections)
        assert "alpha" in pages[number - 1] or (begins and "alpha" in pages[number])
        assert "omega" in "".join(pages[number - 1 :])


@pytest.mark.parametrize(("reason", "told_of"), [(LONG, True), ("Why am I tired?", False)])
def test_what_stands_behind_page_1_alone_says_where_it_comes_from(reason, told_of):
    checklist = compose(look(shipped(), told({"visit.reason": reason}), TODAY))
    made = render("pdf", checklist, RenderOptions("a4")).data
    behind = PdfReader(BytesIO(made)).pages[1].extract_text()
    assert behind.startswith(shipped().words["print.no_room"]) == told_of
