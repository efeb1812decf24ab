"""The checklist as a tagged PDF (PDF/UA-1, ISO 14289-1), set by typst.

Under that standard typst refuses to print a character that no font can show. Such a document is
set again with the fonts of this computer; what even they lack becomes a white square and is named
in the rendering, so that nothing is ever dropped in silence.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pnet_prep.errors import InputRefusedError
from pnet_prep.render.document import document
from pnet_prep.render.rendering import Rendering
from pnet_prep.render.typography import clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.checklist import Checklist
    from pnet_prep.render.rendering import RenderOptions

_SOURCES = ("checklist.typ", "pieces.typ", "sheet.typ", "blocks.typ", "letters.typ")
_FONTS = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
_NOT_SHOWN = r'the text `"(.+?)"` could not be displayed'
_ESCAPED = r"\\u\{([0-9a-f]+)\}"
_WHITE_SQUARE = "\u25a1"
_DRAWN_AS_NOTHING = {"\u200b", "\u200c", "\u200d", *map(chr, range(0xFE00, 0xFE10))}


def render(checklist: Checklist, options: RenderOptions) -> Rendering:
    """The document and the characters it could not show.

    Raises ``InputRefusedError`` (``error.no_pdf``) where there is no typst for this computer.
    """
    data = document(checklist, options)
    letters = {c for text in _strings(data) if not text.isascii() for c in clusters(text)}
    lost, system_fonts = _look_up(letters) if _any_right_to_left(letters) else (set(), False)
    made, missing = _compile("checklist.typ", _without(data, lost), system_fonts=system_fonts)
    if missing and not system_fonts:
        made, missing = _compile("checklist.typ", data, system_fonts=True)
    while missing - lost:
        lost |= missing
        made, missing = _compile("checklist.typ", _without(data, lost), system_fonts=True)
    if missing:
        raise RuntimeError("the white square cannot be shown")
    return Rendering(made, tuple(sorted(lost - _DRAWN_AS_NOTHING)))


def _any_right_to_left(letters: Iterable[str]) -> bool:
    return any(unicodedata.bidirectional(letter[0]) in {"R", "AL"} for letter in letters)


def _look_up(letters: Iterable[str]) -> tuple[set[str], bool]:
    """Which of the letters no font has, and whether it took the fonts of this computer.

    In lines from right to left typst 0.15 can fail outright over such letters, so they are looked
    up one by one before the document is set.
    """
    data = {"large": False, "letters": sorted(letters)}
    _, missing = _compile("letters.typ", data, system_fonts=False)
    if not missing:
        return missing, False
    return _compile("letters.typ", data, system_fonts=True)[1], True


def _compile(main: str, data: dict[str, Any], *, system_fonts: bool) -> tuple[bytes, set[str]]:
    """Set the data by a template; give the file, or else what the fonts cannot show."""
    try:
        import typst
    except ImportError as error:
        raise InputRefusedError("error.no_pdf") from error
    sources: Any = _sources(main)  # typst's own type leaves out that it takes a mapping of files
    with TemporaryDirectory() as empty:
        try:
            made = typst.compile(
                sources,
                root=empty,
                font_paths=list(_font_folders()),
                ignore_system_fonts=not system_fonts,
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            missing = set(re.findall(_NOT_SHOWN, error.diagnostic))
            if not missing:
                raise
            return b"", {re.sub(_ESCAPED, lambda m: chr(int(m[1], 16)), text) for text in missing}
    return made, set()


def _sources(main: str) -> dict[str, bytes]:
    """Every template by its name, and the one to start from as ``main.typ`` too."""
    folder = os.path.dirname(__file__)
    sources = {}
    for name in _SOURCES:
        with open(os.path.join(folder, name), "rb") as source:
            sources[name] = source.read()
    return {"main.typ": sources[main], **sources}


def _font_folders() -> Iterable[str]:
    """Where the font packages keep their files; without them typst's own fonts have to do."""
    for package in _FONTS:
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            yield os.path.join(os.path.dirname(spec.origin), "files")


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list() | tuple():
            for part in value:
                yield from _strings(part)
        case dict():
            yield from _strings(list(value.values()))
        case _:
            pass


def _without(value: Any, missing: Iterable[str]) -> Any:  # noqa: ANN401 - what JSON can hold
    """The same data with a white square for each of what is missing, the longest first."""
    match value:
        case str():
            for text in sorted(missing, key=len, reverse=True):
                value = value.replace(text, "" if text in _DRAWN_AS_NOTHING else _WHITE_SQUARE)
            return value
        case list() | tuple():
            return [_without(part, missing) for part in value]
        case dict():
            return {key: _without(part, missing) for key, part in value.items()}
        case _:
            return value
