"""How values of the model are kept as plain data: in tables, a column for each part of a class.

A table becomes values by a few calls for all of them, where each value by itself would need as
many. What many values share stands once, in a list of its own, and columns have its places there: a
card asks the same of every symptom, and many questions rest on the same few conditions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Operator, Some, Within
from pnet_prep.model.questionnaire import (
    AskWhom,
    Item,
    ItemType,
    Option,
    OptionsFrom,
    Quick,
    Recognise,
    Section,
)
from pnet_prep.model.rules import (
    AddedPack,
    Certainty,
    GlossaryTerm,
    HelpPlace,
    Level,
    PairingRule,
    PreparationStep,
    PrintFlag,
    Provenance,
    RedFlag,
    Source,
    StepKind,
    Verified,
    WordClass,
    WordList,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

    Kind = str | type[Enum]

Plain = dict[str, Any]

TEXTS, LISTS, OPTIONS, CHOICES = "texts", "lists", "options", "choices"
PROVENANCES, CONDITIONS, PARTS = "provenances", "conditions", "parts"
ITEMS, CLASSES, WORD_LISTS, SECTIONS = "items", "classes", "word_lists", "sections"

_ENTRY: Mapping[str, Kind] = {"when": CONDITIONS, "provenance": PROVENANCES}

COLUMNS: Mapping[type, Mapping[str, Kind]] = {
    Leaf: {"operator": Operator, "values": LISTS},
    **{kind: {"parts": PARTS} for kind in (All, AnyOf, Count)},
    Not: {"part": CONDITIONS},
    Some: {"where": CONDITIONS},
    Option: {"covers": LISTS},
    Item: {
        **dict.fromkeys(("text", "text_about", "label", "said", "help"), TEXTS),
        **dict.fromkeys(("exclusive", "units", "suggest", "about", "covers", "sources"), LISTS),
        **dict.fromkeys(("when", "quick_when"), CONDITIONS),
        "type": ItemType,
        "options": CHOICES,
        "options_from": OptionsFrom,
        "items": ITEMS,
        "ask_whom": AskWhom,
        "quick": Quick,
        "recognise": Recognise,
    },
    Section: {"items": ITEMS},
    Provenance: {"covers": LISTS, "sources": LISTS, "certainty": Certainty, "verified": Verified},
    PairingRule: {**_ENTRY, "stages": LISTS, "clinicians": LISTS, "flags": LISTS},
    RedFlag: {**_ENTRY, "level": Level, "print": PrintFlag, "ask_whom": AskWhom},
    PreparationStep: {**_ENTRY, "kind": StepKind},
    GlossaryTerm: {"forms": LISTS, "provenance": PROVENANCES},
    WordClass: {"names": LISTS, "sources": LISTS},
    WordList: {"classes": CLASSES, "not_after": LISTS},
    HelpPlace: {"sources": LISTS, "also": LISTS},
}
"""Which parts of a class are kept as places in such a list, or as what a member of an enum is.

All others are plain, and kept as they are.
"""

CONDITION_KINDS = {kind.__name__: kind for kind in (Leaf, Within, All, AnyOf, Not, Count, Some)}

ENTRIES: Mapping[str, type] = {
    "rules": PairingRule,
    "red_flags": RedFlag,
    "preparation": PreparationStep,
    "glossary": GlossaryTerm,
    "places": HelpPlace,
    "sources": Source,
    "added": AddedPack,
}
"""The parts of the content that are many values of one class."""

SAID = ("words", "ask_to_print", "language", "direction", "reviewed_by")
"""The parts of the content that are plain."""


def parts_of(kind: type) -> tuple[str, ...]:
    """The names of the parts of a class, in the order in which its values are made of them."""
    parts: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined] # all kept have it
    return parts
