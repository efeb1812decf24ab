"""What was left for later, as a short list of things to do: whom to ask still, and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.with_room import entry_name
from pnet_prep.engine.wording import lower_first
from pnet_prep.model.response import HELPERS, PATIENT
from pnet_prep.model.values import AskLater

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item


def still_to_ask(picture: Picture, viewer: str = "") -> tuple[str, ...]:
    """A line a person: "Still to ask Zoë: …". What is private is told to nobody but ``viewer``."""
    wanted: dict[str, dict[str, None]] = {}
    by_id = picture.content.questionnaire.by_id
    for note in picture.response.later:
        item = by_id.get(note.item)
        if item is None or not _is_asked(picture, item, note.entry):
            continue
        if isinstance(note.value, AskLater) and (not item.private or note.by == viewer):
            wanted.setdefault(note.value.whom, {})[about(picture, item, note.entry)] = None
    return tuple(_line(picture, whom, list(what)) for whom, what in wanted.items())


def about(picture: Picture, item: Item, entry: str) -> str:
    """What an item is about, with the list entry or symptom it belongs to named first."""
    questionnaire = picture.content.questionnaire
    group = questionnaire.by_id.get(questionnaire.group_of.get(item.link_id, ""))
    label = item.bare
    if group is None:
        return label
    name = entry_name(picture, group, entry) if group.repeats else group.text
    return f"{name}, {lower_first(label)}"


def _line(picture: Picture, whom: str, what: list[str]) -> str:
    wording = picture.wording
    said = wording.words["because.join"].join(what)
    if not whom:
        return wording.say("later.to_answer", what=said)
    person = wording.patient() if whom == PATIENT else wording.person(whom)
    return wording.say("later.to_ask", person=person, what=said)


def _is_asked(picture: Picture, item: Item, entry: str) -> bool:
    if picture.content.questionnaire.group_of.get(item.link_id) == HELPERS:
        return True
    group = picture.content.questionnaire.list_of(item.link_id)
    listed = not group or entry in picture.response.entries(group)
    return listed and (item.link_id, entry) in picture.views.active
