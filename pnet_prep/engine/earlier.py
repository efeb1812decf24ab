"""Several earlier visits seen as one: the last one, its gaps filled from those before it.

A medicine that nobody was asked about last time was still told of the time before, a question that
was answered two visits ago stays answered, and what stopped then stays stopped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.again import marked
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.values import ListMark, NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.picture import Ready
    from pnet_prep.model.response import Answer, Place, QuestionnaireResponse


def filled(
    last: QuestionnaireResponse, before: QuestionnaireResponse, ready: Ready
) -> QuestionnaireResponse:
    """The answers of the ``last`` visit, and those from ``before`` to what it left open.

    Only what a following visit asks about again is filled, the lists that open it, and what was
    told after a visit. Numbers from 0 to 10 are not: they belong to their day. Nor is what the last
    visit said has changed or stopped, even where the new words were left open.
    """
    questionnaire = ready.content.questionnaire
    carried = _carried(ready)
    gone = {answer.place for answer in last.shown if answer.value is ListMark.REMOVED}
    said = {answer.place for answer in last.shown if not _skipped(answer)}
    older = [
        answer
        for answer in before.shown
        if answer.item in carried
        and answer.place not in said
        and not _skipped(answer)
        and not any(place in gone for place in _places_above(answer))
        and ((mark := marked(questionnaire, answer.place, last)) is None or _skipped(mark))
    ]
    filled_now = {answer.place for answer in older}
    own = [a for a in last.answers if a.place not in filled_now or not _skipped(a)]
    return last._replace(answers=(*older, *own))


def _carried(ready: Ready) -> frozenset[str]:
    """The questions whose answers stand until a later visit says otherwise."""
    questionnaire = ready.content.questionnaire
    names = {*questionnaire.again_of, *ready.groups_of}
    for section in questionnaire.sections:
        if section.asked_by:
            names.update(item.link_id for item in section.items)
    found: set[str] = set()
    for link_id, item in questionnaire.by_id.items():
        inside = {link_id, questionnaire.group_of.get(link_id, "")}
        if not inside.isdisjoint(names) and item.type is not ItemType.SCALE_0_10:
            found.add(link_id)
    return frozenset(found)


def _places_above(answer: Answer) -> Iterator[Place]:
    """The answer's own place, and those of the lists it may lie in."""
    name = answer.item
    while name:
        yield name, answer.entry
        name = name.rpartition(".")[0]


def _skipped(answer: Answer) -> bool:
    return answer.value is NonAnswer.SKIPPED
