"""Checked plain data to the model. It trusts its input: faults were found before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.content.build_conditions import Conditions
from pnet_prep.content.build_items import build_sections
from pnet_prep.content.files import PACK_FILE
from pnet_prep.engine.fill import fill
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import AskWhom, Questionnaire, Recognise
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
    from collections.abc import Iterator

Plain = dict[str, Any]


def build(pack: Plain) -> Content:
    """The model of a whole pack, as ``parse`` gives it: topics in order, and the other files.

    What packs add comes after all else of its kind, so it wins no tie.
    """
    topics: list[Plain] = pack["topics"]
    added: list[Plain] = pack["added"]
    conditions = Conditions(item for topic in topics for item in topic["items"])
    packs = tuple(_pack(one[PACK_FILE]) for one in added)
    rules = [topic for topic in topics if "pack" not in topic]
    rules += [topic for topic in topics if "pack" in topic]

    def files(name: str) -> list[Plain]:
        return [pack[name], *(one[name] for one in added if name in one)]

    return Content(
        questionnaire=Questionnaire(build_sections(_titled(pack, packs), conditions)),
        rules=tuple(_rule(one, base, conditions) for one, base in _of(rules, "doctor_questions")),
        red_flags=tuple(_flag(one, base, conditions) for one, base in _of(rules, "red_flags")),
        preparation=tuple(
            _step(one, base, conditions) for one, base in _of(files("preparation.yaml"), "steps")
        ),
        glossary=tuple(_term(one, base) for one, base in _of(files("glossary.yaml"), "terms")),
        word_lists={
            Recognise.MEDICINES: _words(files("medicine_names.yaml")),
            Recognise.SIGNS: _words(files("sign_words.yaml")),
        },
        places=tuple(map(_place, pack["places.yaml"]["places"])),
        sources=tuple(
            Source(id=k, **v) for file in files("sources.yaml") for k, v in file["sources"].items()
        ),
        words=pack["words.yaml"]["words"],
        ask_to_print=next((t["ask_to_print"] for t in topics if "ask_to_print" in t), ""),
        added=packs,
        **_language(pack.get("language", {})),
    )


def _language(said: Plain) -> Plain:
    """What a translation says of itself; nothing for English."""
    return {key: tuple(part) if key == "unchecked" else part for key, part in said.items()}


def _pack(one: Plain) -> AddedPack:
    return AddedPack(one["pack"], one["title"], one["for"], one["publisher"], one["contact"])


def _titled(pack: Plain, packs: tuple[AddedPack, ...]) -> list[Plain]:
    """The topics; the title of a part that a pack adds says who asks."""
    topics: list[Plain] = pack["topics"]
    pattern = pack["words.yaml"]["words"]["pack.part"] if packs else ""
    for one in packs:
        topics = [
            {**topic, "title": fill(pattern, {"title": topic["title"], "publisher": one.publisher})}
            if topic.get("pack") == one.slug and topic["items"]
            else topic
            for topic in topics
        ]
    return topics


def _of(files: list[Plain], key: str) -> Iterator[tuple[Plain, Provenance]]:
    """Every entry under ``key``, each with its file's defaults."""
    for file in files:
        base = _provenance(file.get("defaults", {}), Provenance())
        for one in file.get(key, ()):
            yield one, base


def _provenance(one: Plain, base: Provenance) -> Provenance:
    said = one.get
    return Provenance(
        covers=tuple(said("covers", ())),
        sources=tuple(said("sources", base.sources)),
        certainty=Certainty(said("certainty", base.certainty)),
        verified=Verified(said("verified", base.verified)),
        reviewed_on=said("reviewed_on", base.reviewed_on),
        review_by=said("review_by", base.review_by),
    )


def _rule(one: Plain, base: Provenance, conditions: Conditions) -> PairingRule:
    return PairingRule(
        id=one["id"],
        ask=one["ask"],
        ask_about=one.get("ask_about", ""),
        when=conditions.of(one),
        why=one["why"],
        topic=one["topic"],
        priority=int(one["priority"]),
        stages=tuple(one.get("stage", ())),
        clinicians=tuple(one.get("clinician", ())),
        fold=one.get("fold", ""),
        flags=tuple(one.get("flags", ())),
        because=one.get("because", ""),
        always=one.get("always") == "yes",
        provenance=_provenance(one, base),
    )


def _flag(one: Plain, base: Provenance, conditions: Conditions) -> RedFlag:
    return RedFlag(
        id=one["id"],
        when=conditions.made(one["when"]),
        level=Level(one["level"]),
        do=one["do"],
        print=PrintFlag(one.get("print", "always")),
        ask_whom=AskWhom(one.get("ask_whom", "any")),
        help_line=one.get("help_line", ""),
        provenance=_provenance(one, base),
    )


def _step(one: Plain, base: Provenance, conditions: Conditions) -> PreparationStep:
    kind = StepKind(one["kind"])
    return PreparationStep(
        one["id"],
        one["text"],
        kind,
        conditions.of(one),
        _provenance(one, base),
        one.get("calendar", ""),
        int(one.get("days", 0)),
    )


def _term(one: Plain, base: Provenance) -> GlossaryTerm:
    return GlossaryTerm(
        id=one["id"],
        term=one["term"],
        plain=one["plain"],
        say=one.get("say", ""),
        more=one.get("more", ""),
        forms=tuple(one.get("forms", ())),
        provenance=_provenance(one, base),
    )


def _words(files: list[Plain]) -> WordList:
    classes = tuple(_class(one) for one, _ in _of(files, "classes"))
    return WordList(classes, tuple(files[0].get("not_after", ())))


def _class(one: Plain) -> WordClass:
    names = tuple(name.casefold() for name in one["names"])
    return WordClass(one["id"], one["text"], names, tuple(one.get("sources", ())))


def _place(one: Plain) -> HelpPlace:
    return HelpPlace(
        id=one["id"],
        name=one["name"],
        emergency=one.get("emergency", ""),
        crisis=one.get("crisis", ""),
        abuse=one.get("abuse", ""),
        checked_on=one["checked_on"],
        sources=tuple(one.get("sources", ())),
        also=tuple(one.get("also", ())),
    )
