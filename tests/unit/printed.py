"""Reading a printed PDF back."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

from pnet_prep.model.checklist import Checklist
from pnet_prep.render import RenderOptions, render
from tests.unit.checklists import visit

NORMAL = RenderOptions()
FOOTER = "".join(visit().footer.split())
ADDED = str.maketrans(dict.fromkeys("\u200b\u00a0 \t\n"))  # by typography, or by line breaks


def printed(checklist: Checklist, options: RenderOptions = NORMAL) -> PdfReader:
    return PdfReader(BytesIO(render("pdf", checklist, options).data))


def squeezed(text: str) -> str:
    """The text without any space, since a line break may fall anywhere."""
    return "".join(text.translate(ADDED).split())


def page(reader: PdfReader, number: int) -> str:
    """All letters of a page, which counts from 1."""
    return squeezed(reader.pages[number - 1].extract_text())


def letters(reader: PdfReader) -> str:
    """All letters in reading order, without what the sample's footer puts between two pages."""
    total = len(reader.pages)
    return "".join(
        page(reader, number).removesuffix(f"{FOOTER}{number}of{total}")
        for number in range(1, total + 1)
    )


def root(reader: PdfReader) -> dict[str, Any]:
    """The catalog: what the document says of itself as a whole."""
    return {key: value.get_object() for key, value in reader.root_object.items()}


def headings(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Each bookmark: its depth, its words, and its page."""
    return list(_headings(reader, reader.outline, 1))


def _headings(reader: PdfReader, outline: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
    for part in outline:
        if isinstance(part, Destination):
            number = reader.get_destination_page_number(part)
            assert number is not None
            yield depth, str(part.title), number + 1
        else:
            yield from _headings(reader, part, depth + 1)
