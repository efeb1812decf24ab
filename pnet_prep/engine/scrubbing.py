"""Taking names, places, exact days, numbers and addresses out of own words.

What stands for a person or a place cannot be known for sure in free text, so it errs on the careful
side: besides the names that are known, a word with a capital letter goes if it is no word that the
questions use. Whoever posts the text reads it through first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.common_words import COMMON_WORDS
from pnet_prep.engine.date_words import ENGLISH
from pnet_prep.engine.name_words import (
    cased,
    ending,
    follows_person,
    follows_title,
    is_uncased,
    longest_first,
    pieces,
    spellings,
    stems,
    words_of,
)
from pnet_prep.engine.phrase_book import bare_words
from pnet_prep.engine.spelled import (
    ADDRESS,
    CALLED,
    CARER,
    CENTERS,
    CODE,
    COUNTRY,
    ENDED_NAMES,
    HERB,
    HOME,
    HOUSE,
    ILLNESS,
    INITIALS,
    KIN,
    LONG_NUMBER,
    MEDICAL,
    MONTH_NAMES,
    NO_NAMES,
    NOUN_NAMES,
    PHONE,
    SMALL_TITLES,
    SURNAMES,
    TITLES,
    UNITS,
    WORD,
    WORD_NAMES,
    YEAR,
)
from pnet_prep.engine.spelled_days import (
    AGE,
    BARE_DAY,
    DAY,
    FOREIGN_DAY,
    LOOSE_DAY,
    MONTH,
    NUMERIC_DAY,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOKEN = "|".join(
    f"(?P<{name}>{pattern})"
    for name, pattern in (
        ("address", ADDRESS),
        ("age", AGE),
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
_NEAR = 32  # the same for what is right before it
_AS_FAR_AHEAD = 20
_BEGINNING = r"(?:^|[.!?:;\n]|^\W+)\s*$"  # of a sentence
_WHOSE = r"\b(?i:a|the|my|our|your|his|her|this|that|new|same|other|another|family)\s+$"
_PARTED = r"[\s.,;:!?()/|]+"
_INSIDE_WORDS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))  # unseen places to break
_LONG = 6  # letters of a name that gives somebody away in the middle of another word too


class Marks(NamedTuple):
    """What stands in the place of what was taken out."""

    name: str
    number: str
    address: str
    date: str
    age: str


class Scrubber:
    """Takes out of texts whatever may say who or where somebody is.

    ``vocabulary`` are texts whose words are no names; ``names`` texts whose words are; ``things``
    such as medicines, whose words are none unless told as one; ``places`` names of places.
    """

    def __init__(
        self,
        vocabulary: Iterable[str],
        names: Iterable[str],
        things: Iterable[str],
        places: Iterable[str],
        marks: Marks,
    ) -> None:
        self._marks = marks
        self._first_of_two = rf"{re.escape(marks.name)}(?:,| and)? $"
        self._known = {
            word
            for text in (*vocabulary, COMMON_WORDS, *ENGLISH.phrases, *UNITS.split("|"))
            for word in bare_words(text)
        }
        self._stems = {stem for word in self._known for stem in stems(word)}
        told = list(names)
        words = {part for text in told for part in re.findall(WORD, text) if len(part) > 1}
        found = {word for word in words if word.capitalize() not in TITLES}
        parts = {part for word in found for part in (word, *word.split("-"))}
        self._names = {one for part in parts for one in spellings(part)} - self._known
        self._known |= {one for text in things for one in words_of(text)} - self._names
        self._long_names = tuple(name for name in self._names if len(name) >= _LONG)
        self._capital_names = {name for text in told for name in self._surnames(text)}
        dated = " ".join(text for text in told if re.search(YEAR, text))  # treatments, not names
        self._capitals = {word for word in found if word.istitle() and word not in dated}
        # Scripts without capitals often set no spaces between words either.
        uncased = {part for text in told for part in re.split(_PARTED, text) if is_uncased(part)}
        self._whole = re.compile(
            "|".join([*longest_first(uncased), CENTERS, COUNTRY, *cased(places)])
        )

    def scrub(self, text: str, *, thing: bool = False) -> str:
        """The text without them; of a ``thing``, such as a medicine, new words are no names."""
        name = self._marks.name
        # Nothing looks into what is no letter.
        text = self._whole.sub("\0", text.translate(_INSIDE_WORDS))
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

    def scrub_date(self, text: str) -> str:
        """The same for a date in own words, where more may be a day."""
        return re.sub(LOOSE_DAY, lambda _: self._marks.date, self.scrub(text))

    def _shown(self, match: re.Match[str], before: str, *, thing: bool) -> str:
        word = match[0]
        match match.lastgroup:
            case "address":
                return self._marks.address
            case "numeric":
                return match["iso"] or match["year"] or match["said_year"] or self._marks.date
            case "day":
                month, year = re.search(MONTH, word), re.search(YEAR, word)
                return " ".join(found[0] for found in (month, year) if found)
            case "foreign_day":
                return word if self._is_known(match["foreign"]) else match["foreign_year"]
            case "bare_day":
                before_it = match["before_day"] or match["weekday"]
                return f"{before_it} {self._marks.date}" if before_it else self._marks.date
            case "age":
                return self._marks.age
            case "phone" | "long":
                return self._marks.number
            case "code":
                return word if self._is_known(word) else self._marks.number
            case "initials":
                return word if re.sub(r"\W", "", word) in MEDICAL else self._marks.name
            case _:  # a word
                after = match.string[match.end() : match.end() + _AS_FAR_AHEAD]
                if re.match(HERB, after) or (re.match(ILLNESS, after) and not self._is_told(word)):
                    return word
                said = match.string[max(0, match.start() - _AS_FAR_BACK) : match.start()]
                told = (
                    self._is_told(word)
                    or (not thing and self._follows_kin(word, before, after))
                    or (re.match(HOUSE, after) and not self._is_known(word, begins=True))
                    or (follows_person(said) if thing else self._looks_like_one(word, before, said))
                    or (word in WORD_NAMES and self._precedes_name(after))
                )
                return self._marks.name + ending(word) if told else word

    def _surnames(self, text: str) -> Iterator[str]:
        """Words of a told name that are words of their own too, such as "Young" or "Will".

        Where a year was told, as in "PRRT in May 2025", it is no name that has only capitals.
        """
        words = list(re.finditer(WORD, text))
        all_capital = all(match[0][0].isupper() for match in words) and not re.search(YEAR, text)
        named = False
        for match in words:
            word = match[0]
            before = text[: match.start()]
            named = word[0].isupper() and (
                named or follows_title(before) or re.search(KIN, before) is not None
            )
            if (all_capital or named) and (len(word) > 3 or word in WORD_NAMES | MONTH_NAMES):
                yield word

    def _is_told(self, word: str) -> bool:
        """Whether it is one of the names that were told, in any spelling, or begins or ends so."""
        parts = pieces(word)
        if not self._capital_names.isdisjoint(parts):
            return True
        spelled = {one for part in (word, *parts) for one in spellings(part)}
        return any(
            one in self._names
            or one.removesuffix("s") in self._names
            or one.startswith(self._long_names)
            or one.endswith(self._long_names)
            for one in spelled - self._known
        )

    def _looks_like_one(self, word: str, before: str, said: str) -> bool:
        """Whether its capital letter, or what it follows, marks a name.

        ``said`` is what stood before it at first, and ``before`` what is left of that.
        """
        if not word[0].isupper():
            return self._follows_small_title(word, said) or any(
                piece.istitle() and not self._is_known(piece) for piece in pieces(word)[1:]
            )
        if word == "I" or word in TITLES:
            return False
        if self._follows_name(before) or follows_title(said):
            return True
        if word in MEDICAL or word.removesuffix("s") in MEDICAL:
            return False
        begins = re.search(_BEGINNING, before) is not None
        if word in WORD_NAMES | self._capitals and not begins:
            return True
        return any(
            piece[:1].isupper()
            and not (any(map(str.isdigit, piece)) or self._is_known(piece, begins=begins))
            for piece in pieces(word)
        )

    def _follows_kin(self, word: str, before: str, after: str) -> bool:
        """Whether it is a name behind who, or what, it is of: "my wife anne", "nurse betty"."""
        word = word.removesuffix(ending(word))
        near = before[-_NEAR:]
        before = re.sub(self._first_of_two, "", near) if self._marks.name in near else near
        kin, carer = re.search(KIN, before), re.search(CARER, before)
        if kin and kin["set_off"] != " " and not after.startswith((",", ")")):
            return False
        one = word.capitalize()
        if not word.islower() or one in TITLES:
            return kin is not None and word in MONTH_NAMES
        if called := re.search(CALLED, before):
            own = one in WORD_NAMES | MONTH_NAMES
        elif carer:
            own = word in SURNAMES or one in WORD_NAMES
            own &= not re.search(_WHOSE, before[: carer.start()])
        elif kin or re.search(HOME, before):
            own = kin is not None and one in NOUN_NAMES
        else:
            return False
        ended = not called and (kin or carer) and word.endswith(("s", "ed", "ing", "ly"))
        return own or word in ENDED_NAMES or not (ended or self._is_known(word, begins=True))

    def _precedes_name(self, after: str) -> bool:
        """Whether a word with a capital letter that is none of ours stands right behind."""
        behind = re.match(rf"\s({WORD})", after)
        return behind is not None and behind[1].istitle() and not self._is_known(behind[1])

    def _follows_small_title(self, word: str, before: str) -> bool:
        """Whether it stands behind a title in small letters: "dr. green", but not "my dr said"."""
        title = re.search(SMALL_TITLES, before)
        if title is None or word in NO_NAMES:
            return False
        return not self._is_known(word) or not re.search(_WHOSE, before[: title.start()])

    def _follows_name(self, before: str) -> bool:
        return before.rstrip(" -").endswith(self._marks.name) and before[-1] in " -"

    def _is_known(self, word: str, *, begins: bool = False) -> bool:
        """Whether the questions use the word; at the beginning of a sentence, or one like it."""
        bare = bare_words(word)
        if all(one in self._known or one.removesuffix("s") in self._known for one in bare):
            return True
        return begins and all(any(stem in self._stems for stem in stems(one)) for one in bare)
