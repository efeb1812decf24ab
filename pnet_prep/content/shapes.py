"""The keys of every mapping in ``questions/``: one table that the reader checks against.

``docs/content-format.md`` is generated from it. A kind names how a value is checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from pnet_prep.model.questionnaire import AskWhom, ItemType, OptionsFrom
from pnet_prep.model.rules import Certainty, Level, PrintFlag, StepKind, Verified

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(Enum):
    """How a value is written."""

    TEXT = "text"
    ID = "id"
    IDS = "list of ids"
    TEXTS = "list of texts"
    YES = "yes or no"
    NUMBER = "whole number"
    DATE = "date, 2026-11-23"
    MONTH = "month, 2026-11"
    ONE_OF = "one of"
    SOME_OF = "some of"
    CONDITION = "condition"
    OPTIONS = "options"
    SHAPE = "mapping"
    SHAPES = "list of mappings"
    WORDS = "id: sentence"
    SOURCES = "id: source"
    ANSWERS = "link id: answer"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its kind, what it is for, the allowed words, or the shape of what is inside."""

    kind: Kind
    about: str
    required: bool = False
    allowed: tuple[str, ...] = ()
    shape: str = ""

    @property
    def written(self) -> str:
        """How the value is written, for the documentation."""
        match self.kind:
            case Kind.ONE_OF:
                return " | ".join(self.allowed)
            case Kind.SOME_OF:
                return f"list of {', '.join(self.allowed)}"
            case Kind.SHAPE:
                return self.shape
            case Kind.SHAPES:
                return f"list of {self.shape}"
            case _:
                return str(self.kind.value)


def _words(enum: type[Enum]) -> tuple[str, ...]:
    return tuple(member.value for member in enum if member.value)


def _one(about: str, *allowed: str, required: bool = False) -> Key:
    return Key(Kind.ONE_OF, about, required, allowed)


def _text(about: str, *, required: bool = False) -> Key:
    return Key(Kind.TEXT, about, required)


STAGES = ("looking", "new", "deciding", "in_treatment", "watching", "follow_up")
CLINICIANS = (
    "gp",
    "gastroenterology",
    "endocrinology",
    "surgery",
    "oncology",
    "nuclear_medicine",
    "genetics",
    "nurse",
    "other",
)
TOPICS = (
    "safety",
    "cause",
    "tests",
    "medicines",
    "treatment",
    "deciding",
    "living",
    "family",
    "practical",
    "visit_end",
)
SHEET = (
    "visit",
    "column",
    "effect",
    "medicines",
    "allergies",
    "conditions",
    "family",
    "done",
    "else",
    "line",
)
HELP_LINES = ("emergency", "crisis", "abuse")

_PROVENANCE: Mapping[str, Key] = {
    "covers": Key(Kind.TEXTS, "ids of the content inventory that this answers"),
    "sources": Key(Kind.IDS, "ids from sources.yaml"),
    "certainty": _one("how far sources agree", *_words(Certainty)),
    "verified": _one("whether the source was read", *_words(Verified)),
    "reviewed_on": Key(Kind.DATE, "when a person last checked it"),
    "review_by": Key(Kind.DATE, "when it has to be checked again"),
}

_ITEM: Mapping[str, Key] = {
    "id": Key(Kind.ID, "link id; never changes meaning", required=True),
    "type": _one("kind of question", *_words(ItemType), required=True),
    "text": _text("the question, as asked to the patient", required=True),
    "text_about": _text("the question, as asked to a caregiver"),
    "label": _text("short name on paper"),
    "said": _text('noun phrase for "because you said …"'),
    "help": _text("more about the question, shown when asked for"),
    "options": Key(Kind.OPTIONS, "what can be chosen: id: text, or id: option"),
    "options_from": _one("where options come from instead", *_words(OptionsFrom)),
    "exclusive": Key(Kind.IDS, "options that stand alone"),
    "units": Key(Kind.TEXTS, "units a quantity may have"),
    "when": Key(Kind.CONDITION, "asked only when this holds"),
    "repeats": Key(Kind.YES, "a list: asked once for every entry"),
    "card": Key(Kind.YES, "gets the questions of the symptom card"),
    "items": Key(Kind.SHAPES, "questions inside a group", shape="item"),
    "ask_whom": _one("who may be asked", *_words(AskWhom)),
    "private": Key(Kind.YES, "never on a print that others read"),
    "sensitive": Key(Kind.YES, "asked with care; may be left out"),
    "quick": Key(Kind.YES, "asked in quick mode too"),
    "forward": Key(Kind.YES, "a date that lies ahead"),
    "recognise": Key(Kind.YES, "typed names are looked up in medicine_names.yaml"),
    "help_line": _one("phone line shown under the text", *HELP_LINES),
    "sheet": _one("place of the answer on page 1", *SHEET),
    "seconds": Key(Kind.NUMBER, "time it takes to answer"),
    "covers": _PROVENANCE["covers"],
    "sources": _PROVENANCE["sources"],
}

