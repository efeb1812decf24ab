"""Which medical words stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pnet_prep.model.rules import GlossaryTerm


def terms_in(text: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """The terms of the glossary that ``text`` uses, in glossary order; whole words, any case."""
    pattern, owner = _pattern(glossary)
    found = {owner[match.casefold()] for match in pattern.findall(text)}
    return tuple(term for term in glossary if term.id in found)


@lru_cache(maxsize=4)
def _pattern(glossary: tuple[GlossaryTerm, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    owner = {form.casefold(): term.id for term in glossary for form in (term.term, *term.forms)}
    longest_first = sorted(owner, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE), owner
