"""Plain conditions to the model: one that stands in many places is made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Operator, Some, Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.model.conditions import Condition

Plain = dict[str, Any]

_BOUNDS = frozenset({"at_least", "at_most"})


class Conditions:
    """Makes the conditions of a pack. Equal ones are the same object.

    ``items`` are those of all topics: ``{item: symptom.diarrhea, is: yes}`` stands for the
    condition of that group.
    """

    def __init__(self, items: Iterable[Plain]) -> None:
        self._known: dict[str, Condition] = {}
        self._gates = {
            item["id"]: item["when"] for item in items if item["type"] == "group" and "when" in item
        }

    def of(self, holder: Plain, key: str = "when") -> Condition | None:
        """The condition of an item, a rule or a step, if it has one."""
        return self.made(holder[key]) if key in holder else None

    def made(self, plain: Plain) -> Condition:
        """The condition that is written so."""
        made = self._new(plain)
        return self._known.setdefault(repr(made), made)

    def _new(self, plain: Plain) -> Condition:
        match plain:
            case {"item": item, "is": _} if item in self._gates:
                return self.made(self._gates[item])
            case {"item": item, **rest}:
                ((operator, said),) = rest.items()
                values, unit = (said, "") if isinstance(said, list) else ([said], "")
                if operator in _BOUNDS:
                    number, _, unit = said.partition(" ")
                    values = [number]
                return Leaf(item, Operator(operator), tuple(values), unit)
            case {"all": parts}:
                return All(self._all(parts))
            case {"any": parts}:
                return AnyOf(self._all(parts))
            case {"not": part}:
                return Not(self.made(part))
            case {"count": {"at_least": at_least, "of": parts}}:
                return Count(int(at_least), self._all(parts))
            case {"some": {"in": group, "where": where}}:
                return Some(group, self.made(where))
            case {"within": {"item": item, "months": months}}:
                return Within(item, int(months))
            case _:
                raise KeyError(*plain)

    def _all(self, parts: list[Plain]) -> tuple[Condition, ...]:
        return tuple(map(self.made, parts))
