"""Taking names, places, exact days, numbers and addresses out of own words.

What stands for a person or a place cannot be known for sure in free text, so it errs on the careful
side: besides the names that are known, a word with a capital letter goes if it is no word that the
questions use. Whoever posts the text reads it through first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.date_words import ENGLISH
from pnet_prep.engine.phrase_book import bare_words
from pnet_prep.engine.spelled import (
    ADDRESS,
    BARE_DAY,
    CODE,
    DAY,
    FOREIGN_DAY,
    INITIALS,
    LONG_NUMBER,
    NUMERIC_DAY,
    PHONE,
    TITLES,
    UNITS,
    WORD,
    WORD_NAMES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOKEN = "|".join(
    f"(?P<{name}>{pattern})"
    for name, pattern in (
        ("address", ADDRESS),
        ("numeric", NUMERIC_DAY),
        ("day", DAY),
        ("foreign_day", FOREIGN_DAY),
        ("bare_day", BARE_DAY),
        ("phone", PHONE),
        ("long", LONG_NUMBER),
        ("code", CODE),
        ("initials", INITIALS),
        ("word", WORD),
    )
)
_AS_FAR_BACK = 80  # letters before a word that can make it a name, or the beginning of a sentence
_BEGINNING = r"(?:^|[.!?:;\n]|^\W+)\s*$"  # of a sentence


class Marks(NamedTuple):
    """What stands in the place of what was taken out."""

    name: str
    number: str
    address: str
    date: str


class Scrubber:
    """Takes out of texts whatever may say who or where somebody is.

    ``vocabulary`` are texts whose words are no names; ``names`` texts whose words are; ``places``
    names of places.
    """

    def __init__(
        self,
        vocabulary: Iterable[str],
        names: Iterable[str],
        places: Iterable[str],
        marks: Marks,
    ) -> None:
        self._marks = marks
        self._known = {
            word
            for text in (*vocabulary, *ENGLISH.phrases, *UNITS.split("|"))
            for word in bare_words(text)
        }
        self._stems = {stem for word in self._known for stem in _stems(word)}
        told = list(names)
        found = {part for text in told for part in re.findall(WORD, text) if len(part) > 1}
        found -= TITLES
        bare = {word for part in found for word in bare_words(part)}
        self._names = bare - self._known
        self._capital_names = {name for text in told for name in self._surnames(text)}
        # Scripts without capitals often set no spaces between words either.
        uncased = {part for part in found if part.lower() == part.upper()}
        whole = sorted({*places, *uncased}, key=len, reverse=True)
        self._whole = re.compile("|".join(map(re.escape, whole))) if whole else None

    def scrub(self, text: str, *, thing: bool = False) -> str:
        """The text without them; of a ``thing``, such as a medicine, new words are no names."""
        name = self._marks.name
        if self._whole:
            text = self._whole.sub("\0", text)  # no letter, so nothing looks into it
        parts: list[str] = []
        before, end = "", 0
        for match in re.finditer(_TOKEN, text):
            between = text[end : match.start()]
            before = (before + between)[-_AS_FAR_BACK:]
            shown = self._shown(match, before, thing=thing)
            parts += [between, shown]
            before += shown
            end = match.end()
        made = "".join([*parts, text[end:]]).replace("\0", name)
        return re.sub(rf"{re.escape(name)}(?:\.?[\s-]+{re.escape(name)})+", lambda _: name, made)

    def _shown(self, match: re.Match[str], before: str, *, thing: bool) -> str:
        word = match[0]
        match match.lastgroup:
            case "address":
                return self._marks.address
            case "numeric":
                return match["iso"] or match["year"] or self._marks.date
            case "day":
                month = match["month_before"] or match["month_after"]
                year = match["year_before"] or match["year_after"]
                return f"{month} {year}" if year else month
            case "foreign_day":
                return word if self._is_known(match["foreign"]) else match["foreign_year"]
            case "bare_day":
                return f"{match['before_day']} {self._marks.date}"
            case "phone" | "long":
                return self._marks.number
            case "code":
                return word if self._is_known(word) else self._marks.number
            case "initials":
                return self._marks.name
            case _:  # a word
                told = self._is_told(word) or (not thing and self._looks_like_one(word, before))
                return self._marks.name + _ending(word) if told else word

    def _surnames(self, text: str) -> Iterator[str]:
        """Words of a told name that are words of their own too, such as "Young" or "Will"."""
        words = list(re.finditer(WORD, text))
        all_capital = all(match[0][0].isupper() for match in words)
        named = False
        for match in words:
            word = match[0]
            named = word[0].isupper() and (named or _follows_title(text[: match.start()]))
            if (all_capital or named) and (len(word) > 3 or word in WORD_NAMES):
                yield word

    def _is_told(self, word: str) -> bool:
        """Whether it is one of the names that were told."""
        pieces = _pieces(word)
        bare = {part for piece in pieces for part in bare_words(piece)}
        return not self._names.isdisjoint(bare) or not self._capital_names.isdisjoint(pieces)

    def _looks_like_one(self, word: str, before: str) -> bool:
        """Whether its capital letter marks a name."""
        if not word[0].isupper() or word == "I" or word in TITLES:
            return False
        if self._follows_name(before) or _follows_title(before):
            return True
        begins = re.search(_BEGINNING, before) is not None
        if word in WORD_NAMES and not begins:
            return True
        return any(
            piece[:1].isupper()
            and not (any(map(str.isdigit, piece)) or self._is_known(piece, begins=begins))
            for piece in _pieces(word)
        )

    def _follows_name(self, before: str) -> bool:
        return before.rstrip(" -").endswith(self._marks.name) and before[-1] in " -"

    def _is_known(self, word: str, *, begins: bool = False) -> bool:
        """Whether the questions use the word; at the beginning of a sentence, or one like it."""
        bare = bare_words(word)
        if all(one in self._known or one.removesuffix("s") in self._known for one in bare):
            return True
        return begins and all(any(stem in self._stems for stem in _stems(one)) for one in bare)


def _pieces(word: str) -> list[str]:
    return re.split(r"['’-]", word.removesuffix(_ending(word)))


def _stems(word: str) -> set[str]:
    """The word without a common ending, as long as four letters are left."""
    cut = {word.removesuffix(end) for end in ("", "e", "s", "es", "y", "ly", "ed", "er", "ing")}
    return {stem for stem in cut if len(stem) >= 4}


def _follows_title(before: str) -> bool:
    title = re.search(r"([^\W\d_]+)\.?\s+(?:\S{1,2}\.\s*|\[[^\]]+\]\.\s*)*$", before)
    return title is not None and title[1] in TITLES


def _ending(word: str) -> str:
    return next((end for end in ("'s", "’s") if word.endswith(end)), "")
