"""What a form says beside its questions: sentences of the program, and what words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.glossary import Glossary, meaning
from pnet_prep.model.form import FormGroup, FormList, FormNote, FormQuestion, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.content import Content
    from pnet_prep.model.form import FormPart, FormSection

_OWN = "form."
_SHARED = (
    "person.unnamed",
    "choose.not_sure",
    "choose.declined",
    "key.own_words",
    "list.add_first",
    "list.add_more",
    "list.none",
    "list.remove",
    "entry.unnamed",
    "problem.number",
    "either.unit",
    "flag.saved",
    "phone.team",
    "phone.emergency",
    "phone.emergency.unknown",
    "print.not_advice",
    "print.glossary",
    "print.page",
    "screen.contents",
    "sheet.join",
    "sheet.labelled",
    "list.comma",
    "answer.none_listed",
)


def form_words(words: dict[str, str]) -> dict[str, str]:
    """The sentences of the program that a form needs, by their ids."""
    own = {name: text for name, text in words.items() if name.startswith(_OWN)}
    return {**own, **{name: words[name] for name in _SHARED}}


def meanings_in(
    sections: Iterable[FormSection], card: tuple[FormQuestion, ...], content: Content
) -> tuple[Meaning, ...]:
    """The medical words that stand in these questions, in the order of the alphabet."""
    texts = [text for one in sections for part in one.parts for text in _texts(part)]
    texts += [text for one in card for text in _texts(one)]
    found = Glossary(content.glossary).terms_in("\n".join(texts))
    said = (Meaning(one.term, meaning(one, content.words)) for one in found)
    return tuple(sorted(said, key=lambda one: one.term.casefold()))


def _texts(part: FormPart) -> Iterator[str]:
    match part:
        case FormQuestion():
            yield from (part.text, part.about, part.help, *(one.text for one in part.options))
        case FormNote():
            yield from (part.text, part.about)
        case FormGroup():
            yield from (part.title, part.help)
            for one in part.questions:
                yield from _texts(one)
        case FormList():
            yield from (part.text, part.about, part.help)
            for one in part.questions:
                yield from _texts(one)
