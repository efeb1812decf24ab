"""All files of a content folder to one checked pack, with every problem at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pnet_prep.content.added import check_added
from pnet_prep.content.assemble import REQUIRED, Pack, assemble, fitted
from pnet_prep.content.defined import shape_of
from pnet_prep.content.files import PACK_FILE
from pnet_prep.content.index import Index
from pnet_prep.content.nodes import Node, read
from pnet_prep.content.report import Report
from pnet_prep.content.validate import validate

if TYPE_CHECKING:
    from pnet_prep.content.problem import Problem

MISSING = f"this file is missing: a whole set needs it, and what adds to a set needs {PACK_FILE}"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A pack as plain data, all problems in order of file and line, and where everything stands.

    ``nodes`` are the files by name. The pack is whole only when no problem is a fault.
    """

    pack: Pack
    problems: tuple[Problem, ...]
    nodes: dict[str, Node]
    index: Index


def parse(
    files: dict[str, bytes], translation: dict[str, bytes] | None = None
) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack as plain data, and all problems in order of file and line.

    It is said in the language of ``translation`` (the bytes of its files), where there is one. The
    pack is whole only when no problem is a fault.
    """
    parsed = parse_with_places(files, translation)
    return parsed.pack, parsed.problems


def parse_with_places(
    files: dict[str, bytes], translation: dict[str, bytes] | None = None
) -> Parsed:
    """The same, with the files' nodes and the place of every definition, for further checks."""
    reports = {name: Report(name) for name in (*files, *REQUIRED) if name.endswith(".yaml")}
    nodes: dict[str, Node] = {}
    for name, report in reports.items():
        if name not in files:
            report.at(Node("", 1, 1), "missing", MISSING)
            continue
        node, problems = read(files[name], name)
        report.problems.extend(problems)
        report.holds_all &= not problems
        if node is not None:
            validate(node, shape_of(name), report)
            nodes[name] = node
    if _clean(reports):
        check_added(nodes, reports)
    language: dict[str, object] = {}
    if _clean(reports) and translation:
        from pnet_prep.content.translate import translate

        reports |= {name: Report(name) for name in translation}
        language = translate(nodes, translation, reports)
    if _clean(reports):
        pack, index = assemble(nodes, reports)
        if language:
            pack["language"] = language
        return Parsed(pack, _sorted(reports), nodes, index)
    if all(report.holds_all for report in reports.values()):
        _dead_ids(nodes, reports)
    return Parsed({}, _sorted(reports), nodes, Index())


def _dead_ids(nodes: dict[str, Node], reports: dict[str, Report]) -> None:
    """Beside keys to mend, the ids that nothing has: both are told at once."""
    found = {name: Report(name) for name in reports}
    fitted(nodes, found)
    for name, report in found.items():
        reports[name].problems += (one for one in report.problems if one.code == "dead-id")


def _clean(reports: dict[str, Report]) -> bool:
    return not any(report.problems for report in reports.values())


def _sorted(reports: dict[str, Report]) -> tuple[Problem, ...]:
    return tuple(sorted(p for report in reports.values() for p in report.problems))
