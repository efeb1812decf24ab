"""Names to offer while somebody types one. They are only offered: nothing here changes a text.

Names fit whatever the case, accents and hyphens: first those that begin with what was typed, then
those with a word that begins with it, then those that hold it anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from pnet_prep.engine.phrase_book import bare_words
from pnet_prep.model.questionnaire import NO_NAME, Recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Item, Option


class NameList(Enum):
    """Lists of names that are offered while one is typed, beside the options of a question."""

    MEDICINES = "medicines"
    GLOSSARY = "glossary"


MOST = 8
"""Names that are offered at once."""

LEAST, LEAST_INSIDE = 2, 3
"""Letters from which on names are offered at all, and those that hold the letters anywhere."""

LONGEST = 60
"""Letters of what may still be part of a name."""

_PARTED = r"[,;\n]"


def names_of(item: Item, content: Content) -> tuple[str, ...]:
    """All names that may be offered at an item, each once, in the order of its lists."""
    listed = (name for one in item.suggest for name in _listed(one, content))
    return tuple(dict.fromkeys(listed))


def _listed(name_list: str, content: Content) -> Iterator[str]:
    match name_list:
        case NameList.MEDICINES.value:
            for kind in content.word_lists[Recognise.MEDICINES].classes:
                yield from kind.names
        case NameList.GLOSSARY.value:
            yield from (term.term for term in content.glossary)
        case link_id:
            yield from (one.text for one in _named(content.questionnaire.by_id[link_id]))


def _named(asked: Item) -> Iterator[Option]:
    """The options of a question that are names."""
    return (one for one in asked.options if one.id not in {NO_NAME, *asked.exclusive})


def options_named(typed: str, item: Item, content: Content) -> Iterator[tuple[Item, Option]]:
    """The options that a name given at an item stands for, of the questions it offers names of.

    The name is all of the option's text or whole words of it, and fits no other option.
    """
    part = f" {_folded(typed)} "
    lists = [content.questionnaire.by_id.get(one) for one in item.suggest]
    for asked in filter(None, lists):
        fits = [one for one in _named(asked) if part in f" {_folded(one.text)} "]
        if len(fits) == 1 and part.strip():
            yield asked, fits[0]


class NameBook:
    """Names, ready to be looked up with every letter typed."""

    def __init__(self, names: Iterable[str]) -> None:
        self._written: dict[str, str] = {}
        for name in names:
            self._written.setdefault(_folded(name), name)
        self._written.pop("", None)
        # Each name from each of its words on; what begins alike then stands together.
        self._from_word = sorted(
            (name[start:], start, name) for name in self._written for start in _word_starts(name)
        )

    def knows(self, typed: str) -> bool:
        """Whether this is a whole name."""
        return _folded(typed) in self._written

    def fitting(self, typed: str, most: int = MOST) -> tuple[str, ...]:
        """The names that what was typed may become, the best first; never that name itself."""
        return tuple(self._written[name] for name in self._fitting(typed, most))

    def for_part(self, typed: str, most: int) -> tuple[str, ...]:
        """The same, for a line that is done: none where its words are whole words of a name."""
        part = f" {_folded(typed)} "
        if self.knows(typed) or len(typed) > LONGEST or re.search(_PARTED, typed):
            return ()
        if any(part in f" {name} " for name in self._written):
            return ()
        return self.fitting(typed, most)

    def _fitting(self, typed: str, most: int) -> list[str]:
        part = _folded(typed) if len(typed) <= LONGEST else ""
        if len(part) < LEAST:
            return []
        begin: dict[str, None] = {}
        within: dict[str, None] = {}
        for place in range(bisect_left(self._from_word, (part,)), len(self._from_word)):
            rest, start, name = self._from_word[place]
            if not rest.startswith(part):
                break
            (within if start else begin).setdefault(name)
        found = [*begin, *sorted(within.keys() - begin.keys())]
        if len(found) < most and len(part) >= LEAST_INSIDE:
            found += sorted(n for n in self._written if part in n and n not in {*begin, *within})
        return [name for name in found if name != part][:most]


@lru_cache(maxsize=4)
def name_book(names: tuple[str, ...]) -> NameBook:
    """The book of these names; made once for all questions that offer the same."""
    return NameBook(names)


def last_entry(line: str) -> int:
    """Where the last of several names in a line begins; 0 where it holds one."""
    ends = [mark.end() for mark in re.finditer(rf"{_PARTED}\s*", line)]
    return ends[-1] if ends else 0


def _folded(name: str) -> str:
    return " ".join(bare_words(name))


def _word_starts(name: str) -> Iterator[int]:
    yield 0
    yield from (place + 1 for place, char in enumerate(name) if char == " ")
