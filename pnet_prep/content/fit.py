"""Whether each definition is whole in itself: items, rules, flags, steps; sources, slots, order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.content.links import NON_ANSWERS, Scope, link_condition
from pnet_prep.engine.again import CHANGED, DROPPED, SAME, STOPPED
from pnet_prep.engine.names import NameList
from pnet_prep.model.questionnaire import ItemType, OptionsFrom, Quick, Recognise

if TYPE_CHECKING:
    from pnet_prep.content.index import DefinedItem, Index
    from pnet_prep.content.nodes import Node
    from pnet_prep.content.report import Report

SLOTS = frozenset({"symptoms", "conditions", "medicine", "person", "name"})
"""What a text for patients may have filled in."""

ALOUD_SLOTS = frozenset({"about", "said"})
"""What a clause that is said aloud may have filled in: the symptom, and the answer."""

_SLOT = re.compile(r"\{([^{}]*)\}")
_TEXTS = ("text", "text_about", "help", "ask", "ask_about", "why", "because", "do", "said", "more")
_TYPED = {ItemType.TEXT, ItemType.LONG_TEXT}
STILL = frozenset({SAME, STOPPED})
"""Options of every question that asks whether what an earlier visit said still holds."""

MORE_OF_STILL = frozenset({CHANGED, DROPPED})
"""Options that such a question may have besides."""

_CHOOSING = {ItemType.CHOICE, ItemType.CHOICES, ItemType.OPEN_CHOICE}


def fit_item(node: Node, index: Index, report: Report) -> None:
    """Check one item: what its type needs, its gate, its slots."""
    item = index.items[node.text("id")]
    if item.node is not node:
        return  # A second use of its id is a fault already: what it names is the first one.
    _fit_type(node, item, report)
    if item.repeats and item.type is not ItemType.GROUP:
        report.at_key(node, "repeats", "type", "only a group can repeat")
    if item.repeats and item.list_of:
        report.at_key(node, "repeats", "type", "a list cannot stand inside a list")
    if "." not in node.text("id") and item.type is not ItemType.GROUP:
        report.at_key(node, "id", "id", 'the id of a question has two parts, such as "visit.date"')
    _fit_again(node, item, index, report)
    _fit_suggest(node, item, index, report)
    for part in node.parts("exclusive"):
        if part.value not in item.options:
            report.at(part, "dead-option", f'"{part.value}" is not an option of this question')
    for name in item.options & NON_ANSWERS:
        report.at_key(node, "options", "reserved", f'"{name}" is offered by the program itself')
    for key in ("when", "quick_when"):
        if gate := node.get(key):
            link_condition(gate, index, report, Scope(item.list_of, item))
    if node.get("quick_when") and node.text("quick") in {"", Quick.NO.value}:
        report.at_key(node, "quick_when", "type", 'quick_when belongs to a question with "quick"')
    fit_sources(node, index, report)
    fit_texts(node, report)


def _fit_type(node: Node, item: DefinedItem, report: Report) -> None:
    """What only some types have is there just where it belongs."""
    options = node.get("options") or node.get("options_from")
    listed = item.repeats and item.options_from is OptionsFrom.SUGGESTIONS
    if (item.type in _CHOOSING or listed) != (options is not None):
        need = "needs options" if options is None else "cannot have options"
        report.at(node, "type", f"a question of type {item.type.value} {need}")
    if (item.type is ItemType.QUANTITY) != bool(item.units):
        report.at(node, "type", "units belong to a quantity, and a quantity needs them")
    if (item.type is ItemType.GROUP) != bool(node.parts("items")):
        report.at(node, "type", "items belong to a group, and a group needs them")
    if item.recognise is not Recognise.NOTHING and item.type not in _TYPED:
        report.at_key(node, "recognise", "type", "words are recognised in a text only")


def _fit_again(node: Node, item: DefinedItem, index: Index, report: Report) -> None:
    """What asks about an earlier visit has the answers the program acts on, and safe targets."""
    again, about = node.text("again") == "yes", node.parts("about")
    if bool(about) != (item.options_from is OptionsFrom.EARLIER) or (about and not again):
        report.at(node, "type", 'about, again and "options_from: earlier" belong together')
    if again and not about and not STILL <= item.options <= STILL | MORE_OF_STILL:
        need, more = (", ".join(sorted(ids)) for ids in (STILL, MORE_OF_STILL))
        report.at(node, "type", f"with again the options are {need}, and if needed {more}")
    _exist(node, "about", "item", index, report)
    for part in about:
        target = index.items.get(str(part.value))
        private = target is not None and target.node.text("private") == "yes"
        if target and (private or target.list_of or target.type is ItemType.SCALE_0_10):
            report.at(part, "type", f'"{part.value}" cannot be brought into another visit')


def _fit_suggest(node: Node, item: DefinedItem, index: Index, report: Report) -> None:
    """Names are offered where one is typed, and every list they come from is there."""
    if node.get("suggest") and item.type is not ItemType.TEXT:
        report.at_key(node, "suggest", "type", "names are offered in a text of one line only")
    lists = {one.value for one in NameList}
    lists.update(name for name, one in index.items.items() if one.options)
    for part in node.parts("suggest"):
        if part.value not in lists:
            named = ", ".join(one.value for one in NameList)
            others = f"; lists are {named}, and questions with options"
            hint = report.near(str(part.value), lists) or others
            report.at(part, "dead-id", f'"{part.value}" is not a list of names{hint}')


def fit_rule(node: Node, index: Index, report: Report) -> None:
    """Check a doctor question, red flag or preparation step."""
    condition = node.get("when")
    if condition:
        link_condition(condition, index, report, Scope())
    if node.get("ask") and (condition is None) != (node.text("always") == "yes"):
        report.at(node, "always", 'give either "when" or "always: yes"')
    _exist(node, "flags", "red_flag", index, report)
    fit_sources(node, index, report)
    fit_texts(node, report)


def fit_sources(node: Node, index: Index, report: Report) -> None:
    """Every source named has to be in ``sources.yaml``."""
    _exist(node, "sources", "source", index, report)


def _exist(node: Node, key: str, kind: str, index: Index, report: Report) -> None:
    known = set(index.known(kind))
    for part in node.parts(key):
        if part.value not in known:
            hint = report.near(str(part.value), known)
            report.at(part, "dead-id", f'"{part.value}" is not a known {kind}{hint}')


def fit_texts(node: Node, report: Report) -> None:
    """Only known slots stand in texts."""
    for slot in _SLOT.findall(node.text("aloud")):
        if slot not in ALOUD_SLOTS:
            known = ", ".join(sorted(ALOUD_SLOTS))
            report.at_key(node, "aloud", "slot", f"{{{slot}}} cannot be said; known are {known}")
    for key in _TEXTS:
        for slot in _SLOT.findall(node.text(key)):
            if slot not in SLOTS:
                hint = report.near(slot, SLOTS) or f"; known are {', '.join(sorted(SLOTS))}"
                report.at_key(node, key, "slot", f"{{{slot}}} cannot be filled in{hint}")
