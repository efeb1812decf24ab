"""What a pack may add to a whole set of questions, and what it may not touch.

A pack comes from a clinic or a patient group, or from anybody. It never changes what is asked or
said without it: every id it brings begins with its own name, and what the program itself says, the
numbers to call and "call now" stay with the whole set.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.content.defined import SOURCES, defined_in, place_of, shape_of, topics_of
from pnet_prep.content.files import PACK_FILE, bare, packs_in, part_of
from pnet_prep.content.index import walk_nodes
from pnet_prep.engine.text import show
from pnet_prep.model.questionnaire import OptionsFrom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.defined import Defined
    from pnet_prep.content.nodes import Node
    from pnet_prep.content.report import Report

MOST = 200
"""Entries of one kind, and items, in a pack: nobody can be asked more."""

SHORT = 60
"""Letters of what is printed beside every question of a pack: its title and publisher."""

_SLUG = re.compile(r"[a-z][a-z0-9_]{1,23}\Z")
_RESERVED = frozenset({"own", "symptom"})
"""First parts of ids that the program makes itself."""

_ADDRESS = re.compile(r"(?:https?://[!-~]{4,200}|[!-?A-~]{1,64}@[!-?A-~]{4,120})\Z")
_FILES = {"words.yaml", "places.yaml"}
_TOPIC_KEYS = ("first", "screens", "card", "card_end", "symptoms", "ask_to_print", "asked_by")
_ITEM_KEYS = ("options_from", "card")
_SHEET = {"visit", "reason", "column", "effect"}


def check_added(nodes: dict[str, Node], reports: dict[str, Report]) -> None:
    """Check every pack among the files; each problem is told at its place in the pack."""
    packs = packs_in(nodes)
    if not packs:
        return
    own = {name: node for name, node in nodes.items() if not part_of(name)}
    shipped = [one for name, node in own.items() for one in defined_in(name, node)]
    taken = {*_RESERVED, *(one.name.partition(".")[0] for one in shipped)}
    taken.update(node.text("section") for node in own.values())
    lowest, highest = _room(own)
    explained = {word for one in shipped if one.kind == "term" for word in _words(one.node)}
    for label in packs:
        files = {name: node for name, node in nodes.items() if part_of(name) == label}
        slug = _head(files[f"{label}/{PACK_FILE}"], reports[f"{label}/{PACK_FILE}"], taken)
        counts: dict[str, int] = {}
        for name, node in files.items():
            report = reports[name]
            _count(name, node, counts, report)
            _file(name, node, slug, report)
            _visible(node, report)
            for one in defined_in(name, node):
                _own_id(one, slug, report)
                if one.kind == "term":
                    _new_term(one.node, explained, report)
            if shape_of(name) == "topic":
                _topic(node, slug, report)
                _place(node, lowest, highest, report)


def _head(pack: Node, report: Report, taken: set[str]) -> str:
    """Check ``pack.yaml``; the slug, which no other pack may have from here on."""
    slug = pack.text("pack")
    if not _SLUG.match(slug):
        text = "this has 2 to 24 small letters, digits and _, and begins with a letter"
        report.at_key(pack, "pack", "id", text)
    elif slug in taken:
        report.at_key(pack, "pack", "duplicate-id", f'"{slug}" is taken: choose another name')
    taken.add(slug)
    for key in ("title", "publisher", "for", "contact"):
        most = SHORT if key in {"title", "publisher"} else 2 * SHORT
        if len(pack.text(key)) > most:
            report.at_key(pack, key, "too-long", f"this has {most} letters at most")
    if not _ADDRESS.match(pack.text("contact")):
        report.at_key(pack, "contact", "link", "this has to be a web or e-mail address")
    return slug


def _room(own: dict[str, Node]) -> tuple[int, int]:
    """Between which places a pack may ask: after the urgent signs, before the top three."""
    topics = [own[name] for name in topics_of(own) if not own[name].text("asked_by")]
    flags = [place_of(topic) for topic in topics if topic.parts("red_flags")]
    ends = [
        place_of(topic)
        for topic in topics
        for item in walk_nodes(topic.parts("items"))
        if item.text("options_from") == OptionsFrom.SUGGESTIONS.value
    ]
    return max(flags, default=0), min(ends, default=1000)


def _file(name: str, node: Node, slug: str, report: Report) -> None:
    if bare(name) in _FILES:
        report.at(node, "not-allowed", f"a pack cannot bring {bare(name)}: take the file out")
    _without(node, "not_after", report)
    if shape_of(name) == SOURCES:
        for one in defined_in(name, node):
            if not _ADDRESS.match(one.node.text("url")):
                report.at_key(one.node, "url", "link", "this has to be a web address")
    if (section := node.text("section")) and not section.startswith(f"{slug}."):
        report.at_key(node, "section", "prefix", _prefix(section, slug))


def _count(name: str, node: Node, counts: dict[str, int], report: Report) -> None:
    for one in defined_in(name, node):
        counts[one.kind] = counts.get(one.kind, 0) + 1
        if counts[one.kind] == MOST + 1:
            report.at(one.node, "too-many", f"a pack has {MOST} of a kind at most")


def _visible(node: Node, report: Report) -> None:
    """Nothing unseen stands in a text, such as a sign that turns the line around."""
    for part in _scalars(node):
        if show(str(part.value)) != part.value:
            text = "a letter here cannot be seen, or turns the line around: type the text anew"
            report.at(part, "character", text)


def _scalars(node: Node) -> Iterator[Node]:
    match node.value:
        case str():
            yield node
        case list():
            for part in node.value:
                yield from _scalars(part)
        case dict():
            for part in node.value.values():
                yield from _scalars(part)


def _own_id(one: Defined, slug: str, report: Report) -> None:
    if not one.name.startswith(f"{slug}."):
        report.at_key(one.node, "id", "prefix", _prefix(one.name, slug))
    if (fold := one.node.text("fold")) and not fold.startswith(f"{slug}."):
        report.at_key(one.node, "fold", "prefix", _prefix(fold, slug))


def _prefix(name: str, slug: str) -> str:
    return f'"{name}" has to begin with "{slug}.": a pack adds, and changes nothing that is there'


def _topic(topic: Node, slug: str, report: Report) -> None:
    for key in _TOPIC_KEYS:
        _without(topic, key, report)
    for item in walk_nodes(topic.parts("items")):
        for key in _ITEM_KEYS:
            _without(item, key, report)
        if item.text("sheet") in _SHEET:
            text = f'a pack has no place in "{item.text("sheet")}" of page 1'
            report.at_key(item, "sheet", "not-allowed", text)
        if item.text("type") == "group" and item.text("repeats") != "yes" and item.get("when"):
            text = "a group with a condition is a symptom: give it to each question inside instead"
            report.at_key(item, "when", "not-allowed", text)
    for flag in topic.parts("red_flags"):
        if flag.text("level") != "today":
            text = "a pack may say today, not now: what needs help now is asked without it"
            report.at_key(flag, "level", "not-allowed", text)
    if topic.parts("items") and not topic.text("section"):
        text = f'"section" is missing here: the part that asks this, such as {slug}.signs'
        report.at(topic, "missing-key", text)
    if topic.parts("items") and not topic.text("title"):
        report.at(topic, "missing-key", '"title" is missing here: the name of the part')


def _place(topic: Node, lowest: int, highest: int, report: Report) -> None:
    if topic.parts("items") and not lowest < place_of(topic) < highest:
        text = f'"place" has to lie between {lowest} and {highest}: after urgent signs'
        report.at_key(topic, "place", "order", text)


def _without(node: Node, key: str, report: Report) -> None:
    if node.get(key):
        report.at_key(node, key, "not-allowed", f'a pack cannot use "{key}"')


def _new_term(term: Node, explained: set[str], report: Report) -> None:
    for word in sorted(_words(term) & explained):
        report.at_key(term, "term", "duplicate-id", f'the glossary explains "{word}" already')


def _words(term: Node) -> set[str]:
    forms = [str(form.value) for form in term.parts("forms")]
    return {word.casefold() for word in (term.text("term"), *forms)}
