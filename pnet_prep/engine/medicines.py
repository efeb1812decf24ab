"""Which classes of medicine a person's own words name. Derived when needed, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.phrase_book import WORD, PhraseBook, bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.model.rules import MedicineClass

SHORTEST_GUESS = 6
"""Names shorter than this are too alike for a guess at a misspelling to be of use."""


class Recogniser:
    """Looks medicine names up in what a person typed."""

    def __init__(self, classes: Iterable[MedicineClass]) -> None:
        self._book = PhraseBook((name, one.id) for one in classes for name in one.names)
        self._seen: dict[str, frozenset[str] | None] = {}

    def classes_of(self, text: str) -> frozenset[str] | None:
        """The classes named in ``text``; ``None`` when no name in it is known."""
        if text not in self._seen:
            self._seen[text] = self._book.found(text) or None
        return self._seen[text]

    def guess(self, text: str) -> str:
        """``text`` with one misspelt name put right, to ask "Is this …?"; empty without a guess."""
        if self.classes_of(text) is not None:
            return ""
        for word in WORD.finditer(text):
            bare = "".join(bare_words(word[0]))
            if len(bare) < SHORTEST_GUESS:
                continue
            for known, written in self._book.written.items():
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
    swapped = rest[1::-1] + rest[2:] if len(rest) > 1 else ""
    return rest[1:] == other_rest[1:] or other_rest in {rest[1:], swapped} or rest == other_rest[1:]
