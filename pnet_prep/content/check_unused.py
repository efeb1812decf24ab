"""Questions of the interview that are asked for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.report import Report
from pnet_prep.engine.uses import unread, uses_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.index import Index
    from pnet_prep.content.problem import Problem
    from pnet_prep.model.content import Content

UNUSED = "no condition looks at this answer and no paper shows it: why ask?"


def check_unused(content: Content, index: Index) -> Iterator[Problem]:
    """Items whose answers are only stored: nobody would ever read them."""
    reports: dict[str, Report] = {}
    for item in unread(content, uses_of(content)):
        place = index.items[item.link_id]
        report = reports.setdefault(place.file, Report(place.file))
        report.at(place.node, "unused", UNUSED)
    for report in reports.values():
        # A question of the symptom card is named once for all symptoms.
        yield from dict.fromkeys(report.problems)
