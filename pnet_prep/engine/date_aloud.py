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


_GONE_ON = r"(?:since|ever since|for|always|all my|a long time|some time|many years)\b"
_SPAN = (
    r"(?:about |around |almost |over |nearly )?(?:a )?[\w-]+(?: or [\w-]+)?"
    r" (?:days?|weeks?|months?|years?)$"
)
_BEGAN = (
    r"(?:about|around|almost|in|on(?! and)|at|after|before|last|this|when|as|during|between|a|one"
    r"|yesterday|today|not long|long)\b|.*\bago\b"
)
_AT = r"(?:easter|christmas|thanksgiving|new year)\b"
_DECADE = r"\d{2,4}'?s$"
_DAY = r"\d+ "
_NUMBERS = r"[\d./ -]*[./-][\d./ -]*$"


def spoken_date(said: DateSaid) -> tuple[When, str]:
    """The words of a date, ready to follow "began" or "it has gone on", or to be quoted.

    Words are kept, only numbers as in "03/2026" are read out, and "in", "on" or "at" is put before
    a bare month, year or day.
    """
    words = " ".join(said.text.split()).rstrip(" .;,")
    plain = words.casefold()
    if re.match(_GONE_ON, plain):
        return When.GONE_ON, words
    if re.match(_SPAN, plain) and not re.match("last|this", plain):
        return When.GONE_ON, f"for {words}"
    if re.match(_BEGAN, plain):
        return When.BEGAN, words
    reading = _reading(said.edtf)
    if not reading:
        return When.OWN_WORDS, words
    if re.match(_NUMBERS, plain):
        words = reading
        if re.match(_BEGAN, words):
            return When.BEGAN, words
    if re.match(_AT, plain):
        return When.BEGAN, f"at {words}"
    if re.match(_DAY, reading):
        return When.BEGAN, f"on {words}"
    return When.BEGAN, f"in the {words}" if re.match(_DECADE, words) else f"in {words}"


def _reading(edtf: str | None) -> str:
    try:
        return say_date(edtf) if edtf else ""
    except ValueError:  # a visit file that was changed by hand
        return ""
