"""Answers as a person would say them: their own words alone, short enough for one breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.date_aloud import When, spoken_date
from pnet_prep.engine.fill import fill
from pnet_prep.engine.pairing import CAREGIVER
from pnet_prep.engine.wording import in_english, lower_first, said_aloud
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import ANSWERING, BOTH, PATIENT
from pnet_prep.model.values import DateSaid, NonAnswer

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.engine.wording import Wording
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer
    from pnet_prep.model.values import Value

_SMALL = (
    "a after all always an and any as at because before but by can eating every food for from"
    " he her his how if in it its lying my no not nothing often on only our resting rest she"
    " sleep so some sometimes stress that the their then there they this to walking we what"
    " when with without you your"
)
_SMALL_INSIDE = frozenset(_SMALL.split())
"""Words that are written small inside a sentence; of all others we cannot know."""

_SENTENCE = frozenset({"i", "we", "it", "he", "she", "they", "you", "there"})
"""What begins so, also as in "it's", is a sentence of its own, and fits into no other."""


def differ(picture: Picture, item: Item, answers: tuple[Answer, ...]) -> bool:
    """Whether the answers have to be told apart by who gave them."""
    said = {spoken(picture.wording, item, one.value) for one in answers}
    own = {PATIENT, BOTH, speaker_of(picture)}
    one_says_it_all = not own.isdisjoint(answer.by for answer in answers)
    return len(said) > 1 or not (picture.one_voice or one_says_it_all)


def clause(picture: Picture, asked: str, item: Item, value: Value, about: str) -> str:
    """What is said to the question ``asked`` (D1 to D6) of an item; ``about`` is the symptom."""
    wording = picture.wording
    said, template = spoken(wording, item, value), item.aloud
    if isinstance(value, DateSaid):
        # How a date stands in a sentence is known of English alone.
        how, said = spoken_date(value) if in_english(wording.content) else (When.OWN_WORDS, said)
        if how is not When.BEGAN:
            template = wording.words[f"rehearse.{how.value}"]
    elif isinstance(value, str) and _is_nothing(wording, value):
        template = wording.words.get(f"rehearse.{asked.lower()}.nothing_said", template)
    elif isinstance(value, str) and not item.options and _is_sentence(said):
        said, template = lower_first(said), wording.words["rehearse.with"]
    elif isinstance(value, tuple) and value and (first := item.option(value[0])) and first.aloud:
        rest = [lower_first(wording.option(item, one)) for one in value[1:]]
        said = wording.words["list.comma"].join(filter(None, (first.aloud, wording.listed(rest))))
    return fill(template or wording.words["rehearse.with"], {"about": about, "said": said})


def views(picture: Picture, item: Item, answers: tuple[Answer, ...]) -> str:
    """What each person says to an item, named; whoever holds the sheet says "I"."""
    wording = picture.wording
    speaker = speaker_of(picture)
    said: list[str] = []
    for one in answers:
        words = spoken(wording, item, one.value)
        if one.by == BOTH:
            said.append(wording.say("rehearse.together", answer=words))
        elif one.by == speaker:
            said.append(wording.say("rehearse.i_say", answer=words))
        else:
            person = _named(wording, one.by, speaker)
            said.append(wording.say("rehearse.view", person=person, answer=words))
    return wording.listed(said)


def speaker_of(picture: Picture) -> str:
    """Who speaks at the visit: the patient or the one who helps; nobody where both do."""
    said = picture.response.at(ANSWERING)[-1:]
    for answer in said:
        if answer.value == CAREGIVER:
            return answer.by
        return PATIENT if answer.value == PATIENT else ""
    return PATIENT


def spoken(wording: Wording, item: Item, value: Value) -> str:
    """One answer in a few words, to stand inside a sentence."""
    match value:
        case NonAnswer():
            return lower_first(wording.value(item, value))
        case DateSaid(text):
            return said_aloud(text)
        case tuple():
            return wording.listed([lower_first(wording.option(item, one)) for one in value])
        case int() if item.type is ItemType.SCALE_0_10:
            return wording.say("rehearse.out_of_ten", number=str(value))
        case str() if item.options or item.type is ItemType.YES_NO_UNSURE:
            return lower_first(wording.value(item, value))
        case _:
            return small_inside(said_aloud(wording.value(item, value)))


def small_inside(text: str) -> str:
    """The text with a small first letter, where it begins with a word that we know."""
    return text[:1].lower() + text[1:] if _first_word(text) in _SMALL_INSIDE else text


def _is_sentence(text: str) -> bool:
    return _first_word(text).replace("’", "'").partition("'")[0] in _SENTENCE


def _first_word(text: str) -> str:
    return text.partition(" ")[0].rstrip(".,;:!?…)").casefold()


def _is_nothing(wording: Wording, text: str) -> bool:
    return text.casefold().strip(" .") == wording.words["rehearse.nothing_said"]


def _named(wording: Wording, by: str, speaker: str) -> str:
    """A person as the speaker calls them: "my mother Maria" for the patient's own mother."""
    kinship, name = wording.relation(by), wording.helper_name(by)
    if speaker == PATIENT and kinship.isalpha():
        return wording.say("rehearse.my", relation=kinship, name=name).rstrip()
    return name or wording.person(by)
