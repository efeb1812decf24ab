"""Whether everything that is referred to exists and fits: ids, options, units, lists, order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pnet_prep.content.defined import WORD_KINDS
from pnet_prep.content.validate import OPERATORS
from pnet_prep.model.questionnaire import ItemType, OptionsFrom, Recognise
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from pnet_prep.content.index import DefinedItem, Index
    from pnet_prep.content.nodes import Node
    from pnet_prep.content.report import Report

NON_ANSWERS = frozenset(member.value for member in NonAnswer)
_YES_NO = frozenset({"yes", "no"})


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands: inside which list, and before which item (``None``: anywhere)."""

    list_of: str = ""
    before: DefinedItem | None = None


def link_condition(node: Node, index: Index, report: Report, scope: Scope) -> None:
    """Check every leaf of a condition that has the right form already."""
    if not isinstance(node.value, dict):
        return
    for form in ("all", "any"):
        for part in node.parts(form):
            link_condition(part, index, report, scope)
    if inner := node.get("not"):
        link_condition(inner, index, report, scope)
    if count := node.get("count"):
        for part in count.parts("of"):
            link_condition(part, index, report, scope)
    if some := node.get("some"):
        _link_some(some, index, report, scope)
    if within := node.get("within"):
        item = _item(within, index, report, scope)
        if item and item.type is not ItemType.DATE:
            report.at(within, "operator", "within needs an item of type date")
    if "item" in node.value:
        _link_leaf(node, index, report, scope)


def _link_some(some: Node, index: Index, report: Report, scope: Scope) -> None:
    name = some.text("in")
    group = index.items.get(name)
    lists = [link_id for link_id, item in index.items.items() if item.repeats]
    if group is None or not group.repeats:
        hint = report.near(name, lists) or f"; lists are {', '.join(lists)}"
        report.at_key(some, "in", "dead-id", f'"{name}" is not a list{hint}')
    elif where := some.get("where"):
        link_condition(where, index, report, Scope(name, scope.before))


def _item(node: Node, index: Index, report: Report, scope: Scope) -> DefinedItem | None:
    name = node.text("item")
    item = index.items.get(name)
    if item is None:
        hint = report.near(name, index.items)
        report.at_key(node, "item", "dead-id", f'"{name}" is not a known question{hint}')
        return None
    if item.list_of != scope.list_of and not (scope.before and not item.list_of):
        text = (
            f'"{name}" belongs to the list {item.list_of}: ask about it inside some: in: that list'
            if item.list_of
            else f'"{name}" is not part of the list {scope.list_of}'
        )
        report.at_key(node, "item", "scope", text)
    if scope.before and item.place >= scope.before.place:
        text = f'"{name}" is asked later than this question, so it cannot open it'
        report.at_key(node, "item", "order", text)
    return item


def _link_leaf(node: Node, index: Index, report: Report, scope: Scope) -> None:
    item = _item(node, index, report, scope)
    operator = next((name for name in OPERATORS if node.get(name)), "")
    value = node.get(operator)
    if item is None or value is None or operator == "answered":
        return
    parts = value.value if isinstance(value.value, list) else [value]
    if operator in {"at_least", "at_most"}:
        for part in parts:
            _link_bound(part, item, report)
        return
    allowed = _allowed(item, operator, index)
    if allowed is None:
        text = f'"{operator}" does not fit a question of type {item.type.value}'
        report.at_key(node, operator, "operator", text)
        return
    for part in parts:
        if part.value not in allowed:
            hint = report.near(str(part.value), allowed)
            text = f'"{part.value}" is not an answer of {node.text("item")}{hint}'
            report.at(part, "dead-option", text)


def _allowed(item: DefinedItem, operator: str, index: Index) -> frozenset[str] | None:
    """The values that fit, or ``None`` where the operator does not fit the type."""
    extra = NON_ANSWERS if operator == "is" else frozenset()
    if operator == "has":
        if item.recognise is not Recognise.NOTHING:
            return frozenset(index.known(WORD_KINDS[item.recognise]))
        return item.options if item.type is ItemType.CHOICES else None
    match item.type:
        case ItemType.YES_NO_UNSURE:
            return _YES_NO | extra
        case ItemType.CHOICE | ItemType.OPEN_CHOICE:
            places = item.options_from is OptionsFrom.PLACES
            return (frozenset(index.known("place")) if places else item.options) | extra
        case ItemType.GROUP:
            return frozenset({"yes"}) if operator == "is" and not item.repeats else None
        case ItemType.DISPLAY:
            return None
        case _:
            return extra or None


def _link_bound(node: Node, item: DefinedItem, report: Report) -> None:
    _number, _, unit = str(node.value).partition(" ")
    match item.type:
        case ItemType.INTEGER | ItemType.SCALE_0_10:
            if unit:
                report.at(node, "unit", "this question has no unit: give the number alone")
        case ItemType.QUANTITY:
            if unit not in item.units:
                text = f"give the number with one of the units {', '.join(sorted(item.units))}"
                report.at(node, "unit", text)
        case _:
            text = f"a number does not fit a question of type {item.type.value}"
            report.at(node, "operator", text)
