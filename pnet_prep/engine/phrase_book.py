"""Finding known names in text: whole words, whatever the case, accents and hyphens."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")


class PhraseBook:
    """Names of one or more words, each standing for some ids."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.written: dict[tuple[str, ...], str] = {}
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._by_first: dict[str, set[int]] = {}
        for name, stands_for in names:
            if words := bare_words(name):
                self.written.setdefault(words, name)
                self._ids.setdefault(words, set()).add(stands_for)
                self._by_first.setdefault(words[0], set()).add(len(words))

    def found(self, text: str) -> frozenset[str]:
        """The ids of every name that stands in ``text``."""
        words = bare_words(text)
        if self._by_first.keys().isdisjoint(words):
            return frozenset()
        ids: set[str] = set()
        for start, word in enumerate(words):
            for size in self._by_first.get(word, ()):
                ids.update(self._ids.get(words[start : start + size], ()))
        return frozenset(ids)


def bare_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents."""
    if text.isascii() and text.isalnum():
        return (text.lower(),)
    folded = text.casefold()
    if not folded.isascii():
        # Some letters have a small form only once they are taken apart, such as "𝕬".
        apart = unicodedata.normalize("NFKD", folded).casefold()
        decomposed = unicodedata.normalize("NFKD", apart)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return tuple(WORD.findall(folded))
