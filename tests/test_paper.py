"""The paper of every example patient: page 1 is the sheet alone, and nothing hides behind it."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render import RenderOptions, render

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def content():
    return load()


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def checklist(request, content):
    path = request.param
    case = read_answers(path.read_bytes(), path.name, content, NOW, QuestionnaireResponse(()))
    return compose(look(content, case.response, case.as_of or NOW.date()))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_page_one_is_the_sheet(checklist, content, paper):
    made = render("pdf", checklist, RenderOptions(paper=paper))
    assert made.missing == ()
    first, second, *_ = (p.extract_text() for p in pypdf.PdfReader(BytesIO(made.data)).pages)
    assert checklist.sheet.title in first
    assert checklist.sheet.opening in first
    assert content.words["print.questions"] in second.splitlines()[0]
    assert len(checklist.sheet.top) <= 3


def test_the_pdf_says_nothing_about_the_person_in_its_properties(checklist):
    reader = pypdf.PdfReader(BytesIO(render("pdf", checklist, RenderOptions()).data))
    properties = dict(reader.metadata or {})
    assert set(properties) <= {"/Title", "/Creator", "/Producer"}
    assert properties["/Title"] == checklist.title
    assert reader.root_object["/Lang"] == checklist.language


def test_every_question_stands_on_both_papers(checklist):
    markdown = render("md", checklist, RenderOptions()).data.decode()
    pages = pypdf.PdfReader(BytesIO(render("pdf", checklist, RenderOptions()).data)).pages
    pdf = "".join("".join(page.extract_text() for page in pages).split())
    for question in checklist.sheet.top:
        assert "".join(question.text.split()) in pdf
        assert question.text.split("?")[0] in markdown.replace("\\", "")
