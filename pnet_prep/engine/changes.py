"""What changed since the visit before, or lately, in words for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.again import CHANGED, OVER, SAME, has_stopped, said_before
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer

_LOOKED_AT = (SAME, CHANGED, *OVER)


def mark(picture: Picture, group: Item, entry: str) -> str:
    """What is to be said of a list entry or a symptom: new, changed, stopped, or not looked at."""
    wording, said = picture.wording, _still(picture, group, entry)
    if said is None:
        return wording.words["change.new"] if _new(picture, group, entry) else ""
    if said.value in OVER:
        return wording.words["change.stopped"]
    if said.value == CHANGED:
        return wording.words["change.changed"]
    if said.value == SAME:
        return ""
    unsure = "not_sure" if said.value is NonAnswer.NOT_SURE else "not_looked_at"
    day = last_checked(picture, group, entry)
    checked = wording.say("change.checked", day=wording.day(day)) if day else ""
    return wording.words["sheet.comma"].join(
        filter(None, (wording.words[f"change.{unsure}"], checked))
    )


def has_changed(picture: Picture, group: Item, entry: str) -> bool:
    """Whether a list entry is new, changed, stopped or in doubt, since the last visit or lately."""
    if not any(item.again for item in group.items):
        return False
    said = _still(picture, group, entry)
    if said is None:
        return _new(picture, group, entry) or _lately(picture, group, entry)
    return said.value in (CHANGED, *OVER, NonAnswer.NOT_SURE)


def last_checked(picture: Picture, group: Item, entry: str) -> str:
    """The day (ISO 8601) on which somebody last said how an entry is; empty where nobody knows."""
    said = _still(picture, group, entry)
    if said is None:
        named = picture.response.at(group.items[0].link_id, entry)[-1:]
        return "".join(answer.on for answer in named)
    if said.value in _LOOKED_AT:
        return said.on
    return last_checked(picture.earlier, group, entry) if picture.earlier else ""


def checked_again(picture: Picture, group: Item) -> bool:
    """Whether the days on which its entries were last looked at are worth printing."""
    return picture.earlier is not None and any(item.again for item in group.items)


def counted(picture: Picture, label: str, groups: Iterable[Item]) -> str:
    """The name of a panel with how many entries its lists have, and what changed of them.

    Only lists that later visits ask about again are counted. What is not new or looked over since
    an earlier visit may itself say that it changed lately.
    """
    places = [
        (group, entry)
        for group in groups
        if group.repeats and any(item.again for item in group.items)
        for entry in picture.response.entries(group.link_id)
    ]
    if not places:
        return label
    new = [place for place in places if _new(picture, *place)]
    changed = [place for place in places if _said_of(picture, *place) == CHANGED]
    over = sum(has_stopped(*place, picture.response) for place in places)
    rest = (one for one in places if one not in new and _still(picture, *one) is None)
    counts = {
        "new": len(new),
        "changed": len(changed),
        "stopped": over,
        "lately": sum(_lately(picture, *place) for place in rest),
    }
    said = [
        picture.wording.say(f"change.count_{name}", count=str(count))
        for name, count in counts.items()
        if count
    ]
    parts = [str(len(places) - over), *said]
    return picture.wording.say(
        "change.counted", label=label, counts=picture.wording.words["again.join"].join(parts)
    )


def _said_of(picture: Picture, group: Item, entry: str) -> object:
    said = _still(picture, group, entry)
    return said.value if said else None


def _lately(picture: Picture, group: Item, entry: str) -> bool:
    """Whether something out of the ordinary was said where one option is the usual one."""
    return any(
        answer.real and answer.value not in {option.id for option in item.options if option.usual}
        for item in group.items
        if any(option.usual for option in item.options)
        for answer in picture.response.at(item.link_id, entry)
    )


def compared(picture: Picture, item: Item, entry: str, shown: str) -> str:
    """A number of 0 to 10 beside that of the visit before, only where one person gave both."""
    if picture.earlier is None or item.type is not ItemType.SCALE_0_10 or not shown:
        return shown
    place = item.link_id, entry
    now = next((found for view in picture.views.all if (found := view.at(*place))), None)
    then = said_before(picture.earlier, place, now.by) if now else None
    if now is None or then is None or now.by != then.by or _renamed(picture, now.by):
        return shown
    if not isinstance(now.value, int) or not isinstance(then.value, int):
        return shown
    if now.value == then.value:
        return shown
    word = "change.worse" if now.value > then.value else "change.better"
    return picture.wording.say(word, now=shown, then=str(then.value))


def _renamed(picture: Picture, by: str) -> bool:
    """Whether somebody else helps now than at the visit before."""
    if picture.earlier is None or by in {PATIENT, BOTH}:
        return False
    return picture.wording.person(by) != picture.earlier.wording.person(by)


def _new(picture: Picture, group: Item, entry: str) -> bool:
    """Whether the visit before was asked about such things, and this was not among them."""
    earlier = picture.earlier
    if earlier is None or _still(picture, group, entry) is not None:
        return False
    if group.link_id not in picture.content.questionnaire.again_of:
        return False
    if group.repeats:
        asked = earlier.response.at(group.link_id) or earlier.response.entries(group.link_id)
        return bool(asked) and entry not in earlier.response.entries(group.link_id)
    gates = (
        item for item, groups in picture.ready.groups_of.items() if group.link_id in groups.values()
    )
    asked = tuple(answer for gate in gates for answer in earlier.response.at(gate))
    return any(answer.real for answer in asked) and (group.link_id, "") not in earlier.views.active


def _still(picture: Picture, group: Item, entry: str) -> Answer | None:
    again = picture.content.questionnaire.again_of.get(group.link_id, "")
    item = picture.content.questionnaire.by_id.get(again)
    if item is None or item.about:
        return None
    said = picture.response.at(again, entry)
    return said[-1] if said else None
