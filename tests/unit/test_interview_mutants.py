"""The random interviews can fail: each of these faults is found, or they hold nothing."""

import os
from collections.abc import Callable
from typing import Any

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import Picture
from pnet_prep.engine.record import answer_id, record, remove_entry
from pnet_prep.interview import parts, step, taking
from pnet_prep.model.response import Answer, QuestionnaireResponse
from tests.unit import interview_paper
from tests.unit.interviewing import hold_interviews

MOST, TIMES = 120, 4


def replaces_others(response: QuestionnaireResponse, **rest: Any) -> Answer | None:
    """A newer answer takes the place of everybody's."""
    made = record(response, **rest)
    return made and _replacing(made, response.at(made.item, made.entry))


def removes_half(response: QuestionnaireResponse, **rest: Any) -> Answer | None:
    """Taking an entry out leaves what was told about it."""
    made = remove_entry(response, **rest)
    gone = response.at(f"{rest['group']}.name", rest["entry"])
    return made and _replacing(made, gone)


def forgets_on_back(state: Any) -> Any:
    """Back takes the last answer away."""
    answers = state.picture.response.answers
    picture = state.picture.with_response(QuestionnaireResponse(answers[:-1]))
    return went_back(state._replace(picture=picture))


def writes_on_back(state: Any) -> Any:
    """Back says the last answer once more, as something new."""
    after = went_back(state)
    return after._replace(new=state.picture.response.answers[-1:])


def prints_all(picture: Picture, *rest: Any) -> Any:
    """Answers whose question is no longer asked are printed too."""
    every = {(item, "") for item in picture.content.questionnaire.by_id}
    told = {answer.place for answer in picture.response.shown}
    picture = picture.with_response(picture.response)
    vars(picture)["views"] = picture.views._replace(active=frozenset(every | told))
    return compose(picture, *rest)


went_back = step._back

FAULTS: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "another person's answer is replaced": (taking, "record", replaces_others),
    "half of an entry is taken out": (taking, "remove_entry", removes_half),
    "back drops an answer": (step, "_back", forgets_on_back),
    "back writes an answer": (step, "_back", writes_on_back),
    "coming back begins anew": (parts, "open_step", lambda state: state.steps()[0]),
    "a skipped question forgets its answer": (step, "own_answer", lambda *_: None),
    "what was answered is asked again": (taking, "is_open", lambda *_: True),
    "a closed question is printed": (interview_paper, "compose", prints_all),
}


@pytest.mark.row("T14", "wrong ways to interview, each found out by the model")
@pytest.mark.parametrize("fault", FAULTS)
def test_random_interviews_find_this_fault(fault, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: None)
    where, name, wrong = FAULTS[fault]
    monkeypatch.setattr(where, name, wrong)
    with pytest.raises(AssertionError):
        _hold_all()


def _hold_all() -> None:
    for number in range(TIMES):
        hold_interviews(MOST, number)


def _replacing(made: Answer, gone: tuple[Answer, ...]) -> Answer:
    made = made._replace(replaces=tuple(sorted(answer.id for answer in gone)))
    return made._replace(id=answer_id(made))
