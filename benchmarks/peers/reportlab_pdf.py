"""Runs inside reportlab's own environment: BLOCKS.json to OUT.pdf.

The blocks are `[kind, text]` pairs, or `["table", rows]`, as `checklist.py` makes them.
"""

import json
import sys
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

STYLES = getSampleStyleSheet()
STYLE_OF = {
    "h1": "Heading1",
    "h2": "Heading2",
    "h3": "Heading3",
    "li": "Bullet",
    "p": "BodyText",
}


def flowable(kind: str, content: str | list[list[str]]) -> Flowable:
    """One block, set in reportlab's sample styles."""
    if isinstance(content, str):
        return Paragraph(escape(content), STYLES[STYLE_OF[kind]])
    body = STYLES["BodyText"]
    return Table([[Paragraph(escape(cell), body) for cell in row] for row in content])


def main() -> None:
    """Write the document."""
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        blocks = json.load(file)
    SimpleDocTemplate(target, pagesize=A4).build([flowable(*block) for block in blocks])


main()
