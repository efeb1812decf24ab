"""The checklist as one page for a browser: to read, to tick, to write on, to print.

The file stands alone and has no script. Every text passes through one gate on its way out, so that
no template can forget to make it safe.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from pnet_prep.model.checklist import Facts, Heading, Lines, Paragraph, Question, TickList
from pnet_prep.render.pages import environment, hashed, language_tag, line, paper_rule, read
from pnet_prep.render.rendering import Rendering
from pnet_prep.render.shortened import shortened
from pnet_prep.render.tables import Table, symptom_table, tabulated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.checklist import Block, Checklist, Fact, SheetSymptom
    from pnet_prep.render.rendering import RenderOptions

_KINDS = {
    Heading: "heading",
    Paragraph: "paragraph",
    Facts: "facts",
    TickList: "ticks",
    Lines: "lines",
    Table: "table",
}
_LONGEST_SHORT_CELL = 9
_TABLE_LINE = 65  # letters over the width of the narrowest table


def render(checklist: Checklist, options: RenderOptions, /) -> Rendering:
    """The document in UTF-8. Nothing can be missing from it: a browser has fonts of its own."""
    sheet = shortened(checklist)
    style = _style(checklist, options)
    pages = environment()
    pages.filters["width"] = _width
    pages.filters["letters"] = _letters
    page = pages.get_template("checklist.html.jinja").render(
        language=language_tag(checklist.language),
        direction=checklist.direction,
        large=options.print == "large",
        style=style,
        style_hash=hashed(style),
        title=next(filter(line, (checklist.title, checklist.sheet.title)), "pnet-prep"),
        notice=checklist.notice,
        sheet=sheet,
        symptoms=symptom_table(sheet),
        notes=[list(_notes(row)) for row in sheet.symptoms],
        blocks=list(_placed(tabulated(checklist.blocks))),
        footer=checklist.footer,
        on_screen=checklist.on_screen,
    )
    return Rendering(page.encode())


def _width(text: str, columns: int) -> str:
    """What a cell of a table asks for: to stay on one line, or to break even inside a word."""
    longest = max(map(len, text.split()), default=0)
    if longest > _TABLE_LINE // columns:
        return "long"
    return "short" if len(text) <= _LONGEST_SHORT_CELL else ""


def _letters(facts: Iterable[Fact]) -> int:
    """How much facts say: where that is a good part of a page, it may break over two."""
    return sum(len(value) for fact in facts for value in fact.values)


def _notes(row: SheetSymptom) -> Iterator[str]:
    """What stands under a row of that table."""
    return filter(line, (row.effect, *row.views))


def _placed(blocks: Iterable[Block | Table]) -> Iterator[dict[str, Any]]:
    """Each block as the template takes it, with a heading's level and the place it stands under.

    Questions that follow each other are one list. No level of heading is left out, so that a
    screen reader can walk them.
    """
    level = place = under = 0
    for asked, run in groupby(blocks, key=lambda block: isinstance(block, Question)):
        for block in [tuple(run)] if asked else run:
            place += 1
            if isinstance(block, Heading):
                level, under = min(max(block.level, 1), level + 1), place
            kind = "questions" if asked else _KINDS[type(block)]
            yield {"kind": kind, "what": block, "level": level + 1, "place": place, "under": under}


def _style(checklist: Checklist, options: RenderOptions) -> str:
    """The style sheet, then the rules that depend on this checklist and on the paper."""
    paper = paper_rule(options, checklist.footer, checklist.page)
    return "".join([read("page.css"), read("checklist.css"), *_rooms(checklist), paper])


def _rooms(checklist: Checklist) -> Iterator[str]:
    """How high each field to write in is at least; it grows with what is written."""
    asked = {block.lines for block in checklist.blocks if isinstance(block, Question)}
    ruled = {block.rows for block in checklist.blocks if isinstance(block, Lines)}
    ruled |= {1 for block in checklist.blocks if isinstance(block, TickList) and block.room}
    for rows in sorted(asked | ruled):
        yield f'[rows="{rows}"] {{ min-height: calc({rows}lh + var(--frame)) }}\n'
