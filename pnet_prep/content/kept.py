"""Checked content as it is kept: plain data in which what is said more than once stands once.

A card asks the same of every symptom, and many questions rest on the same few conditions. So a pack
has a list of ``forms`` (all of an item but its id, its condition and the items inside it), and one
of ``conditions``, each after its parts. Items and rules have the places of their own there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pnet_prep.content.cards import WRITTEN_OUT

if TYPE_CHECKING:
    from collections.abc import Iterable

Plain = dict[str, Any]

_CONDITIONS = ("when", "quick_when")
_NOT_SHARED = WRITTEN_OUT | {"id", *_CONDITIONS, "items"}
_BOUNDS = frozenset({"at_least", "at_most"})


class Once:
    """A list in which equal things stand once."""

    def __init__(self) -> None:
        self.all: list[Any] = []
        self._places: dict[str, int] = {}

    def place(self, one: object) -> int:
        """The place of an equal one; the next place for what was not there."""
        found = self._places.setdefault(json.dumps(one), len(self.all))
        if found == len(self.all):
            self.all.append(one)
        return found


class Sharing:
    """Takes forms and conditions out of plain data.

    ``items`` are those of all topics: ``{item: symptom.diarrhea, is: yes}`` stands for the
    condition of that group.
    """

    def __init__(self, items: Iterable[Plain]) -> None:
        self.forms = Once()
        self.conditions = Once()
        self._gates = {
            item["id"]: item["when"] for item in items if item["type"] == "group" and "when" in item
        }

    def item(self, whole: Plain) -> Plain:
        """An item, and those inside it, with the place of its form."""
        form = {key: part for key, part in whole.items() if key not in _NOT_SHARED}
        inside = [self.item(child) for child in whole.get("items", ())]
        conditions = {key: whole[key] for key in _CONDITIONS if key in whole}
        made = {"id": whole["id"], "form": self.forms.place(form), **conditions}
        return self.entry({**made, "items": inside} if inside else made)

    def entry(self, holder: Plain) -> Plain:
        """What may have a condition, with the place of it."""
        conditions = {key: self._condition(holder[key]) for key in _CONDITIONS if key in holder}
        return {**holder, **conditions}

    def file(self, whole: Plain) -> Plain:
        """A file, with the conditions of all lists in it that are not about items."""
        return {
            key: list(map(self.entry, part)) if key in _HOLDERS else part
            for key, part in whole.items()
        }

    def _condition(self, plain: Plain) -> int:
        return self.conditions.place(self._row(plain))

    def _row(self, plain: Plain) -> list[Any]:
        """The kind of a condition, and its parts: those that are conditions by their places."""
        match plain:
            case {"item": item, "is": _} if item in self._gates:
                return self._row(self._gates[item])
            case {"item": item, **rest}:
                ((operator, said),) = rest.items()
                values, unit = (said, "") if isinstance(said, list) else ([said], "")
                if operator in _BOUNDS:
                    number, _, unit = said.partition(" ")
                    values = [number]
                return ["leaf", item, operator, values, unit]
            case {"all": parts} | {"any": parts}:
                return [*plain, list(map(self._condition, parts))]
            case {"not": part}:
                return ["not", self._condition(part)]
            case {"count": {"at_least": at_least, "of": parts}}:
                return ["count", int(at_least), list(map(self._condition, parts))]
            case {"some": {"in": group, "where": where}}:
                return ["some", group, self._condition(where)]
            case {"within": {"item": item, "months": months}}:
                return ["within", item, int(months)]
            case _:
                raise KeyError(*plain)


_HOLDERS = frozenset({"doctor_questions", "red_flags", "steps"})
