"""A translation put on the English texts: each text that fits, and nothing but texts.

The files of a translation have the names of those they translate. Each text in them names the
English it was made from by a short hash of that. What is missing, or was made from other words than
are there now, stays English. So a translation never says what nobody says any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.check_translated import Translated, check_head, check_said
from pnet_prep.content.files import PACK_FILE, bare, part_of
from pnet_prep.content.nodes import Node, read
from pnet_prep.content.report import Report, did_you_mean
from pnet_prep.content.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.texts import Text

Files = dict[str, bytes]
Nodes = dict[str, Node]
Reports = dict[str, Report]

UNCHECKED = "language.unchecked"
"""The word that says that nobody who could tell has read the translation."""

GONE = "dead-id"
"""The code of what is translated and is not there: a fault for the translator alone."""

_ADDED_TO = "names"
"""A list whose English words stay known: what people type is recognised in both languages."""

_SPOKEN, _OF = "say", "term"
"""How a word is said aloud, and the word: the sound of one language says nothing in another."""


def translate(nodes: Nodes, translation: Files, reports: Reports) -> dict[str, object]:
    """Say the texts of ``nodes`` in another language, in place; what it says of itself.

    The result has the parts of ``Content`` about language. What cannot be used goes to ``reports``.
    """
    label = part_of(next(iter(translation)))
    found = read_translated(nodes, translation, reports)
    for name in translation:
        # A text that is no longer asked does no harm, and nobody can help it in an update.
        kept = [one for one in reports[name].problems if one.code != GONE]
        reports[name].problems = kept
    english = nodes["words.yaml"]
    notice = (english.get("words") or english).text(UNCHECKED)
    done = [one for one in found if one.done]
    _leave_out_sounds(found, done)
    for one in done:
        if one.now is not None:
            one.text.holder[one.text.key] = _put_on(one.text, one.now)
    head, _ = read(translation[f"{label}/{PACK_FILE}"], PACK_FILE)
    if head is None:
        return {}
    said = (english.get("words") or english).text(UNCHECKED)
    told = {key: head.text(key) for key in ("language", "direction", "reviewed_by")}
    unchecked = [] if told["reviewed_by"] else [*dict.fromkeys((said, notice))]
    return {**told, "unchecked": unchecked}


def read_translated(nodes: Nodes, translation: Files, reports: Reports) -> list[Translated]:
    """Every English text with what the translation has for it; its faults go to ``reports``."""
    label = part_of(next(iter(translation)))
    own = {name: node for name, node in nodes.items() if not part_of(name)}
    found: list[Translated] = []
    there: Nodes = {}
    for name, data in translation.items():
        report = reports[name]
        if bare(name) not in {*own, PACK_FILE}:
            known = did_you_mean(bare(name), own)
            report.at(Node("", 1, 1), GONE, f"there is no such file to translate{known}")
            continue
        node, problems = read(data, name)
        report.problems.extend(problems)
        if bare(name) == PACK_FILE:
            check_head(node or Node({}, 1, 1), report)
        elif node is not None:
            there[bare(name)] = node
    for file, english in own.items():
        of_file = list(texts({file: english}))
        if file in there:
            found += _fitted(of_file, there[file], reports[f"{label}/{file}"])
        else:
            found += map(Translated, of_file)
    return found


def _fitted(wanted: list[Text], node: Node, report: Report) -> Iterator[Translated]:
    """The texts of one file with what stands for each of them; all else there is a fault."""
    known: dict[str, dict[str, Text]] = {}
    for text in wanted:
        known.setdefault(text.group, {})[text.name] = text
    given: dict[tuple[str, str], Translated] = {}
    if not isinstance(node.value, dict):
        report.at(node, "kind", f"this has to be a mapping of {', '.join(known)}")
    for group, part in node.inside.items():
        if group not in known:
            hint = did_you_mean(group, known) or f"; known here: {', '.join(known)}"
            report.at_key(node, group, GONE, f'"{group}" is not a group here{hint}')
        elif not isinstance(part.value, dict):
            report.at(part, "kind", "this has to be a mapping: a name of a text a line")
        else:
            for name, one in part.value.items():
                if name not in known[group]:
                    hint = did_you_mean(name, known[group])
                    report.at_key(part, name, GONE, f'there is no text "{name}" here{hint}')
                    continue
                made = Translated(known[group][name], one.get("of"), one.get("is"), one.get("note"))
                if check_said(one, made, report):
                    given[group, name] = made
    for text in wanted:
        yield given.get((text.group, text.name), Translated(text))


def _put_on(text: Text, now: Node) -> Node:
    """What stands in the place of the English, as if it had been written there."""
    value = now.value
    if isinstance(value, list) and isinstance(text.node.value, list) and text.key == _ADDED_TO:
        known = {part.value for part in value}
        value = [*value, *(part for part in text.node.value if part.value not in known)]
    return Node(value, text.node.line, text.node.column)


def _leave_out_sounds(found: list[Translated], done: list[Translated]) -> None:
    """Take out how English words are said, where the word is not the English one."""
    names = {(one.text.file, one.text.name) for one in done}
    for one in found:
        if one.text.key == _SPOKEN and (one.text.file, one.text.name) not in names:
            word = f"{one.text.name.removesuffix(_SPOKEN)}{_OF}"
            if (one.text.file, word) in names:
                del one.text.holder[_SPOKEN]
