"""The checklist as GitHub-flavored Markdown: for reading, for mail, for a patient portal.

Every word of the checklist is in it. Room to write is left out: it is a matter of paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.checklist import Facts, Heading, Lines, Paragraph, Question, TickList
from pnet_prep.render.markdown_text import heading, line, passage
from pnet_prep.render.rendering import Rendering
from pnet_prep.render.tables import Table, symptom_table, tabulated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pnet_prep.model.checklist import Block, Checklist, Fact, Sheet, SheetSymptom
    from pnet_prep.render.rendering import RenderOptions

_DEEPEST = 6


def render(checklist: Checklist, options: RenderOptions, /) -> Rendering:  # noqa: ARG001 - no paper
    """The document in UTF-8. Nothing can be missing from it."""
    parts = [
        _heading(1, checklist.title),
        *_sheet(checklist.sheet),
        *(part for block in tabulated(checklist.blocks) for part in _block(block)),
    ]
    if checklist.footer:
        parts += ["---", line(checklist.footer)]
    return Rendering(("\n\n".join(filter(None, parts)) + "\n").encode())


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield _heading(2, sheet.title)
    named, *others = map(line, sheet.facts or ("",))
    first = f"**{named}**" if named and sheet.named else named
    yield "\\\n".join(filter(None, (first, *others)))
    yield _heading(3, sheet.flags_title if sheet.flags else "")
    yield _bullets(sheet.flags)
    yield _heading(3, sheet.opening)
    yield "\n".join(map(_question, sheet.top))
    if sheet.symptoms:
        yield _heading(3, sheet.symptoms_title)
        table = symptom_table(sheet)
        yield _table(table.columns, table.rows)
        yield "\n".join(note for row in sheet.symptoms for note in _notes(row))
    for panel in sheet.panels:
        yield _heading(3, panel.label)
        yield _bullets(panel.values)


def _notes(row: SheetSymptom) -> Iterator[str]:
    """What stands under a row of the symptom table."""
    for note in filter(str.strip, (row.effect, *row.views)):
        yield f"- **{line(row.name)}** {line(note)}" if row.name else f"- {line(note)}"


def _block(block: Block | Table) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield _heading(level + 1, text)
        case Paragraph(text):
            yield passage(text)
        case Facts(title, facts):
            yield f"**{line(title)}**" if title.strip() else ""
            yield "\n".join(map(_fact, facts))
        case Question():
            yield _question(block)
        case TickList(items):
            yield "\n".join(f"- [ ] {passage(item, '  ')}" for item in items)
        case Table(columns, rows):
            yield _table(("", *columns), rows)
        case Lines():
            pass


def _heading(level: int, text: str) -> str:
    return f"{'#' * min(level, _DEEPEST)} {heading(text)}" if text.strip() else ""


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"- {line(text)}" for text in texts if text.strip())


def _question(question: Question) -> str:
    because = f"\\\n  {passage(question.because, '  ')}" if question.because.strip() else ""
    return f"- [ ] **{question.number}.** {passage(question.text, '  ')}{because}"


def _fact(fact: Fact) -> str:
    label = f"**{line(fact.label)}:**" if fact.label.strip() else ""
    if len(fact.values) == 1:
        return f"- {label} {passage(fact.values[0], '  ')}".replace("-  ", "- ")
    return "\n".join([f"- {label}", *(f"  - {passage(value, '    ')}" for value in fact.values)])


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    ruler = ["---"] * len(columns)
    body = [[f"**{line(name)}**" if name else "", *map(line, cells)] for name, *cells in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in ([*map(line, columns)], ruler, *body))
