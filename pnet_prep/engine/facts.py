"""What was said, in words for paper, with names where views differ.

Private answers and answers behind a closed gate are never printed; nor is what was skipped or what
a person would rather not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.dropped import DROPPED
from pnet_prep.model.questionnaire import ItemType, OptionsFrom, Quick
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import ListMark, NonAnswer

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer, Place

UNPRINTED = frozenset({"wish.question", "wish.top", DROPPED, "helper", "person.answering"})
"""What stands elsewhere on paper, or is off it: questions, and who filled it in."""

_UNSAID = frozenset({NonAnswer.SKIPPED, NonAnswer.DECLINED, *ListMark})


def values(picture: Picture, place: Place) -> tuple[str, ...]:
    """Everybody's answer at a place in words.

    Each is named unless all of it is the patient's, or only one person has a say in the visit: who
    that is stands at the top of the sheet.
    """
    item = picture.content.questionnaire.by_id.get(place[0])
    if item is None or kept_off(item) or place not in picture.views.active:
        return ()
    said = [answer for answer in picture.response.at(*place) if may_print(answer)]
    words = {answer.id: picture.wording.answer(answer) for answer in said}
    if item.personal or picture.one_voice or all(answer.by in {PATIENT, BOTH} for answer in said):
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
    if item is None or kept_off(item) or place not in picture.views.active:
        return ""
    held = (view.at(*place) for view in picture.views.all)
    answer = next((one for one in held if one and may_print(one)), None)
    return picture.wording.answer(answer) if answer else ""


def printed(item: Item) -> bool:
    """Whether an item has a place of its own among the facts."""
    elsewhere = {OptionsFrom.SUGGESTIONS, OptionsFrom.EARLIER}
    made = item.options_from in elsewhere and item.type is not ItemType.GROUP
    own_place = item.link_id in UNPRINTED or made
    asked = item.quick is not Quick.ONLY and item.type is not ItemType.DISPLAY
    return asked and not kept_off(item) and not own_place


def kept_off(item: Item) -> bool:
    """Whether an item never stands among the facts.

    What somebody wrote for themselves alone may: only a copy of their own still holds it.
    """
    return item.private and not item.personal


def may_print(answer: Answer) -> bool:
    """Whether an answer says anything: what was skipped or kept back is printed nowhere."""
    return answer.value not in _UNSAID
