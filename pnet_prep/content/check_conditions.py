"""Whether every condition of a pack does something: each can hold, none always does, no part idles.

Nothing here is a guess: each verdict is proved over all answers the questionnaire can be given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.report import Report
from pnet_prep.engine.reach import TooManyWaysError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.index import Index
    from pnet_prep.content.nodes import Node
    from pnet_prep.content.problem import Problem
    from pnet_prep.engine.needless import Path
    from pnet_prep.engine.prover import Prover
    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.content import Content

NEVER = "no answers can make this hold: its parts, or the conditions of its questions, are at odds"
NEVER_ASKED = "no answers lead to this question: its condition, or one around it, never holds"
DEAD = "this part can never be what makes the condition hold: take it out, or mend it"
NEEDLESS = "this part changes nothing beside the others: take it out"
ALWAYS_RULE = 'this holds for everybody: write "always: yes" instead of the condition'
ALWAYS = "this holds for everybody: take the condition out"
IDLE_GATE = "this is open whenever the question could be asked at all: take the condition out"
SILENT = "answers can raise this and leave nothing to say as the reason: add because"
TOO_MANY = "this has more ways to hold than can be tried: split it in two"
NOT_PROVED = "the made-up patient does not raise this: tell the makers of pnet-prep"


def check_conditions(content: Content, index: Index, prover: Prover) -> Iterator[Problem]:
    """Every fault and warning about conditions."""
    checks = _Checks(index, prover)
    for rule in content.rules:
        checks.holder("rule", rule.id, rule.when, ALWAYS_RULE)
        if rule.when and not rule.because:
            checks.reason(rule.id, rule.when)
    for flag in content.red_flags:
        checks.holder("red_flag", flag.id, flag.when, ALWAYS)
    for step in content.preparation:
        checks.holder("step", step.id, step.when, ALWAYS)
    for link_id, item in content.questionnaire.by_id.items():
        if item.when:
            checks.gate(link_id, item.when)
        if item.quick_when and not content.questionnaire.list_of(link_id):
            checks.holder("item", link_id, item.quick_when, ALWAYS, key="quick_when")
    return checks.found()


class _Checks:
    def __init__(self, index: Index, prover: Prover) -> None:
        self._prover = prover
        self._index = index
        self._reports: dict[str, Report] = {}

    def found(self) -> Iterator[Problem]:
        for report in self._reports.values():
            # A gate written once on the symptom card is checked for every symptom.
            yield from dict.fromkeys(report.problems)

    def holder(
        self, kind: str, name: str, when: Condition | None, always: str, key: str = "when"
    ) -> None:
        """Check the condition of a rule, flag or step, or one under another ``key``."""
        if when is None:
            return
        file, node = self._index.ids[kind][name]
        report, at = self._report(file), node.get(key) or node
        try:
            if impossible := self._impossible(when):
                report.at(at, "never", impossible)
            elif self._prover.always(when):
                report.at(at, "always", always)
            else:
                self._parts(report, at, when)
        except TooManyWaysError:
            report.at(at, "too-many-ways", TOO_MANY)

    def _impossible(self, when: Condition) -> str:
        if self._prover.plainly_possible(when):
            return ""
        example = self._prover.example(when)
        if example is None:
            return NEVER
        return "" if self._prover.holds(when, example) else NOT_PROVED

    def reason(self, name: str, when: Condition) -> None:
        """Check that a doctor question always comes with a reason."""
        file, node = self._index.ids["rule"][name]
        try:
            if self._prover.silent(when):
                self._report(file).at(node, "because", SILENT)
        except TooManyWaysError:
            return

    def gate(self, link_id: str, when: Condition) -> None:
        """Check the gate of a question."""
        defined = self._index.items[link_id]
        report, at = self._report(defined.file), defined.node.get("when") or defined.node
        try:
            if self._prover.never_asked(link_id):
                report.at(at, "never", NEVER_ASKED)
            elif self._prover.gate_idle(link_id):
                report.at(at, "always", IDLE_GATE)
            else:
                self._parts(report, at, when)
        except TooManyWaysError:
            report.at(at, "too-many-ways", TOO_MANY)

    def _parts(self, report: Report, at: Node, when: Condition) -> None:
        dead = set(self._prover.dead_parts(when))
        for path in dead:
            report.at(part_at(at, path), "never", DEAD)
        for path in set(self._prover.needless_parts(when)) - dead:
            report.at(part_at(at, path), "needless", NEEDLESS, warning=True)

    def _report(self, file: str) -> Report:
        if file not in self._reports:
            self._reports[file] = Report(file)
        return self._reports[file]


def part_at(node: Node, path: Path) -> Node:
    """Where a part of a condition stands; ``node`` is the whole as it is written."""
    for key in ("not", "some", "where"):
        if inner := node.get(key):
            return part_at(inner, path)
    if not path:
        return node
    parts = node.parts("all") or node.parts("any")
    if count := node.get("count"):
        parts = count.parts("of")
    return part_at(parts[path[0]], path[1:]) if parts else node
