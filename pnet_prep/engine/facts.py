"""What was said, as printable facts: labels and values, with names where views differ.

Private answers and answers behind a closed gate never become facts; neither does what was skipped
or what a person would rather not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.checklist import Fact, Facts
from pnet_prep.model.questionnaire import Item, ItemType, OptionsFrom
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import ListMark, NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.response import Answer, Place

UNPRINTED = frozenset({"wish.question", "wish.top", "helper", "person.answering"})
"""What stands elsewhere on paper: questions, and who filled it in."""

_UNSAID = frozenset({NonAnswer.SKIPPED, NonAnswer.DECLINED, *ListMark})


def values(picture: Picture, place: Place) -> tuple[str, ...]:
    """Everybody's answer at a place in words.

    Each is named unless all of it is the patient's, or only one person has a say in the visit: who
    that is stands at the top of the sheet.
    """
    item = picture.content.questionnaire.by_id.get(place[0])
    if item is None or item.private or place not in picture.views.active:
        return ()
    said = [answer for answer in picture.response.at(*place) if may_print(answer)]
    words = {answer.id: picture.wording.answer(answer) for answer in said}
    if picture.one_voice or all(answer.by in {PATIENT, BOTH} for answer in said):
        return tuple(dict.fromkeys(words.values()))
    return tuple(
        picture.wording.say(
            "view.line", person=picture.wording.person(answer.by), answer=words[answer.id]
        )
        for answer in said
    )


def first_value(picture: Picture, place: Place) -> str:
    """One answer at a place: the patient's own, or else the joint one, or another's."""
    item = picture.content.questionnaire.by_id.get(place[0])
    if item is None or item.private or place not in picture.views.active:
        return ""
    held = (view.at(*place) for view in picture.views.all)
    answer = next((one for one in held if one and may_print(one)), None)
    return picture.wording.answer(answer) if answer else ""


def facts_of(picture: Picture, items: Iterable[Item], entry: str = "") -> tuple[Fact, ...]:
    """The facts of some items, in order; groups inside them are walked through."""
    found: list[Fact] = []
    for item in items:
        if item.type is ItemType.GROUP and not item.repeats:
            found.extend(facts_of(picture, item.items, entry))
        elif shown := values(picture, (item.link_id, entry)):
            found.append(Fact(_label(item), shown))
    return tuple(found)


def entries_of(picture: Picture, group: Item) -> Iterator[Facts]:
    """Each entry of a list with what was said about it."""
    for entry in picture.response.entries(group.link_id):
        if (group.link_id, "") in picture.views.active and not group.private:
            name = picture.wording.entry(group, entry)
            yield Facts(name, facts_of(picture, group.items[1:], entry))


def printed(item: Item) -> bool:
    """Whether an item has a place of its own among the facts."""
    own_place = item.link_id in UNPRINTED or item.options_from is OptionsFrom.SUGGESTIONS
    return not item.private and not own_place and item.type is not ItemType.DISPLAY


def may_print(answer: Answer) -> bool:
    """Whether an answer says anything: what was skipped or kept back is printed nowhere."""
    return answer.value not in _UNSAID


def _label(item: Item) -> str:
    return item.short.rstrip(":?. ")
