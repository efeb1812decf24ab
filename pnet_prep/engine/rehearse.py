"""The six questions a doctor asks of every symptom, answered aloud in the person's own words.

What answers a question is any item that covers its id, D1 to D6 of the inventory, so that a new
item is spoken too. Private answers and those behind a closed gate are not spoken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.facts import may_print
from pnet_prep.engine.speaking import said_aloud, spoken
from pnet_prep.engine.symptoms import is_card, symptoms_of
from pnet_prep.engine.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer

DOCTOR_ASKS = ("D1", "D2", "D3", "D4", "D5", "D6")
WORST = "D3"
MOST = 5
"""Things said to one question; the others stand on the sheet."""

_AFTER_A_MARK = r"(?<=[?!…])\.$"


class Rehearsed(NamedTuple):
    """One of the six, and what to say to it; empty where unanswered."""

    asked: str
    said: str


class _Part(NamedTuple):
    """What was said of one thing; ``lead`` is the word of the sentence it belongs to.

    ``label`` names the item, ``about`` the symptom (or again the item, which ``beside`` tells);
    ``words`` are empty where nobody is sure.
    """

    lead: str
    label: str
    about: str
    words: str
    beside: bool = False


def rehearse(picture: Picture) -> tuple[Rehearsed, ...]:
    """The six questions in order, each with a few sentences to say, the worst symptom first."""
    symptoms = sorted(symptoms_of(picture), key=lambda one: -_worst(picture, *one))
    words = picture.content.words
    return tuple(
        Rehearsed(
            words[f"rehearse.{asked.lower()}.asked"],
            " ".join(_sentences(picture, list(_parts(picture, asked, symptoms)))),
        )
        for asked in DOCTOR_ASKS
    )


def _worst(picture: Picture, group: Item, entry: str) -> int:
    """The largest number anybody gave to how bad it is; -1 without one."""
    answers = [a for item in group.items for a in _answers(picture, item, entry, WORST)]
    return max((a.value for a in answers if isinstance(a.value, int)), default=-1)


def _parts(picture: Picture, asked: str, symptoms: Iterable[tuple[Item, str]]) -> Iterator[_Part]:
    """All that answers a question: of each symptom, then what else there is."""
    lead = f"rehearse.{asked.lower()}.said"
    for group, entry in symptoms:
        items = [item for item in group.items if asked in item.covers]
        for item in items:
            if answers := _answers(picture, item, entry, asked):
                word = lead if item is items[0] else "rehearse.also"
                about, words = _name(picture, group, entry), spoken(picture, item, answers)
                yield _Part(word, item.short, about, words)
    for item in _outside(picture, asked):
        if answers := _answers(picture, item, "", asked):
            about = lower_first(item.short.rstrip(":?. "))
            words = spoken(picture, item, answers)
            yield _Part(lead, item.short, about, words, beside=True)


def _sentences(picture: Picture, parts: list[_Part]) -> Iterator[str]:
    """A sentence for each item of the card, and one for what nobody is sure about."""
    sentences: dict[tuple[str, str], list[_Part]] = {}
    for part in parts:
        if part.words:
            label = part.label if part.lead == "rehearse.also" else ""
            sentences.setdefault((part.lead, label), []).append(part)
    for (lead, label), told in sorted(sentences.items(), key=lambda one: bool(one[0][1])):
        said = picture.wording.say(lead, label=label, parts=_listed(picture, told))
        yield re.sub(_AFTER_A_MARK, "", said[:1].upper() + said[1:])
    if unsure := list(dict.fromkeys(part.about for part in parts if not part.words)):
        yield picture.wording.say("rehearse.unsure", things=picture.wording.listed(unsure[:MOST]))


def _listed(picture: Picture, parts: list[_Part]) -> str:
    wording = picture.wording
    said = [
        wording.say(
            "rehearse.part_beside" if part.beside else "rehearse.part",
            about=part.about,
            words=part.words,
        )
        for part in parts[:MOST]
    ]
    if more := len(parts[MOST:]):
        said.append(wording.say("rehearse.more", count=str(more)))
    return wording.words["rehearse.join"].join(said)


def _name(picture: Picture, group: Item, entry: str) -> str:
    if entry:
        return said_aloud(picture.wording.entry_in_sentence(group, entry))
    return group.said or lower_first(group.text)


def _outside(picture: Picture, asked: str) -> Iterator[Item]:
    """What answers a question and is asked once, outside the cards and lists."""
    by_id, group_of = picture.content.questionnaire.by_id, picture.content.questionnaire.group_of
    for item in by_id.values():
        if asked not in item.covers or item.items:
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
