"""What everybody said, side by side: whose words they are, and what was said before two agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.response import BOTH, PATIENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer, QuestionnaireResponse

_FIRST = {PATIENT: 0, BOTH: 1}


def voices(picture: Picture, item: Item, answers: Iterable[Answer]) -> tuple[str, ...]:
    """The answers to an item in words, the patient's first; each with a name where that matters.

    No name is needed where everybody says the same (capitals and spaces aside) and the patient or
    both together are among them, nor where only one person has a say in the visit: who that is
    stands on the sheet.
    """
    found = in_order(answers)
    if not found:
        return ()
    words = [picture.wording.answer(answer) for answer in found]
    own = item.personal or picture.one_voice or any(answer.by in _FIRST for answer in found)
    if own and (len(words) == 1 or len({" ".join(w.casefold().split()) for w in words}) == 1):
        return (words[0],)
    if item.personal or picture.one_voice:
        return tuple(dict.fromkeys(words))
    return tuple(named(picture, answer.by, said) for answer, said in zip(found, words, strict=True))


def at_first(picture: Picture, answers: Iterable[Answer]) -> tuple[str, ...]:
    """What people said before they agreed on these answers, as one line; empty if it was the same.

    The answer they agreed on counts: what each of them had said is kept beside it.
    """
    before = [
        one for answer in answers if answer.by == BOTH for one in _before(picture.response, answer)
    ]
    latest = {one.by: one for one in before if one.real}
    said = {one.by: picture.wording.answer(one) for one in in_order(latest.values())}
    if len(said) < 2 or len(set(said.values())) < 2:
        return ()
    views = "; ".join(named(picture, by, words) for by, words in said.items())
    return (picture.wording.say("view.at_first", views=views),)


def only_teller(picture: Picture, answers: Iterable[Answer]) -> str:
    """Who alone gave some answers, where each of them would need the name; or nobody."""
    if picture.one_voice:
        return ""
    told = {answer.by for answer in answers}
    return "" if len(told) != 1 else "".join(told - {PATIENT, BOTH})


def told_by(picture: Picture, title: str, teller: str) -> str:
    """A title with the name of who told all that is under it; as it is without a ``teller``."""
    if not teller:
        return title
    return picture.wording.say("sheet.told_by", name=title, person=picture.wording.person(teller))


def name_or_both(picture: Picture, group: Item, entry: str) -> str:
    """The name of a list entry; where people call it differently, each name with its person."""
    naming = group.items[0]
    said = [one for one in picture.response.at(naming.link_id, entry) if one.real]
    names = voices(picture, naming, said)
    return "; ".join(names) if len(names) > 1 else picture.wording.entry(group, entry)


def named(picture: Picture, by: str, words: str) -> str:
    """Words with the name of whose they are."""
    return picture.wording.say("view.line", person=picture.wording.person(by), answer=words)


def in_order(answers: Iterable[Answer]) -> list[Answer]:
    """The patient's answers first, then joint ones, then those of others, each the oldest first."""
    return sorted(answers, key=lambda answer: _FIRST.get(answer.by, len(_FIRST)))


def _before(response: QuestionnaireResponse, agreed: Answer) -> Iterator[Answer]:
    for one in response.given(agreed.replaces):
        if one.by == BOTH:
            yield from _before(response, one)
        else:
            yield one
