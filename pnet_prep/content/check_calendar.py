"""Titles in a calendar give nothing away: others see it, on a locked screen or at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.report import Report
from pnet_prep.engine.glossary import Glossary
from pnet_prep.model.rules import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.index import Index
    from pnet_prep.content.problem import Problem
    from pnet_prep.model.content import Content


def check_calendar(content: Content, index: Index) -> Iterator[Problem]:
    """Steps whose calendar title has a medical word in it, or whose days mean nothing."""
    glossary = Glossary(content.glossary)
    for step in content.preparation:
        file, node = index.ids["step"][step.id]
        report = Report(file)
        for term in glossary.terms_in(step.calendar):
            text = f'"{term.term}" tells what the visit is about: others can see a calendar'
            report.at_key(node, "calendar", "telling", text)
        if step.calendar and step.kind is StepKind.VISIT:
            report.at_key(node, "calendar", "type", "what is done at the visit needs no reminder")
        if step.days and (not step.calendar or step.kind is StepKind.AFTER):
            text = "days count back from the visit, and only with a calendar title"
            report.at_key(node, "days", "type", text)
        yield from report.problems
