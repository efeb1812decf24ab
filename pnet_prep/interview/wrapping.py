"""Breaking text into lines, at spaces, for a screen of so many cells."""

from __future__ import annotations

import unicodedata

from pnet_prep.engine.text import show

NARROWEST = 8
"""No text is wrapped to fewer cells: below this every word would be cut."""


JOINERS = "\u200c\u200d"
FLAGS = range(0x1F1E6, 0x1F200)
"""Letters that make a flag in pairs. Many terminals give two cells to each of them."""


def cells(text: str) -> int:
    """How many columns of a terminal the text takes at most: two for East Asian wide characters."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"} or char in JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" or ord(char) in FLAGS else 1


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most ``width`` cells that begin with ``first``, later ones with ``rest``.

    Text is made safe to show. A line break in the text stays one; a word wider than a line is
    cut. ``rest`` is as many spaces as ``first`` is wide unless it is given.
    """
    later = " " * cells(first) if rest is None else rest
    room = max(width - max(cells(first), cells(later)), NARROWEST)
    lines = [
        line
        for paragraph in show(text).replace("\t", " ").split("\n")
        for line in _paragraph(paragraph, room)
    ]
    return [(later if i else first) + line for i, line in enumerate(lines)]


def _paragraph(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cells(joined) <= room:
            lines[-1] = joined
            continue
        pieces = _cut(word, room)
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def _cut(word: str, room: int) -> list[str]:
    pieces = [""]
    for char in word:
        if cells(pieces[-1] + char) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces
