"""The symptom card, written once, spread over every symptom: nodes in, nodes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pnet_prep.content.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Iterable

WRITTEN_OUT = frozenset({"first", "screens", "card", "card_end", "symptoms"})
"""The keys of a topic whose meaning ``expand`` writes out as items."""

NONE = "none"
"""The option every list of symptoms ends with; it excludes all others."""


def expand(topic: Node, none_text: str) -> list[Node]:
    """The items of a topic file, with lists of symptoms and cards written out.

    ``none_text`` is the wording of the option that means "none of these".
    """
    card, end = topic.parts("card"), topic.parts("card_end")
    items = [*topic.parts("first")]
    for screen in topic.parts("screens"):
        mine = [s for s in topic.parts("symptoms") if s.text("screen") == screen.text("id")]
        items.append(_screen(screen, mine, none_text))
    items.extend(_group(symptom, card, end) for symptom in topic.parts("symptoms"))
    items.extend(
        _own(item, [*card, *end]) if item.text("card") == "yes" else item
        for item in topic.parts("items")
    )
    return items


def _screen(screen: Node, symptoms: list[Node], none_text: str) -> Node:
    options = {
        s.text("id"): _mapping(s, {k: v for k in ("text", "said", "covers") if (v := s.get(k))})
        for s in symptoms
    }
    options[NONE] = _text(screen, none_text)
    made = {
        "type": _text(screen, "choices"),
        "options": _mapping(screen, options),
        "exclusive": Node([_text(screen, NONE)], screen.line, screen.column),
    }
    return _mapping(screen, {**screen.inside, **made})


def _group(symptom: Node, card: list[Node], end: list[Node]) -> Node:
    own_id = f"symptom.{symptom.text('id')}"
    gate = {"item": symptom.get("screen") or symptom, "has": symptom.get("id") or symptom}
    made = {
        "id": _text(symptom, own_id),
        "type": _text(symptom, "group"),
        "when": _mapping(symptom, gate),
        "items": _list(symptom, _prefixed(own_id, [*card, *symptom.parts("items"), *end])),
    }
    kept = {k: v for k, v in symptom.inside.items() if k not in {"screen", "items"}}
    return _mapping(symptom, {**kept, **made})


def _own(group: Node, card: list[Node]) -> Node:
    kept = {key: value for key, value in group.inside.items() if key != "card"}
    inside = [*group.parts("items"), *_prefixed(group.text("id"), card)]
    return _mapping(group, {**kept, "items": _list(group, inside)})


def _prefixed(prefix: str, items: Iterable[Node]) -> list[Node]:
    names = {item.text("id") for item in items}
    return [_absolute(item, prefix, names) for item in items]


def _absolute(node: Node, prefix: str, names: set[str]) -> Node:
    """The node with relative ids, and references to them, made whole."""
    if isinstance(node.value, list):
        return replace(node, value=[_absolute(part, prefix, names) for part in node.value])
    if not isinstance(node.value, dict):
        return node
    inside = {}
    for key, part in node.value.items():
        if key in {"id", "item"} and part.value in names:
            inside[key] = _text(part, f"{prefix}.{part.value}")
        else:
            inside[key] = part if key == "options" else _absolute(part, prefix, names)
    return replace(node, value=inside)


def _text(at: Node, text: str) -> Node:
    return Node(text, at.line, at.column)


def _list(at: Node, parts: list[Node]) -> Node:
    return Node(parts, at.line, at.column)


def _mapping(at: Node, inside: dict[str, Node]) -> Node:
    return Node(inside, at.line, at.column, at.keys)
