"""Conditions taken out of checked content: one that stands in many places is made once.

A pack has a list of ``conditions``, each after its parts. Items and rules have places in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pnet_prep.content.cards import WRITTEN_OUT

if TYPE_CHECKING:
    from collections.abc import Iterable

Plain = dict[str, Any]

_CONDITIONS = ("when", "quick_when")
_BOUNDS = frozenset({"at_least", "at_most"})


class Sharing:
    """Takes conditions out of plain data.

    ``items`` are those of all topics: ``{item: symptom.diarrhea, is: yes}`` stands for the
    condition of that group.
    """

    def __init__(self, items: Iterable[Plain]) -> None:
        self.conditions: list[list[Any]] = []
        self._places: dict[str, int] = {}
        self._gates = {
            item["id"]: item["when"] for item in items if item["type"] == "group" and "when" in item
        }

    def item(self, whole: Plain) -> Plain:
        """An item, and those inside it, with the places of their conditions."""
        made = self.entry({key: part for key, part in whole.items() if key not in WRITTEN_OUT})
        return {**made, "items": list(map(self.item, whole.get("items", ())))}

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
        row = self._row(plain)
        found = self._places.setdefault(json.dumps(row), len(self.conditions))
        if found == len(self.conditions):
            self.conditions.append(row)
        return found

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
