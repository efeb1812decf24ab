"""How answers and their authors are put into words. The words themselves come from the content."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.engine.date_saying import say_date, saying
from pnet_prep.engine.fill import say
from pnet_prep.model.questionnaire import ItemType, OptionsFrom
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import (
    AskLater,
    DateSaid,
    ListMark,
    NonAnswer,
    OwnWords,
    Quantity,
    SameAs,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pnet_prep.engine.date_saying import DateSaying
    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer, QuestionnaireResponse
    from pnet_prep.model.values import Value

ONE_BREATH = 120
"""Letters of one answer that are said; the whole of it stands on paper."""

CUT = " …"


class Wording:
    """Says things about one visit in the words of its content."""

    def __init__(self, content: Content, response: QuestionnaireResponse) -> None:
        self.content = content
        self.response = response
        self.words = content.words

    def say(self, word: str, **slots: str) -> str:
        """A sentence of ``words.yaml`` with its slots filled; slot values are never patterns."""
        return say(self.words, word, slots)

    def listed(self, parts: Sequence[str]) -> str:
        """Several parts as one phrase: commas between, and the word for "and" before the last."""
        if len(parts) < 2:
            return "".join(parts)
        joined = self.words["list.comma"].join(parts[:-1])
        return self.say("list.and", first=joined, last=parts[-1])

    def patient(self) -> str:
        """The patient's name, or the word for one who is not named."""
        return self._text("person.name", "") or self.words["person.unnamed"]

    def person(self, by: str) -> str:
        """How a person is called beside their answers: name, or kinship, or role."""
        if by == PATIENT:
            return self.helper_name(by) or self.words["person.patient"]
        if by == BOTH:
            return self.words["person.both"]
        name, kinship = self.helper_name(by), self.relation(by)
        if name and kinship:
            return self.say("person.named_helper", name=name, relation=kinship)
        return name or kinship or self.words["person.helper"]

    def helper_name(self, by: str) -> str:
        """What a person is called, the patient too; empty where no name was given."""
        return self._text("person.name", "") if by == PATIENT else self._text("helper.name", by)

    def relation(self, by: str) -> str:
        """What a caregiver is to the patient, in lower case; empty when not said."""
        item = self.content.questionnaire.by_id.get("helper.relation")
        said = self._last("helper.relation", by)
        return lower_first(self.value(item, said.value)) if item and said else ""

    def entry(self, group: Item, entry: str) -> str:
        """The name of a list entry: what was said to its first question."""
        naming = group.items[0]
        if said := self._last(naming.link_id, entry):
            return self.value(naming, said.value)
        passed = [answer.value for answer in self.response.at(naming.link_id, entry)]
        return self.words["entry.not_sure" if NonAnswer.NOT_SURE in passed else "entry.unnamed"]

    def entry_in_sentence(self, group: Item, entry: str) -> str:
        """As ``entry``, ready to stand inside a sentence: what was typed stays as it was typed."""
        name = self.entry(group, entry)
        return lower_first(name) if group.items[0].options else name

    def answer(self, answer: Answer) -> str:
        """An answer in words; empty where its question is no longer known."""
        item = self.content.questionnaire.by_id.get(answer.item)
        return self.value(item, answer.value) if item else ""

    def value(self, item: Item, value: Value) -> str:
        """A value in words: the person's own first, our reading of a date in brackets."""
        said = self._said(item, value)
        return said if "\n" not in said or item.type is ItemType.LONG_TEXT else on_one_line(said)

    def _said(self, item: Item, value: Value) -> str:
        match value:
            case NonAnswer() | ListMark():
                return self.words[f"answer.{value.value}"]
            case AskLater() | SameAs():
                return ""
            case DateSaid(text, edtf):
                return self._date(text, edtf)
            case Quantity(text) | OwnWords(text):
                return text
            case int():
                return self._number(item, value)
            case tuple():
                parts = [self.option(item, one) for one in value]
                return self.listed([*parts[:1], *map(lower_first, parts[1:])])
            case str():
                return self.option(item, value)

    def option(self, item: Item, chosen: str) -> str:
        """The text of an option, or the words themselves where the item has no options."""
        if found := item.option(chosen):
            return found.text
        if item.type is ItemType.YES_NO_UNSURE:
            return self.words.get(f"answer.{chosen}", chosen)
        if item.options_from is OptionsFrom.PLACES:
            return next((p.name for p in self.content.places if p.id == chosen), chosen)
        if item.options_from is OptionsFrom.EARLIER:
            named = self.content.questionnaire.by_id.get(chosen)
            return named.short if named else self.words["again.all_right"]
        return chosen

    def day(self, edtf: str) -> str:
        """An EDTF value in words. Raises ``ValueError`` for what is none."""
        return say_date(edtf, self._dates)

    @property
    def dates(self) -> DateSaying | None:
        """As ``dates_in``."""
        return None if in_english(self.content) else self._dates

    @cached_property
    def _dates(self) -> DateSaying:
        return saying(self.words)

    def _number(self, item: Item, value: int) -> str:
        if item.type is ItemType.SCALE_0_10:
            return self.say("answer.scale", number=str(value))
        return str(value)

    def _date(self, text: str, edtf: str | None) -> str:
        if edtf is None:
            return text
        try:
            reading = self.day(edtf)
        except ValueError:  # a visit file that was changed by hand
            return text
        said = reading.casefold() in " ".join(text.casefold().split())
        return text if said else self.say("answer.date", words=text, reading=reading)

    def _text(self, item: str, entry: str) -> str:
        said = self._last(item, entry)
        return on_one_line(said.value) if said and isinstance(said.value, str) else ""

    def _last(self, item: str, entry: str) -> Answer | None:
        """The last real answer: a name stays, though somebody else passed over the question."""
        said = [one for one in self.response.at(item, entry) if one.real]
        return said[-1] if said else None


def in_english(content: Content) -> bool:
    """Whether its words are English."""
    return content.language.partition("-")[0] == "en"


def dates_in(content: Content) -> DateSaying | None:
    """All that is known of dates in another language; of English more is known, in code."""
    return None if in_english(content) else saying(content.words)


def on_one_line(text: str) -> str:
    """What was typed into a field of one line, its line ends as spaces.

    Here they were taken out when it was typed; what came from elsewhere may have some, so that
    what somebody else is called seems to be said by the program.
    """
    return text.replace("\n", " ")


def said_aloud(text: str) -> str:
    """The text in one line without its full stop; of a long one only how it begins."""
    line = " ".join(text.split()).rstrip(" .;,")
    if len(line) <= ONE_BREATH:
        return line
    begun = line[: ONE_BREATH + 1]
    return (begun.rpartition(" ")[0] or line[:ONE_BREATH]).rstrip(" .;,") + CUT


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is "I", "CT", "X-ray" or such."""
    word = text.partition(" ")[0]
    kept = word == "I" or (len(word) > 1 and not word[1].islower())
    return text if kept else text[:1].lower() + text[1:]
