"""Page 1 fits one page whatever was told, and says where it left something out."""

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.text import show
from pnet_prep.model.checklist import (
    Block,
    Checklist,
    Fact,
    Heading,
    Paragraph,
    Question,
    Sheet,
    SheetSymptom,
)
from pnet_prep.render import RenderOptions
from pnet_prep.render.sheet import sheet_data
from tests.longer import times
from tests.unit.checklists import busy, crowded, empty, visit, without_flags, words
from tests.unit.printed import headings, page, printed, squeezed
from tests.unit.visit_sample import SHEET

AFTER = "After the sheet"
PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])


def first_page_after(checklist: Checklist, paper: Literal["a4", "letter"]) -> int:
    """The page where the blocks begin; all of the sheet but its first lines is told again there.

    Those may stand in full before the blocks: that is where their pointer leads.
    """
    again = tuple(Paragraph(text) for text in words(checklist.sheet))
    reader = printed(checklist._replace(blocks=(Heading(1, AFTER), *again)), RenderOptions(paper))
    (number,) = [number for _, title, number in headings(reader) if title == AFTER]
    full = "".join(squeezed(show(fact)) for fact in checklist.sheet.facts if len(fact) > 40)
    full += full.replace("张", "□")  # on a computer whose fonts lack it
    above = squeezed(checklist.no_room)
    while number > 2 and page(reader, number - 1).removeprefix(above)[:30] in full:
        number -= 1
    return number


def said(most: int) -> st.SearchStrategy[str]:
    """A word, a phrase, a long answer, an endless word, or a script of wide letters."""
    word = st.sampled_from(("pain", "omeprazole 40 mg", "since Easter", "WWWWM", "张", "gastrin"))
    return st.one_of(
        st.lists(word, min_size=1, max_size=6).map(" ".join),
        st.builds(
            lambda text, times: text * times, word.map(lambda w: w + " "), st.integers(1, most)
        ),
        st.integers(1, 300).map("x".__mul__),
    ).map(str.strip)


def few(texts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=most).map(tuple)


ROWS = st.builds(
    SheetSymptom, said(4), st.tuples(*[said(60)] * 5), said(60) | st.just(""), few(said(60), 2)
)
SHEETS = st.builds(
    Sheet,
    title=st.just("For my visit"),
    facts=few(said(60), 5),
    flags_title=st.just("Urgent signs"),
    flags=few(said(20), 22),
    opening=st.just("What matters most"),
    top=st.lists(said(400), max_size=3).map(
        lambda texts: tuple(Question(n, text, text) for n, text in enumerate(texts, 1))
    ),
    symptoms_title=st.just("My symptoms"),
    columns=st.just(SHEET.columns),
    symptoms=st.lists(ROWS, max_size=12).map(tuple),
    panels=st.lists(st.builds(Fact, said(3), few(said(60), 60)), max_size=7).map(tuple),
)


@PAPERS
@settings(max_examples=times(20), deadline=None)
@given(sheet=SHEETS)
def test_any_sheet_fits_one_page(paper, sheet):
    assert first_page_after(visit()._replace(sheet=sheet), paper) == 2


@PAPERS
@pytest.mark.parametrize("sample", [visit, busy, without_flags, empty, crowded])
def test_sample_fits_one_page(sample, paper):
    assert first_page_after(sample(), paper) == 2


@PAPERS
@pytest.mark.parametrize("sample", [visit, busy])
def test_everyday_sheets_leave_out_only_the_reasons_which_are_not_for_the_doctor(sample, paper):
    found = page(printed(sample(), RenderOptions(paper)), 1)
    untold = {text for text in words(sample().sheet) if squeezed(text) not in found}
    assert untold == {question.because for question in SHEET.top}
    assert squeezed("see page") not in found


MORE = "after a rest in the afternoon"  # makes the row a line higher
SYMPTOMS = tuple(
    SheetSymptom(
        f"symptom{n}",
        (f"began{n}", f"pattern{n}", f"worst{n}", f"better{n} {MORE}", f"worse{n} {MORE}"),
        effect=f"effect{n}",
        views=(f"view{n}",) if n == 0 else (),  # stands on one line with an effect
    )
    for n in range(7)
)


