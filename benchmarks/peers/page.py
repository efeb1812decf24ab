"""Our own Markdown checklist as the web page that WeasyPrint sets."""

from pathlib import Path

from markdown_it import MarkdownIt


def write_html(markdown: str, target: Path) -> None:
    """The checklist as a plain web page."""
    body = MarkdownIt("commonmark").enable("table").render(markdown)
    target.write_text(f"<!doctype html><meta charset=utf-8>{body}", encoding="utf-8")
