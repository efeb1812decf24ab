"""The questions that have room on paper, and what was told to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.outcomes import OUTCOME, QUESTIONS
from pnet_prep.engine.slots import Slots
from pnet_prep.model.questionnaire import OptionsFrom

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.prompt_list import SuggestedQuestion
    from pnet_prep.model.questionnaire import Item

TOLD = "after.question.words"

ROOMY = 10
"""Questions with room to write: three on the sheet and up to seven more."""

MINUTES = "visit.minutes"
"""Its options may say how many questions a visit of that length has room for."""


def with_room(picture: Picture) -> list[SuggestedQuestion]:
    """The questions with room to write; those of one's own, picked or urgent never lose theirs."""
    room = _room(picture)
    return [
        one
        for place, one in enumerate(picture.suggestions)
        if place < room or one.own or one.picked or one.urgent
    ]


def to_answer(picture: Picture) -> tuple[str, ...]:
    """The ids of the questions to ask about after the visit, those that were told of among them."""
    asked = [one.id for one in with_room(picture)]
    return tuple(dict.fromkeys((*asked, *picture.response.entries(QUESTIONS))))


def entry_name(picture: Picture, group: Item, entry: str) -> str:
    """The name of a list entry; of a question for the doctor its text."""
    if group.options_from is not OptionsFrom.SUGGESTIONS:
        return picture.wording.entry(group, entry)
    return question_text(picture, entry)


def question_text(picture: Picture, question: str) -> str:
    """A question for the doctor in words, by its id; also one that is no longer on the list."""
    for one in picture.suggestions:
        if one.id == question:
            return one.text
    rules = (rule for rule in picture.content.rules if rule.id == question)
    slots = Slots(picture.wording, picture.views)
    gone = picture.content.words["told.gone"]
    return next((slots.fill(rule.ask) for rule in rules), gone)


def told(picture: Picture, question: str) -> str:
    """What stands beside a question after the visit: what became of it, in whose words."""
    by_id = picture.content.questionnaire.by_id
    said = [
        picture.wording.value(by_id[name], answer.value)
        for name in (OUTCOME, TOLD)
        for answer in picture.response.at(name, question)[-1:]
        if answer.real
    ]
    return picture.content.words["told.join"].join(said)


def _room(picture: Picture) -> int:
    item = picture.content.questionnaire.by_id.get(MINUTES)
    said = picture.response.at(MINUTES)
    option = item.option(str(said[-1].value)) if item and said else None
    return (option.room if option else 0) or ROOMY
