"""The trigger matrix: what each kind of answer must raise, and what it must not.

One row for each answer code of the clinical inventory (2J), with its later additions. A row holds
a smallest set of answers, as in an answers file, and the ids of the intents that must come up: a
question that is raised, or that is folded into a raised one, names them under ``covers``. Where a
row of the inventory needs a second answer for its words to fit (an operation, a test, a tumor that
is at least suspected), that answer is part of the set.
"""

import json
from datetime import UTC, datetime

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.picture import look
from pnet_prep.model.response import QuestionnaireResponse
from tests.unit.trigger_care import CARE
from tests.unit.trigger_signs import SIGNS

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MATRIX = SIGNS | CARE


@pytest.fixture(scope="module")
def content():
    return load()


def raised(answers, content):
    """The intents of all raised questions, and of those folded into them."""
    data = json.dumps({"as_of": "2026-11-23", "answers": answers}).encode()
    case = read_answers(data, "row.yaml", content, NOW, QuestionnaireResponse(()))
    shown = {one.id for one in look(content, case.response, NOW.date()).suggestions}
    alone = {rule.id: rule for rule in content.rules}
    direct = {intent for one in shown if one in alone for intent in alone[one].provenance.covers}
    folds = {alone[one].fold for one in shown if one in alone and alone[one].fold}
    beside = {
        intent for rule in content.rules if rule.fold in folds for intent in rule.provenance.covers
    }
    return direct, direct | beside


@pytest.mark.parametrize("row", MATRIX)
def test_each_answer_raises_what_the_matrix_says(row, content):
    answers, must, must_not = MATRIX[row]
    direct, with_folded = raised(answers, content)
    assert set(must.split()) - with_folded == set()
    assert set(must_not.split()) & direct == set()


def test_every_intent_of_the_matrix_has_a_question(content):
    known = {intent for rule in content.rules for intent in rule.provenance.covers}
    named = {
        one for _, must, must_not in MATRIX.values() for one in (must + " " + must_not).split()
    }
    assert named - known == set()


def test_where_sources_differ_the_question_ends_with_who_decides(content):
    """Such a question never asks for one figure: it hands the decision to the team concerned."""
    ends = ("team", "rules here", "clinic", "center", "advise")
    open_ended = {
        rule.id
        for rule in content.rules
        if rule.provenance.certainty.value == "differs"
        and not any(word in rule.ask.rsplit(". ", 1)[-1].rsplit("? ", 1)[-1] for word in ends)
    }
    assert open_ended == set()


def test_who_knows_of_a_gastrin_tumor_asks_only_what_else_ulcers_come_from(content):
    answers, *_ = MATRIX["ulcers, a gastrin tumor known"]
    data = json.dumps({"as_of": "2026-11-23", "answers": answers}).encode()
    case = read_answers(data, "row.yaml", content, NOW, QuestionnaireResponse(()))
    shown = {one.id for one in look(content, case.response, NOW.date()).suggestions}
    assert shown & {"a8", "a8_germ"} == {"a8_germ"}
