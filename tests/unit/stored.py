"""Answers and visits to store, made by hand and by hypothesis."""

import os

from hypothesis import strategies as st

from pnet_prep.engine.record import answer_id, record
from pnet_prep.model.response import LATEST_MS, PATIENT, Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import (
    DateSaid,
    ListMark,
    NonAnswer,
    OwnWords,
    Quantity,
    Value,
)
from pnet_prep.store.visit import Visit, new_visit, open_visit, save

ANY_TEXT = st.text(st.characters(), max_size=30)
"""Any text at all, lone surrogates among it."""

WORD = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def values(text: st.SearchStrategy[str] = ANY_TEXT) -> st.SearchStrategy[Value]:
    maybe = st.none() | text
    return st.one_of(
        text,
        st.integers(-(10**9), 10**9),
        st.lists(text, max_size=3).map(tuple),
        st.builds(DateSaid, text, maybe),
        st.builds(Quantity, text, maybe, maybe),
        st.builds(OwnWords, text),
        st.sampled_from([*NonAnswer, *ListMark]),
    )


@st.composite
def answers(draw: st.DrawFn, text: st.SearchStrategy[str] = WORD) -> Answer:
    made = Answer(
        "",
        draw(text),
        draw(text),
        draw(values(text)),
        draw(text),
        draw(text),
        draw(st.integers(0, LATEST_MS)),
        draw(st.dates()).isoformat(),
        tuple(draw(st.lists(text, max_size=2))),
        draw(text),
    )
    return made._replace(id=answer_id(made))


def said(
    response: QuestionnaireResponse, value: Value, item: str = "life.else", *, by: str = PATIENT
) -> Answer:
    """One more answer, given on the day of the tests."""
    made = record(
        response,
        item=item,
        entry="",
        value=value,
        by=by,
        typed=by,
        moment=Moment(1_795_000_000_000, "2026-11-20", "nnnnnnnn"),
    )
    assert made is not None
    return made


def with_said(visit: Visit, value: Value, item: str = "life.else", *, by: str = PATIENT) -> Visit:
    return visit.with_answers([said(visit.response, value, item, by=by)])


def saved_visit(home: object, count: int = 6, visit: str = "") -> Visit:
    """A visit with ``count`` answers about as many questions, each saved by itself."""
    made = new_visit(str(home), visit=visit)
    for number in range(count):
        made = save(with_said(made, f"answer {number} é", f"life.item{number}"))
    return made


def values_in(path: str) -> list[Value]:
    """What a visit file says when it is opened, oldest first."""
    return [answer.value for answer in open_visit(path).response.shown]


def siblings(path: str) -> set[str]:
    """The endings of the files beside a visit file: ".1", ".lock", ..."""
    folder, name = os.path.split(path)
    return {found.removeprefix(name) for found in os.listdir(folder) if found != name}


def open_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))
