"""How many syllables an English word has, told by its letters and a few exceptions.

Close enough for a gate that a person can overrule by adding a word to ``plain_words.txt``.
"""

from __future__ import annotations

import re
from functools import cache

_INNER_SILENT_E = re.compile(
    r"(?<=[aeiouy][^aeiouy])e(?="
    r"(?:ly|ful|fully|less|ment|ments|ness|some|thing|things|time|times|one|where|how|work|body)\Z)"
)
_SILENT_E = re.compile(
    r"(?<![aeiouy])e\Z|(?<![sxzcg])(?<!ch)(?<!sh)es\Z|(?<![td])ed\Z|(?<=[aeiouy])e(?=[sd]\Z)"
)
_NO_LETTER = re.compile(r"[^a-z]")
_VOWELS = re.compile(r"[aeiouy]+")
_SOUNDED_LE = re.compile(r"[^aeiouylr]le[sd]?\Z")
_SOFT_I = re.compile(r"(?<=[ctsxg])i(?=on|ou|al(?!l)|an(?!d)|ent|enc)")
_TWO_SOUNDS = re.compile(
    r"i[ao]|iu|ie(?=[tn])|[aeiouy]ing|(?<![qg])u[ao]|eo(?!u)|ea(?=ct)|yo(?=[^u])|oe(?=[mt])"
)
_EXCEPTIONS = {
    "anyone": 3,
    "area": 3,
    "areas": 3,
    "business": 2,
    "clothes": 1,
    "create": 2,
    "creates": 2,
    "diabetes": 4,
    "evening": 2,
    "evenings": 2,
    "every": 2,
    "idea": 3,
    "ideas": 3,
    "nuclear": 3,
    "people": 2,
    "questionnaire": 3,
    "science": 2,
    "sciences": 3,
}


@cache
def syllables(word: str) -> int:
    """The number of syllables of one word, at least 1. Only its letters count."""
    letters = _NO_LETTER.sub("", word.casefold())
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters]
    heard = _INNER_SILENT_E.sub("", letters)
    if not _SOUNDED_LE.search(heard):
        heard = _SILENT_E.sub("", heard)
    heard = _SOFT_I.sub("", heard)
    groups = len(_VOWELS.findall(heard))
    return max(1, groups + len(_TWO_SOUNDS.findall(heard)))
