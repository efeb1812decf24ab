"""Whether what the content says rests on sources that are named, used and looked at in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.nodes import mappings
from pnet_prep.content.report import Report, problem_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pnet_prep.content.parse import Parsed
    from pnet_prep.content.problem import Problem
    from pnet_prep.model.content import Content


def check_sources(
    content: Content, parsed: Parsed, today: date, *, release: bool
) -> Iterator[Problem]:
    """Texts without a source, sources without a text, and reviews that are overdue.

    An overdue review is a warning, and a fault for a ``release``.
    """
    yield from _without(content, parsed)
    used: set[str] = set()
    for file, node in parsed.nodes.items():
        report = Report(file)
        for part in mappings(node):
            used.update(str(source.value) for source in part.parts("sources"))
            due = part.text("review_by")
            if due and due < today.isoformat():
                text = f"this was to be reviewed by {due}: have it reviewed, then set the dates"
                report.at(part.get("review_by") or part, "overdue", text, warning=not release)
        yield from report.problems
    for name, (file, node) in parsed.index.ids.get("source", {}).items():
        if name not in used:
            text = f'nothing names the source "{name}"'
            yield problem_at(file, node, "unused", text, warning=True)


def _without(content: Content, parsed: Parsed) -> Iterator[Problem]:
    for kind, holders in content.sourced.items():
        for holder in holders:
            # What to bring and do is mostly nobody's finding.
            if kind != "step" and not holder.provenance.sources:
                file, node = parsed.index.ids[kind][holder.id]
                text = f'"{holder.id}" needs a source: where was it read?'
                yield problem_at(file, node, "no-source", text)
