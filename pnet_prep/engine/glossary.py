"""Which medical words stand in a text."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pnet_prep.engine.phrase_book import PhraseBook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.rules import GlossaryTerm


def terms_in(text: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """The terms of the glossary that ``text`` uses, in glossary order; whole words, any case."""
    # Line by line, so that one letter with an accent does not make all of a long text dearer.
    book = _book(glossary)
    found = frozenset[str]().union(*map(book.found, text.split("\n")))
    return tuple(term for term in glossary if term.id in found)


def terms_to_explain(text: str, glossary: tuple[GlossaryTerm, ...]) -> tuple[GlossaryTerm, ...]:
    """The same without those that the text explains where it uses them.

    It does so with a few words in brackets behind the term, or with the term alone in brackets
    behind plain words.
    """
    said = text.casefold()
    found = terms_in("".join(_without_names_in_brackets(text, _book(glossary))), glossary)
    return tuple(term for term in found if not any(map(partial(_explained, said), _forms(term))))


def _without_names_in_brackets(text: str, book: PhraseBook) -> Iterator[str]:
    before, *parts = text.split(" (")
    yield before
    for part in parts:
        inside, _, rest = part.partition(")")
        yield rest if book.is_name(inside) else f" ({part}"


def _forms(term: GlossaryTerm) -> tuple[str, ...]:
    return (term.term, *term.forms)


def _explained(said: str, form: str) -> bool:
    """Whether a few words stand in brackets behind a form; one or two are no explanation."""
    begins = f"{form.casefold()} ("
    parts = said.split(begins)[1:] if begins in said else ()
    return any(part.partition(")")[0].count(" ") > 1 for part in parts)


@lru_cache(maxsize=4)
def _book(glossary: tuple[GlossaryTerm, ...]) -> PhraseBook:
    return PhraseBook((form, term.id) for term in glossary for form in _forms(term))
