"""The HTML must read back as the very words that went in, and stand on its own."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.model.checklist import Fact, Facts, Heading, Lines, Question, TickList
from pnet_prep.render import RenderOptions
from pnet_prep.render.pages import _css_string
from tests.longer import times
from tests.unit.browsed import Page, folded, markup, page
from tests.unit.checklists import (
    busy,
    crowded,
    empty,
    hostile,
    visit,
    with_texts,
    without_flags,
    words,
)
from tests.unit.hostile import ANY_TEXT, CONTROLS, HOSTILE

SAMPLES = (visit, busy, without_flags, crowded, empty, hostile)
PIECES = (
    *HOSTILE,
    "</style>",
    "</title>",
    "-->",
    "'",
    '"',
    "\\",
    "\n",
    "\x00",
    "\ud800",
    "א",
    "{{ 1 }}",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1).map("".join)
STYLE = r"default-src 'none'; style-src 'sha256-([\w+/=]+)'; base-uri 'none'; form-action 'none'"
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "footer", "nav", "section", "div"}
TAGS |= {"h1", "h2", "h3", "h4", "p", "b", "bdi", "br", "ol", "ul", "li", "dl", "dt", "dd", "a"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td", "details", "summary"}
TAGS |= {"input", "label", "textarea"}
ATTRIBUTES = {
    "aria-label",
    "aria-labelledby",
    "charset",
    "class",
    "colspan",
    "content",
    "data-label",
}
ATTRIBUTES |= {"dir", "for", "href", "http-equiv", "id", "lang", "name", "role", "rows", "scope"}
ATTRIBUTES |= {"spellcheck", "type"}


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: sample.__name__)
def checklist(request):
    return request.param()


@pytest.fixture(scope="module")
def read(checklist):
    return page(checklist)


def shape(read: Page) -> list[tuple[str, tuple[str, ...]]]:
    """The markup, but for line ends and for how wide a cell wants to be."""
    found = [one for one in read.elements if one.tag != "br"]
    return [(one.tag, tuple(sorted({*one.attributes} - {"class"}))) for one in found]


def test_every_word_of_the_checklist_is_there(checklist, read):
    seen = read.text
    assert [text for text in words(checklist) if folded(text) not in seen] == []


@pytest.mark.parametrize("text", [*HOSTILE, *CONTROLS])
def test_hostile_text_is_only_words_wherever_it_stands(text):
    made, plain = page(with_texts(text, "plain")), page(with_texts("harmless", "plain"))
    assert made.text.count(folded(text)) == plain.text.count("harmless")
    assert shape(made) == shape(plain)


@ANY_TEXT
@settings(max_examples=times(60), deadline=None)
@given(TEXTS.map(lambda text: text[:99].strip()).filter(folded))  # longer is cut on page 1
def test_any_text_reads_back_as_itself_and_makes_no_markup(text):
    made, plain = page(with_texts(text)), page(with_texts("harmless"))
    assert made.text == plain.text.replace("harmless", folded(text))
    assert shape(made) == shape(plain)


@ANY_TEXT
@settings(max_examples=times(1_000), deadline=None)
@given(TEXTS)
def test_no_text_can_end_a_string_of_the_style(text):
    made = _css_string(text)
    assert re.fullmatch(r'"([A-Za-z0-9]|\\[0-9a-f]+ )*"', made)
    told = re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), made[1:-1])
    assert told == text


def test_nothing_but_known_markup_stands_in_the_page(read):
    assert read.declarations == ["doctype html"]
    assert {one.tag for one in read.elements} <= TAGS
    assert {name for one in read.elements for name in one.attributes} <= ATTRIBUTES
    assert all(link.attributes["href"].startswith("#part-") for link in read.all("a"))


def test_the_policy_lets_in_its_own_style_and_nothing_else(read):
    (policy,) = [
        one.attributes["content"]
        for one in read.all("meta")
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    told = re.fullmatch(STYLE, policy)
    assert told
    style = "".join(read.one("style").texts)
    assert base64.b64decode(told[1]) == hashlib.sha256(style.encode()).digest()
    assert not re.search(r"url|@import|expression|</", style)


def test_the_policy_comes_before_all_that_it_rules(read):
    first = read.all("meta", "title", "style")[:2]
    assert [sorted(one.attributes) for one in first] == [["charset"], ["content", "http-equiv"]]


def test_headings_leave_out_no_level(read):
    levels = [int(one.tag[1]) for one in read.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_each_field_has_a_name_and_each_name_a_field(read):
    ids = {one.attributes["id"]: one for one in read.elements if "id" in one.attributes}
    assert len(ids) == len([one for one in read.elements if "id" in one.attributes])
    assert all(one.attributes["for"] in ids for one in read.all("label"))
    for one in read.elements:
        for name in one.attributes.get("aria-labelledby", "").split():
            assert ids[name].text
    labelled = {one.attributes["for"] for one in read.all("label")}
    assert {one.attributes["id"] for one in read.all("input")} <= labelled
    for field in read.all("textarea"):
        assert {"aria-labelledby", "aria-label"} & set(field.attributes)
        assert field.attributes["spellcheck"] == "false"  # some browsers send it elsewhere


def test_each_question_has_a_tick_box_its_number_its_reason_and_room():
    read = page(visit())
    ticks = [one for one in read.all("li") if "ol" in one.inside]
    asked = [*visit().sheet.top, *(b for b in visit().blocks if isinstance(b, Question))]
    for item, question in zip(ticks, asked, strict=True):
        assert f"{question.number}. {question.text}" in item.text
        assert folded(question.because) in item.text
    rooms = [one.attributes["rows"] for one in read.all("textarea") if "ol" in one.inside]
    assert rooms == [str(question.lines) for question in asked if question.lines]


def test_a_field_for_an_answer_is_named_by_its_question():
    read = page(empty()._replace(blocks=(Question(7, "Why?", "", 2),)))
    field = read.one("textarea")
    named = [
        one
        for i in field.attributes["aria-labelledby"].split()
        for one in read.elements
        if one.attributes.get("id") == i
    ]
    assert [one.text for one in named] == ["What I was told", "7. Why?"]


def test_room_beside_a_thing_to_bring_is_named_by_both():
    read = page(empty()._replace(blocks=(TickList(("papers", "pills"), "Who gets it"),)))
    named = {one.attributes["id"]: one.text for one in read.elements if "id" in one.attributes}
    fields = [one.attributes["aria-labelledby"].split() for one in read.all("textarea")]
    said = [[named[name] for name in names] for names in fields]
    assert said == [["Who gets it", "papers"], ["Who gets it", "pills"]]


def test_room_to_write_is_named_by_the_heading_above_it():
    read = page(empty()._replace(blocks=(Heading(1, "Notes"), Lines(5))))
    assert read.one("h2").attributes["id"] == read.one("textarea").attributes["aria-labelledby"]


def test_what_becomes_of_ticks_is_said_once_and_not_on_paper():
    read = page(visit())
    (note,) = [one for one in read.all("p") if one.attributes.get("class") == "note"]
    assert note.text == "Print it to keep your ticks."
    assert re.search(r"@media print.*\.note\b[^}]*display: none", markup(visit()), flags=re.DOTALL)


def test_nothing_on_paper_is_half_seen():
    """What is drawn through something transparent is missing on a printer of black and white."""
    (paper,) = re.findall(r"@media print \{.*", markup(visit()), flags=re.DOTALL)
    assert "repeating-linear-gradient(#fff " in paper
    assert not re.search(r"#0000|transparent|rgba|opacity", paper)


def test_the_list_of_parts_leads_to_every_part():
    read = page(visit())
    told = [(one.attributes["href"][1:], one.text) for one in read.all("a")]
    parts = [one for one in read.all("h2") if one.attributes["id"].startswith("part-")]
    assert told == [(one.attributes["id"], one.text) for one in parts]


def test_tables_say_what_heads_what():
    read = page(visit())
    (first, *_) = read.all("table")
    assert first.text.startswith("symptom began pattern worst better with worse with")
    heads = [one.attributes["scope"] for one in read.all("th")]
    assert set(heads) == {"row", "col"}
    assert all(one.text for one in read.all("th"))


def test_a_column_that_says_nothing_of_any_symptom_is_left_out():
    rows = tuple(row._replace(cells=("", *row.cells[1:])) for row in visit().sheet.symptoms)
    made = page(visit()._replace(sheet=visit().sheet._replace(symptoms=rows)))
    assert "began" not in [one.text for one in made.all("th")]


def test_views_of_one_fact_stand_under_one_label():
    facts = Facts("Pain", (Fact("Worst", ("Ana: 4", "Luis: 7")),))
    read = page(empty()._replace(blocks=(facts,)))
    assert [one.text for one in read.all("h2", "dt", "dd")] == [
        "Pain",
        "Worst",
        "Ana: 4",
        "Luis: 7",
    ]


def test_a_text_from_right_to_left_is_isolated_in_its_line():
    text = "محمد علي 75"
    made = markup(with_texts(text))
    assert made.count(f"\u2067{text}\u2069") == made.count(text) > 20


def test_on_a_page_from_right_to_left_each_text_has_its_own_direction():
    text = "Ana (75)"
    read = page(with_texts(text)._replace(direction="rtl"))
    own = [one for one in read.elements if one.tag == "bdi" or one.attributes.get("dir") == "auto"]
    assert read.one("body").text.count(text) == [one.text for one in own].count(text) > 20


@pytest.mark.parametrize(("count", "wholes", "longs"), [(1, 1, 0), (1000, 0, 1)])
def test_facts_stay_on_one_page_unless_they_fill_a_good_part_of_it(count, wholes, longs):
    facts = Facts("Notes", (Fact("Reason", ("word " * count,)), Fact("Where", ("here",))))
    classes = [
        one.attributes.get("class")
        for one in page(visit()._replace(blocks=(facts,))).all("dl", "div")
    ]
    assert (classes.count("whole"), classes.count("long")) == (wholes, longs)


def test_number_and_unit_stay_together():
    assert "75\u00a0µg" in markup(with_texts("omeprazole 75 µg daily"))


@pytest.mark.parametrize(("paper", "told"), [("a4", "A4"), ("letter", "letter")])
@pytest.mark.parametrize(("size", "classes"), [("normal", None), ("large", "large")])
def test_paper_and_print_size_are_as_wished(paper, told, size, classes):
    read = page(visit(), RenderOptions(paper, size))
    assert f"@page {{ size: {told};" in "".join(read.one("style").texts)
    assert read.one("html").attributes.get("class") == classes


@pytest.mark.parametrize(
    ("language", "told"), [("en", "en"), ("pt_BR", "pt-BR"), ('"><script>', "en"), ("", "en")]
)
def test_the_language_is_said(language, told):
    assert page(visit()._replace(language=language)).one("html").attributes["lang"] == told


def test_the_page_is_as_it_was_approved(golden):
    golden("checklist.html", markup(visit()))
