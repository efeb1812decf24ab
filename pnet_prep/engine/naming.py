"""Which words of a text name somebody, or some place.

No list holds all names. So beside those that were told, a word is one if it has a capital letter
and is no word that the questions use, or if what it follows says so: "my wife anne", "dr. green".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.engine import spelled
from pnet_prep.engine.common_words import COMMON_WORDS
from pnet_prep.engine.date_words import ENGLISH
from pnet_prep.engine.name_words import (
    ending,
    follows_person,
    follows_title,
    pieces,
    spellings,
    stems,
    words_of,
)
from pnet_prep.engine.phrase_book import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AS_FAR_BACK = 80
"""Letters before a word that can make it a name, or the beginning of a sentence."""

_NEAR = 32  # the same for what is right before it
_AS_FAR_AHEAD = 20
_BEGINNING = r"(?:^|[.!?:;\n]|^\W+)\s*$"  # of a sentence
_WHOSE = r"\b(?i:a|the|my|our|your|his|her|this|that|new|same|other|another|family)\s+$"
_ENDINGS = ("s", "ed", "ing", "ly")  # of words that follow who it is: "my wife drives"
_LONG = 6  # letters of a name that gives somebody away in the middle of another word too

# No text ends with two of these, because each ends with other words.
_CUE = (
    rf"(?P<called>{spelled.CALLED})|(?P<carer>{spelled.CARER})|(?P<kin>{spelled.KIN})"
    rf"|{spelled.HOME}"
)
_FIRST_NAMES = spelled.WORD_NAMES | spelled.MONTH_NAMES
_NAMES_BEHIND = {
    "called": _FIRST_NAMES,
    "carer": spelled.WORD_NAMES | spelled.SURNAMES,
    "kin": spelled.NOUN_NAMES,
    None: frozenset[str](),
}
"""By what stands before them, the words of our own that are names there in small letters too."""
_OWN_WORDS = _FIRST_NAMES | spelled.SURNAMES | spelled.ENDED_NAMES


class Names:
    """Tells names from other words.

    ``vocabulary`` are texts whose words are no names; ``told`` texts whose words are; ``things``
    such as medicines, whose words are none unless told as one; ``mark`` stands where a name was.
    """

    def __init__(
        self, vocabulary: Iterable[str], told: Iterable[str], things: Iterable[str], mark: str
    ) -> None:
        told = tuple(told)
        self._after_name = rf"{re.escape(mark)}[ -]+$"
        self._first_of_two = rf"{re.escape(mark)}(?:,| and)? $"
        self._known = {
            word
            for text in (*vocabulary, COMMON_WORDS, *ENGLISH.phrases, *spelled.UNITS.split("|"))
            for word in bare_words(text)
        }
        self._stems = {stem for word in self._known for stem in stems(word)}
        words = {part for text in told for part in re.findall(spelled.WORD, text) if len(part) > 1}
        found = {word for word in words if word.capitalize() not in spelled.TITLES}
        parts = {part for word in found for part in (word, *word.split("-"))}
        self._names = {one for part in parts for one in spellings(part)} - self._known
        self._known |= {one for text in things for one in words_of(text)} - self._names
        self._long_names = tuple(name for name in self._names if len(name) >= _LONG)
        self._capital_names = {name for text in told for name in _own_words_in(text)}
        dated = " ".join(filter(_has_year, told))  # treatments, not names
        self._capitals = {word for word in found if word.istitle() and word not in dated}

    def is_name(self, match: re.Match[str], before: str, *, thing: bool) -> bool:
        """Whether the word of a ``match`` is one; no new word of a ``thing`` is, but a doctor's.

        ``before`` is what is left of the text before it, with marks in place of names.
        """
        word = match[0]
        after = match.string[match.end() : match.end() + _AS_FAR_AHEAD]
        said = match.string[max(0, match.start() - AS_FAR_BACK) : match.start()]
        if re.match(spelled.HERB, after):
            return False
        if self._is_told(word):
            return True
        if re.match(spelled.ILLNESS, after):
            return False
        if re.match(spelled.HOUSE, after) and not self.is_known(word, begins=True):
            return True
        if word in spelled.WORD_NAMES and self._precedes_name(after):
            return True
        if thing:
            return follows_person(said)
        if word[0].isupper():
            return self._is_in_capitals(word, before, said, after)
        return self._is_in_small_letters(word, before, said, after)

    def is_known(self, word: str, *, begins: bool = False) -> bool:
        """Whether the questions use the word; at the beginning of a sentence, or one like it."""
        bare = bare_words(word)
        if all(one in self._known or one.removesuffix("s") in self._known for one in bare):
            return True
        return begins and all(any(stem in self._stems for stem in stems(one)) for one in bare)

    def _is_told(self, word: str) -> bool:
        """Whether it is one of the names that were told, in any spelling, or begins or ends so."""
        parts = pieces(word)
        if not self._capital_names.isdisjoint(parts):
            return True
        ways = {one for part in (word, *parts) for one in spellings(part)}
        return any(
            one in self._names
            or one.removesuffix("s") in self._names
            or one.startswith(self._long_names)
            or one.endswith(self._long_names)
            for one in ways - self._known
        )

    def _is_in_capitals(self, word: str, before: str, said: str, after: str) -> bool:
        """Whether the capital letter of a word, or what it follows, marks a name."""
        if word.removesuffix(ending(word)) in spelled.MONTH_NAMES:
            cue = self._cue(before, after)
            if cue and cue["kin"]:
                return True
        if word == "I" or word in spelled.TITLES:
            return False
        if re.search(self._after_name, before) or follows_title(said):
            return True
        if word in spelled.MEDICAL or word.removesuffix("s") in spelled.MEDICAL:
            return False
        begins = re.search(_BEGINNING, before) is not None
        if word in spelled.WORD_NAMES | self._capitals and not begins:
            return True
        return any(
            piece[:1].isupper()
            and not (any(map(str.isdigit, piece)) or self.is_known(piece, begins=begins))
            for piece in pieces(word)
        )

    def _is_in_small_letters(self, word: str, before: str, said: str, after: str) -> bool:
        """Whether what a word in small letters follows, or a capital inside it, marks a name."""
        if self._follows_small_title(word, said):
            return True
        if any(piece.istitle() and not self.is_known(piece) for piece in pieces(word)[1:]):
            return True
        word = word.removesuffix(ending(word))
        name, known = word.capitalize(), self.is_known(word, begins=True)
        if not word.islower() or name in spelled.TITLES or (known and name not in _OWN_WORDS):
            return False
        cue = self._cue(before, after)
        if cue is None:
            return False
        own = name in _NAMES_BEHIND[cue.lastgroup]
        if cue["carer"]:
            own = own and not re.search(_WHOSE, cue.string[: cue.start()])
        ended = (cue["kin"] or cue["carer"]) and word.endswith(_ENDINGS)
        return own or name in spelled.ENDED_NAMES or not (ended or known)

    def _cue(self, before: str, after: str) -> re.Match[str] | None:
        """What stands right before a word, or before a name and "and", that a name follows."""
        cue = re.search(_CUE, re.sub(self._first_of_two, "", before[-_NEAR:]))
        if cue and cue["kin"] and cue["set_off"] != " " and not after.startswith((",", ")")):
            return None
        return cue

    def _precedes_name(self, after: str) -> bool:
        """Whether a word with a capital letter that is none of ours stands right behind."""
        behind = re.match(rf"\s({spelled.WORD})", after)
        return behind is not None and behind[1].istitle() and not self.is_known(behind[1])

    def _follows_small_title(self, word: str, said: str) -> bool:
        """Whether it stands behind a title in small letters: "dr. green", but not "my dr said"."""
        title = re.search(spelled.SMALL_TITLES, said[-_NEAR:])
        if title is None or word in spelled.NO_NAMES:
            return False
        return not self.is_known(word) or not re.search(_WHOSE, title.string[: title.start()])


def _own_words_in(text: str) -> Iterator[str]:
    """Words of a told name that are words of their own too, such as "Young" or "Will".

    Where a year was told, as in "PRRT in May 2025", it is no name that has only capitals.
    """
    words = list(re.finditer(spelled.WORD, text))
    all_capital = all(match[0][0].isupper() for match in words) and not _has_year(text)
    named = False
    for match in words:
        word = match[0]
        before = text[max(0, match.start() - AS_FAR_BACK) : match.start()]
        named = word[0].isupper() and (
            named or follows_title(before) or re.search(spelled.KIN, before) is not None
        )
        if (all_capital or named) and (len(word) > 3 or word in _FIRST_NAMES):
            yield word


def _has_year(text: str) -> bool:
    return re.search(spelled.YEAR, text) is not None
