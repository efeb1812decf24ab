"""The checklist as one page for a browser: to read, to tick, to write on, to print.

The file stands alone: no script, no picture, no font, nothing from elsewhere. Its content security
policy lets in one thing, the style inside it, known by its hash. Every text passes through one
gate on its way out, so that no template can forget to make it safe.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from functools import cache
from itertools import compress, groupby
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pnet_prep.engine.text import show
from pnet_prep.model.checklist import Facts, Heading, Lines, Paragraph, Question, TickList
from pnet_prep.render.rendering import Rendering
from pnet_prep.render.tables import Table, tabulated
from pnet_prep.render.typography import bind_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Template

    from pnet_prep.model.checklist import Block, Checklist, Sheet, SheetSymptom
    from pnet_prep.render.rendering import RenderOptions

_FOLDER = os.path.dirname(__file__)
_KINDS = {
    Heading: "heading",
    Paragraph: "paragraph",
    Facts: "facts",
    TickList: "ticks",
    Lines: "lines",
    Table: "table",
}
_PAPERS = {"a4": "A4", "letter": "letter"}
_LANGUAGE = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*"
_PAGE_NUMBERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
_LONGEST_FOOTER = 90  # letters
_LONGEST_SHORT_CELL = 9
_TABLE_LINE = 65  # letters over the width of the narrowest table


def render(checklist: Checklist, options: RenderOptions, /) -> Rendering:
    """The document in UTF-8. Nothing can be missing from it: a browser has fonts of its own."""
    language = checklist.language.replace("_", "-")
    style = _style(checklist, options)
    page = _template().render(
        language=language if re.fullmatch(_LANGUAGE, language) else "en",
        large=options.print == "large",
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        title=_line(checklist.title) or _line(checklist.sheet.title) or "pnet-prep",
        sheet=checklist.sheet,
        symptoms=_symptoms(checklist.sheet),
        notes=[list(_notes(row)) for row in checklist.sheet.symptoms],
        blocks=list(_placed(tabulated(checklist.blocks))),
        footer=checklist.footer,
        on_screen=checklist.on_screen,
    )
    return Rendering(page.encode())


@cache
def _template() -> Template:
    pages = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_gate,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters["own_lines"] = _own_lines
    pages.filters["width"] = _width
    pages.tests["said"] = _line
    return pages.get_template("checklist.html.jinja")


def _gate(value: object) -> object:
    """A text as one line that hides nothing. Jinja calls it for all that it puts into the page."""
    return _line(value) if type(value) is str else value  # a subclass of str is finished markup


def _line(text: str) -> str:
    return bind_units(" ".join(show(text).split()))


def _own_lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if _line(line)]


def _width(text: str, columns: int) -> str:
    """What a cell of a table asks for: to stay on one line, or to break even inside a word."""
    longest = max(map(len, text.split()), default=0)
    if longest > _TABLE_LINE // columns:
        return "long"
    return "short" if len(text) <= _LONGEST_SHORT_CELL else ""


def _symptoms(sheet: Sheet) -> Table:
    """The table on page 1, without the columns that say nothing of any symptom."""
    rows = [(row.name, *row.cells) for row in sheet.symptoms]
    said = [not c or any(_line(row[c]) for row in rows) for c in range(len(sheet.columns))]
    head, *body = (tuple(compress(row, said)) for row in (sheet.columns, *rows))
    return Table(head, tuple(body))


def _notes(row: SheetSymptom) -> Iterator[str]:
    """What stands under a row of that table."""
    return filter(_line, (row.effect, *row.views))


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
    with open(os.path.join(_FOLDER, "checklist.css"), encoding="utf-8") as sheet:
        return "".join([sheet.read(), *_rooms(checklist), _paper(checklist, options)])


def _rooms(checklist: Checklist) -> Iterator[str]:
    """How high each field to write in is at least; it grows with what is written."""
    asked = {block.lines for block in checklist.blocks if isinstance(block, Question)}
    ruled = {block.rows for block in checklist.blocks if isinstance(block, Lines)}
    for rows in sorted(asked | ruled):
        yield f'[rows="{rows}"] {{ min-height: calc({rows}lh + var(--frame)) }}\n'


def _paper(checklist: Checklist, options: RenderOptions) -> str:
    """The size of the paper, and what stands at the foot of every piece of it."""
    footer = _line(checklist.footer)
    footer = footer if len(footer) <= _LONGEST_FOOTER else f"{footer[: _LONGEST_FOOTER - 1]}…"
    parts = re.split(r"(\{pages?\})", checklist.page)
    number = " ".join(_PAGE_NUMBERS.get(part) or _css_string(show(part)) for part in parts)
    return (
        f"@page {{ size: {_PAPERS[options.paper]}; "
        f"@bottom-left {{ content: {_css_string(footer)} }} "
        f"@bottom-right {{ content: {number} }} }}\n"
    )


def _css_string(text: str) -> str:
    """The text as a string of a style sheet, with all but plain letters and digits escaped.

    So no text can end the string, the rule or the style.
    """
    plain = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(plain)}"'
