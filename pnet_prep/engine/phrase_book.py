"""Finding known names in text: whole words, whatever the case, accents and hyphens."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+")


class PhraseBook:
    """Names of one or more words, each standing for some ids."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.ids: dict[tuple[str, ...], set[str]] = {}
        self.written: dict[tuple[str, ...], str] = {}
        for name, stands_for in names:
            words = bare_words(name)
            self.ids.setdefault(words, set()).add(stands_for)
            self.written.setdefault(words, name)
        self._sizes = sorted({len(words) for words in self.ids} - {0})

    def found(self, text: str) -> frozenset[str]:
        """The ids of every name that stands in ``text``."""
        words = bare_words(text)
        runs = (run for size in self._sizes for run in _runs(words, size))
        return frozenset().union(*(self.ids[run] for run in runs if run in self.ids))


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


def _runs(words: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    return (words[start : start + size] for start in range(len(words) - size + 1))
