"""What the five slots of content texts are filled with."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.engine.symptoms import OWN_SYMPTOMS
from pnet_prep.engine.wording import lower_first

if TYPE_CHECKING:
    from pnet_prep.engine.conditions import Cause
    from pnet_prep.engine.views import Views
    from pnet_prep.engine.wording import Wording

CONDITIONS = "condition.list"
OTHER_CONDITIONS = "condition.other"
RELATIVES = "family"


class Slots:
    """Fills texts for one visit. What all texts share is worked out once, if a text has a slot."""

    def __init__(self, wording: Wording, views: Views) -> None:
        self._wording = wording
        self._views = views

    @cached_property
    def _shared(self) -> dict[str, str]:
        wording, views = self._wording, self._views
        return {
            "symptoms": wording.listed(symptoms(wording, views)),
            "conditions": wording.listed(_conditions(wording, views)),
            "name": wording.patient(),
        }

    def fill(self, text: str, causes: tuple[Cause, ...] = ()) -> str:
        """``text`` with its slots filled, ``{medicine}`` and ``{person}`` from the causes."""
        if "{" not in text:
            return text
        relatives = _entries(self._wording, [c for c in causes if c.group == RELATIVES])
        medicines = _entries(self._wording, [c for c in causes if c.group != RELATIVES])
        own = {
            "medicine": self._wording.listed(medicines),
            "person": self._wording.listed(relatives),
        }
        return fill(text, {**self._shared, **own})


def symptoms(wording: Wording, views: Views) -> list[str]:
    """The symptoms somebody told of, as noun phrases, in the order of the questionnaire."""
    found = []
    for link_id, item in wording.content.questionnaire.by_id.items():
        if item.repeats and link_id == OWN_SYMPTOMS:
            entries = wording.response.entries(link_id)
            found += [wording.entry_in_sentence(item, entry) for entry in entries]
        elif item.items and item.when and (link_id, "") in views.active:
            found.append(item.said or lower_first(item.text))
    return found


def _conditions(wording: Wording, views: Views) -> list[str]:
    by_id = wording.content.questionnaire.by_id
    listed, own = by_id.get(CONDITIONS), by_id.get(OTHER_CONDITIONS)
    ticked: dict[str, None] = {}
    for view in views.all:
        answer = view.at(CONDITIONS, "")
        if listed and answer and isinstance(answer.value, tuple):
            ticked.update((one, None) for one in answer.value if one not in listed.exclusive)
    found = [
        option.said or lower_first(option.text)
        for option in (listed.options if listed else ())
        if option.id in ticked
    ]
    entries = wording.response.entries(OTHER_CONDITIONS) if own else ()
    return found + [wording.entry(own, entry) for entry in entries if own]


def _entries(wording: Wording, causes: list[Cause]) -> list[str]:
    by_id = wording.content.questionnaire.by_id
    places = dict.fromkeys((c.group, c.answer.entry) for c in causes if c.group)
    return [wording.entry_in_sentence(by_id[group], entry) for group, entry in places]
