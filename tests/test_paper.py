"""The paper of every example patient: page 1 is the sheet alone, and nothing hides behind it."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdf
import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.checklist import Checklist
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render import RenderOptions, render
from pnet_prep.render.rendering import Rendering
from tests.unit.browsed import folded, page
from tests.unit.checklists import words

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
MOST_BYTES = 150_000
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def content():
    return load()


class Printed(NamedTuple):
    """A checklist, its PDF on one paper, and the text of the first two pages."""

    checklist: Checklist
    made: Rendering
    reader: pypdf.PdfReader
    first: str
    second: str


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def checklist(request, content):
    path = request.param
    case = read_answers(path.read_bytes(), path.name, content, NOW, QuestionnaireResponse(()))
    return compose(look(content, case.response, case.as_of or NOW.date()))


@pytest.fixture(scope="module", params=["a4", "letter"])
def printed(request, checklist):
    made = render("pdf", checklist, RenderOptions(paper=request.param))
    reader = pypdf.PdfReader(BytesIO(made.data))
    first, second = (reader.pages[number].extract_text() for number in range(2))
    return Printed(checklist, made, reader, first, second)


def test_page_one_is_the_sheet(printed, content):
    assert printed.made.missing == ()
    sheet = printed.checklist.sheet
    assert sheet.title in printed.first
    assert sheet.opening in printed.first
    assert content.words["print.questions"] in printed.second.splitlines()[0]
    assert len(sheet.top) <= 3


def test_the_file_is_small_enough_for_any_mail(printed):
    assert len(printed.made.data) <= MOST_BYTES


def test_the_top_questions_stand_on_page_one_and_in_markdown(printed):
    markdown = render("md", printed.checklist, RenderOptions()).data.decode()
    page = "".join(printed.first.split())
    for question in printed.checklist.sheet.top:
        assert "".join(question.text.split()) in page
        assert question.text.split("?")[0] in markdown.replace("\\", "")


def test_every_word_stands_on_the_page_for_a_browser(checklist):
    seen = page(checklist).text
    heads = {"columns": (), "flags_title": "", "symptoms_title": ""}  # of what may be empty
    told = checklist._replace(sheet=checklist.sheet._replace(**heads))
    assert [text for text in words(told) if folded(text) not in seen] == []


def test_the_pdf_says_nothing_about_the_person_in_its_properties(printed):
    properties = dict(printed.reader.metadata or {})
    assert set(properties) <= {"/Title", "/Creator", "/Producer"}
    assert properties["/Title"] == printed.checklist.title
    assert printed.reader.root_object["/Lang"] == printed.checklist.language
