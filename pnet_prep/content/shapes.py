"""The keys of every mapping in ``questions/``: one table that the reader checks against.

``docs/content-format.md`` is generated from it. A kind names how a value is checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.keys import Key, Kind, one, text, words
from pnet_prep.engine.panels import PANELS
from pnet_prep.model.questionnaire import AskWhom, ItemType, OptionsFrom, Quick, Recognise
from pnet_prep.model.rules import Certainty, Level, PrintFlag, StepKind, Verified

if TYPE_CHECKING:
    from collections.abc import Mapping


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
SHEET = ("patient", "visit", "reason", "column", "effect", "seen", *PANELS, "line")
HELP_LINES = ("emergency", "crisis", "abuse")

_PROVENANCE: Mapping[str, Key] = {
    "covers": Key(Kind.TEXTS, "ids of the content inventory that this answers"),
    "sources": Key(Kind.IDS, "ids from sources.yaml"),
    "certainty": one("how far sources agree", *words(Certainty)),
    "verified": one("whether the source was read", *words(Verified)),
    "reviewed_on": Key(Kind.DATE, "when a person last checked it"),
    "review_by": Key(Kind.DATE, "when it has to be checked again"),
}

_ITEM: Mapping[str, Key] = {
    "id": Key(Kind.ID, "link id; never changes meaning", required=True),
    "type": one("kind of question", *words(ItemType), required=True),
    "text": text("the question, as asked to the patient", required=True),
    "text_about": text("the question, as asked to a caregiver"),
    "label": text("short name on paper"),
    "said": text('noun phrase for "because you said …"'),
    "aloud": text("how its answer is said to the doctor: {said}, and {about} for the symptom"),
    "help": text("more about the question, shown when asked for"),
    "options": Key(Kind.OPTIONS, "what can be chosen: id: text, or id: option"),
    "options_from": one("where options come from instead", *words(OptionsFrom)),
    "exclusive": Key(Kind.IDS, "options that stand alone"),
    "units": Key(Kind.TEXTS, "units a quantity may have"),
    "when": Key(Kind.CONDITION, "asked only when this holds"),
    "repeats": Key(Kind.YES, "a list: asked once for every entry"),
    "card": Key(Kind.YES, "gets the questions of the symptom card"),
    "items": Key(Kind.SHAPES, "questions inside a group", shape="item"),
    "ask_whom": one("who may be asked", *words(AskWhom)),
    "ask_each": Key(Kind.YES, "each person is asked, whatever others said"),
    "private": Key(
        Kind.YES,
        "off paper; unless `ask_whom` is patient, each person's own and shown to nobody else",
    ),
    "sensitive": Key(Kind.YES, "asked with care; left out for family and forum"),
    "identifies": Key(Kind.YES, "says who or where somebody is; left out for a forum"),
    "quick": one("asked in quick mode too, or only there", *words(Quick)),
    "quick_when": Key(Kind.CONDITION, "asked in quick mode only when this holds"),
    "forward": Key(Kind.YES, "a date that lies ahead"),
    "recognise": one(
        "words looked for in typed ones: medicine_names.yaml or sign_words.yaml", *words(Recognise)
    ),
    "suggest": Key(
        Kind.IDS, "names offered while typing: medicines, glossary, or questions with options"
    ),
    "help_line": one("phone line shown under the text", *HELP_LINES),
    "sheet": one("place of the answer on page 1", *SHEET),
    "seconds": Key(Kind.NUMBER, "time it takes to answer"),
    "again": Key(Kind.YES, "asked of what the last visit said: still the same?"),
    "about": Key(Kind.IDS, "with again: the questions it brings over, ticked where changed"),
    "covers": _PROVENANCE["covers"],
    "sources": _PROVENANCE["sources"],
}

SHAPES: Mapping[str, Mapping[str, Key]] = {
    "topic": {
        "section": Key(Kind.ID, "id of the part of the interview"),
        "title": text("its name"),
        "place": Key(Kind.NUMBER, "its place among the parts"),
        "asked_by": one("the command that asks it, where it is not start", "after"),
        "defaults": Key(Kind.SHAPE, "provenance for all of this file", shape="provenance"),
        "ask_to_print": Key(Kind.ID, "item whose yes puts private flags on paper"),
        "first": Key(Kind.SHAPES, "questions before the lists of symptoms", shape="item"),
        "screens": Key(Kind.SHAPES, "lists of symptoms by body area", shape="screen"),
        "card": Key(Kind.SHAPES, "questions about every symptom, ids relative", shape="item"),
        "card_end": Key(
            Kind.SHAPES, "the same, asked after what only one symptom asks", shape="item"
        ),
        "symptoms": Key(Kind.SHAPES, "the symptoms", shape="symptom"),
        "items": Key(Kind.SHAPES, "the questions, in order", shape="item"),
        "doctor_questions": Key(
            Kind.SHAPES, "questions for the doctor, paired with answers", shape="doctor_question"
        ),
        "red_flags": Key(Kind.SHAPES, "signs that should not wait", shape="red_flag"),
    },
    "item": _ITEM,
    "option": {
        "text": text("the answer, as shown", required=True),
        "said": _ITEM["said"],
        "aloud": text('how it is said to the doctor, such as "it comes and goes"'),
        "usual": Key(Kind.YES, "nothing out of the ordinary: page 1 leaves it out"),
        "room": Key(Kind.NUMBER, "how many questions get room to write after this answer"),
        "covers": _ITEM["covers"],
    },
    "screen": {
        key: _ITEM[key]
        for key in (
            "id",
            "text",
            "text_about",
            "label",
            "help",
            "quick",
            "quick_when",
            "covers",
            "sources",
        )
    },
    "symptom": {
        "id": Key(Kind.ID, "short id; its card is symptom.ID", required=True),
        "screen": Key(Kind.ID, "the list it stands in", required=True),
        "text": text("its name", required=True),
        "said": text('noun phrase for "because you said …"', required=True),
        "help": text("more about it"),
        "sensitive": _ITEM["sensitive"],
        "items": Key(Kind.SHAPES, "its own questions, ids relative", shape="item"),
        "covers": _ITEM["covers"],
        "sources": _ITEM["sources"],
    },
    "doctor_question": {
        "id": Key(Kind.ID, "its id", required=True),
        "ask": text("the question, as the patient would read it out", required=True),
        "ask_about": text("the question, as a caregiver would read it out"),
        "when": Key(Kind.CONDITION, "raised when this holds"),
        "always": Key(Kind.YES, "raised for everybody"),
        "why": text("one line: why it is worth asking", required=True),
        "topic": one("what it is about", *TOPICS, required=True),
        "priority": one("1 comes first", "1", "2", "3", "4", "5", required=True),
        "stage": Key(Kind.SOME_OF, "stages where it ranks higher", allowed=STAGES),
        "clinician": Key(Kind.SOME_OF, "doctors with whom it ranks higher", allowed=CLINICIANS),
        "fold": Key(Kind.ID, "near duplicates share this name; only the first is shown"),
        "flags": Key(Kind.IDS, "red flags it belongs to"),
        "because": text("the reason, where the answers alone have nothing to say"),
        **_PROVENANCE,
    },
    "red_flag": {
        "id": Key(Kind.ID, "its id", required=True),
        "when": Key(Kind.CONDITION, "fires when this holds", required=True),
        "level": one(
            "emergency services now, or the care team today", *words(Level), required=True
        ),
        "do": text("what to do; never why", required=True),
        "print": one("whether it goes on paper by itself", *words(PrintFlag)),
        "ask_whom": _ITEM["ask_whom"],
        "help_line": _ITEM["help_line"],
        **_PROVENANCE,
    },
    "provenance": _PROVENANCE,
    "step": {
        "id": Key(Kind.ID, "its id", required=True),
        "text": text("what to do or bring", required=True),
        "kind": one("when it is done", *words(StepKind), required=True),
        "when": Key(Kind.CONDITION, "only when this holds"),
        "calendar": text("its title in a calendar file, which tells nothing of health"),
        "days": Key(Kind.NUMBER, "with calendar: how many days before the visit it is due"),
        **_PROVENANCE,
    },
    "term": {
        "id": Key(Kind.ID, "its id", required=True),
        "term": text("the word", required=True),
        "plain": text("what it means, in 15 plain words or fewer", required=True),
        "say": text("how to say it aloud"),
        "more": text("a little more"),
        "forms": Key(Kind.TEXTS, "other forms of the word"),
        **_PROVENANCE,
    },
    "class": {
        "id": Key(Kind.ID, "its id", required=True),
        "text": text("its name", required=True),
        "names": Key(Kind.TEXTS, "the words people type for it", required=True),
        "sources": _PROVENANCE["sources"],
    },
    "place": {
        "id": Key(Kind.ID, "its id", required=True),
        "name": text("the country", required=True),
        "also": Key(Kind.TEXTS, "other names that people type for it"),
        "emergency": text("emergency number"),
        "crisis": text("line for thoughts of suicide"),
        "abuse": text("line for people who are not safe at home"),
        "checked_on": Key(Kind.MONTH, "when the numbers were checked", required=True),
        "sources": _PROVENANCE["sources"],
    },
    "source": {
        "title": text("its title", required=True),
        "publisher": text("who published it", required=True),
        "url": text("where it is", required=True),
        "checked_on": Key(Kind.MONTH, "when it was read", required=True),
    },
    "pack.yaml": {
        "pack": Key(Kind.ID, "short name; all ids of the pack begin with it", required=True),
        "title": text("what it is about, for patients", required=True),
        "for": text("whom it is for", required=True),
        "publisher": text("the clinic or group that answers for it", required=True),
        "contact": text("web or e-mail address for questions about it", required=True),
    },
    "translation": {
        "pack": Key(Kind.ID, "short name of the translation", required=True),
        "language": text("BCP 47 tag of the language, such as es or pt-BR", required=True),
        "direction": one("how its lines run", "ltr", "rtl", required=True),
        "reviewed_by": text("who with medical training has read all of it, and knows the language"),
        "reviewed_on": Key(Kind.DATE, "when that was"),
        "contact": text("web or e-mail address for questions about it"),
    },
    "translated text": {
        "of": text("the mark of the English it translates, six letters and digits", required=True),
        "is": text("the text in the other language; empty: not translated yet", required=True),
        "note": text("what translators want to remember; nobody else sees it"),
    },
    "answers": {
        "name": text("whose visit it is, for the reader of the file"),
        "about": text("what the visit is about, for the reader of the file"),
        "source": text("where the story was published"),
        "as": one("who answers", "patient", "caregiver", "together"),
        "as_of": Key(Kind.DATE, "the day on which the answers are given"),
        "follows": Key(Kind.DATE, "the date of the earlier visit that this one begins from"),
        "people": Key(Kind.SHAPE, "the caregiver, if there is one", shape="people"),
        "answers": Key(Kind.ANSWERS, "link id: answer", required=True),
        "views": Key(Kind.SHAPE, "what the other person says", shape="views"),
        "must_show": Key(Kind.TEXTS, "words that have to stand on paper (example patients)"),
        "must_ask": Key(Kind.IDS, "questions that have to be raised (example patients)"),
        "must_not_ask": Key(Kind.IDS, "questions that must not be raised (example patients)"),
        "red_flags": Key(Kind.IDS, "red flags that fire, and no others (example patients)"),
    },
    "people": {"caregiver": Key(Kind.SHAPE, "the caregiver", required=True, shape="person")},
    "person": {
        "name": text("the name, for the sheet"),
        "relation": text("what the person is to the patient"),
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
    "sign_words.yaml": {
        "classes": Key(Kind.SHAPES, "kinds", required=True, shape="class"),
        "not_after": Key(Kind.TEXTS, "words that undo a name when they stand right before it"),
    },
}
"""Shape name to its keys. A file has the shape of its own name, or is a ``topic``."""
