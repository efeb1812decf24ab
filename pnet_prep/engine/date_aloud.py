"""When something began, as it is said in a sentence: "began in March 2026", "gone on for weeks"."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from pnet_prep.engine.date_saying import say_date

if TYPE_CHECKING:
    from pnet_prep.model.values import DateSaid


class When(Enum):
    """How the words of a date fit into a sentence."""

    BEGAN = "began"
    GONE_ON = "gone_on"
    OWN_WORDS = "own_words"


_GONE_ON = (
    *("since", "ever since", "for", "always", "all my", "a long time", "some time"),
    "many years",
)
_UNITS = ("day", "days", "week", "weeks", "month", "months", "year", "years")
_SPAN = (
    r"(?:about |around |almost |over |nearly )?(?:a )?[\w-]+(?: or [\w-]+)?"
    r" (?:days?|weeks?|months?|years?)$"
)
_BEGAN = (
    *("about", "around", "almost", "in", "on", "at", "after", "before", "last", "this", "when"),
    *("as", "during", "between", "a", "one", "yesterday", "today", "not long", "long"),
)
_AT = ("easter", "christmas", "thanksgiving", "new year")
_DECADE = r"\d{2,4}'?s$"
_SIGNS = frozenset("./-")


def spoken_date(said: DateSaid) -> tuple[When, str]:
    """The words of a date, ready to follow "began" or "it has gone on", or to be quoted.

    Words are kept, only numbers as in "03/2026" are read out, and "in", "on" or "at" is put before
    a bare month, year or day.
    """
    words = " ".join(said.text.split()).rstrip(" .;,")
    plain = words.casefold()
    if _begins(plain, _GONE_ON):
        return When.GONE_ON, words
    if _is_span(plain):
        return When.GONE_ON, f"for {words}"
    if _says_began(plain):
        return When.BEGAN, words
    reading = _reading(said.edtf)
    if not reading:
        return When.OWN_WORDS, words
    if _is_numbers(plain):
        words = reading
        if _says_began(words):
            return When.BEGAN, words
    if _begins(plain, _AT):
        return When.BEGAN, f"at {words}"
    first, space, _ = reading.partition(" ")
    if space and first.isdecimal():
        return When.BEGAN, f"on {words}"
    decade = words.endswith("s") and re.match(_DECADE, words)
    return When.BEGAN, f"in the {words}" if decade else f"in {words}"


def _begins(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text begins with one of some phrases, as whole words."""
    after = (text[len(one) :][:1] for one in phrases if text.startswith(one))
    return any(not (letter.isalnum() or letter == "_") for letter in after)


def _is_span(text: str) -> bool:
    """Whether a text says how long: "about three weeks"."""
    if not text.endswith(_UNITS) or text.startswith(("last", "this")):
        return False
    return re.match(_SPAN, text) is not None


def _says_began(text: str) -> bool:
    """Whether a text can stand after "it began"; "on and off" cannot."""
    if _begins(text, _BEGAN) and not text.startswith("on and"):
        return True
    return "ago" in text and re.search(r"\bago\b", text) is not None


def _is_numbers(text: str) -> bool:
    """Whether a text is numbers alone, as in "03/2026"."""
    letters = {*text} - {" "}
    rest = letters - _SIGNS
    return rest != letters and all(letter.isdecimal() for letter in rest)


def _reading(edtf: str | None) -> str:
    try:
        return say_date(edtf) if edtf else ""
    except ValueError:  # a visit file that was changed by hand
        return ""
