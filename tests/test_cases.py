"""Every example patient: the questions that must be raised, those that must not, the red flags."""

from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render import RenderOptions, render
from tests.unit.paper import strings

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def content():
    return load()


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request, content):
    return read_answers(
        request.param.read_bytes(), request.param.name, content, NOW, QuestionnaireResponse(())
    )


@pytest.fixture
def picture(case, content):
    return look(content, case.response, case.as_of or NOW.date())


def test_the_ten_published_patients_are_here():
    assert {f"c{number}" for number in range(1, 11)} <= {path.stem for path in CASES}


def test_a_patient_is_asked_what_must_be_asked(case, picture):
    raised = {question.id for question in picture.suggestions}
    folded = {rule.fold for rule in picture.content.rules if rule.id in raised and rule.fold}
    covered = raised | {rule.id for rule in picture.content.rules if rule.fold in folded}
    assert set(case.must_ask) - covered == set()


def test_a_patient_is_not_asked_what_does_not_fit(case, picture):
    raised = {question.id for question in picture.suggestions}
    assert raised & set(case.must_not_ask) == set()


SHOWING = [path for path in CASES if b"must_show:" in path.read_bytes()]


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.stem)
def test_paper_and_markdown_show_what_they_must(path, content):
    case = read_answers(path.read_bytes(), path.name, content, NOW, QuestionnaireResponse(()))
    paper = compose(look(content, case.response, case.as_of or NOW.date()))
    markdown = (
        render("md", paper, RenderOptions()).data.decode().replace("\\", "").replace("**", "")
    )
    assert case.must_show
    for said in case.must_show:
        assert said in markdown
        assert any(said in text for text in strings(paper))


def test_exactly_the_expected_red_flags_fire(case, picture):
    assert {fired.flag.id for fired in picture.flags} == set(case.red_flags)


def test_expected_ids_exist(case, content):
    known = {rule.id for rule in content.rules}
    assert set(case.must_ask) | set(case.must_not_ask) <= known
    assert set(case.red_flags) <= {flag.id for flag in content.red_flags}


def test_the_same_file_again_adds_nothing(case, content, request):
    path = request.node.callspec.params["case"]
    again = read_answers(path.read_bytes(), path.name, content, NOW, case.response)
    assert again.response.answers == case.response.answers


def test_every_stage_is_seen_by_every_kind_of_doctor(content):
    seen = set()
    for path in CASES:
        case = read_answers(path.read_bytes(), path.name, content, NOW, QuestionnaireResponse(()))
        stages, doctors = map(case.response.at, ("visit.stage", "visit.clinician"))
        seen |= {
            (stage, one.value)
            for at in stages
            if isinstance(at.value, tuple)
            for stage in at.value
            for one in doctors
        }
    by_id = content.questionnaire.by_id
    told = [[o.id for o in by_id[i].options] for i in ("visit.stage", "visit.clinician")]
    assert set(product(*told)) - seen == set()
