"""The answers of a browser form, found in whatever they came in: a file, a mail, a pasted text.

What a form downloads is one JSON object. What it copies as text ends with a block of the same JSON
that mail may wrap, quote or indent: a checksum tells whether all of it arrived. Nothing is ever
mended by guessing at a word: only quotes and spaces around the answers are.
"""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pnet_prep.content.files import MAX_BYTES
from pnet_prep.engine.strict_json import read_json, read_json_at

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TEXT = 8 * MAX_BYTES
"""Bytes that are looked through at most: one form can stand several times in a mail."""

MOST_FOUND = 20
"""Forms in one file at most."""

# Every byte string that could be a form has one of these; a visit file begins with neither.
_BEGIN = r"BEGIN[\s>]+PNET-PREP[\s>]+ANSWERS"
_END = r"END[\s>]+PNET-PREP[\s>]+ANSWERS"
_BLOCK = rf"{_BEGIN}(?:(?!{_BEGIN}).)*?{_END}"
_OBJECT = '\\{\\s*["“”„]pnet-prep["“”]\\s*:'
_MAIL = rb"(?im)^(?:MIME-Version|Content-Type|Content-Transfer-Encoding):"
_MAIL_HEAD = 65_536
_BODY = r"(?P<answers>[A-Za-z0-9+/]+={0,2})=(?P<check>[0-9a-fA-F]{8})"
_TAGS = r"<[^<>]*>|&#?[A-Za-z0-9]+;"
_QUOTED_PRINTABLE = r"=[ \t]*\r?\n[>\s]*"
_BIG = object()
_SPACES = dict.fromkeys(map(ord, "\xa0\u202f"), " ")
_CURLED = dict.fromkeys(map(ord, "“”„"), '"') | _SPACES


class FormsFound(NamedTuple):
    """The objects that were found, each once.

    ``torn`` counts those that are not whole or were changed on the way; ``big`` is set where one is
    longer than `MAX_BYTES`.
    """

    forms: tuple[Any, ...]
    torn: int
    big: bool = False


def find_forms(data: bytes) -> FormsFound:
    """All forms in some bytes. Raises nothing, whatever the bytes are."""
    forms: dict[str, Any] = {}
    torn, big = 0, False
    for text in _texts(data[:MOST_TEXT]):
        for found in _in_text(text):
            if found is _BIG:
                big = True
            elif found is None:
                torn += 1
            elif len(forms) < MOST_FOUND:
                forms.setdefault(repr(found), found)
    return FormsFound(tuple(forms.values()), torn, big)


def _in_text(text: str) -> Iterator[Any]:
    """Each form in a text; ``None`` for one that cannot be read, and `_BIG` for one too long."""
    blocks = [found[0] for found in re.finditer(_BLOCK, text, re.DOTALL)][:MOST_FOUND]
    yield from map(_unpacked, blocks)
    if not blocks and re.search(_BEGIN, text):
        yield None  # a block without its end
    start = 0
    for _ in range(MOST_FOUND):
        found = re.compile(_OBJECT).search(text, start)
        if found is None:
            return
        begun, start = found.start(), found.end()
        there = text[begun : begun + MAX_BYTES]
        for reading in (there, there.translate(_SPACES), there.translate(_CURLED)):
            try:
                form, length = read_json_at(reading, 0)
            except ValueError:
                continue
            start = begun + length
            yield form
            break
        else:
            yield _BIG if len(text) - begun > MAX_BYTES else None


def _unpacked(block: str) -> Any:  # noqa: ANN401 - what JSON can hold
    """The object in a block, if its checksum says that it is whole."""
    for reading in (block, re.sub(_QUOTED_PRINTABLE, "", block).replace("=3D", "=")):
        body = re.sub(rf"{_BEGIN}|{_END}|{_TAGS}", "", reading)
        packed = re.fullmatch(_BODY, re.sub("[^A-Za-z0-9+/=]", "", body))
        if packed is None:
            continue
        try:
            data = binascii.a2b_base64(packed["answers"])
            if binascii.crc32(data) == int(packed["check"], 16) and len(data) <= MAX_BYTES:
                return read_json(data.decode("utf-8-sig"))
        except ValueError:
            continue
    return None


def _texts(data: bytes) -> Iterator[str]:
    """What may be read in some bytes: their text, or for a saved mail the text of each part."""
    if not re.search(_MAIL, data[:_MAIL_HEAD]):
        yield _decoded(data)
        return
    from email import message_from_bytes

    try:
        parts = [part.get_payload(decode=True) for part in message_from_bytes(data).walk()]
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        parts = []  # a mail that nobody's program wrote
    texts = [_decoded(part) for part in parts if isinstance(part, bytes)]
    # A pasted text may begin like a mail and be none.
    yield from texts if any(map(_may_hold, texts)) else (_decoded(data),)


def _may_hold(text: str) -> bool:
    return bool(re.search(rf"{_BEGIN}|{_OBJECT}", text))


def _decoded(data: bytes) -> str:
    """Text in the encodings that a browser or an editor writes; no byte is lost."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "surrogateescape")
