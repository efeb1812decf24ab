"""Small repairs of a text before it is set on paper. The words stay the same."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pnet_prep.engine.text import in_order, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST_WORD = 22
_PIECE = 8  # letters between the places where a longer word may break
_LONGEST_SHORT_CELL = 9
_LONGEST_WISH = 60  # letters that one cell can claim of its line
_GAP = 2  # letters between two columns
_BREAK = "\u200b"
_BOND = "\u00a0"

_UNITS = (
    "mg|mcg|µg|\u03bcg|ug|ng|pg|g|kg|lb|lbs|oz|ml|mL|dl|dL|l|L|cm|mm|m|inch|in|ft|mIU|IU|iu|mU|U|units?"
    "|mmol|µmol|\u03bcmol|umol|nmol|pmol|mEq|mmHg|kcal|GBq|MBq|mCi|Gy|%|°C|°F"
)
_SPACE_BEFORE_UNIT = rf" (?<=\d )(?=(?:{_UNITS})(?![^\W\d_]))"
# Lines may break after a slash and a hyphen anyway. Thai to Lao, Burmese, Khmer and the East Asian
# scripts are written without spaces, and the typesetter knows where their lines break.
_BREAKS = r"\s/\-\u00a0\u200b"
_FIRST_UNSPACED = "\u0e00"
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
_JOINERS = "\u200c\u200d"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def set_line(text: str) -> str:
    """The text as one line that is safe to show and ready for paper."""
    return _for_paper(" ".join(show(text).split()))


def set_lines(texts: Iterable[str]) -> list[str]:
    """`set_line` of each text that says something."""
    return [line for line in map(set_line, texts) if line]


def set_passage(text: str) -> str:
    """The text safe to show and ready for paper, with its own line ends."""
    return "\n".join(filter(None, map(set_line, text.split("\n"))))


def bind_units(text: str) -> str:
    """The text with a number and its unit kept on one line, and in order.

    A dot between two things stays on the line of the first.
    """
    return re.sub(_SPACE_BEFORE_UNIT, _BOND, in_order(text)).replace(" ·", f"{_BOND}·")


def set_table(rows: Sequence[Sequence[str]], room: int) -> tuple[list[int], list[list[str]]]:
    """Share a line of ``room`` letters among the columns; give the shares and the cells to set.

    A column gets what its longest cell wants; where that is too much for all, its longest word
    and a fair part of the rest. Words that even so are longer than their column may break. The
    first row is the head, of which only the longest word counts: its lines may break.
    """
    columns = list(zip(*(map(_set_cell, row) for row in rows), strict=True))
    room = max(len(columns), room - _GAP * (len(columns) - 1))
    words = [max(map(_longest_word, column)) for column in columns]
    needs = [max(1, min(longest, _LONGEST_WORD)) for longest in words]
    wants = [max(min(len(cell), _LONGEST_WISH) for cell in (*below, "")) for _, *below in columns]
    sizes = _share(needs, [max(pair) for pair in zip(needs, wants, strict=True)], room)
    return sizes, [
        [_for_paper(cell, size) for cell, size in zip(row, sizes, strict=True)]
        for row in zip(*columns, strict=True)
    ]


def _set_cell(text: str) -> str:
    cell = set_line(text)
    return cell.replace(" ", _BOND) if len(cell) <= _LONGEST_SHORT_CELL else cell


def _share(needs: list[int], wants: list[int], room: int) -> list[int]:
    if sum(wants) <= room:
        return wants
    if sum(needs) >= room:
        return [room // len(needs)] * len(needs)
    part = (room - sum(needs)) / (sum(wants) - sum(needs))
    return [need + int((want - need) * part) for need, want in zip(needs, wants, strict=True)]


def _for_paper(text: str, longest: int = _LONGEST_WORD) -> str:
    """Keep a number and its unit on one line, and let words of over ``longest`` letters break."""
    bound = bind_units(text)
    if _longest_word(bound) <= longest:
        return bound
    # Most texts have no letter of such a script, and the shorter pattern is compiled much faster.
    apart = _BREAKS if max(bound) < _FIRST_UNSPACED else _BREAKS + _UNSPACED
    return re.sub(f"[^{apart}]+", lambda word: _breakable(word[0], longest), bound)


def _longest_word(text: str) -> int:
    return max(map(len, text.split(" ")), default=0)


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that are drawn as one: each letter with its marks and joiners."""
    start = 0
    for place in range(1, len(text)):
        if not _extends(text[place]) and text[place - 1] not in _JOINERS:
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _breakable(word: str, longest: int) -> str:
    """The word, if too long, with a zero-width space every few letters, never inside a cluster.

    An address breaks behind its dots.
    """
    if len(word) <= longest:
        return word
    if len(parts := re.split(r"(?<=\.)(?=\w)", word)) > 1:
        return _BREAK.join(_breakable(part, longest) for part in parts)
    pieces = [""]
    for cluster in clusters(word):
        if len(pieces[-1]) >= min(longest, _PIECE):
            pieces.append("")
        pieces[-1] += cluster
    return _BREAK.join(pieces)


def _extends(character: str) -> bool:
    code = ord(character)
    return (
        character in _JOINERS
        or code in _VARIATION_SELECTORS
        or code in _SKIN_TONES
        or unicodedata.category(character).startswith("M")
    )
