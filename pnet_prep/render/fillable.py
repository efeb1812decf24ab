"""Tick boxes and rooms to write in a finished PDF as the fields of a form (AcroForm).

typst 0.15 makes no forms. But where its template puts a link around a box, the PDF holds all that a
field needs to be accessible (PDF/UA-1, 7.18.4): a place on a page, and an element in the reading
order. Each such link becomes a field here. The bytes of the PDF stay; what changes is added behind.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from pnet_prep.render.fields import TICK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SCHEME = "pnet-field:"
# Under any other name the viewer of Chrome takes the font for Western European letters alone, and
# leaves out an ễ (pdfium of 2026). Names are free (ISO 32000-1, 7.8.3); the font itself is Noto's.
_FONT = "/Webdings"
_MULTILINE, _NO_SPELLING = 1 << 12, 1 << 22  # ISO 32000-1, table 228; spelling help may send words
_BELOW_TEXT = 5.0  # points that the ground of what is typed stays away from the text above
_CHECK_OF_DINGBATS = "4"  # for viewers that draw their own
_CHECK = "0 G 0.12 w 1 J 1 j 0.22 0.5 m 0.42 0.28 l 0.8 0.76 l S"  # in a square of side 1


_Size = tuple[float, float]
"""Width and height in points."""


class _Link(NamedTuple):
    """A link that is to be a field: its mark, its annotation, and its element in the tags."""

    mark: str
    annotation: DictionaryObject
    element: DictionaryObject


def with_fields(
    made: bytes, said: Mapping[str, tuple[str, ...]], letters: bytes, points: int
) -> bytes:
    """The PDF with a field for each link to a mark of ``said``, which holds what they say in order.

    ``letters`` is a PDF whose font is to show what is typed; ``points`` is its size, 0 for one that
    fits. The same input gives the same bytes.
    """
    writer = PdfWriter(BytesIO(made), incremental=True)
    fonts = DictionaryObject()
    fonts[NameObject(_FONT)] = _some(_largest_font(letters).clone(writer).indirect_reference)
    form = _Form(writer, _entries(Font=fonts), TextStringObject(f"{_FONT} {points} Tf 0 g"))
    pages = dict(_pages(writer))
    fields = ArrayObject()
    count: dict[str, int] = {}
    for mark, annotation, element in _links(writer.root_object["/StructTreeRoot"]):
        place = count[mark] = count.get(mark, 0) + 1
        alone = place == 1 == len(said[mark])
        is_box = mark.endswith(TICK)
        rect, size = _place(annotation, 0 if is_box else _BELOW_TEXT)
        for key in ("/A", "/Border", "/Contents"):
            annotation.pop(key, None)
        annotation.update(
            _entries(
                Subtype=NameObject("/Widget"),
                T=TextStringObject(mark if alone else f"{mark}-{place}"),
                TU=TextStringObject(said[mark][min(place, len(said[mark])) - 1]),
                P=pages[_some(annotation.indirect_reference).idnum],
                Rect=rect,
            )
        )
        annotation.update(form.box(size) if is_box else form.room(size))
        element[NameObject("/S")] = NameObject("/Form")
        fields.append(annotation.indirect_reference)
    writer.root_object[NameObject("/AcroForm")] = _entries(
        Fields=fields, DR=form.fonts, DA=form.typed
    )
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _pages(writer: PdfWriter) -> Iterator[tuple[int, IndirectObject]]:
    """The number of each annotation as an object, and its page."""
    for page in writer.pages:
        for annotation in page.get("/Annots", ()):
            yield annotation.idnum, _some(page.indirect_reference)


def _links(part: PdfObject) -> Iterator[_Link]:
    """Every link to a mark below an element of the tags, in reading order."""
    element = part.get_object()
    if isinstance(element, DictionaryObject) and "/K" in element:
        if element.get("/S") == "/Link":
            yield from _link(element)
        for inner in _listed(element["/K"]):
            yield from _links(inner)


def _link(element: DictionaryObject) -> Iterator[_Link]:
    for part in _listed(element["/K"]):
        held = part.get_object()
        if isinstance(held, DictionaryObject) and held.get("/Type") == "/OBJR":
            annotation: Any = held["/Obj"]
            target = str(annotation.get("/A", {}).get("/URI", ""))
            if target.startswith(_SCHEME):
                yield _Link(target.removeprefix(_SCHEME), annotation, element)


def _listed(part: PdfObject) -> Iterable[PdfObject]:
    return part if isinstance(part, ArrayObject) else (part,)


def _largest_font(letters: bytes) -> DictionaryObject:
    """The font that shows the most letters."""
    found: list[Any] = [
        font.get_object()
        for page in PdfReader(BytesIO(letters)).pages
        for font in cast("Any", page["/Resources"])["/Font"].values()
    ]
    largest: DictionaryObject = max(found, key=lambda font: len(font["/ToUnicode"].get_data()))
    return largest


class _Form:
    """What the fields of one file share: how they look, and the fonts and size of what is typed."""

    def __init__(self, writer: PdfWriter, fonts: DictionaryObject, typed: TextStringObject) -> None:
        self.fonts, self.typed = fonts, typed
        self._writer = writer
        self._looks: dict[tuple[str, _Size], PdfObject] = {}

    def box(self, size: _Size) -> DictionaryObject:
        """To tick: it draws nothing over the printed box while off, a check mark while on."""
        width, height = size
        looks = {
            "Yes": self._look(f"q {width} 0 0 {height} 0 0 cm {_CHECK} Q", size),
            "Off": self._look("", size),
        }
        off = NameObject("/Off")
        mark = _entries(CA=TextStringObject(_CHECK_OF_DINGBATS))
        return _entries(
            FT=NameObject("/Btn"), V=off, AS=off, MK=mark, AP=_entries(N=_entries(**looks))
        )

    def room(self, size: _Size) -> DictionaryObject:
        """To write in: what is typed gets a white ground, since it does not keep to the lines."""
        return _entries(
            FT=NameObject("/Tx"),
            Ff=NumberObject(_MULTILINE | _NO_SPELLING),
            DA=self.typed,
            MK=_entries(BG=ArrayObject([NumberObject(1)])),
            AP=_entries(N=self._look("/Tx BMC EMC", size)),
        )

    def _look(self, drawn: str, size: _Size) -> PdfObject:
        """What a viewer draws over the place of a field, with its lower left corner at 0."""
        if (drawn, size) not in self._looks:
            look = DecodedStreamObject()
            look.set_data(drawn.encode("ascii"))
            look.update(
                _entries(
                    Type=NameObject("/XObject"),
                    Subtype=NameObject("/Form"),
                    BBox=ArrayObject(map(FloatObject, (0, 0, *size))),
                    Resources=self.fonts,
                )
            )
            added = self._writer._add_object(look)  # noqa: SLF001 - pypdf has no other way in
            self._looks[drawn, size] = added
        return self._looks[drawn, size]


def _some(reference: IndirectObject | None) -> IndirectObject:
    """The reference of what certainly has one."""
    return cast("IndirectObject", reference)


def _place(annotation: DictionaryObject, lower: float) -> tuple[ArrayObject, _Size]:
    """Where a field lies, its top by so many points lower than its link's, and its size."""
    sides: Any = annotation["/Rect"]
    left, bottom, right, top = (float(side) for side in sides)
    top -= lower
    place = ArrayObject(map(FloatObject, (left, bottom, right, top)))
    return place, (round(right - left, 3), round(top - bottom, 3))


def _entries(**entries: PdfObject | None) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
