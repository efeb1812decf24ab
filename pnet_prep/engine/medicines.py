"""Which classes of medicine a person's own words name. Derived when needed, never stored."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.model.rules import MedicineClass

SHORTEST_GUESS = 6
"""Names shorter than this are too alike for a guess at a misspelling to be of use."""

_WORD = re.compile(r"[^\W_]+")


class Recogniser:
    """Looks names up in text, by whole words, whatever the case, accents and hyphens."""

    def __init__(self, classes: Iterable[MedicineClass]) -> None:
        self._classes: dict[tuple[str, ...], set[str]] = {}
        self._written: dict[tuple[str, ...], str] = {}
        for one in classes:
            for name in one.names:
                words = _words(name)
                self._classes.setdefault(words, set()).add(one.id)
                self._written.setdefault(words, name)
        self._longest = max(map(len, self._classes), default=0)
        self._seen: dict[str, frozenset[str] | None] = {}

    def classes_of(self, text: str) -> frozenset[str] | None:
        """The classes named in ``text``; ``None`` when no name in it is known."""
        if text not in self._seen:
            words = _words(text)
            found = [
                self._classes[run]
                for size in range(1, self._longest + 1)
                for run in _runs(words, size)
                if run in self._classes
            ]
            self._seen[text] = frozenset().union(*found) if found else None
        return self._seen[text]

    def guess(self, text: str) -> str:
        """``text`` with one misspelt name put right, to ask "Is this …?"; empty without a guess."""
        if self.classes_of(text) is not None:
            return ""
        for word in _WORD.finditer(text):
            bare = "".join(_words(word[0]))
            if len(bare) < SHORTEST_GUESS:
                continue
            for known, written in self._written.items():
                if len(known) == 1 and len(known[0]) >= SHORTEST_GUESS and near(bare, known[0]):
                    return text[: word.start()] + written + text[word.end() :]
        return ""


def near(one: str, other: str) -> bool:
    """Whether two words differ by one letter added, left out, changed, or swapped with its next."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[1::-1] + rest[2:] == other_rest and len(rest) > 1)
    )


def _words(text: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return tuple(_WORD.findall(bare))


def _runs(words: tuple[str, ...], size: int) -> Iterable[tuple[str, ...]]:
    return (words[start : start + size] for start in range(len(words) - size + 1))
