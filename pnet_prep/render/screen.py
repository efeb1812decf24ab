"""The checklist as plain lines for a terminal or a screen reader: no boxes, no escape codes."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from pnet_prep.engine.text import show
from pnet_prep.model.checklist import Facts, Heading, Lines, Paragraph, Question, TickList
from pnet_prep.render.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.checklist import Block, Checklist, Sheet, SheetSymptom
    from pnet_prep.render.rendering import RenderOptions

WIDTH = 79


def render(
    checklist: Checklist,
    options: RenderOptions,  # noqa: ARG001 - no paper
    /,
    width: int = WIDTH,
) -> Rendering:
    """The whole checklist in reading order, one idea a line of so many columns, UTF-8."""
    rows = [checklist.title, "", *_sheet(checklist.sheet)]
    for block in checklist.blocks:
        rows.extend(_block(block))
    return Rendering(("\n".join(_wrapped(rows, width)) + "\n").encode())


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from sheet.facts
    if sheet.flags:
        yield from ("", sheet.flags_title, *(f"- {flag}" for flag in sheet.flags))
    yield from ("", sheet.opening)
    for question in sheet.top:
        yield from _question(question)
    if sheet.symptoms:
        yield from ("", sheet.symptoms_title)
        for symptom in sheet.symptoms:
            yield from _symptom(symptom, sheet.columns)
    for panel in sheet.panels:
        yield from ("", f"{panel.label}:", *(f"- {value}" for value in panel.values))


def _symptom(symptom: SheetSymptom, columns: tuple[str, ...]) -> Iterator[str]:
    cells = zip(columns[1:], symptom.cells, strict=True)
    told = [f"{column}: {cell}." for column, cell in cells if cell]
    yield " ".join([f"- {symptom.name}.", *told])
    yield from (f"  {row}" for row in (symptom.effect, *symptom.views) if row)


def _question(question: Question) -> Iterator[str]:
    yield f"{question.number}. {question.text}"
    if question.because:
        yield f"   ({question.because})"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield from ("", text, "")
        case Paragraph(text):
            yield text
        case Question():
            yield from _question(block)
        case TickList(items):
            yield from (f"- {item}" for item in items)
        case Facts(title, facts):
            if title:
                yield f"{title}:"
            for fact in facts:
                yield f"- {fact.label}: {'; '.join(fact.values)}"
        case Lines():
            pass


def _wrapped(rows: list[str], width: int) -> Iterator[str]:
    for row in rows:
        inside = "\n  " if row.startswith("- ") else "\n"
        for line in map(show, row.replace("\n", inside).split("\n")):
            if len(line) <= width and line.isprintable():
                yield line.rstrip()
            else:
                indent = " " * (len(line) - len(line.lstrip(" -")))
                # A phone number or a web address with a hyphen in it stays whole.
                yield from textwrap.wrap(
                    line, width, subsequent_indent=indent, break_on_hyphens=False
                ) or [""]