SHAPES: Mapping[str, Mapping[str, Key]] = {
    "topic": {
        "section": Key(Kind.ID, "id of the part of the interview"),
        "title": _text("its name"),
        "place": Key(Kind.NUMBER, "its place among the parts"),
        "defaults": Key(Kind.SHAPE, "provenance for all of this file", shape="provenance"),
        "ask_to_print": Key(Kind.ID, "item whose yes puts private flags on paper"),
        "screens": Key(Kind.SHAPES, "lists of symptoms by body area", shape="screen"),
        "card": Key(Kind.SHAPES, "questions about every symptom, ids relative", shape="item"),
        "symptoms": Key(Kind.SHAPES, "the symptoms", shape="symptom"),
        "items": Key(Kind.SHAPES, "the questions, in order", shape="item"),
        "doctor_questions": Key(
            Kind.SHAPES, "questions for the doctor, paired with answers", shape="doctor_question"
        ),
        "red_flags": Key(Kind.SHAPES, "signs that should not wait", shape="red_flag"),
    },
    "item": _ITEM,
    "option": {
        "text": _text("the answer, as shown", required=True),
        "said": _ITEM["said"],
        "usual": Key(Kind.YES, "nothing out of the ordinary: page 1 leaves it out"),
        "room": Key(Kind.NUMBER, "how many questions get room to write after this answer"),
        "covers": _ITEM["covers"],
    },
    "screen": {
        key: _ITEM[key]
        for key in ("id", "text", "text_about", "label", "help", "quick", "covers", "sources")
    },
    "symptom": {
        "id": Key(Kind.ID, "short id; its card is symptom.ID", required=True),
        "screen": Key(Kind.ID, "the list it stands in", required=True),
        "text": _text("its name", required=True),
        "said": _text('noun phrase for "because you said …"', required=True),
        "help": _text("more about it"),
        "items": Key(Kind.SHAPES, "its own questions, ids relative", shape="item"),
        "covers": _ITEM["covers"],
        "sources": _ITEM["sources"],
    },
    "doctor_question": {
        "id": Key(Kind.ID, "its id", required=True),
        "ask": _text("the question, as the patient would read it out", required=True),
        "ask_about": _text("the question, as a caregiver would read it out"),
        "when": Key(Kind.CONDITION, "raised when this holds"),
        "always": Key(Kind.YES, "raised for everybody"),
        "why": _text("one line: why it is worth asking", required=True),
        "topic": _one("what it is about", *TOPICS, required=True),
        "priority": _one("1 comes first", "1", "2", "3", "4", "5", required=True),
        "stage": Key(Kind.SOME_OF, "stages where it ranks higher", allowed=STAGES),
        "clinician": Key(Kind.SOME_OF, "doctors with whom it ranks higher", allowed=CLINICIANS),
        "fold": Key(Kind.ID, "near duplicates share this name; only the first is shown"),
        "flags": Key(Kind.IDS, "red flags it belongs to"),
        "because": _text("the reason, where the answers alone have nothing to say"),
        **_PROVENANCE,
    },
    "red_flag": {
        "id": Key(Kind.ID, "its id", required=True),
        "when": Key(Kind.CONDITION, "fires when this holds", required=True),
        "level": _one(
            "emergency services now, or the care team today", *_words(Level), required=True
        ),
        "do": _text("what to do; never why", required=True),
        "print": _one("whether it goes on paper by itself", *_words(PrintFlag)),
        "ask_whom": _ITEM["ask_whom"],
        "help_line": _ITEM["help_line"],
        **_PROVENANCE,
    },
    "provenance": _PROVENANCE,
    "step": {
        "id": Key(Kind.ID, "its id", required=True),
        "text": _text("what to do or bring", required=True),
        "kind": _one("when it is done", *_words(StepKind), required=True),
        "when": Key(Kind.CONDITION, "only when this holds"),
        **_PROVENANCE,
    },
    "term": {
        "id": Key(Kind.ID, "its id", required=True),
        "term": _text("the word", required=True),
        "plain": _text("what it means, in 15 plain words or fewer", required=True),
        "say": _text("how to say it aloud"),
        "more": _text("a little more"),
        "forms": Key(Kind.TEXTS, "other forms of the word"),
        **_PROVENANCE,
    },
    "class": {
        "id": Key(Kind.ID, "its id", required=True),
        "text": _text("its name", required=True),
        "names": Key(Kind.TEXTS, "generic and brand names", required=True),
        "sources": _PROVENANCE["sources"],
    },
    "place": {
        "id": Key(Kind.ID, "its id", required=True),
        "name": _text("the country", required=True),
        "emergency": _text("emergency number"),
        "crisis": _text("line for thoughts of suicide"),
        "abuse": _text("line for people who are not safe at home"),
        "checked_on": Key(Kind.MONTH, "when the numbers were checked", required=True),
        "sources": _PROVENANCE["sources"],
    },
    "source": {
        "title": _text("its title", required=True),
        "publisher": _text("who published it", required=True),
        "url": _text("where it is", required=True),
        "checked_on": Key(Kind.MONTH, "when it was read", required=True),
    },
    "pack.yaml": {
        "pack": Key(Kind.ID, "short name; all ids of the pack begin with it", required=True),
        "title": _text("what it is about, for patients", required=True),
        "for": _text("whom it is for", required=True),
        "publisher": _text("the clinic or group that answers for it", required=True),
        "contact": _text("web or e-mail address for questions about it", required=True),
    },
    "answers": {
        "name": _text("whose visit it is, for the reader of the file"),
        "about": _text("what the visit is about, for the reader of the file"),
        "source": _text("where the story was published"),
        "as": _one("who answers", "patient", "caregiver", "together"),
        "as_of": Key(Kind.DATE, "the day on which the answers are given"),
        "people": Key(Kind.SHAPE, "the caregiver, if there is one", shape="people"),
        "answers": Key(Kind.ANSWERS, "link id: answer", required=True),
        "views": Key(Kind.SHAPE, "what the other person says", shape="views"),
        "must_ask": Key(Kind.IDS, "questions that have to be raised (example patients)"),
        "must_not_ask": Key(Kind.IDS, "questions that must not be raised (example patients)"),
        "red_flags": Key(Kind.IDS, "red flags that fire, and no others (example patients)"),
    },
    "people": {"caregiver": Key(Kind.SHAPE, "the caregiver", required=True, shape="person")},
    "person": {
        "name": _text("the name, for the sheet"),
        "relation": _text("what the person is to the patient"),
    },
    "views": {
        "patient": Key(Kind.ANSWERS, "the patient's own view"),
        "caregiver": Key(Kind.ANSWERS, "the caregiver's view"),
    },
    "sources.yaml": {"sources": Key(Kind.SOURCES, "all sources", required=True)},
    "words.yaml": {"words": Key(Kind.WORDS, "what the program says", required=True)},
    "glossary.yaml": {
        "defaults": Key(Kind.SHAPE, "provenance for all of this file", shape="provenance"),
        "terms": Key(Kind.SHAPES, "medical words", required=True, shape="term"),
    },
    "preparation.yaml": {
        "defaults": Key(Kind.SHAPE, "provenance for all of this file", shape="provenance"),
        "steps": Key(Kind.SHAPES, "what to do and bring", required=True, shape="step"),
    },
    "places.yaml": {"places": Key(Kind.SHAPES, "countries", required=True, shape="place")},
    "medicine_names.yaml": {"classes": Key(Kind.SHAPES, "kinds", required=True, shape="class")},
}
"""Shape name to its keys. A file has the shape of its own name, or is a ``topic``."""
