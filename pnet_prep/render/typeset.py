"""The data of a document set on paper by typst, each time in a process of its own.

Under PDF/UA-1 typst refuses to print a character that no font can show. Such a document is
set again with typst's own fonts, then with those of this computer; what even they lack becomes a
white square and is named in the rendering, so that nothing is ever dropped in silence.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pnet_prep.errors import InputRefusedError
from pnet_prep.render import typesetter
from pnet_prep.render.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDER = os.path.dirname(__file__)
_FONTS = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
# Whose fonts to set with, each with those before it: looking through them takes time.
_OWN, _TYPSTS, _SYSTEMS = range(3)
_NOT_SHOWN = r'the text `"(.+?)"` could not be displayed'
_ESCAPED = r"\\u\{([0-9a-f]+)\}"
_FOR_TYPST = {
    # A second thread would save no time on one short document, and takes memory of its own.
    "RAYON_NUM_THREADS": "1",
    # Linux hands out memory in pages of 2 MiB if asked 8 MiB at a time: a tenth of typst's time.
    "GLIBC_TUNABLES": f"glibc.malloc.hugetlb=1:glibc.malloc.top_pad={8 << 20}",
}
_WHITE_SQUARE = "\u25a1"
_DRAWN_AS_NOTHING = {"\u200b", "\u200c", "\u200d", *map(chr, range(0xFE00, 0xFE10))}


def typeset(data: dict[str, Any]) -> Rendering:
    """What `document.document` gives, as a PDF, and the characters that no font could show.

    Raises ``InputRefusedError`` (``error.no_pdf``) where typst cannot make it on this computer.
    """
    lost: set[str] = set()
    fonts = _OWN
    letters = set(json.dumps(data, ensure_ascii=False))
    latin = all(map(_is_latin, letters))
    isolated = not latin and _any_right_to_left(letters)
    data = {**data, "latin": latin, "isolated": isolated}
    if isolated:
        # In lines from right to left typst 0.15 can break down over letters that no font has, so
        # they are looked up one by one before the document is set.
        _, fonts = _settle("letters.typ", _letters(data), lost, fonts)
    made, _ = _settle("checklist.typ", data, lost, fonts)
    return Rendering(made, tuple(sorted(lost - _DRAWN_AS_NOTHING)))


def typeset_letters(letters: str) -> bytes:
    """A PDF that holds the font of all these letters, cut out for them."""
    # Put together from parts (ccmp), a letter would have no place of its own in the font.
    typed = {"large": False, "features": {"ccmp": 0}, "letters": [letters]}
    return _settle("letters.typ", typed, set(), _OWN)[0]


def _settle(main: str, data: dict[str, Any], lost: set[str], fonts: int) -> tuple[bytes, int]:
    """Set the data until every letter shows; give the file, and the fonts that this took.

    What had to be replaced joins ``lost``.
    """
    while True:
        words = _without(data, lost) if lost else data
        made, missing = _compile(main, words, fonts)
        if not missing:
            return made, fonts
        if fonts == _SYSTEMS:
            lost |= _whole(missing, words)
        else:
            fonts += 1


def _whole(missing: set[str], words: dict[str, Any]) -> set[str]:
    """What to replace for what typst named.

    It names a letter also where only a mark on it is missing, and a space between two letters that
    are: neither is to blame.
    """
    found = _clusters(_strings(words))
    whole: set[str] = set()
    for letter in missing:
        marked = {cluster for cluster in found if cluster.startswith(letter) and cluster != letter}
        whole |= marked or ({letter} if not letter.isascii() else set())
    if not whole:
        raise RuntimeError("no font shows plain letters")
    return {cluster for cluster in whole if not any(cluster in o for o in whole - {cluster})}


def _is_latin(letter: str) -> bool:
    """Whether it is a Latin letter, one with its marks, or what stands between such letters."""
    return letter < "\u0250" or "\u2000" <= letter < "\u2070"


def _any_right_to_left(letters: Iterable[str]) -> bool:
    from unicodedata import bidirectional

    return any(bidirectional(letter) in {"R", "AL"} for letter in letters)


def _letters(data: dict[str, Any]) -> dict[str, Any]:
    found = _clusters(text for text in _strings(data) if not text.isascii())
    return {"large": False, "features": {}, "letters": sorted(found)}


def _clusters(texts: Iterable[str]) -> set[str]:
    from pnet_prep.render.typography import clusters

    return {cluster for text in texts for cluster in clusters(text)}


def _compile(main: str, data: dict[str, Any], fonts: int) -> tuple[bytes, set[str]]:
    """Set the data by a template; give the file, or else what the fonts cannot show."""
    typst = find_spec("typst")
    if typst is None or typst.origin is None:
        raise InputRefusedError("error.no_pdf")
    folders = list(_font_folders())
    command = [sys.executable, "-I", "-S", typesetter.__file__]
    command += [os.path.dirname(os.path.dirname(typst.origin)), os.path.join(_FOLDER, main)]
    command += [typesetter.SYSTEM_FONTS] * (fonts == _SYSTEMS)
    command += [typesetter.EMBEDDED_FONTS] * (fonts != _OWN or not folders)
    try:
        done = subprocess.run(  # noqa: S603 - this Python, with a file of ours
            command + folders,
            input=json.dumps(data).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # where it breaks down it may quote words
            env=_FOR_TYPST | os.environ,
            check=False,
        )
    except OSError as error:
        raise InputRefusedError("error.no_pdf") from error
    if done.returncode == typesetter.REFUSED:
        said = done.stdout.decode()
        missing = set(re.findall(_NOT_SHOWN, said))
        if not missing:
            raise RuntimeError(said)
        return b"", {re.sub(_ESCAPED, lambda m: chr(int(m[1], 16)), text) for text in missing}
    if done.returncode:
        raise InputRefusedError("error.no_pdf")
    return done.stdout, set()


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
