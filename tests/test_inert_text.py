"""What a person types is only ever text: on every kind of page it stands as it was typed."""

from datetime import date
from io import BytesIO

import pypdf
import pytest
from markdown_it import MarkdownIt

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.engine.record import record
from pnet_prep.engine.text import show
from pnet_prep.model.response import PATIENT, Moment, QuestionnaireResponse
from pnet_prep.render import RenderOptions, render
from tests.unit.browsed import Page

HOSTILE = (
    "[daily]",
    "[/b] and [half] a tablet",
    "#panic(1)",
    "$x$ and *bold* and _low_",
    "@a and <b>bold</b>",
    "one | two",
    "`code` ~~gone~~ \\[x\\]",
    "1. first",
    "- a list",
    "# a head",
    "http://example.org and www.example.org",
    "{name} and {symptoms}",
    "=1+1",
    ":pill:",
    "<script>alert(1)</script>",
    "&amp; &lt;",
)
UNSEEN = ("\x1b]52;c;AA\x07", "\u202eoverride", "\u200fmark", "\ufeffmark", "\x07bell")


@pytest.fixture(scope="module")
def content():
    return load()


def checklist_with(content, text):
    """A checklist in which the text stands as name, as symptom, as medicine and as question."""
    response = QuestionnaireResponse(())
    told = {
        ("person.answering", ""): "patient",
        ("person.name", ""): text,
        ("visit.reason", ""): text,
        ("symptom.own.name", "e1"): text,
        ("symptom.own.helps", "e1"): text,
        ("medicine.name", "e2"): text,
        ("medicine.dose", "e2"): text,
        ("wish.question.text", "e3"): text,
    }
    for number, ((item, entry), value) in enumerate(told.items()):
        made = record(
            response,
            item=item,
            entry=entry,
            value=value,
            by=PATIENT,
            typed=PATIENT,
            moment=Moment(number, "2026-11-23", str(number)),
        )
        assert made
        response = response.with_answers((made,))
    return compose(look(content, response, date(2026, 11, 23)))


def text_of_markdown(data):
    """The text that a reader sees, and the tags that stand in it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data.decode())
    inline = [child for token in tokens if token.children for child in token.children]
    return "\n".join(child.content for child in inline), {child.type for child in inline}


def squeezed(text):
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_what_was_typed_and_nothing_else(content, text):
    data = render("md", checklist_with(content, text), RenderOptions()).data
    seen, kinds = text_of_markdown(data)
    assert squeezed(seen).count(squeezed(text)) >= 6
    assert kinds <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "hardbreak",
        "softbreak",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_pdf_shows_what_was_typed_and_nothing_else(content, text):
    made = render("pdf", checklist_with(content, text), RenderOptions())
    assert made.missing == ()
    pages = pypdf.PdfReader(BytesIO(made.data)).pages
    seen = "".join(page.extract_text() for page in pages)
    assert squeezed(seen).count(squeezed(text)) >= 6


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_what_was_typed_and_nothing_else(content, text):
    made, plain = (
        Page(render("html", checklist_with(content, words), RenderOptions()).data.decode())
        for words in (text, "harmless")
    )
    assert squeezed(made.text).count(squeezed(text)) >= 6
    assert {one.tag for one in made.elements} == {one.tag for one in plain.elements}


@pytest.mark.parametrize("text", UNSEEN)
@pytest.mark.parametrize("kind", ["md", "pdf", "html"])
def test_unseen_characters_become_visible_marks(content, text, kind):
    data = render(kind, checklist_with(content, text), RenderOptions()).data
    if kind == "pdf":
        pages = pypdf.PdfReader(BytesIO(data)).pages
        assert squeezed(show(text)) in squeezed("".join(page.extract_text() for page in pages))
        return
    seen = text_of_markdown(data)[0] if kind == "md" else Page(data.decode()).text
    assert show(text) in seen
    assert not set(text) & {"\x1b", "\x07", "\u202e", "\u200f", "\ufeff"} & set(data.decode())


@pytest.mark.parametrize("kind", ["md", "pdf", "html"])
def test_the_same_answers_give_the_same_bytes(content, kind):
    made = [render(kind, checklist_with(content, "Zoë"), RenderOptions()).data for _ in range(2)]
    assert made[0] == made[1]
