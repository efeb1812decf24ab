"""The six questions a doctor asks of every symptom, answered aloud in the person's own words.

What answers a question is any item that covers its id, D1 to D6 of the inventory, so that a new
item is spoken too. Private answers and those behind a closed gate are not spoken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.facts import may_print
from pnet_prep.engine.fill import fill
from pnet_prep.engine.speaking import clause, differ, small_inside, spoken, views
from pnet_prep.engine.symptoms import is_card, worst_first
from pnet_prep.engine.wording import lower_first, said_aloud
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer

DOCTOR_ASKS = ("D1", "D2", "D3", "D4", "D5", "D6")
_ASKED = frozenset(DOCTOR_ASKS)
ELSE = "D6"
MOST = 5
"""Things said to one question; the others stand on the sheet."""


class Rehearsed(Fixed):
    """One of the six, and what to say to it; empty where unanswered.

    ``left`` says in a sentence for which symptoms it is not answered, where it is for others.
    """

    asked: str
    said: str
    left: str = ""


class _Part(Fixed):
    """What was said of one thing. Parts of one ``sentence`` are said together, in its order.

    ``about`` names the symptom, or what else it is about; ``words`` are empty where nobody is sure.
    """

    sentence: tuple[int, str]
    about: str
    words: str


def rehearse(picture: Picture) -> tuple[Rehearsed, ...]:
    """The six questions in order, each with a few sentences to say, the worst symptom first."""
    symptoms = worst_first(picture)
    outside = list(_outside(picture))
    return tuple(_rehearsed(picture, asked, symptoms, outside) for asked in DOCTOR_ASKS)


def _rehearsed(
    picture: Picture, asked: str, symptoms: list[tuple[Item, str]], outside: list[Item]
) -> Rehearsed:
    wording = picture.wording
    beside = [item for item in outside if asked in item.covers]
    parts = [*_parts(picture, asked, symptoms), *_beside(picture, asked, beside)]
    left = [_name(picture, *one) for one in symptoms if _is_left(picture, asked, *one)]
    shown = parts and left and asked != ELSE
    return Rehearsed(
        wording.words[f"rehearse.{asked.lower()}.asked"],
        " ".join(_sentences(picture, asked, parts)),
        wording.say("rehearse.open", things=wording.listed(left[:MOST])) if shown else "",
    )


def _parts(picture: Picture, asked: str, symptoms: Iterable[tuple[Item, str]]) -> Iterator[_Part]:
    """All that answers a question about the symptoms."""
    number = asked.lower()
    for group, entry in symptoms:
        about = _name(picture, group, entry)
        for place, item in enumerate(one for one in group.items if asked in one.covers):
            answers = _answers(picture, item, entry, asked)
            lead = "rehearse.sentence" if place else _word(picture, number, "sentence")
            if not answers:
                continue
            if all(answer.value is NonAnswer.NOT_SURE for answer in answers):
                yield _Part((place, ""), about, "")
            elif differ(picture, item, answers):
                word = "rehearse.views" if place else _word(picture, number, "views")
                said = picture.wording.say(word, about=about, views=views(picture, item, answers))
                yield _Part((place, "rehearse.sentence"), about, said)
            else:
                said = clause(picture, asked, item, answers[-1].value, about)
                yield _Part((place, lead), about, said)


def _beside(picture: Picture, asked: str, items: list[Item]) -> Iterator[_Part]:
    """What answers a question and is asked once, each in a sentence of its own."""
    wording = picture.wording
    for place, item in enumerate(items):
        answers = _answers(picture, item, "", asked)
        about = lower_first(item.bare)
        sentence = (MOST + place, "rehearse.sentence")
        if not answers:
            continue
        if all(answer.value is NonAnswer.NOT_SURE for answer in answers):
            yield _Part((MOST + place, ""), about, "")
        elif differ(picture, item, answers):
            said = wording.say("rehearse.beside", about=about, said=views(picture, item, answers))
            yield _Part(sentence, about, said)
        else:
            template = item.aloud or wording.words["rehearse.beside"]
            said = spoken(wording, item, answers[-1].value)
            yield _Part(sentence, about, fill(template, {"about": about, "said": said}))


def _sentences(picture: Picture, asked: str, parts: list[_Part]) -> Iterator[str]:
    """A sentence for what is said together, and one for what nobody is sure about."""
    sentences: dict[tuple[int, str], list[str]] = {}
    for part in parts:
        if part.words:
            sentences.setdefault(part.sentence, []).append(part.words)
    for (_, word), told in sorted(sentences.items(), key=lambda one: one[0][0]):
        said = picture.wording.say(word, parts=_listed(picture, told))
        ended = said.removesuffix(".")
        yield _begun(ended if ended.endswith(("?", "!", "…")) else said)
    unsure = {part.about: part.sentence[0] < MOST for part in parts if not part.words}
    for of_symptoms in (True, False):
        things = [about for about, symptom in unsure.items() if symptom is of_symptoms][:MOST]
        word = _word(picture, asked.lower(), "unsure") if of_symptoms else "rehearse.unsure"
        if things:
            yield picture.wording.say(word, things=picture.wording.listed(things))


def _listed(picture: Picture, told: list[str]) -> str:
    words = picture.content.words
    said = told[:MOST]
    if more := len(told[MOST:]):
        said.append(picture.wording.say("rehearse.more", count=str(more)))
    long = more or any(words["list.comma"] in one for one in said)
    return words["rehearse.join"].join(said) if long else picture.wording.listed(said)


def _word(picture: Picture, number: str, name: str) -> str:
    """The word for one of the six, or the one for all of them."""
    own = f"rehearse.{number}.{name}"
    return own if own in picture.content.words else f"rehearse.{name}"


def _name(picture: Picture, group: Item, entry: str) -> str:
    if entry:
        return small_inside(said_aloud(picture.wording.entry_in_sentence(group, entry)))
    return group.said or lower_first(group.text)


def _is_left(picture: Picture, asked: str, group: Item, entry: str) -> bool:
    """Whether nobody has said anything to a question of a symptom, nor kept it back."""
    places = [(one.link_id, entry) for one in group.items if asked in one.covers]
    said = (one for place in places for one in picture.response.at(*place))
    return all(answer.value is NonAnswer.SKIPPED for answer in said)


def _outside(picture: Picture) -> Iterator[Item]:
    """What answers one of the six and is asked once, outside the cards and lists."""
    by_id, group_of = picture.content.questionnaire.by_id, picture.content.questionnaire.group_of
    for item in by_id.values():
        if item.items or _ASKED.isdisjoint(item.covers):
            continue
        group = by_id.get(group_of.get(item.link_id, ""))
        if not (group and (group.repeats or is_card(group))):
            yield item


def _answers(picture: Picture, item: Item, entry: str, asked: str) -> tuple[Answer, ...]:
    """What everybody said to an item that answers a question; nothing where it does not."""
    place = (item.link_id, entry)
    if asked not in item.covers or item.private or place not in picture.views.active:
        return ()
    return tuple(answer for answer in picture.response.at(*place) if may_print(answer))


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
