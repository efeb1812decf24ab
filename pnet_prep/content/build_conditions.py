"""Conditions as they are kept to the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Operator, Some, Within

if TYPE_CHECKING:
    from collections.abc import Callable

    from pnet_prep.model.conditions import Condition

_OPERATORS = {operator.value: operator for operator in Operator}


def build_conditions(rows: list[list[Any]]) -> list[Condition]:
    """All conditions of a pack, each after its parts. Equal ones are the same object."""
    built: list[Condition] = []

    def parts(places: list[int]) -> tuple[Condition, ...]:
        return tuple([built[place] for place in places])

    def leaf(item: str, operator: str, values: list[str], unit: str) -> Condition:
        return Leaf(item, _OPERATORS[operator], tuple(values), unit)

    kinds: dict[str, Callable[..., Condition]] = {
        "leaf": leaf,
        "within": Within,
        "all": lambda places: All(parts(places)),
        "any": lambda places: AnyOf(parts(places)),
        "not": lambda place: Not(built[place]),
        "count": lambda at_least, places: Count(at_least, parts(places)),
        "some": lambda group, place: Some(group, built[place]),
    }
    for kind, *row in rows:
        built.append(kinds[kind](*row))
    return built
