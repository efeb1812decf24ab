"""Answers as a person would say them: their own words alone, short enough for one breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.wording import lower_first
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import DateSaid, NonAnswer

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.engine.wording import Wording
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer
    from pnet_prep.model.values import Value

ONE_BREATH = 120
"""Letters of one answer that are said; the whole of it stands on paper."""

CUT = " …"


def spoken(picture: Picture, item: Item, answers: tuple[Answer, ...]) -> str:
    """What everybody said to an item, named where they differ; empty where nobody is sure."""
    if all(answer.value is NonAnswer.NOT_SURE for answer in answers):
        return ""
    wording = picture.wording
    said = [(one.by, _value(wording, item, one.value)) for one in answers]
    if len({words for _, words in said}) == 1 and _is_own(picture, answers):
        return said[0][1]
    return wording.listed([_named(wording, by, words) for by, words in said])


def said_aloud(text: str) -> str:
    """The text in one line without its full stop; of a long one only how it begins."""
    line = " ".join(text.split()).rstrip(" .;,")
    if len(line) <= ONE_BREATH:
        return line
    begun = line[: ONE_BREATH + 1]
    return (begun.rpartition(" ")[0] or line[:ONE_BREATH]).rstrip(" .;,") + CUT


def _value(wording: Wording, item: Item, value: Value) -> str:
    match value:
        case DateSaid(text):
            return said_aloud(text)
        case tuple():
            parts = [lower_first(wording.option(item, one)) for one in value]
            return wording.words["list.comma"].join(parts)
        case str() if item.options or item.type is ItemType.YES_NO_UNSURE:
            return lower_first(wording.value(item, value))
        case _:
            return said_aloud(wording.value(item, value))


def _is_own(picture: Picture, answers: tuple[Answer, ...]) -> bool:
    """Whether the words need no name: the patient says so too, or only one person has a say."""
    return picture.one_voice or not {PATIENT, BOTH}.isdisjoint(answer.by for answer in answers)


def _named(wording: Wording, by: str, words: str) -> str:
    if by == BOTH:
        return wording.say("rehearse.together", answer=words)
    return wording.say("rehearse.view", person=wording.person(by), answer=words)
