"""A checklist as the plain data that ``checklist.typ`` sets on paper."""

from __future__ import annotations

import re
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from pnet_prep.model.checklist import (
    Block,
    Checklist,
    Fact,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Question,
    TickList,
)
from pnet_prep.render.beside import beside
from pnet_prep.render.halves import halves, one_line
from pnet_prep.render.sheet import question_data, sheet_data
from pnet_prep.render.tables import Table, tabulated
from pnet_prep.render.typography import set_line, set_passage, set_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.render.rendering import RenderOptions

_PAPERS = {"a4": "a4", "letter": "us-letter"}
_LANGUAGE = "([a-z]{2,3})(?:[-_]([a-zA-Z]{2}))?(?![a-zA-Z])"
_LONGEST_FOOTER = 110
_LINE = 80  # letters in a line of a table
_LONGEST_TABLE = 12  # rows of a table that must not break over two pages
_LONGEST_WHOLE = 400  # letters of a question or of facts that must not break over two pages
_MOST_LINES = 10  # to write on, in such a question
_FEWEST_LINES = 2  # where the rest of the page is all there is for more: another page stays empty
_ALL = 1000  # of that rest, before what follows gets any
# What asks for words stays above its lines, and lines to write on at the end share a page.
_HELD_BY = {"paragraph": ("paragraph", "lines"), "lines": ("paragraph", "lines", "heading")}


def document(checklist: Checklist, options: RenderOptions) -> dict[str, Any]:
    """All that the template needs, with every text safe to show and ready for paper."""
    large = options.print == "large"
    blocks = list(checklist.blocks if large else tabulated(checklist.blocks))
    told = "\n".join(text for block in checklist.blocks for text in _texts(block))
    sheet = sheet_data(checklist.sheet, _places(blocks), _parts(blocks), told)
    pointed_at = {row["see"] for row in (*sheet["symptoms"], *sheet["panels"])}
    made = [
        {"mark": mark if mark in pointed_at else None, **_block(block, level, large=large)}
        for mark, (block, level) in zip(_marks(), _levels(blocks), strict=False)
    ]
    for one, following in pairwise(made):
        if kinds := _HELD_BY.get(one["kind"]):
            one["held"] = following["kind"] in kinds
    _share_what_is_left(made)
    language = re.match(_LANGUAGE, checklist.language)
    title = set_line(checklist.title) or set_line(checklist.sheet.title) or "pnet-prep"
    return {
        "paper": _PAPERS[options.paper],
        "large": large,
        "language": language[1] if language else "en",
        "region": language[2] if language else None,
        "rtl": checklist.direction == "rtl",
        "title": title,
        "footer": _footer(checklist.footer),
        "page": set_line(checklist.page),
        "more": f"… {set_line(checklist.more)}".replace(" ", "\u00a0"),
        "no_room": set_line(checklist.no_room),
        "notice": set_line(checklist.notice),
        "sheet": {**sheet, "title": sheet["title"] or title},
        "blocks": made if large else beside(made),
    }


def _share_what_is_left(made: list[dict[str, Any]]) -> None:
    """The first such lines need few, and take all that their page has left.

    Where what follows has no room there, and some lines have, they stay behind with their heading,
    so that no page ends half empty; the next ones take what is left of the page it goes on to.
    """
    places = [place for place, one in enumerate(made) if one.get("share")]
    for place in places[:1]:
        made[place] |= {"count": min(made[place]["count"], _FEWEST_LINES), "share": _ALL}
        if len(places) > 1:
            made[place]["held"] = False
        if place and made[place - 1]["kind"] == "heading":
            made[place - 1]["roomy"] = True


def _footer(text: str) -> str:
    line = set_line(text)
    return line if len(line) <= _LONGEST_FOOTER else line[: _LONGEST_FOOTER - 1] + "…"


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            return (text,)
        case Facts(title, facts):
            return (title, *(value for fact in facts for value in fact.values))
        case Question(text=text, because=because):
            return (text, because)
        case TickList(items):
            return items
        case Lines():
            return ()


def _marks() -> Iterator[str]:
    return (f"block-{place}" for place in count())


def _places(blocks: list[Block | Table]) -> dict[str, str]:
    """For each heading and name, the mark of the block where it stands first."""
    places: dict[str, str] = {}
    for mark, block in zip(_marks(), blocks, strict=False):
        match block:
            case Heading(text=text) | Facts(title=text):
                places.setdefault(text, mark)
            case Table(rows=rows):
                for row in rows:
                    places.setdefault(row[0], mark)
            case _:
                pass
    return places


def _parts(blocks: list[Block | Table]) -> dict[str, str]:
    """For each part of the checklist, the mark of its heading."""
    marked = zip(_marks(), blocks, strict=False)
    return {one.part: mark for mark, one in marked if isinstance(one, Heading) and one.part}


def _levels(blocks: list[Block | Table]) -> Iterator[tuple[Block | Table, int]]:
    """Each block with the level of the heading above it; no level is left out (PDF/UA-1, 7.4.2)."""
    level = 1
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), level) + 1
        yield block, level


def _block(block: Block | Table, level: int, *, large: bool) -> dict[str, Any]:
    match block:
        case Heading(text=text):
            own = {"level": level, "text": set_line(text), "roomy": False}
            return {"kind": "heading", **own}
        case Paragraph(text, small):
            return {"kind": "paragraph", "text": set_passage(text), "small": small, "held": False}
        case Facts(title, facts):
            said = [(set_line(fact.label), [*map(set_passage, fact.values)]) for fact in facts]
            whole = _length(facts) <= _LONGEST_WHOLE
            title = set_line(title)
            if title and not said:  # such as a symptom of which no more was told
                title, said = "", [(title, ["—"])]
            elif not large and title and (line := one_line(title, said)):
                title, said = "", [line]
            own = {"level": level + 1, "title": title, "whole": whole}
            return {"kind": "facts", **own, "runs": [[said]] if large else halves(said)}
        case Question(text=text, because=because, lines=lines):
            whole = len(text) + len(because) <= _LONGEST_WHOLE and lines <= _MOST_LINES
            own = {"because": set_passage(because), "lines": lines, "whole": whole}
            return {"kind": "question", **question_data(block), **own}
        case TickList(items, room):
            said_of = [*map(set_passage, items)]
            return {"kind": "ticks", "items": said_of, "room": set_line(room)}
        case Lines(number, more):
            return {"kind": "lines", "count": number, "share": int(more), "held": False}
        case Table(columns, rows):
            sizes, cells = set_table([["", *columns], *rows], _LINE)
            whole = len(rows) <= _LONGEST_TABLE
            own = {"columns": cells[0], "rows": cells[1:], "shares": sizes, "whole": whole}
            return {"kind": "table", **own}


def _length(facts: tuple[Fact, ...]) -> int:
    """Letters, with every fact and every view of it counted as one line of text at least."""
    return sum(max(_MOST_LINES * 4, len(value)) for fact in facts for value in fact.values)