def left_out(panels: int) -> set[str]:
    """What is missing from page 1 when so many one-line panels stand below seven symptoms."""
    below = tuple(Fact(f"panel{n}", (f"value{n}",)) for n in range(panels))
    told: list[Block] = [Paragraph(text) for text in words(SYMPTOMS)]
    blocks = (Heading(1, "My symptoms"), *told)
    sheet = SHEET._replace(symptoms=SYMPTOMS, panels=below)
    found = page(printed(visit()._replace(sheet=sheet, blocks=blocks)), 1)
    kinds = ("symptom", "began", "pattern", "worst", "better", "worse", "effect", "view")
    told_of = {kind: 1 if kind == "view" else 7 for kind in kinds}
    return {kind for kind, n in told_of.items() if any(f"{kind}{i}" not in found for i in range(n))}


def test_cuts_come_in_their_order():
    seen = [left_out(panels) for panels in range(24)]
    columns = {"effect", "better", "worse"}
    order = [set[str](), {"effect"}, columns, {*columns, "view"}]
    assert [cut for place, cut in enumerate(seen) if cut not in seen[:place]][:4] == order


def test_flags_and_the_top_three_are_never_left_out():
    found = page(printed(crowded()), 1)
    assert all(squeezed(f"{number} Confused") in found for number in range(4))
    assert all(squeezed(question.text[:20]) in found for question in crowded().sheet.top)


def test_what_was_left_out_is_pointed_to_by_its_page():
    before: list[Block] = [Paragraph("words " * 300)] * 8
    sheet = crowded().sheet._replace(symptoms=(), flags=(), top=SHEET.top)
    again = (Paragraph(text) for text in words(sheet))
    blocks = (Heading(1, "First"), *before, Heading(1, "Medicines"), *again)
    reader = printed(visit()._replace(sheet=sheet, blocks=blocks))
    (number,) = [number for _, title, number in headings(reader) if title == "Medicines"]
    assert number > 3
    line = page(reader, 1).split("Medicines(60)")[1].split("Allergies")[0]
    assert line.endswith(squeezed(f"… see page {number}"))


def test_a_list_of_sixty_is_cut_no_more_than_it_has_to_be():
    values = tuple(f"medicine {n}, 40 mg twice a day with a meal" for n in range(60))
    medicines = Fact("Medicines (60)", values, changed=1)
    sheet = SHEET._replace(panels=(medicines,), symptoms=())
    found = page(printed(visit()._replace(sheet=sheet)), 1)
    assert squeezed(SHEET.facts[0]) in found
    assert [n for n, value in enumerate(values) if squeezed(value) in found] == [*range(40)]


def test_what_changed_is_in_bold_as_headings_are():
    medicines = Fact("Medicines (2)", ("creon, new", "aspirin, 100 mg"), changed=1)
    sheet = SHEET._replace(symptoms=(), panels=(medicines,))
    fonts: dict[str, object] = {}

    def look(text: str, _: object, __: object, font: dict[str, str] | None, ___: object) -> None:
        fonts[squeezed(text)] = font and font["/BaseFont"]

    printed(visit()._replace(sheet=sheet)).pages[0].extract_text(visitor_text=look)
    bold = fonts[squeezed(sheet.title)]
    assert fonts[squeezed("creon, new")] == bold
    assert fonts[squeezed("aspirin, 100 mg")] != bold


def test_a_text_that_no_block_repeats_is_printed_in_full_after_the_sheet():
    wish = "To drive to work again without fear. " * 60
    question = Question(1, wish, "")
    reader = printed(visit()._replace(sheet=SHEET._replace(top=(question,))))
    assert squeezed(wish) not in page(reader, 1)
    assert squeezed("… see page 2") in page(reader, 1)
    assert squeezed(wish) in page(reader, 2)


@pytest.mark.parametrize("size", ["normal", "large"])
def test_page_one_alone_says_what_the_paper_is_not(size):
    reader = printed(visit()._replace(notice="No advice."), RenderOptions("a4", size))
    pages = [page(reader, number) for number in range(1, len(reader.pages) + 1)]
    assert [squeezed("No advice.") in text for text in pages] == [True, *[False] * (len(pages) - 1)]


