"""Every id that ``questions/`` defines, and where: what references are checked against."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from pnet_prep.model.questionnaire import ItemType, OptionsFrom, Recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.content.nodes import Node
    from pnet_prep.content.report import Report

T = TypeVar("T", bound=Enum)


@dataclass(frozen=True, slots=True)
class DefinedItem:
    """What a reference needs to know of an item. ``place`` counts in the order of asking."""

    type: ItemType
    options: frozenset[str]
    options_from: OptionsFrom
    units: frozenset[str]
    recognise: Recognise
    repeats: bool
    list_of: str
    place: int
    file: str
    node: Node


@dataclass
class Index:
    """All definitions, by kind and id."""

    items: dict[str, DefinedItem] = field(default_factory=dict)
    ids: dict[str, dict[str, tuple[str, Node]]] = field(default_factory=dict)

    def define(self, kind: str, name: str, node: Node, report: Report) -> None:
        """Note an id of some kind; a second one of the same name is a problem."""
        known = self.ids.setdefault(kind, {})
        if name in known:
            file, first = known[name]
            text = f'"{name}" is already used in {file}, line {first.line}'
            report.at_key(node, "id", "duplicate-id", text)
        elif name:
            known[name] = (report.file, node)

    def known(self, kind: str) -> Iterable[str]:
        """The ids of one kind."""
        return self.ids.get(kind, {})


def index_items(index: Index, items: Iterable[Node], report: Report, list_of: str = "") -> None:
    """Add items, and those inside them, in the order they are asked."""
    for node in items:
        name = node.text("id")
        index.define("item", name, node, report)
        repeats = node.text("repeats") == "yes"
        index.items.setdefault(
            name,
            DefinedItem(
                type=_member(ItemType, node.text("type"), ItemType.DISPLAY),
                options=frozenset(option_nodes(node)),
                options_from=_member(OptionsFrom, node.text("options_from"), OptionsFrom.HERE),
                units=frozenset(str(unit.value) for unit in node.parts("units")),
                recognise=_member(Recognise, node.text("recognise"), Recognise.NOTHING),
                repeats=repeats,
                list_of=list_of,
                place=len(index.items),
                file=report.file,
                node=node,
            ),
        )
        index_items(index, node.parts("items"), report, name if repeats else list_of)


def option_nodes(item: Node) -> dict[str, Node]:
    """The options of an item, by id."""
    found = item.get("options")
    return found.inside if found else {}


def walk_nodes(items: Iterable[Node]) -> Iterator[Node]:
    """Every item node and those inside it."""
    for node in items:
        yield node
        yield from walk_nodes(node.parts("items"))


def _member(kind: type[T], value: str, other: T) -> T:
    """What an enum calls so; another member where it knows no such value."""
    try:
        return kind(value)
    except ValueError:
        return other
