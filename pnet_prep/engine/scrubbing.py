"""Taking names, places, exact days, numbers and addresses out of own words.

What stands for a person or a place cannot be known for sure in free text, so it errs on the careful
side. Whoever posts the text reads it through first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine import spelled, spelled_days
from pnet_prep.engine.name_words import cased, ending, is_uncased, longest_first
from pnet_prep.engine.naming import AS_FAR_BACK, Names

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN = "|".join(
    f"(?P<{name}>{pattern})"
    for name, pattern in (
        ("address", spelled.ADDRESS),
        ("age", spelled_days.AGE),
        ("numeric", spelled_days.NUMERIC_DAY),
        ("day", spelled_days.DAY),
        ("foreign_day", spelled_days.FOREIGN_DAY),
        ("bare_day", spelled_days.BARE_DAY),
        ("phone", spelled.PHONE),
        ("long", spelled.LONG_NUMBER),
        ("code", spelled.CODE),
        ("initials", spelled.INITIALS),
        ("word", spelled.WORD),
    )
)
_PARTED = r"[\s.,;:!?()/|]+"
_INSIDE_WORDS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))  # unseen places to break


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
        told = tuple(names)
        self._marks = marks
        self._names = Names(vocabulary, told, things, marks.name)
        # Scripts without capitals often set no spaces between words either.
        uncased = {part for text in told for part in re.split(_PARTED, text) if is_uncased(part)}
        self._whole = re.compile(
            "|".join([*longest_first(uncased), spelled.CENTERS, spelled.COUNTRY, *cased(places)])
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
            before = (before + between)[-AS_FAR_BACK:]
            shown = self._shown(match, before, thing=thing)
            parts += [between, shown]
            before += shown
            end = match.end()
        made = "".join([*parts, text[end:]]).replace("\0", name)
        return re.sub(rf"{re.escape(name)}(?:\.?[\s-]+{re.escape(name)})+", lambda _: name, made)

    def scrub_date(self, text: str) -> str:
        """The same for a date in own words, where more may be a day."""
        return re.sub(spelled_days.LOOSE_DAY, lambda _: self._marks.date, self.scrub(text))

    def _shown(self, match: re.Match[str], before: str, *, thing: bool) -> str:
        word = match[0]
        match match.lastgroup:
            case "address":
                return self._marks.address
            case "numeric":
                return match["iso"] or match["year"] or match["said_year"] or self._marks.date
            case "day":
                month, year = re.search(spelled_days.MONTH, word), re.search(spelled.YEAR, word)
                return " ".join(found[0] for found in (month, year) if found)
            case "foreign_day":
                return word if self._names.is_known(match["foreign"]) else match["foreign_year"]
            case "bare_day":
                before_it = match["before_day"] or match["weekday"]
                return f"{before_it} {self._marks.date}" if before_it else self._marks.date
            case "age":
                return self._marks.age
            case "phone" | "long":
                return self._marks.number
            case "code":
                return word if self._names.is_known(word) else self._marks.number
            case "initials":
                return word if re.sub(r"\W", "", word) in spelled.MEDICAL else self._marks.name
            case _:  # a word
                is_name = self._names.is_name(match, before, thing=thing)
                return self._marks.name + ending(word) if is_name else word