def test_a_column_that_says_nothing_is_not_printed():
    rows = tuple(row._replace(cells=("May", "", "", "", "")) for row in SHEET.symptoms)
    found = page(printed(visit()._replace(sheet=SHEET._replace(symptoms=rows))), 1)
    assert "began" in found
    assert squeezed("better with") not in found


def test_large_print_leaves_nothing_out_but_goes_on_over_the_page():
    checklist = busy()._replace(blocks=(Heading(1, AFTER), Paragraph("x")))
    reader = printed(checklist, RenderOptions("a4", "large"))
    (after,) = [number for _, title, number in headings(reader) if title == AFTER]
    found = "".join(page(reader, number) for number in range(1, after))
    reasons = {question.because for question in SHEET.top}
    untold = [text for text in words(busy().sheet) if squeezed(text) not in found]
    assert set(untold) == reasons


@pytest.mark.parametrize(("symptoms", "points"), [((), 12), (SHEET.symptoms * 3, 11)])
def test_below_the_symptoms_letters_are_as_large_as_the_room_allows(symptoms, points):
    sizes = set()

    def look(text, _, __, ___, size):
        if text.startswith("Allergies"):
            sizes.add(size)

    reader = printed(visit()._replace(sheet=SHEET._replace(symptoms=symptoms)))
    reader.pages[0].extract_text(visitor_text=look)
    assert sizes == {points}


@pytest.mark.parametrize(
    ("left_out", "pages"),
    [
        ({"flags": (), "symptoms": ()}, 1),
        ({"panels": SHEET.panels[:4], "symptoms": ()}, 1),
        ({}, 2),
    ],
)
def test_large_print_is_set_closer_where_that_saves_a_page(left_out, pages):
    sheet = SHEET._replace(**left_out)
    made = visit()._replace(sheet=sheet, blocks=(Heading(1, AFTER),))
    reader = printed(made, RenderOptions("a4", "large"))
    assert [number for _, title, number in headings(reader) if title == AFTER] == [pages + 1]
    found = squeezed("".join(page(reader, number) for number in range(1, pages + 1)))
    reasons = {question.because for question in SHEET.top}
    untold = {text for text in words(sheet) if squeezed(text) not in found} - reasons
    assert untold <= {SHEET.flags_title, SHEET.symptoms_title, *SHEET.columns}


def test_in_large_print_an_answer_that_the_views_tell_stands_there_once():
    row = SheetSymptom(
        "Cramps", ("May", "", "6 of 10", "", ""), "", ("worst: Ana: 6 of 10; Luis: 9",)
    )
    sheet = SHEET._replace(symptoms=(row,), flags=(), top=(), panels=())
    found = page(printed(visit()._replace(sheet=sheet), RenderOptions("a4", "large")), 1)
    assert SHEET.columns[3] == "worst"
    assert found.count(squeezed("worst:")) == 1
    assert squeezed("began: May") in found


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Cramps", "short"),
        ("Cramps (new)", "short"),
        ("Cramps at night, told by Luis (son)", "long"),
        ("Flushing, told by Luis (son)", "all"),
    ],
)
def test_row_that_says_more_than_its_name_points_to_its_own_block(name, mark):
    places = {"My symptoms": "all", "Cramps": "short", "Cramps at night": "long"}
    sheet = SHEET._replace(symptoms=(SheetSymptom(name, ("May",)),))
    (row,) = sheet_data(sheet, places, {}, "")["symptoms"]
    assert row["see"] == mark


def test_what_is_cut_of_words_from_right_to_left_keeps_the_rest_of_its_line_in_place():
    long = Question(1, " ".join(["כואב"] * 300), "")
    reader = printed(visit()._replace(sheet=SHEET._replace(top=(long,))))
    lines = reader.pages[0].extract_text().replace("\u00a0", " ").splitlines()  # as it is drawn
    assert [line.endswith("… see page 2") for line in lines if "see page" in line] == [True]
