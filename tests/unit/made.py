"""Tiny content packs written as YAML, and visits to put to them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from textwrap import dedent
from typing import Any

from pnet_prep.content.build import build
from pnet_prep.content.parse import parse
from pnet_prep.engine.picture import Picture, look
from pnet_prep.engine.record import agree, record, remove_entry
from pnet_prep.engine.views import View
from pnet_prep.model.content import Content
from pnet_prep.model.response import PATIENT, Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import Value
from tests.unit.screens import WORDS_FILE

TODAY = date(2026, 11, 23)
EMPTY = QuestionnaireResponse(())
MARIA = "mariaaaa"
LUIS = "luisbbbb"

SOURCES = """\
sources:
  leaflet: {title: A leaflet, publisher: A clinic, url: "https://a.example", checked_on: 2026-11}
  book: {title: A book, publisher: A press, url: "https://b.example", checked_on: 2026-11}
"""
MEDICINES = """\
classes:
  - {id: ppi, text: acid blocker, names: [omeprazole, losec]}
  - {id: ssa, text: hormone shot, names: [octreotide, sandostatin lar]}
"""
SIGN_WORDS = """\
classes:
  - {id: black, text: words about black stools, names: [black stools, tarry stools]}
  - {id: hot, text: words about fever, names: [high fever]}
not_after: ["no", not any]
"""
MEDICINE_LIST = """\
section: medicines
title: Medicines
place: 20
items:
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    label: Medicines
    items:
"""
"""The beginning of a section with a list of medicines; what is asked of each follows."""

PLACES = """\
places:
  - {id: us, name: United States, emergency: "911", crisis: "988", checked_on: 2026-11}
  - {id: fr, name: France, emergency: "112", checked_on: 2026-11}
"""
PEOPLE = """
section: person
title: Who is answering
place: 10
items:
  - id: person.answering
    type: choice
    text: Who is answering?
    options: {patient: The patient, caregiver: A helper, together: Both}
  - id: helper
    type: group
    text: Who is helping?
    repeats: yes
    items:
      - {id: helper.name, type: text, text: Who is helping you?}
      - id: helper.relation
        type: open_choice
        text: Who is this person to you?
        options: {mother: Mother, son: Son}
  - {id: person.name, type: text, text: What is your name?, text_about: What is the patient's name?}
"""
"""The part of the pack that says who answers, for tests with more than one person."""


def pack(*topics: str, **others: str) -> dict[str, bytes]:
    """The files of a pack: each topic as a file of its own, shipped words, little of the rest.

    ``others`` give another text for ``glossary``, ``preparation``, ``places`` and so on.
    """
    files = {
        "words": WORDS_FILE.read_text(encoding="utf-8"),
        "sources": SOURCES,
        "glossary": "terms: []",
        "preparation": "steps: []",
        "places": PLACES,
        "medicine_names": MEDICINES,
        "sign_words": SIGN_WORDS,
    }
    named = {f"topic{number}": text for number, text in enumerate(topics)}
    return {
        f"{name}.yaml": dedent(text).encode() for name, text in (files | others | named).items()
    }


@cache
def content(*topics: str, **others: str) -> Content:
    """The model of a pack that has no faults."""
    made, problems = parse(pack(*topics, **others))
    faults = [str(problem) for problem in problems if not problem.warning]
    assert not faults, "\n".join(faults)
    return build(made)


def told(
    answers: Mapping[Any, Value],
    *,
    by: str = PATIENT,
    typed: str = "",
    into: QuestionnaireResponse = EMPTY,
    on: str = "2026-11-23",
) -> QuestionnaireResponse:
    """A visit after one person's answers, in order; a key is a link id, or ``(link_id, entry)``."""
    for place, value in answers.items():
        item, entry = (place, "") if isinstance(place, str) else place
        made = record(
            into,
            item=item,
            entry=entry,
            value=value,
            by=by,
            typed=typed or by,
            moment=_moment(f"{len(into.answers):08d}", on),
        )
        if made is not None:
            into = into.with_answers((made,))
    return into


def _moment(nonce: str, day: str = "2026-11-23") -> Moment:
    return Moment(1_795_000_000_000, day, nonce)


def agreed(into: QuestionnaireResponse, item: str, value: Value) -> QuestionnaireResponse:
    """The visit after patient and caregiver agreed on an answer."""
    made = agree(into, item=item, entry="", value=value, typed=PATIENT, moment=_moment("agree"))
    assert made is not None
    return into.with_answers((made,))


def removal(into: QuestionnaireResponse, group: str, entry: str, *, by: str = PATIENT) -> Answer:
    """The mark that takes an entry out of a list, for those who see what ``into`` holds."""
    made = remove_entry(into, group=group, entry=entry, by=by, typed=by, moment=_moment("removal"))
    assert made is not None
    return made


def seen(pack_content: Content, response: QuestionnaireResponse, today: date = TODAY) -> Picture:
    """The picture of a visit on the day of the tests."""
    return look(pack_content, response, today)


def an_answer(item: str, value: Value, entry: str = "", *, by: str = PATIENT) -> Answer:
    """One answer by itself, for what looks at no others."""
    return Answer(f"{item}/{entry}/{by}", item, entry, value, by, by, 0, "2026-11-23")


def a_view(
    answers: Mapping[Any, Value],
    *,
    lists: Mapping[str, tuple[str, ...]] | None = None,
    complete: frozenset[str] = frozenset(),
    classes: Mapping[str, frozenset[str]] | None = None,
) -> View:
    """A view that holds exactly these answers, keyed as in `told`, and knows these medicines."""
    held = {}
    for place, value in answers.items():
        item, entry = (place, "") if isinstance(place, str) else place
        held[item, entry] = an_answer(item, value, entry)
    known = classes or {}
    return View(PATIENT, held, dict(lists or {}), complete, TODAY, lambda _, text: known.get(text))
