"""Which file is what, and everything a file defines with an id of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.content.files import bare
from pnet_prep.content.index import walk_nodes
from pnet_prep.content.shapes import SHAPES
from pnet_prep.model.questionnaire import Recognise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pnet_prep.content.nodes import Node

TOPIC = "topic"

LISTS = {
    "glossary.yaml": ("terms", "term"),
    "preparation.yaml": ("steps", "step"),
    "places.yaml": ("places", "place"),
    "medicine_names.yaml": ("classes", "class"),
    "sign_words.yaml": ("classes", "sign"),
}
"""Files that are a list of one kind: its key and the kind."""

WORD_KINDS = {Recognise.MEDICINES: "class", Recognise.SIGNS: "sign"}
"""The kind of what is looked for in typed words."""

SOURCES = "sources.yaml"

_ITEMS = ("first", "screens", "items")
"""The keys of a topic under which items stand as they are written."""


class Defined(NamedTuple):
    """One definition: its kind and id, and the node of both."""

    kind: str
    name: str
    node: Node


def shape_of(name: str) -> str:
    """The shape of a file: that of its own name, or a topic."""
    return bare(name) if bare(name) in SHAPES else TOPIC


def files_like(shape: str, nodes: Mapping[str, Node]) -> list[str]:
    """The names of files of one shape, in order: those of packs come after the whole set's."""
    return [name for name in nodes if shape_of(name) == shape]


def topics_of(nodes: Mapping[str, Node]) -> list[str]:
    """The names of topic files in the order of the interview."""
    return sorted(files_like(TOPIC, nodes), key=lambda name: (place_of(nodes[name]), name))


def place_of(topic: Node) -> int:
    """Where a topic stands in the interview; one without a place comes last."""
    return int(topic.text("place") or "1000")


def defined_in(name: str, node: Node) -> Iterator[Defined]:
    """What one file defines, its items as they are written."""
    if shape_of(name) == SOURCES:
        for source, one in (node.get("sources") or node).inside.items():
            yield Defined("source", source, one)
    elif shape_of(name) in LISTS:
        key, kind = LISTS[shape_of(name)]
        yield from (Defined(kind, one.text("id"), one) for one in node.parts(key))
    elif shape_of(name) == TOPIC:
        yield from rules_in(node)
        for item in walk_nodes([part for key in _ITEMS for part in node.parts(key)]):
            yield Defined("item", item.text("id"), item)


def rules_in(topic: Node) -> Iterator[Defined]:
    """The doctor questions and red flags of a topic."""
    for key, kind in (("doctor_questions", "rule"), ("red_flags", "red_flag")):
        yield from (Defined(kind, one.text("id"), one) for one in topic.parts(key))
