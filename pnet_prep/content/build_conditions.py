"""Plain conditions to the model, with "has this symptom" written out as what was ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Operator, Some, Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.model.conditions import Condition

_OPERATORS = {operator.value: operator for operator in Operator}
_ITEM = {"item"}
_BOUNDS = {Operator.AT_LEAST, Operator.AT_MOST}


class Conditions:
    """Builds conditions. ``{item: symptom.diarrhea, is: yes}`` means the gate of that group."""

    def __init__(self, items: Iterable[dict[str, Any]]) -> None:
        self._gates = {
            item["id"]: item["when"] for item in items if item["type"] == "group" and "when" in item
        }

    def of(self, holder: dict[str, Any]) -> Condition | None:
        """The condition under ``when``, if there is one."""
        return self.build(holder["when"]) if "when" in holder else None

    def build(self, plain: dict[str, Any]) -> Condition:
        """One condition."""
        if "item" in plain:
            return self._leaf(plain)
        if "all" in plain:
            return All(tuple(map(self.build, plain["all"])))
        if "any" in plain:
            return AnyOf(tuple(map(self.build, plain["any"])))
        match plain:
            case {"not": part}:
                return Not(self.build(part))
            case {"count": {"at_least": at_least, "of": parts}}:
                return Count(int(at_least), tuple(map(self.build, parts)))
            case {"some": {"in": group, "where": where}}:
                return Some(group, self.build(where))
            case {"within": {"item": item, "months": months}}:
                return Within(item, int(months))
            case _:
                raise KeyError(*plain)

    def _leaf(self, plain: dict[str, Any]) -> Condition:
        item = plain["item"]
        (name,) = plain.keys() - _ITEM
        operator, values = _OPERATORS[name], plain[name]
        if item in self._gates and operator is Operator.IS:
            return self.build(self._gates[item])
        if operator in _BOUNDS:
            number, _, unit = values.partition(" ")
            return Leaf(item, operator, (number,), unit)
        return Leaf(item, operator, tuple(values) if isinstance(values, list) else (values,))
