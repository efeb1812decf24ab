"""What was said, in words for paper, with names where views differ.

Private answers and answers behind a closed gate are never printed; nor is what was skipped or what
a person would rather not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.dropped import DROPPED
from pnet_prep.engine.voices import at_first, voices
from pnet_prep.model.questionnaire import ItemType, OptionsFrom, Quick
from pnet_prep.model.response import ANSWERING, HELPERS
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer, Place

_DAY = "visit.date"

UNPRINTED = frozenset({"wish.question", "wish.top", DROPPED, HELPERS, ANSWERING})
"""What stands elsewhere on paper, or is off it: questions, and who filled it in."""

_MADE_OF = (OptionsFrom.SUGGESTIONS, OptionsFrom.EARLIER)
"""What the options of a question are made of whose answers stand elsewhere on paper."""

_UNSAID = frozenset({NonAnswer.SKIPPED, NonAnswer.DECLINED, *ListMark})


def values(picture: Picture, place: Place) -> tuple[str, ...]:
    """Everybody's answer at a place in words, with names where they are needed."""
    item = picture.content.questionnaire.by_id.get(place[0])
    said = _said(picture, item, place) if item else []
    return voices(picture, item, said) if item and said else ()


def values_at_first(picture: Picture, place: Place) -> tuple[str, ...]:
    """What people said there before they agreed, as one line; empty where they never differed."""
    item = picture.content.questionnaire.by_id.get(place[0])
    return at_first(picture, _said(picture, item, place)) if item else ()


def first_answer(picture: Picture, place: Place) -> Answer | None:
    """One answer at a place: the patient's own, or else the joint one, or another's."""
    item = picture.content.questionnaire.by_id.get(place[0])
    if item is None or kept_off(item) or place not in picture.views.active:
        return None
    held = (view.at(*place) for view in picture.views.all)
    return next((one for one in held if one and may_print(one)), None)


def first_words(picture: Picture, place: Place) -> str:
    """The words of `first_answer`; empty without one."""
    answer = first_answer(picture, place)
    return picture.wording.answer(answer) if answer else ""


def first_value(picture: Picture, place: Place) -> str:
    """The same where something is known: "not sure" by itself does not say of what."""
    answer = first_answer(picture, place)
    return picture.wording.answer(answer) if answer and answer.real else ""


def day_of_visit(picture: Picture) -> str:
    """The day of the visit as `first_answer` has it (EDTF); empty where it is not sure."""
    answer = first_answer(picture, (_DAY, ""))
    said = answer.value if answer else None
    return (said.edtf or "") if isinstance(said, DateSaid) else ""


def one_or_both(picture: Picture, place: Place) -> str:
    """One known value where a line has room for one; where views differ, each with its name."""
    said = values(picture, place)
    return "; ".join(said) if len(said) > 1 else first_value(picture, place)


def _said(picture: Picture, item: Item, place: Place) -> list[Answer]:
    if kept_off(item) or place not in picture.views.active:
        return []
    return [answer for answer in picture.response.at(*place) if may_print(answer)]


def printed(item: Item) -> bool:
    """Whether an item has a place of its own among the facts."""
    made = item.options_from in _MADE_OF and item.type is not ItemType.GROUP
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
