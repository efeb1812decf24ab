"""Our own Markdown checklist in the forms the other PDF makers read, so that all set one text."""

import json
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

Block = tuple[str, str | list[list[str]]]
_READER = MarkdownIt("commonmark").enable("table")


def write_html(markdown: str, target: Path) -> None:
    """The checklist as a web page."""
    body = _READER.render(markdown)
    target.write_text(f"<!doctype html><meta charset=utf-8>{body}", encoding="utf-8")


def write_blocks(markdown: str, target: Path) -> None:
    """The checklist as a JSON list of blocks: headings, list items, paragraphs, tables."""
    target.write_text(json.dumps(list(_blocks(_READER.parse(markdown)))), encoding="utf-8")


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    rows: list[list[str]] = []
    kind = "p"
    for token in tokens:
        match token.type:
            case "heading_open":
                kind = token.tag
            case "list_item_open":
                kind = "li"
            case "heading_close" | "list_item_close":
                kind = "p"
            case "table_open":
                kind, rows = "table", []
            case "tr_open":
                rows.append([])
            case "table_close":
                yield kind, rows
                kind = "p"
            case "inline" if kind == "table":
                rows[-1].append(_text(token))
            case "inline":
                yield kind, _text(token)
            case _:
                pass


def _text(token: Token) -> str:
    """The words of a line without their marks."""
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in token.children or ()
    )
