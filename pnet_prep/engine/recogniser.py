"""Which kinds of medicine or sign a person's own words name. Derived when needed, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.phrase_book import WORD, PhraseBook, bare_words

if TYPE_CHECKING:
    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Recognise
    from pnet_prep.model.rules import WordList

SHORTEST_GUESS = 6
"""Names shorter than this are too alike for a guess at a misspelling to be of use."""


class Recognisers:
    """Looks up what was typed at any item of a pack, in the list of words that the item names.

    A list is made ready at the first answer that needs it.
    """

    def __init__(self, content: Content) -> None:
        self._items = content.questionnaire.by_id
        self._lists = content.word_lists
        self._ready: dict[Recognise, Recogniser] = {}
        self._by_item: dict[str, Recogniser | None] = {}
        self._seen: dict[tuple[str, str], frozenset[str] | None] = {}

    def classes_of(self, link_id: str, text: str) -> frozenset[str] | None:
        """The classes named in ``text``; ``None`` when none is, or the item names no list."""
        key = link_id, text
        if key not in self._seen:
            found = self.at(link_id)
            self._seen[key] = found.classes_of(text) if found else None
        return self._seen[key]

    def at(self, link_id: str) -> Recogniser | None:
        """What looks up the words typed at an item; ``None`` where that is no list.

        So it is for an item that is not known here: a visit keeps the answers of a pack.
        """
        if link_id not in self._by_item:
            item = self._items.get(link_id)
            self._by_item[link_id] = self._of(item.recognise) if item else None
        return self._by_item[link_id]

    def _of(self, kind: Recognise) -> Recogniser | None:
        if kind in self._lists and kind not in self._ready:
            self._ready[kind] = Recogniser(self._lists[kind])
        return self._ready.get(kind)


class Recogniser:
    """Looks the words of one list up in what a person typed."""

    def __init__(self, words: WordList) -> None:
        names = ((name, one.id) for one in words.classes for name in one.names)
        self._book = PhraseBook(names, words.not_after)

    def classes_of(self, text: str) -> frozenset[str] | None:
        """The classes named in ``text``; ``None`` when no name in it is known."""
        return self._book.found(text) or None

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
