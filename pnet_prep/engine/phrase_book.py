"""Finding known names in text: whole words, whatever the case, accents and hyphens.

Where a book has words that undo a name, a name right after one of them is not found: "black stools"
is in "they are black stools" and not in "no black stools". A mark such as a comma ends what a word
can undo, and no name of such a book is read across it. Only "no … or" reaches over commas, back to
where the sentence begins: as in "no fever, chills or black stools".
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
_MARK = r"([.,;:!?()\n])"
_GAP = "…"


class PhraseBook:
    """Names of one or more words, each standing for some ids; ``not_after`` undo them."""

    def __init__(self, names: Iterable[tuple[str, str]], not_after: Iterable[str] = ()) -> None:
        undo = [[bare_words(part) for part in one.split(_GAP)] for one in not_after]
        self._not_after = frozenset(one[0] for one in undo if len(one) == 1)
        self._far = [(one[0], one[-1]) for one in undo if len(one) > 1]
        self._furthest = max(map(len, self._not_after), default=0)
        self._names = tuple(names)
        self._beginning: dict[str, list[tuple[tuple[str, ...], str]]] = {}  # by the first word
        for name, stands_for in self._names:
            if words := bare_words(name):
                self._beginning.setdefault(words[0], []).append((words, stands_for))

    @cached_property
    def written(self) -> dict[tuple[str, ...], str]:
        """How each name is written, by its bare words."""
        found: dict[tuple[str, ...], str] = {}
        for name, _ in self._names:
            if words := bare_words(name):
                found.setdefault(words, name)
        return found

    def is_name(self, text: str) -> bool:
        """Whether ``text`` is one of the names and nothing more."""
        words = bare_words(text)
        alike = self._beginning.get(words[0], ()) if words else ()
        return any(name == words for name, _ in alike)

    def found(self, text: str) -> frozenset[str]:
        """The ids of every name that stands in ``text``."""
        words = self._words(text)
        if self._beginning.keys().isdisjoint(words):
            return frozenset()
        return frozenset(
            stands_for
            for start, word in enumerate(words)
            for name, stands_for in self._beginning.get(word, ())
            if words[start : start + len(name)] == name and not self._undone(words[:start])
        )

    def _words(self, text: str) -> tuple[str, ...]:
        """The words of a text; where words can undo a name, each mark stands among them.

        A comma stays one; any other mark is an empty word.
        """
        if not self._not_after:
            return bare_words(text)
        found = [""]
        for place, part in enumerate(re.split(_MARK, text)):
            is_mark = place % 2
            found += ("," if part == "," else "",) if is_mark else bare_words(part)
        return tuple(found)

    def _undone(self, before: tuple[str, ...]) -> bool:
        sizes = range(1, min(self._furthest, len(before)) + 1)
        if any(before[-size:] in self._not_after for size in sizes):
            return True
        sentence = before[len(before) - before[::-1].index("") :] if "" in before else before
        return any(
            sentence[-len(last) :] == last and _within(first, sentence[: -len(last)])
            for first, last in self._far
        )


def _within(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    return any(
        text[start : start + len(words)] == words for start in range(len(text) - len(words) + 1)
    )


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
