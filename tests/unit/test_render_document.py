"""What the template is given: safe words, kept-together blocks, and where pointers lead."""

import json
from typing import Any

import pytest

from pnet_prep.model.checklist import (
    Checklist,
    Fact,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Question,
    TickList,
)
from pnet_prep.render import RenderOptions
from pnet_prep.render.document import document
from tests.unit.checklists import empty, hostile, visit
from tests.unit.visit_sample import SHEET

NORMAL = RenderOptions()
LARGE = RenderOptions(print="large")


def blocks_of(checklist: Checklist, options: RenderOptions = NORMAL) -> list[dict[str, Any]]:
    return list(document(checklist, options)["blocks"])


def with_blocks(*blocks) -> Checklist:
    return empty()._replace(blocks=blocks)


def test_it_is_plain_data_without_lone_surrogates_or_controls():
    data = json.dumps(document(hostile(), NORMAL), ensure_ascii=False)
    assert data.encode()
    assert not any(code in data for code in ("\x1b", "\x07", "\x00", "\u202e", "\ufeff"))


@pytest.mark.parametrize(
    ("tag", "language", "region"),
    [("en", "en", None), ("en-GB", "en", "GB"), ("ar_EG", "ar", "EG"), ("haw", "haw", None)],
)
def test_language_and_region(tag, language, region):
    data = document(empty()._replace(language=tag), NORMAL)
    assert (data["language"], data["region"]) == (language, region)


def test_a_document_without_a_title_is_named_after_its_sheet_or_the_program():
    assert document(visit()._replace(title=" "), NORMAL)["title"] == "For my visit"
    nameless = empty()._replace(title="", sheet=empty().sheet._replace(title=""))
    assert document(nameless, NORMAL)["title"] == "pnet-prep"
    assert document(nameless, NORMAL)["sheet"]["title"] == "pnet-prep"


def test_an_endless_footer_is_shortened_with_a_mark():
    footer = document(visit()._replace(footer="word " * 99), NORMAL)["footer"]
    assert len(footer) == 110
    assert footer.endswith("…")


def test_only_alike_facts_become_tables_and_none_in_large_print():
    medicines = [block for block in visit().blocks if isinstance(block, Facts)]
    assert "table" in {block["kind"] for block in blocks_of(with_blocks(*medicines))}
    assert {block["kind"] for block in blocks_of(with_blocks(*medicines), LARGE)} == {"facts"}


@pytest.mark.parametrize(
    ("block", "whole"),
    [
        (Question(1, "Why?", "", 3), True),
        (Question(1, "Why? " * 100, "", 3), False),
        (Question(1, "Why?", "", 40), False),
        (Facts("pain", (Fact("worst", ("7",)),)), True),
        (Facts("pain", (Fact("story", ("It began. " * 60,)),)), False),
        (Facts("pain", tuple(Fact(f"fact {n}", ("7",)) for n in range(30))), False),
    ],
)
def test_only_what_fits_a_page_is_kept_together(block, whole):
    assert blocks_of(with_blocks(block))[0]["whole"] is whole


@pytest.mark.parametrize("size", ["normal", "large"])
def test_a_thing_of_which_no_more_was_told_is_no_heading_over_nothing(size):
    blocks = (Heading(1, "Symptoms"), Facts("Weight gain", ()))
    made = document(visit()._replace(blocks=blocks), RenderOptions("a4", size))["blocks"]
    assert (made[-1]["title"], made[-1]["runs"]) == ("", [[[("Weight gain", ["—"])]]])


def test_headings_leave_no_level_out():
    made = blocks_of(with_blocks(Heading(3, "a"), Heading(1, "b"), Facts("c", ()), Heading(2, "d")))
    assert [block["level"] for block in made] == [2, 2, 3, 3]


def test_pointers_lead_to_the_block_of_the_same_name_or_else_after_the_sheet():
    sheet = SHEET._replace(panels=(Fact("Medicines (6; 1 new)", ("x",)), Fact("Allergies", ("x",))))
    blocks = (Heading(1, "Medicines"), Facts("Diarrhea", ()), Heading(1, "My symptoms in full"))
    data = document(visit()._replace(sheet=sheet, blocks=blocks), NORMAL)
    assert [panel["see"] for panel in data["sheet"]["panels"]] == ["block-0", "rest"]
    assert [row["see"] for row in data["sheet"]["symptoms"]] == ["block-2", "block-1", "block-2"]
    assert [block["mark"] for block in data["blocks"]] == ["block-0", "block-1", "block-2"]


def test_every_kind_of_block_is_told():
    made = blocks_of(
        with_blocks(Paragraph("a\nb", small=True), TickList(("x", "y")), Lines(4), Heading(1, "h"))
    )
    assert made[0] == {
        "mark": None,
        "kind": "paragraph",
        "text": "a\nb",
        "small": True,
        "held": False,
    }
    assert made[1] == {"mark": None, "kind": "ticks", "items": ["x", "y"], "room": ""}
    assert made[2] == {"mark": None, "kind": "lines", "count": 4, "share": 0, "held": True}
    told = {"level": 2, "text": "h", "roomy": False}
    assert made[3] == {"mark": None, "kind": "heading", **told}


def test_what_is_to_be_written_beside_a_thing_has_room_behind_it():
    (made,) = blocks_of(with_blocks(TickList(("papers",), "Who gets it")))
    assert (made["items"], made["room"]) == (["papers"], "Who gets it")


def test_symptoms_with_too_few_or_too_many_cells_still_make_a_table():
    rows = (
        SHEET.symptoms[0]._replace(cells=("May",)),
        SHEET.symptoms[1]._replace(cells=("x",) * 9),
    )
    data = document(visit()._replace(sheet=SHEET._replace(symptoms=rows)), NORMAL)["sheet"]
    assert [len(row["cells"]) for row in data["symptoms"]] == [5, 5]
    assert len(data["shares"]) == len(data["columns"]) == 6


@pytest.mark.parametrize(
    ("facts", "named", "bold"),
    [(("Zoë", "Dr. A."), True, True), (("Dr. A.",), False, False), (("\n",), True, False)],
)
def test_the_first_line_is_the_name_only_where_there_is_one(facts, named, bold):
    told = visit()._replace(sheet=SHEET._replace(facts=facts, named=named))
    assert document(told, NORMAL)["sheet"]["named"] is bold
