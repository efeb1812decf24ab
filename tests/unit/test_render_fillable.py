"""A PDF to fill in is the same paper, with a field on every box and every room to write."""

import re
import sys
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from pnet_prep.errors import InputRefusedError
from pnet_prep.model.checklist import Heading, Lines, Paragraph, Question, TickList
from pnet_prep.render import RenderOptions, render
from pnet_prep.render.fields import typed_letters
from tests.unit.checklists import busy, crowded, empty, visit
from tests.unit.printed import printed, root

FORM = RenderOptions(fillable=True)
TYPED = "Müller 山田: Łukasz, 75 µg, Nguyễn, Ωμέγα, Жанна"
DRAWN = {"normal": "0", "large": "18"}  # points; 0 fits the size to the room


def filled(made, values):
    writer = PdfWriter(clone_from=BytesIO(made))
    for one in writer.pages:
        writer.update_page_form_field_values(one, values, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return PdfReader(out)


def drawn(page):
    """What the page itself draws, without its fields."""
    return page["/Contents"].get_object().get_data()


def fields_of(checklist, options=FORM) -> dict[str, Any]:
    """The fields by the names that programs see, in reading order."""
    return printed(checklist, options).get_fields() or {}


def boxes(reader) -> list[tuple[int, Any]]:
    """Every field on the paper, a page's from top to bottom: its page and what the file says."""
    return [
        (number, annotation.get_object())
        for number, one in enumerate(reader.pages, 1)
        for annotation in one.get("/Annots", ())
        if annotation.get_object()["/Subtype"] == "/Widget"
    ]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("size", ["normal", "large"])
def test_every_box_and_every_room_is_a_field_with_the_words_it_belongs_to(paper, size):
    told = visit()
    fields = fields_of(told, RenderOptions(paper, size, fillable=True))
    asked = [block for block in told.blocks if isinstance(block, Question)]
    items = [item for block in told.blocks if isinstance(block, TickList) for item in block.items]
    numbered = [f"{one.number}. {one.text}" for one in (*told.sheet.top, *asked)]
    rooms = [f"{told.on_screen.room}: {one.number}. {one.text}" for one in asked if one.lines]
    lines = [block for block in told.blocks if isinstance(block, Lines)]
    said = [(field["/FT"], field["/TU"]) for field in fields.values()]
    assert [words for kind, words in said if kind == "/Btn"] == numbered + items
    assert [words for kind, words in said if kind == "/Tx"] == rooms + ["Notes"] * len(lines)


@pytest.mark.parametrize("size", ["normal", "large"])
def test_who_gets_each_thing_is_a_field_beside_it(size):
    told = empty()._replace(blocks=(TickList(("papers", "a pen"), "Who gets it"),))
    made = printed(told, RenderOptions("a4", size, fillable=True))
    fields = [(box["/T"], box["/TU"], box["/Rect"]) for _, box in boxes(made)]
    says = {name: said for name, said, _ in fields}
    assert says["ticks-1-room-1"] == "Who gets it: papers"
    assert says["ticks-1-room-2"] == "Who gets it: a pen"
    tops = {name: float(rect[1]) for name, _, rect in fields}
    assert abs(tops["ticks-1-tick-2"] - tops["ticks-1-room-2"]) < 12
    assert "Who gets it" in made.pages[-1].extract_text()


@pytest.mark.parametrize("sample", [visit, busy, crowded])
def test_names_of_fields_are_unique_and_hold_only_places_and_numbers(sample):
    reader = printed(sample(), FORM)
    names = [box["/T"] for _, box in boxes(reader)]
    assert len(names) == len(set(names)) == len(reader.get_fields() or {}) > 10
    plain = r"(page-1-)?(question|ticks|lines)(-\d+)*-(tick|room)(-\d+)?"
    assert [name for name in names if not re.fullmatch(plain, name)] == []


@pytest.mark.parametrize("size", ["normal", "large"])
def test_what_is_drawn_on_its_pages_is_the_paper_to_print(size):
    plain, form = (
        [drawn(page) for page in printed(busy(), options).pages]
        for options in (RenderOptions("a4", size), RenderOptions("a4", size, fillable=True))
    )
    assert form == plain


def test_what_is_filled_in_is_kept_whatever_its_letters():
    made = render("pdf", visit(), FORM).data
    values = {
        name: "/Yes" if field["/FT"] == "/Btn" else TYPED
        for name, field in fields_of(visit()).items()
    }
    reader = filled(made, values)
    kept = reader.get_fields() or {}
    assert {name: field["/V"] for name, field in kept.items()} == values
    shown = [box["/AS"] for _, box in boxes(reader) if box["/FT"] == "/Btn"]
    assert set(shown) == {"/Yes"}


def test_what_is_typed_shows_in_a_font_that_the_file_brings():
    made = render("pdf", visit(), FORM).data
    reader = filled(made, {"question-1-room": "Łukasz 75 µg Nguyễn"})
    font = root(reader)["/AcroForm"]["/DR"]["/Font"]["/Webdings"]
    inside = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    assert "/FontFile2" in inside
    codes = re.findall(r"<[0-9A-F]{4}> <([0-9A-F]+)>", font["/ToUnicode"].get_data().decode())
    shown = {bytes.fromhex(code).decode("utf-16-be") for code in codes}
    assert set(typed_letters()) <= shown
    assert set(TYPED) - shown == {"山", "田"}
    [room] = [box for _, box in boxes(reader) if box["/T"] == "question-1-room"]
    drawn = room["/AP"]["/N"].get_data()
    assert b"Tj" in drawn or b"TJ" in drawn
    assert b"?" not in drawn


@pytest.mark.parametrize("size", DRAWN)
def test_typed_text_fits_its_room_and_stays_large_in_large_print(size):
    reader = printed(visit(), RenderOptions("a4", size, fillable=True))
    rooms = [box for _, box in boxes(reader) if box["/FT"] == "/Tx"]
    assert {box["/DA"] for box in rooms} == {f"/Webdings {DRAWN[size]} Tf 0 g"}


def test_fields_lie_on_the_page_in_reading_order_and_look_empty():
    reader = printed(visit(), FORM)
    left, right = 51, 545  # points: the edges of what is printed on A4
    before = (1, 842.0)
    for number, box in boxes(reader):
        x, y, far, high = map(float, box["/Rect"])
        assert left <= x < far <= right
        assert 0 < y < high
        assert (number, -high) >= (before[0], -before[1])
        before = (number, high)
        assert box["/F"] == 4  # it is printed
        assert box["/P"].get_object() == reader.pages[number - 1]
        if box["/FT"] == "/Btn":
            assert box["/AS"] == box["/V"] == "/Off"
            assert abs((far - x) - (high - y)) < 0.1  # square
    assert {str(one["/Tabs"]) for one in reader.pages} == {"/S"}


def test_a_long_room_is_several_fields_that_each_lie_on_one_page():
    blocks = (Heading(1, "Notes"), Lines(40))
    fields = fields_of(empty()._replace(blocks=blocks))
    assert [(name, field["/TU"]) for name, field in fields.items()] == [
        (f"lines-1-room-{number}" if number > 1 else "lines-1-room", "Notes")
        for number in (1, 2, 3, 4)
    ]


def test_a_form_tells_no_more_of_the_person_than_the_paper():
    reader = printed(visit(), FORM)
    assert set(reader.metadata or ()) == {"/Title", "/Creator"}
    made = render("pdf", visit(), FORM).data
    assert not re.search(rb"CreationDate|ModDate|CreateDate|Author|/home|site-packages", made)
    assert b"pnet-field" not in made[made.index(b"%%EOF") :]


def test_the_same_answers_give_the_same_form():
    assert render("pdf", visit(), FORM) == render("pdf", visit(), FORM)


def test_words_that_look_like_a_mark_make_no_field():
    told = empty()._replace(blocks=(Paragraph("pnet-field:lines-1-room"), Lines(1)))
    assert list(fields_of(told)) == ["lines-1-room"]


def test_without_pypdf_the_person_is_told_what_to_do_instead(monkeypatch):
    monkeypatch.delitem(sys.modules, "pnet_prep.render.fillable", raising=False)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(InputRefusedError) as refused:
        render("pdf", visit(), FORM)
    assert refused.value.word == "error.no_fillable"
    assert render("pdf", visit(), RenderOptions()).data
