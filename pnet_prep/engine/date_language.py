"""What can be read of dates in a language of which no more is known than how it says them.

A translation says dates in its own words. The same words are read when somebody types them, beside
numbers, and nothing else is: what is not wholly understood is kept in the person's words. So no
date is read that the language would not say so itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.engine.date_tokens import DateWords, Kind, Token, folded
from pnet_prep.engine.edtf import SPRING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.date_saying import DateSaying

_NEVER = r"(?!)"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_SLOT = re.compile(r"\{\w+\}")
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def reads(said: DateSaying) -> DateWords:
    """The words of a language for reading dates, from those it says them with.

    A word that would mean two things is not read at all.
    """
    phrases: dict[str, Token] = {}
    twice: set[str] = set()
    for phrase, token in _phrases(said):
        if phrases.setdefault(phrase, token) != token:
            twice.add(phrase)
    before, after = _around(said.decade)
    return DateWords(
        phrases={phrase: token for phrase, token in phrases.items() if phrase not in twice},
        ordinal=_NEVER,
        decade=re.escape(folded(after)) if after and not before else _NEVER,
        clock=_CLOCK,
    )


def _phrases(said: DateSaying) -> Iterator[tuple[str, Token]]:
    for kind, first, names in ((Kind.MONTH, 1, said.months), (Kind.SEASON, SPRING, said.seasons)):
        for number, name in enumerate(names, first):
            yield from _phrase(name, Token(kind, number))
    for template in (said.day, said.month, said.season):
        for part in _SLOT.split(template):
            yield from _phrase(part, Token(Kind.FILLER))
    for template, leads, ends in (
        (said.about, Kind.ABOUT, Kind.ABOUT),
        (said.since, Kind.SINCE, Kind.SINCE),
        (said.before, Kind.BEFORE, None),
        (said.until, None, Kind.EARLIER),
    ):
        before, after = _around(template)
        if leads and not after:
            yield from _phrase(before, Token(leads))
        if ends and not before:
            yield from _phrase(after, Token(ends))
    opens, joins, closes = (*_SLOT.split(said.between), "", "", "")[:3]
    if not closes.strip():
        yield from _phrase(opens, Token(Kind.FROM))
        yield from _phrase(joins, Token(Kind.AND if opens.strip() else Kind.TO))


def _phrase(text: str, token: Token) -> Iterator[tuple[str, Token]]:
    """The phrase as it is looked up, if it is one: words alone."""
    words = folded(text).replace("’", "'").split()
    if words and all(_WORDS.fullmatch(word.strip(",.")) for word in words):
        yield " ".join(word.strip(",.") for word in words), token


def _around(template: str) -> tuple[str, str]:
    before, *rest = _SLOT.split(template)
    return before.strip(), (rest[0] if rest else "").strip()
