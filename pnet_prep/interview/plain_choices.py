"""Which of the listed texts a typed line means: numbers, whole texts, or how a text begins."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMMAS = r"[,;]"
SHOWN_PIECE = 40
"""How many characters of a piece that was not understood are said back."""

MOST_ALIKE = 3
NEARLY = 0.85
"""How much of two words has to be the same: "diarrhoea" is nearly "diarrhea"."""

_LONG = 6
"""Letters of a word that can be spelled nearly so: of less, too many are ("none" and "one")."""


@dataclass(frozen=True, slots=True)
class Misread:
    """The line is no answer yet: ``word`` is the id of the sentence that says what to type."""

    word: str
    slots: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """The texts of a list as they are offered.

    ``whole_words`` asks for complete words where free words are possible too ("aunt" finds "Aunt
    or uncle", "m" does not find "Mother"). ``joiner`` is the word for "and". Those in ``whole`` are
    not found by how they begin: "iron" is not "Iron sulfate". What says ``no`` says all that stands
    before a comma: it is "No, never", and neither "Not sure" nor "No such medicine is taken".
    """

    texts: Sequence[str]
    whole_words: bool = False
    joiner: str = "and"
    whole: frozenset[int] = frozenset()
    no: frozenset[str] = frozenset()

    @property
    def numeric(self) -> bool:
        """Whether texts are numbers that could be taken for places; then no places are numbered."""
        return any(is_number(text) and int(text) <= len(self.texts) for text in self.texts)

    def numbered(self, positions: Iterable[int]) -> str:
        """These texts as they are offered, a line each."""
        return "\n".join(
            self.texts[i] if self.numeric else f"{i + 1}. {self.texts[i]}" for i in positions
        )

    @property
    def scale(self) -> dict[str, str]:
        """The first and the last of at least three whole numbers without a gap; else empty."""
        numbers = [text for text in self.texts if is_number(text)]
        if len(numbers) < 3 or any(int(b) - int(a) != 1 for a, b in pairwise(numbers)):
            return {}
        return {"first": numbers[0], "last": numbers[-1]}


def is_number(text: str) -> bool:
    """Whether the text is a whole number in ASCII digits."""
    return text.isascii() and text.isdecimal()


def fold(text: str) -> str:
    """Text for comparing: no case, one space between words, no quotes or dots around it."""
    normal = unicodedata.normalize("NFC", text.casefold())
    return " ".join(normal.split()).strip(" .)\"'“”‘’")


def read_one(typed: str, listed: Listed) -> int | Misread:
    """The position, from 0, of the text that is meant."""
    said = fold(typed)
    folded = [fold(text) for text in listed.texts]
    same = [i for i, text in enumerate(folded) if text == said]
    if len(same) == 1:
        return same[0]
    if is_number(said):
        return _by_number(said, folded, listed)
    end = r"(?=,|$)" if said in listed.no else r"(?!\w)" if listed.whole_words else ""
    begins = re.compile(re.escape(said) + end)
    parts = {i: text for i, text in enumerate(folded) if said and i not in listed.whole}
    found = same or [i for i, text in parts.items() if begins.match(text)]
    if len(found) == 1:
        return found[0]
    if found:
        return Misread("plain.several_begin", {"choices": listed.numbered(found)})
    if listed.scale:
        return Misread("plain.range", listed.scale)
    return Misread("plain.no_match", {"typed": _shown(typed.strip())})


def _shown(typed: str) -> str:
    return typed if len(typed) <= SHOWN_PIECE else f"{typed[:SHOWN_PIECE].rstrip()} ..."


def alike(typed: str, listed: Listed) -> list[int]:
    """The positions of the few texts that hold each word typed, begun or spelled nearly so."""
    said = fold(typed).split()
    held = [re.findall(r"\w+", fold(text)) for text in listed.texts]
    found = [i for i, words in enumerate(held) if said and all(_held(one, words) for one in said)]
    return found[:MOST_ALIKE]


def _held(typed: str, words: list[str]) -> bool:
    from difflib import get_close_matches

    begun = len(typed) > 2 and any(word.startswith(typed) for word in words)
    near = len(typed) >= _LONG and get_close_matches(typed, words, 1, NEARLY)
    return begun or typed in words or bool(near)


def _by_number(said: str, folded: list[str], listed: Listed) -> int | Misread:
    """A number picks by place, unless a text begins with that number and something else has it."""
    begins = [i for i, text in enumerate(folded) if re.match(rf"{said}(?!\w)", text)]
    place = int(said) - 1 if len(said) < 5 and not listed.numeric else -1
    numbered = [place] if 0 <= place < len(folded) else []
    meant = sorted({*begins, *numbered})
    if len(meant) == 1:
        return meant[0]
    if meant:
        return Misread("plain.several_fit", {"choices": "; ".join(listed.texts[i] for i in meant)})
    if listed.scale:
        return Misread("plain.range", listed.scale)
    if listed.numeric:
        return Misread("plain.not_listed", {"typed": said[:SHOWN_PIECE]})
    return Misread("plain.no_number", {"last": str(len(folded))})


def read_many(typed: str, listed: Listed) -> tuple[int, ...] | Misread:
    """The positions of all texts that are meant, each once, in the order typed."""
    found: list[int] = []
    for piece in filter(None, map(str.strip, re.split(COMMAS, typed))):
        match _read_piece(piece, listed):
            case Misread() as misread:
                whole = read_one(typed, listed)
                return (whole,) if isinstance(whole, int) else misread
            case positions:
                found += positions
    return tuple(dict.fromkeys(found))


def _read_piece(piece: str, listed: Listed) -> tuple[int, ...] | Misread:
    """What stands between two commas: one text, or several joined by "and" or by spaces."""
    whole = read_one(piece, listed)
    if isinstance(whole, int):
        return (whole,)
    joiner = re.escape(listed.joiner)
    parts = re.split(rf"\s+{joiner}\s+|\s*&\s*", re.sub(rf"^{joiner}\s+", "", piece))
    split = [number for part in parts for number in _numbers(part)]
    if len(split) < 2 and split == [piece]:
        return whole
    positions = [read_one(part, listed) for part in split]
    wrong = next((one for one in positions if isinstance(one, Misread)), None)
    return wrong or tuple(one for one in positions if isinstance(one, int))


def _numbers(part: str) -> list[str]:
    numbers = part.split()
    return numbers if all(is_number(fold(number)) for number in numbers) else [part]
