"""Valid files put together to one pack: who refers to what is checked, cards are written out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.content.cards import WRITTEN_OUT, expand
from pnet_prep.content.defined import LISTS, SOURCES, defined_in, files_like, rules_in, topics_of
from pnet_prep.content.files import PACK_FILE, bare, packs_in, part_of
from pnet_prep.content.fit import fit_item, fit_rule, fit_sources
from pnet_prep.content.index import Index, index_items, walk_nodes
from pnet_prep.content.nodes import Node, plain

if TYPE_CHECKING:
    from pnet_prep.content.report import Report

Pack = dict[str, Any]

NONE_OF_THESE = "choice.none_of_these"
"""The word that ends every list of symptoms."""

REQUIRED = (SOURCES, "words.yaml", *LISTS)
"""Files that a whole set has beside its topics."""

_ADDED = (PACK_FILE, SOURCES, *LISTS)


def assemble(nodes: dict[str, Node], reports: dict[str, Report]) -> tuple[Pack, Index]:
    """The pack as plain data and its ids; what does not fit together goes to ``reports``."""
    items, index = fitted(nodes, reports)
    return _plain(nodes, items), index


def fitted(
    nodes: dict[str, Node], reports: dict[str, Report]
) -> tuple[dict[str, list[Node]], Index]:
    """The items of every topic, and all ids; what does not fit together goes to ``reports``."""
    items = _items(nodes)
    index = _index(nodes, items, reports)
    for name, inside in items.items():
        report, topic = reports[name], nodes[name]
        _screens(topic, index, report)
        for node in walk_nodes(inside):
            fit_item(node, index, report)
        for one in rules_in(topic):
            fit_rule(one.node, index, report)
        if defaults := topic.get("defaults"):
            fit_sources(defaults, index, report)
    for name in files_like("preparation.yaml", nodes):
        for node in nodes[name].parts("steps"):
            fit_rule(node, index, reports[name])
    for file, (key, _kind) in LISTS.items():
        for name in files_like(file, nodes):
            for node in (*nodes[name].parts(key), nodes[name].get("defaults") or Node("", 1, 1)):
                fit_sources(node, index, reports[name])
    return items, index


def _items(nodes: dict[str, Node]) -> dict[str, list[Node]]:
    """The items of every topic, in the order of the interview."""
    words = nodes["words.yaml"].get("words") or nodes["words.yaml"]
    return {name: expand(nodes[name], words.text(NONE_OF_THESE)) for name in topics_of(nodes)}


def _index(
    nodes: dict[str, Node], items: dict[str, list[Node]], reports: dict[str, Report]
) -> Index:
    index = Index()
    for file in (*LISTS, SOURCES):
        for name in files_like(file, nodes):
            for one in defined_in(name, nodes[name]):
                index.define(one.kind, one.name, one.node, reports[name])
    for name, inside in items.items():
        index_items(index, inside, reports[name])
        for one in rules_in(nodes[name]):
            index.define(one.kind, one.name, one.node, reports[name])
    return index


def _screens(topic: Node, index: Index, report: Report) -> None:
    known = {screen.text("id") for screen in topic.parts("screens")}
    for symptom in topic.parts("symptoms"):
        if symptom.text("screen") not in known:
            text = f"no such screen; screens are {', '.join(sorted(known))}"
            report.at_key(symptom, "screen", "dead-id", text)
    if (name := topic.text("ask_to_print")) and name not in index.items:
        report.at_key(topic, "ask_to_print", "dead-id", f'"{name}" is not a known question')


def _plain(nodes: dict[str, Node], items: dict[str, list[Node]]) -> Pack:
    """Topics in order, each with the slug of its pack; the files of packs each by themselves."""
    pack: Pack = {name: plain(nodes[name]) for name in REQUIRED}
    packs = packs_in(nodes)
    slugs = {label: nodes[f"{label}/{PACK_FILE}"].text("pack") for label in packs}
    pack["topics"] = [
        {
            **_kept(nodes[name]),
            **({"pack": slugs[part_of(name)]} if part_of(name) else {}),
            "items": list(map(plain, inside)),
        }
        for name, inside in items.items()
    ]
    pack["added"] = [
        {
            bare(name): plain(node)
            for name, node in nodes.items()
            if part_of(name) == label and bare(name) in _ADDED
        }
        for label in packs
    ]
    return pack


def _kept(topic: Node) -> Pack:
    return {key: part for key, part in plain(topic).items() if key not in WRITTEN_OUT}
