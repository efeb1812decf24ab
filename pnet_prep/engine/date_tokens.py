"""From what a person typed to tokens: words and numbers with the part they play in a date.

`Asked` is the question's side of it, for the modules that make sense of the tokens.

What a language brings is a `DateWords`; nothing here knows any language.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST = 100  # characters; nobody says a date in more, and a pasted story is not a date
LONGEST_PHRASE = 4  # words


class Kind(StrEnum):
    """The part a token plays. The letters of a phrase make its shape: "3 weeks ago" is ``nUA``."""

    YEAR = "Y"  # value: 2019
    SHORT_YEAR = "y"  # value: 98
    RELATIVE_YEAR = "V"  # value: years from this one
    DECADE = "D"  # value: 1980, or 80
    SEASON = "S"  # value: 21 spring, 22 summer, 23 autumn, 24 winter
    FEAST = "F"  # value: month * 100 + day, or below 100 the days after Easter Sunday
    MONTH = "M"  # value: 1 to 12
    WEEKDAY = "W"  # value: 0 is Monday
    DAY = "R"  # value: days from today
    NIGHT = "N"  # value: days from today to its evening
    NUMERIC = "X"  # text: 3/4/2025, 2025-03-04, 3/2025, 2025-03, 3/4
    NUMBER = "n"  # in digits
    COUNT = "c"  # in words; value: 3
    ORDINAL = "o"  # value: 3
    HALF = "h"
    UNIT = "U"  # value: days in it, 1 to 14; 30 is a month, 365 a year
    AGE = "g"  # "when I was", "years old"
    AGES = "G"  # "in my", before a decade
    AGO = "A"
    FROM_NOW = "Z"
    NOW = "u"
    IN = "i"
    FOR = "d"
    PAST = "P"
    WITHIN = "w"  # "in the last"
    LAST = "l"
    THIS = "t"
    NEXT = "x"
    ABOUT = "a"
    PART = "p"  # "early", "the end of"
    SINCE = "s"
    BEFORE = "b"
    AFTER = "f"
    EARLIER = "e"  # "or earlier"
    FROM = "B"
    AND = "m"
    OR = "r"
    TO = "k"
    FILLER = "_"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a phrase or a number of what was typed."""

    kind: Kind
    value: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question's side: the day it is asked, the way it looks, the person's year of birth.

    ``of_birth`` is set where that year is what is asked: an age is an answer there.
    """

    today: date
    forward: bool = False
    born: int | None = None
    of_birth: bool = False


@dataclass(frozen=True, slots=True)
class DateWords:
    """What a language brings.

    ``phrases`` are in lower case with single spaces; ``ordinal``, ``decade`` and ``clock`` are
    regular expressions for what follows a number (3rd, 80s) and for a time of day.
    """

    phrases: Mapping[str, Token]
    ordinal: str
    decade: str
    clock: str


_PIECES = r"""
    (?P<filler>{clock})
  | (?P<numeric>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)
              | \d{{1,2}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d{{2}})(?!\d)
              | \d{{4}}[-/]\d{{1,2}}(?![\d]|[-/.]\d)
              | \d{{1,2}}[-/.]\d{{4}}(?![\d]|[-/.]\d)
              | \d{{1,2}}/\d{{1,2}}(?![\d]|[-/.]\d))
  | '?(?P<decade>\d0|(?:19|20)\d0)(?:{decade})\b
  | (?P<ordinal>\d{{1,2}})(?:{ordinal})\b
  | '(?P<short_year>\d{{2}})(?!\d)
  | (?P<year>(?:19|20)\d{{2}})(?!\d)
  | (?P<number>\d{{1,3}}(?:[.,]5)?)(?![\d])
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*|[-/?~½])
  | (?P<space>(?:[\s,.;:!()"]|'(?!\d))+)
"""


def tokens(typed: str, words: DateWords) -> tuple[Token, ...]:
    """Split what was typed into tokens, without its fillers.

    Raises:
        ValueError: when a part of it is no word of dates.
    """
    text = folded(typed)
    if len(text) > LONGEST:
        raise ValueError("too long for a date")
    pieces = _pieces(text, words)
    found: list[Token] = []
    while pieces:
        taken, read = _next(pieces, words)
        hyphen = found and found[-1].kind is Kind.PART and read and read[0].kind is Kind.TO
        found += [] if hyphen else read  # mid-2019
        del pieces[:taken]
    return tuple(token for token in found if token.kind is not Kind.FILLER)


def shape(said: Sequence[Token]) -> str:
    """The letters of the tokens' kinds."""
    return "".join(token.kind for token in said)


def folded(typed: str) -> str:
    """The text as phrases are written: in lower case, with plain signs."""
    text = unicodedata.normalize("NFC", typed).casefold()
    text = re.sub("[‘’ʼ]", "'", re.sub("[‐‑‒–—―]", "-", text))
    return re.sub(r"(?<=\d)t(?=\d\d:)", " ", text)  # 2026-12-01T09:40


def _pieces(text: str, words: DateWords) -> list[tuple[str, str]]:
    """Split into (kind of piece, text)."""
    suffixes = {"clock": words.clock, "decade": words.decade, "ordinal": words.ordinal}
    pattern = re.compile(_PIECES.format_map(suffixes), re.VERBOSE)
    found: list[tuple[str, str]] = []
    position = 0
    while position < len(text):
        match = pattern.match(text, position)
        if not match or not match.lastgroup:
            raise ValueError("not a word of dates")
        if match.lastgroup != "space":
            found.append((match.lastgroup, match[match.lastgroup]))
        position = match.end()
    return found


def _next(pieces: list[tuple[str, str]], words: DateWords) -> tuple[int, list[Token]]:
    """The token or tokens that the first pieces make, and how many pieces they take."""
    kind, text = pieces[0]
    if kind != "word":
        return 1, _number(kind, text)
    for taken in range(min(LONGEST_PHRASE, len(pieces)), 0, -1):
        phrase = " ".join(piece for _, piece in pieces[:taken])
        if phrase in words.phrases:
            return taken, [words.phrases[phrase]]
    raise ValueError("not a word of dates")


def _number(kind: str, text: str) -> list[Token]:
    match kind:
        case "filler":
            return []
        case "numeric":
            return [Token(Kind.NUMERIC, text=text)]
        case "number" if text.endswith((".5", ",5")):
            return [Token(Kind.NUMBER, int(text[:-2]), text[:-2]), Token(Kind.HALF)]
        case _:
            return [Token(Kind[kind.upper()], int(text), text)]
