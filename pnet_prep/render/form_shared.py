"""Questions of one part with nearly the same answers: each answer stands in the page once.

On paper they are one list with a box for each question beside every answer, as on a doctor's form.
The script gives each question its own answers again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.model.form import FormQuestion, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.form import FormSection

LEAST = 5
"""Answers in common: fewer are as quick to read twice."""
MOST_APART = 3
"""Of three answers of the shorter list, at most one may be its own."""


class Shared(NamedTuple):
    """Questions with one list of answers.

    ``answers`` holds the text of each, and the numbers of the questions it belongs to, from 1 on.
    """

    questions: tuple[FormQuestion, ...]
    answers: tuple[tuple[str, tuple[int, ...]], ...]


def shared_in(section: FormSection) -> Iterator[Shared]:
    """The lists of a part that several of its questions share, in the order of the part."""
    open_ones = [
        one for one in section.parts if isinstance(one, FormQuestion) and one.kind is Kind.MANY
    ]
    while open_ones:
        first, *others = open_ones
        group = (first, *(one for one in others if _alike(first, one)))
        open_ones = [one for one in others if one not in group]
        if len(group) > 1:
            yield Shared(group, tuple(_answers(group)))


def _texts(one: FormQuestion) -> list[str]:
    return [option.text for option in one.options]


def _alike(one: FormQuestion, other: FormQuestion) -> bool:
    common = len({*_texts(one)} & {*_texts(other)})
    fewest = min(len(one.options), len(other.options))
    return common >= LEAST and (fewest - common) * MOST_APART <= fewest


def _answers(group: tuple[FormQuestion, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each answer once. What only a later question has stands where it has it."""
    texts: list[str] = []
    for one in group:
        place = 0
        for text in _texts(one):
            if text not in texts:
                texts.insert(place, text)
            place = texts.index(text) + 1
    for text in texts:
        yield text, tuple(n for n, one in enumerate(group, 1) if text in _texts(one))


def lines_of(shared: Iterable[Shared]) -> dict[str, tuple[int, ...]]:
    """For each question, by its id, where its answers stand among all shared ones of the page."""
    found: dict[str, tuple[int, ...]] = {}
    before = 0
    for one in shared:
        places = {text: place for place, (text, _) in enumerate(one.answers, before)}
        before += len(one.answers)
        for question in one.questions:
            found[question.id] = tuple(places[text] for text in _texts(question))
    return found
