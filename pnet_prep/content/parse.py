"""All files of a content folder to one checked pack, with every problem at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pnet_prep.content.cards import WRITTEN_OUT, expand
from pnet_prep.content.fit import fit_item, fit_rule, fit_sources
from pnet_prep.content.index import Index, index_items, walk_nodes
from pnet_prep.content.nodes import Node, plain, read
from pnet_prep.content.report import Report
from pnet_prep.content.shapes import SHAPES
from pnet_prep.content.validate import validate

if TYPE_CHECKING:
    from pnet_prep.errors import Problem

Pack = dict[str, Any]

NONE_OF_THESE = "choice.none_of_these"
"""The word that ends every list of symptoms."""

_LISTS = {
    "glossary.yaml": ("terms", "term"),
    "preparation.yaml": ("steps", "step"),
    "places.yaml": ("places", "place"),
    "medicine_names.yaml": ("classes", "class"),
}
_REQUIRED = ("sources.yaml", "words.yaml", *_LISTS)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A pack as plain data, all problems in order of file and line, and where everything stands.

    ``nodes`` are the files by name. The pack is whole only when no problem is a fault.
    """

    pack: Pack
    problems: tuple[Problem, ...]
    nodes: dict[str, Node]
    index: Index


def parse(files: dict[str, bytes]) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack as plain data, and all problems in order of file and line.

    The pack is whole only when no problem is a fault.
    """
    parsed = parse_with_places(files)
    return parsed.pack, parsed.problems


def parse_with_places(files: dict[str, bytes]) -> Parsed:
    """The same, with the files' nodes and the place of every definition, for further checks."""
    reports = {name: Report(name) for name in (*files, *_REQUIRED) if name.endswith(".yaml")}
    nodes: dict[str, Node] = {}
    for name, report in reports.items():
        if name not in files:
            report.at(Node("", 1, 1), "missing", "this file is missing: every pack needs it")
            continue
        node, problems = read(files[name], name)
        report.problems.extend(problems)
        if node is not None:
            validate(node, name if name in SHAPES else "topic", report)
            nodes[name] = node
    if not any(report.problems for report in reports.values()):
        pack, index = _link(nodes, reports)
        return Parsed(pack, _sorted(reports), nodes, index)
    return Parsed({}, _sorted(reports), nodes, Index())


def _sorted(reports: dict[str, Report]) -> tuple[Problem, ...]:
    return tuple(sorted(p for report in reports.values() for p in report.problems))


def _link(nodes: dict[str, Node], reports: dict[str, Report]) -> tuple[Pack, Index]:
    """Check what refers to what, and put the pack together."""
    words = nodes["words.yaml"].get("words") or nodes["words.yaml"]
    topics = sorted(
        (name for name in nodes if name not in SHAPES), key=lambda n: (_place(nodes[n]), n)
    )
    items = {name: expand(nodes[name], words.text(NONE_OF_THESE)) for name in topics}
    index = _index(nodes, topics, items, reports)
    for name in topics:
        report, topic = reports[name], nodes[name]
        _screens(topic, index, report)
        for node in walk_nodes(items[name]):
            fit_item(node, index, report)
        for node in (*topic.parts("doctor_questions"), *topic.parts("red_flags")):
            fit_rule(node, index, report)
        if defaults := topic.get("defaults"):
            fit_sources(defaults, index, report)
    for node in nodes["preparation.yaml"].parts("steps"):
        fit_rule(node, index, reports["preparation.yaml"])
    for name, (key, _kind) in _LISTS.items():
        for node in (*nodes[name].parts(key), nodes[name].get("defaults") or Node("", 1, 1)):
            fit_sources(node, index, reports[name])
    pack: Pack = {name: plain(nodes[name]) for name in _REQUIRED}
    pack["topics"] = [
        {
            **{key: part for key, part in plain(nodes[name]).items() if key not in WRITTEN_OUT},
            "items": [plain(item) for item in items[name]],
        }
        for name in topics
    ]
    return pack, index


def _place(topic: Node) -> int:
    return int(topic.text("place") or "1000")


def _index(
    nodes: dict[str, Node],
    topics: list[str],
    items: dict[str, list[Node]],
    reports: dict[str, Report],
) -> Index:
    index = Index()
    for name, (key, kind) in _LISTS.items():
        for node in nodes[name].parts(key):
            index.define(kind, node.text("id"), node, reports[name])
    sources = nodes["sources.yaml"].get("sources")
    for name, node in (
        sources.value if sources and isinstance(sources.value, dict) else {}
    ).items():
        index.define("source", name, node, reports["sources.yaml"])
    for name in topics:
        index_items(index, items[name], reports[name])
        for key, kind in (("doctor_questions", "rule"), ("red_flags", "red_flag")):
            for node in nodes[name].parts(key):
                index.define(kind, node.text("id"), node, reports[name])
    return index


def _screens(topic: Node, index: Index, report: Report) -> None:
    known = {screen.text("id") for screen in topic.parts("screens")}
    for symptom in topic.parts("symptoms"):
        if symptom.text("screen") not in known:
            text = f"no such screen; screens are {', '.join(sorted(known))}"
            report.at_key(symptom, "screen", "dead-id", text)
    if (name := topic.text("ask_to_print")) and name not in index.items:
        report.at_key(topic, "ask_to_print", "dead-id", f'"{name}" is not a known question')
