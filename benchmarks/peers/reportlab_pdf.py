"""Runs inside reportlab's own environment: DATA.json and FONT.ttf to OUT.pdf.

The same paper as ours, as far as reportlab can make it: the same words in the letters of the same
font, with tick boxes, lines to write on, tables whose heads repeat, and a line at the foot of each
page. It has no tags, no fitting of page 1, one weight of the letters, and no word of how many pages
there are.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

WIDTH, TICK, SIDE, LABELS = A4[0] - 36 * mm, 5.2 * mm, 9 * mm, 42 * mm
BODY = ParagraphStyle("body", fontName="Noto", fontSize=12, leading=16)
IN_TABLE = ParagraphStyle("in table", BODY, fontSize=11, leading=15)
SMALL = ParagraphStyle("small", BODY, fontSize=10, leading=14)
HEADS = {
    level: ParagraphStyle(f"head {level}", BODY, fontSize=size, spaceBefore=16, spaceAfter=9)
    for level, size in ((1, 20), (2, 15.6), (3, 13.2))
}
HEAD = ("LINEABOVE", (0, 0), (-1, 0), 1.5, black)
HAIR = ("LINEBELOW", (0, 0), (-1, -1), 0.5, black)
BOX = ("BOX", (0, 0), (-1, -1), 1.2, black)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")


Told = tuple[str, list[str]]
Data = dict[str, Any]


def words(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A text of the data, none of it read as markup."""
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def lines(count: int) -> list[Flowable]:
    """Lines to write on."""
    return [part for _ in range(count) for part in (Spacer(1, 8 * mm), HRFlowable("100%", 0.6))]


def ticked(*beside: str) -> Table:
    """A tick box with texts beside it, the first in body letters."""
    first, *rest = beside
    body = [words(first), *(words(text, IN_TABLE) for text in rest)]
    box = Table([[""]], TICK, TICK, style=[BOX])
    return Table([[box, body]], [SIDE, WIDTH - SIDE], style=[TOP])


def ruled(heads: list[str], rows: list[list[str]], shares: list[float]) -> Table:
    """A table with a rule below each row, and a head that repeats."""
    body = [[words(cell, IN_TABLE) for cell in row] for row in (heads, *rows)]
    widths = [WIDTH * share / sum(shares) for share in shares]
    return Table(body, widths, repeatRows=1, style=[TOP, HEAD, HAIR])


def facts(runs: list[list[list[Told]]]) -> Iterator[Flowable]:
    """Labels with what was said, in as many columns as each run has."""
    for run in runs:
        told = [[words(f"{name}  " + "\n".join(said)) for name, said in half] for half in run]
        yield Table([told], [WIDTH / len(run)] * len(run), style=[TOP])


def sheet(data: Data) -> Iterator[Flowable]:
    """Page 1."""
    yield words(data["title"], HEADS[1])
    yield words("\n".join(data["facts"]))
    yield HRFlowable("100%", 1.5)
    if data["flags"]:
        signs = [words(data["flags_title"], HEADS[2]), *map(words, data["flags"])]
        yield Table([[signs]], [WIDTH], style=[BOX])
    yield words(data["opening"], HEADS[2])
    yield from (ticked(f"{one['number']}  {one['text']}") for one in data["top"])
    if data["symptoms"]:
        yield words(data["symptoms_title"], HEADS[2])
        yield ruled(data["columns"], list(symptoms(data["symptoms"])), data["shares"])
    panels = [
        [words(one["label"], IN_TABLE), words(" · ".join(one["values"]), IN_TABLE)]
        for one in data["panels"]
    ]
    yield Table(panels, [LABELS, WIDTH - LABELS], style=[TOP])
    yield PageBreak()


def symptoms(rows: list[Data]) -> Iterator[list[str]]:
    """The cells of each symptom; what else was said of it goes under its name."""
    for row in rows:
        notes = filter(None, (row["effect"], *row["views"]))
        yield ["\n".join((row["name"], *notes)), *row["cells"]]


def block(one: Data) -> Iterator[Flowable]:
    """A block of the pages behind page 1."""
    match one["kind"]:
        case "heading":
            yield words(one["text"], HEADS[one["level"]])
        case "paragraph":
            yield words(one["text"], SMALL if one["small"] else BODY)
        case "facts":
            if one["title"]:
                yield words(one["title"], HEADS[one["level"]])
            yield from facts(one["runs"])
        case "question":
            asked = ticked(f"{one['number']}  {one['text']}", one["because"])
            yield KeepTogether([asked, *lines(one["lines"])])
        case "ticks":
            yield from map(ticked, one["items"])
        case "lines":
            yield from lines(one["count"])
        case "table":
            yield ruled(one["columns"], one["rows"], one["shares"])
        case "beside":
            columns = [[part for one in column for part in block(one)] for column in one["columns"]]
            yield Table([columns], [WIDTH / 2] * 2, style=[TOP])
        case kind:
            raise ValueError(kind)


def main() -> None:
    """Write the document."""
    source, font, target = sys.argv[1:]
    pdfmetrics.registerFont(TTFont("Noto", font))
    with open(source, encoding="utf-8") as file:
        data = json.load(file)

    def foot(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Noto", 10)
        canvas.drawString(18 * mm, 12 * mm, data["footer"])
        canvas.drawRightString(18 * mm + WIDTH, 12 * mm, str(document.page))

    pages = (part for one in data["blocks"] for part in block(one))
    story = [words(data["notice"], SMALL), *sheet(data["sheet"]), *pages]
    margins = {"leftMargin": 18 * mm, "rightMargin": 18 * mm, "topMargin": 15 * mm}
    document = SimpleDocTemplate(target, pagesize=A4, bottomMargin=19 * mm, **margins)
    document.build(story, onFirstPage=foot, onLaterPages=foot)


main()
