"""Which medical words stand in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pnet_prep.engine.phrase_book import PhraseBook

if TYPE_CHECKING:
    from pnet_prep.model.rules import GlossaryTerm


def terms_in(text: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """The terms of the glossary that ``text`` uses, in glossary order; whole words, any case."""
    # Line by line, so that one letter with an accent does not make all of a long text dearer.
    book = _book(glossary)
    found = frozenset[str]().union(*map(book.found, text.split("\n")))
    return tuple(term for term in glossary if term.id in found)


@lru_cache(maxsize=4)
def _book(glossary: tuple[GlossaryTerm, ...]) -> PhraseBook:
    return PhraseBook((form, term.id) for term in glossary for form in (term.term, *term.forms))
