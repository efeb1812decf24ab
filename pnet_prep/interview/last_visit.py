"""What the visit before said, shown where it is asked again. Nothing of it is chosen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.again import (
    ALL_RIGHT,
    has_changed,
    may_come,
    old_words,
    reopened,
    said_before,
    visit_day,
    visit_of,
)
from pnet_prep.model.interview import Notice
from pnet_prep.model.questionnaire import walk
from pnet_prep.model.values import DateSaid

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.interview.state import State
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer


def said_at_last_visit(state: State, step: Step) -> tuple[Notice, ...]:
    """The old words about this very question, or about the entry or symptom it asks after."""
    earlier = state.picture.earlier
    if earlier is None or step.item.about or not _was_asked_again(state, step):
        return ()
    about = step.group if step.item.again and step.group else step.item
    said = old_words(earlier, about, step.entry, state.asker.by)
    if not said:
        return ()
    inside = walk((about,))
    answers = (said_before(earlier, (one.link_id, step.entry), state.asker.by) for one in inside)
    day = visit_day(next((visit_of(earlier, one) for one in answers if one), earlier))
    return (Notice(state.picture.wording.say("again.said", day=day, said=said)),)


def offered(state: State, step: Step) -> Answer | None:
    """The old answer to start from, where this person said that something about it has changed.

    A date is offered as the day it was read as: "two weeks ago" means another day by now. Nothing
    is offered that never comes over, such as how bad something is.
    """
    picture, place = state.picture, step.place
    if picture.earlier is None or step.item.repeats or not may_come(picture, step.item):
        return None
    if not has_changed(picture.content.questionnaire, place, picture.response):
        return None
    old = said_before(picture.earlier, place, state.asker.by)
    if old and isinstance(old.value, DateSaid) and old.value.edtf:
        return old._replace(value=DateSaid(picture.wording.day(old.value.edtf), old.value.edtf))
    return old


def look_over(state: State, item: Item) -> list[tuple[str, str]]:
    """All earlier answers to look over at once, a line each, after the line that all is right."""
    earlier = state.picture.earlier
    wording = state.picture.wording
    lines = [(ALL_RIGHT, wording.words["again.all_right"])]
    for name in item.about if earlier else ():
        one = state.picture.content.questionnaire.by_id[name]
        if earlier and (said := old_words(earlier, one, "", state.asker.by)):
            label = one.bare
            lines.append((name, wording.say("again.line", label=label, said=said)))
    return lines


def _was_asked_again(state: State, step: Step) -> bool:
    """Whether this question stands under one that was asked about the visit before."""
    questionnaire = state.picture.content.questionnaire
    again = questionnaire.again_of.get(step.item.link_id)
    if again is None:
        return False
    if again == step.item.link_id or step.reopened:
        return True
    entry = "" if questionnaire.by_id[again].about else step.entry
    return bool(state.picture.response.at(again, entry)) or reopened(
        questionnaire, step.place, state.picture.response
    )
