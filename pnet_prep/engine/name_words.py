"""Words that may be names: how they are spelled, what they are made of, and what they follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.engine.phrase_book import bare_words
from pnet_prep.engine.spelled import PLACED, TITLES, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_SPELLED_OUT = {**_PLAIN, "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_SPELLINGS = (str.maketrans(_PLAIN), str.maketrans(_SPELLED_OUT))


def spellings(word: str) -> set[str]:
    """The ways in which people spell a word that has accents, hyphens or apostrophes."""
    small = word.casefold()
    ways = [bare_words(small.translate(table)) for table in _SPELLINGS]
    return {one for way in ways for one in (*way, "".join(way)) if len(one) > 1}


def is_uncased(part: str) -> bool:
    """Whether it is of a script without capitals."""
    return len(part) > 1 and part.lower() == part.upper() and any(map(str.isalpha, part))


def pieces(word: str) -> list[str]:
    """What hyphens and apostrophes join, without an ending."""
    return re.split(r"['’-]", word.removesuffix(ending(word)))


def stems(word: str) -> set[str]:
    """The word without a common ending, as long as four letters are left."""
    cut = {word.removesuffix(end) for end in ("", "e", "s", "es", "y", "ly", "ed", "er", "ing")}
    return {stem for stem in cut if len(stem) >= 4}


def follows_title(before: str, titles: frozenset[str] = TITLES) -> bool:
    """Whether the last word, or the last before initials, is a title: "Dr. J. "."""
    title = re.search(r"([^\W\d_]+)\.?\s+(?:[^\W\d_]\.\s*)*$", before)
    return title is not None and title[1] in titles


def follows_person(before: str) -> bool:
    """The same without saints: "Dr. Oak's drops", but not "St. John's wort"."""
    return follows_title(before, TITLES - PLACED)


def words_of(thing: str) -> Iterator[str]:
    """The words of a thing that does not name whose it is."""
    for match in re.finditer(WORD, thing):
        if not ending(match[0]) and not follows_person(thing[: match.start()]):
            yield from bare_words(match[0])


def ending(word: str) -> str:
    """What says that something is somebody's."""
    return next((end for end in ("'s", "’s") if word.endswith(end)), "")


def longest_first(texts: Iterable[str]) -> Iterator[str]:
    """Patterns for texts, so that none hides a longer one."""
    return map(re.escape, sorted(set(texts), key=len, reverse=True))


def cased(names: Iterable[str]) -> Iterator[str]:
    """The same for names that are words, in capitals or not."""
    return (rf"\b(?i:{name})\b" for name in longest_first(names))
