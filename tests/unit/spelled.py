"""The letters of a PDF as its tags spell them: what a screen reader gets.

A letter that is drawn from parts, or in a shape that rests on its neighbours, is spelled out beside
what is drawn (``ActualText``; ISO 32000-1, 14.9.4).
"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream


def spelled(reader: PdfReader) -> list[str]:
    """All letters of each page in the order in which they are drawn."""
    return ["".join(_page(reader, page)) for page in reader.pages]


def _page(reader: PdfReader, page: Any) -> Iterator[str]:
    fonts = {name: _letters(font) for name, font in page["/Resources"]["/Font"].items()}
    letters: dict[str, str] = {}
    instead: list[bool] = []  # of each open mark: is it spelled out?
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                marks = operands[1] if len(operands) > 1 else {}
                spelled_out = isinstance(marks, dict) and "/ActualText" in marks
                if spelled_out and not any(instead):
                    yield str(marks["/ActualText"])
                instead.append(spelled_out)
            case b"EMC":
                instead.pop()
            case b"Tf":
                letters = fonts[operands[0]]
            case b"Tj" | b"TJ" if not any(instead):
                parts = operands[0] if operator == b"TJ" else operands
                for part in parts:
                    yield from _decoded(part, letters)
            case _:
                pass


def _letters(font: Any) -> dict[str, str]:
    """What each code of two bytes stands for."""
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]*)>", font["/ToUnicode"].get_data().decode())
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _decoded(part: Any, letters: dict[str, str]) -> Iterator[str]:
    codes: bytes = getattr(part, "original_bytes", b"")
    for first in range(0, len(codes), 2):
        yield letters.get(codes[first : first + 2].hex().upper(), "")
