"""The PDF says every word, and only as words; what it cannot show it names."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from pnet_prep.engine.text import show
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.checklist import Fact, Facts, Heading, Lines, Paragraph, TickList
from pnet_prep.render import RenderOptions, render, typeset
from tests.unit.checklists import busy, crowded, empty, hostile, visit, with_texts, words
from tests.unit.hostile import CONTROLS, HOSTILE
from tests.unit.printed import headings, letters, page, printed, root, squeezed

PAPERS = {"a4": (595, 842), "letter": (612, 792)}
NAMES = "Zoë Nuñez · Łukasz Nguyễn · Владимир · 75 µg ≥ 5 ☐ ☑ ‘’ “” – …"
RIGHT_TO_LEFT = ("محمد علي يعاني من ألم شديد بعد الأكل", "יש לי כאבי בטן אחרי האוכל")
NOWHERE = "\U0010fffd"  # a private letter of plane 16, which no font has


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("sample", [visit, busy, empty])
def test_every_word_is_printed_on_the_paper_asked_for(sample, paper, size):
    reader = printed(sample(), RenderOptions(paper, size))
    found = letters(reader)
    told = words(sample()._replace(title="", footer=""))
    assert [text for text in told if squeezed(text) not in found] == []
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == PAPERS[paper]


@pytest.mark.parametrize("size", ["normal", "large"])
def test_hostile_text_is_printed_as_it_is(size):
    found = letters(printed(hostile(), RenderOptions("a4", size)))
    assert [text for text in (*HOSTILE, *CONTROLS) if squeezed(show(text)) not in found] == []


def test_what_page_1_has_no_room_for_stands_on_the_pages_behind():
    found = letters(printed(crowded()))
    told = words(crowded()._replace(title="", footer=""))
    lost = {text[:60] for text in told if squeezed(text) not in found}
    assert lost == {"better with", "worse with"}  # the heads of columns that were cut


@pytest.mark.parametrize("above", range(26, 40, 2))
def test_whom_to_call_stands_on_one_page_together_with_the_last_words(above):
    call = (Heading(1, "Whom"), Paragraph("Now"), Paragraph("Team"), Lines(2))
    blocks = (*(Paragraph("x"),) * above, *call, Paragraph("No advice.", small=True))
    reader = printed(visit()._replace(blocks=blocks))
    assert "WhomNowTeamNoadvice." in page(reader, len(reader.pages))


def test_notes_take_the_room_that_the_page_has_left():
    def ruled(notes):
        blocks = (Heading(1, "Notes"), notes, Heading(1, "Next"), Lines(4))
        reader = printed(visit()._replace(blocks=blocks))
        assert len(reader.pages) == 2
        content = reader.pages[1].get_contents()
        assert content is not None
        return content.get_data().split().count(b"f")

    assert [ruled(Lines(count)) for count in (4, 20)] == [8, 24]
    assert ruled(Lines(4, more=True)) in range(28, 32)


def test_document_tells_its_title_and_language_and_nothing_of_the_person():
    reader = printed(visit()._replace(language="es-MX"))
    assert reader.metadata is not None
    assert set(reader.metadata) == {"/Title", "/Creator"}
    assert reader.metadata.title == "Visit on 1 December 2026"
    assert str(reader.metadata.creator).startswith("Typst ")
    assert root(reader)["/Lang"] == "es-MX"
    assert root(reader)["/MarkInfo"]["/Marked"]
    raw = render("pdf", visit(), RenderOptions()).data
    assert not re.search(
        rb"CreationDate|ModDate|CreateDate|Author|pnet_prep|/home|site-packages", raw
    )


@pytest.mark.parametrize("tag", ["", "x-klingon", "english", "12", "ENG"])
def test_unreadable_language_becomes_english(tag):
    assert root(printed(empty()._replace(language=tag)))["/Lang"] == "en"


def test_headings_are_bookmarks_without_a_gap_between_levels():
    blocks = (Heading(2, "deep"), Heading(1, "part"), Heading(9, "deepest"), Facts("", ()))
    reader = printed(empty()._replace(blocks=(*blocks, Paragraph("x"))))
    assert headings(reader) == [
        (1, "For my visit", 1),
        (2, "deep", 2),
        (2, "part", 2),
        (3, "deepest", 2),
    ]


def test_every_page_ends_with_the_footer_and_its_number():
    reader = printed(visit())
    total = len(reader.pages)
    for number in range(1, total + 1):
        assert page(reader, number).endswith(f"{squeezed(visit().footer)}{number}of{total}")


def test_only_the_page_pattern_is_filled_in():
    found = letters(printed(with_texts("{page}", "{pages} and {page}")))
    assert "{page}" in found
    assert "{pages}and{page}" in found


def test_a_question_is_never_split():
    blocks = tuple(
        question._replace(number=number, text=f"begin{number} {question.text} end{number}", lines=2)
        for number, question in enumerate(visit().sheet.top * 12, 10)
    )
    reader = printed(visit()._replace(blocks=blocks))
    pages = [page(reader, number) for number in range(1, len(reader.pages) + 1)]
    for number in range(10, 46):
        assert any(f"begin{number}" in text and f"end{number}" in text for text in pages)


LONG = TickList(tuple(f"begin{n} {'so it is now ' * (18 + n % 7)} end{n}" for n in range(10, 40)))


@pytest.mark.parametrize("size", ["normal", "large"])
def test_a_thing_to_tick_is_never_split(size):
    before = (Heading(1, "Before the visit"), *(Paragraph("One line."),) * 3)
    reader = printed(visit()._replace(blocks=(*before, LONG)), RenderOptions("a4", size))
    pages = [page(reader, number) for number in range(1, len(reader.pages) + 1)]
    for number in range(10, 40):
        assert any(f"begin{number}" in text and f"end{number}" in text for text in pages)


def test_table_heads_are_repeated_on_the_next_page():
    said = (Fact("Dose", ("40 mg",)), Fact("How often", ("daily",)))
    rows = tuple(Facts(f"thing {number}", said) for number in range(60))
    reader = printed(visit()._replace(blocks=rows))
    assert all("Howoften" in page(reader, number) for number in range(2, len(reader.pages) + 1))


@pytest.mark.parametrize("text", [NAMES, *RIGHT_TO_LEFT])
def test_bundled_fonts_show_many_scripts(text):
    assert render("pdf", with_texts(text), RenderOptions()).missing == ()


@pytest.mark.parametrize("text", [f"pill {NOWHERE} daily", f"{RIGHT_TO_LEFT[0]} {NOWHERE}"])
def test_what_no_font_has_is_a_white_square_and_named(text):
    checklist = with_texts(text)
    made = render("pdf", checklist, RenderOptions())
    assert made.missing == (NOWHERE,)
    found = letters(printed(checklist))
    assert NOWHERE not in found
    assert "\u25a1" in found
    assert "pill\u25a1daily" in found or not text.startswith("pill")


def test_a_mark_that_is_missing_takes_no_plain_letter_with_it():
    made = render("pdf", with_texts("4\U00011a01 and 40 mg"), RenderOptions())
    assert made.missing == ("4\U00011a01",)
    assert "and40mg" in letters(printed(with_texts("4\U00011a01 and 40 mg")))


def test_other_fonts_are_asked_only_when_those_before_lack_a_letter(monkeypatch):
    asked = []
    compiled = typeset._compile

    def spy(main: str, data: dict[str, Any], fonts: int) -> tuple[bytes, set[str]]:
        asked.append(fonts)
        return compiled(main, data, fonts)

    monkeypatch.setattr(typeset, "_compile", spy)
    own, typsts, systems = range(3)
    for text, takes in (
        ("pills", [own]),
        ("more than \u2265 5", [own, typsts]),
        (NOWHERE, [own, typsts, systems, systems]),
    ):
        asked.clear()
        render("pdf", with_texts(text), RenderOptions())
        assert asked == takes


def test_without_the_font_packages_it_still_prints(monkeypatch):
    monkeypatch.setattr(typeset, "_FONTS", ("no_such_package",))
    assert squeezed("For my visit") in letters(printed(visit()))


def test_without_typst_the_person_is_told_that_there_is_no_pdf(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(InputRefusedError) as refused:
        render("pdf", visit(), RenderOptions())
    assert refused.value.word == "error.no_pdf"


@pytest.mark.parametrize(
    "typst",
    [
        "raise ImportError",
        "class TypstError(Exception): pass\ndef Fonts(**_): os.write(2, b'private'); os.abort()",
        "class TypstError(Exception): pass\ndef Fonts(**_): raise BaseException('private')",
    ],
    ids=["cannot be loaded", "takes its process with it", "panics"],
)
def test_when_typst_breaks_down_it_says_nothing_and_the_person_is_told(
    typst, tmp_path, monkeypatch, capfd
):
    package = tmp_path / "typst"
    package.mkdir()
    (package / "__init__.py").write_text(f"import os\n{typst}\n", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(InputRefusedError) as refused:
        render("pdf", visit(), RenderOptions())
    assert refused.value.word == "error.no_pdf"
    assert capfd.readouterr().err == ""


def test_where_no_other_program_can_be_started_the_person_is_told(monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(InputRefusedError) as refused:
        render("pdf", visit(), RenderOptions())
    assert refused.value.word == "error.no_pdf"


def test_templates_take_nothing_from_the_network_or_the_disk():
    for template in Path(typeset.__file__).parent.glob("*.typ"):
        source = template.read_text(encoding="utf-8")
        assert not re.search(r"@preview|@local|read\(|eval\(|plugin\(|image\(", source), template
        assert all(
            (template.parent / name).exists() for name in re.findall(r'import "([^"]+)"', source)
        )
