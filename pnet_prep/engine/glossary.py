"""Which medical words stand in a text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.engine.phrase_book import PhraseBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pnet_prep.model.rules import GlossaryTerm


class Glossary:
    """The medical words of a pack, made ready to be found in one text after another."""

    def __init__(self, terms: tuple[GlossaryTerm, ...]) -> None:
        self._terms = terms
        self._book = PhraseBook((form, term.id) for term in terms for form in _forms(term))

    def terms_in(self, text: str) -> tuple[GlossaryTerm, ...]:
        """The terms that ``text`` uses, in the order of the glossary; whole words, any case."""
        # Line by line, so that one letter with an accent does not make all of a long text dearer.
        found = frozenset[str]().union(*map(self._book.found, text.split("\n")))
        return tuple(term for term in self._terms if term.id in found)

    def terms_to_explain(self, text: str) -> tuple[GlossaryTerm, ...]:
        """The same without those that the text explains where it uses them.

        It does so with a few words in brackets behind the term, or with the term alone in brackets
        behind plain words.
        """
        said = text.casefold()
        found = self.terms_in("".join(self._without_names_in_brackets(text)))
        return tuple(t for t in found if not any(map(partial(_explained, said), _forms(t))))

    def _without_names_in_brackets(self, text: str) -> Iterator[str]:
        before, *parts = text.split(" (")
        yield before
        for part in parts:
            inside, _, rest = part.partition(")")
            yield rest if self._book.is_name(inside) else f" ({part}"


def meaning(term: GlossaryTerm, words: Mapping[str, str]) -> str:
    """A term in plain words, and how it is said aloud where the letters do not tell that."""
    slots = {"term": term.term, "plain": term.plain, "say": term.say}
    return fill(words["help.term" if term.say else "help.term_as_read"], slots)


def _forms(term: GlossaryTerm) -> tuple[str, ...]:
    return (term.term, *term.forms)


def _explained(said: str, form: str) -> bool:
    """Whether a few words stand in brackets behind a form; one or two are no explanation."""
    begins = f"{form.casefold()} ("
    parts = said.split(begins)[1:] if begins in said else ()
    return any(part.partition(")")[0].count(" ") > 1 for part in parts)
