"""Answers and suggested questions to the checklist: format-neutral blocks in reading order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pnet_prep.engine.facts import first_value, may_print, printed
from pnet_prep.engine.labelled import entries_of, facts_of
from pnet_prep.engine.origin import because_from, beside
from pnet_prep.engine.personal import NOBODY, seen_by
from pnet_prep.engine.phone import TEAM_PHONE, lines, told_in_lines
from pnet_prep.engine.sheet import TOP, sheet, told_at_the_top
from pnet_prep.engine.small_print import ending, sources
from pnet_prep.engine.steps import steps
from pnet_prep.engine.symptoms import is_card, told_on_cards
from pnet_prep.engine.to_ask import still_to_ask
from pnet_prep.engine.voices import only_teller, told_by
from pnet_prep.engine.with_room import told, with_room
from pnet_prep.model.checklist import (
    Checklist,
    Fact,
    Facts,
    Heading,
    Lines,
    OnScreen,
    Paragraph,
    Question,
    TickList,
)
from pnet_prep.model.questionnaire import walk
from pnet_prep.model.response import HELPERS, PATIENT
from pnet_prep.model.rules import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.calendar import Calendar
    from pnet_prep.model.checklist import Block
    from pnet_prep.model.message import Message
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.told import ChecklistData

NEXT_STEPS = "after.step"
TOP_LINES, OTHER_LINES, NOTE_LINES, STEP_LINES, PHONE_LINES = 3, 2, 4, 4, 2


def compose(picture: Picture, reader: str = NOBODY) -> Checklist:
    """The checklist of a visit. The same answers give the same checklist on any day.

    What people wrote for themselves alone is left out; ``reader`` is the person whose own copy it
    is. Page 1 holds none of it even then: it is handed over.
    """
    handed_over = seen_by(picture)
    picture = seen_by(picture, reader) if reader else handed_over
    words, wording = picture.content.words, picture.wording
    day = first_value(picture, ("visit.date", ""))
    name = first_value(picture, ("person.name", ""))
    body = [
        *_questions(picture),
        *_answers(picture, told_at_the_top(handed_over) | told_in_lines(picture)),
        *_still_to_ask(picture),
        *_preparation(picture),
    ]
    at_hand = (  # on the last page, where they are found without looking
        Heading(1, words["print.notes"], "notes"),
        Lines(NOTE_LINES, more=True),
        *_next_steps(picture),
        *_phones(picture),
    )
    small = (*_glossary(picture, [*body, *at_hand]), *sources(picture))
    return Checklist(
        language=picture.content.language,
        direction=picture.content.direction,
        title=wording.say("print.title", date=day) if day else words["print.title_undated"],
        sheet=sheet(handed_over),
        blocks=(*body, *small, *at_hand, *ending(picture)),
        footer=words["sheet.join"].join(filter(None, (name, day, words["print.private"]))),
        page=words["print.page"],
        more=words["print.more"],
        no_room=words["print.no_room"],
        notice=words["print.notice"],
        on_screen=_on_screen(words),
        data=partial(_data, picture),
        calendar=partial(_calendar, picture),
        message=partial(_message, handed_over),
    )


def _on_screen(words: Mapping[str, str]) -> OnScreen:
    names = ("note", "room", "contents", "cut", "more")
    return OnScreen(*(words[f"screen.{name}"] for name in names))


def _data(picture: Picture) -> ChecklistData:
    from pnet_prep.engine.as_data import as_data

    return as_data(picture)


def _calendar(picture: Picture) -> Calendar:
    from pnet_prep.engine.calendar import calendar

    return calendar(picture)


def _message(picture: Picture) -> Message:
    from pnet_prep.engine.message import message

    return message(picture)


def _next_steps(picture: Picture) -> Iterator[Block]:
    """Room to write them; after the visit they stand among the answers.

    Those that were agreed at an earlier visit are no next steps of this one.
    """
    group = picture.content.questionnaire.by_id.get(NEXT_STEPS)
    before = [item.link_id for item in group.items if item.again] if group else []
    if all(
        any(picture.response.at(name, entry) for name in before)
        for entry in picture.response.entries(NEXT_STEPS)
    ):
        yield Heading(1, picture.content.words["print.next_steps"], "next_steps")
        yield Lines(STEP_LINES, more=True)


def _questions(picture: Picture) -> Iterator[Block]:
    words = picture.content.words
    roomy = with_room(picture)
    yield Heading(1, words["print.questions"], "questions")
    for number, one in enumerate(roomy, 1):
        room = TOP_LINES if number <= TOP else OTHER_LINES
        said = told(picture, one.id)
        why = because_from(one, picture.content)
        because = words["sheet.join"].join(filter(None, (why, said)))
        yield Question(number, one.text, because, 0 if said else room)
    numbered = {one.id for one in roomy}
    if rest := [one for one in picture.suggestions if one.id not in numbered]:
        yield Heading(2, words["print.more_questions"], "more_questions")
        yield TickList(tuple(beside(one.text, one.id, picture.content) for one in rest))


def _answers(picture: Picture, known: frozenset[str]) -> Iterator[Block]:
    """Every part of the interview with what was said in it and is not ``known`` already."""
    # What was told at the visit comes before what was said to prepare it.
    for section in sorted(picture.content.questionnaire.sections, key=lambda s: not s.asked_by):
        cards = told_on_cards(picture, section.items)
        elsewhere = known.union(cards)
        shown = [item for item in section.items if printed(item) and item.link_id not in elsewhere]
        within = {item.link_id for item in walk(section.items)}
        said = (one for one in picture.response.shown if one.item in within and may_print(one))
        teller = only_teller(picture, said)
        found = list(_facts(picture, shown, section.title, teller))
        if found:
            title = told_by(picture, section.title, teller)
            yield Heading(1, title, f"answers.{section.id}")
            if all(item.personal for item in section.items):
                yield Paragraph(picture.content.words["print.only_for_me"])
            yield from found


def _facts(picture: Picture, items: Iterable[Item], under: str, teller: str) -> Iterator[Block]:
    """Single facts together, groups and list entries each under their own name.

    Entries of which nothing is known but their names are one fact. A list whose name is that of
    the part it is ``under`` needs no heading of its own.
    """
    single: list[Fact] = []
    for item in items:
        if not item.items:
            single.extend(facts_of(picture, (item,), teller=teller))
            continue
        entries = list(entries_of(picture, item, teller)) if item.repeats else []
        names = tuple(entry.title for entry in entries)
        told = is_card(item) or item.personal or any(entry.facts for entry in entries)
        if names and not told and item.short != under:
            listed = picture.content.words["sheet.join"].join(names)
            single.append(Fact(item.short, (listed,)))
            continue
        if single:
            yield Facts("", tuple(single))
            single.clear()
        if item.repeats:
            if entries and item.short != under:
                yield Heading(2, item.short)
            if entries and item.personal and len(item.items) == 1:
                yield TickList(names)
            else:
                yield from entries
        elif (item.link_id, "") in picture.views.active:
            yield Facts(item.text, facts_of(picture, item.items, teller=teller))
    if single:
        yield Facts("", tuple(single))


def _still_to_ask(picture: Picture) -> Iterator[Block]:
    if left := still_to_ask(picture):
        yield Heading(1, picture.content.words["print.later"], "later")
        yield TickList(left)


def _preparation(picture: Picture) -> Iterator[Block]:
    found = steps(picture)
    for kind in StepKind:
        if texts := tuple(text for step, text in found if step.kind is kind):
            yield Heading(1, picture.content.words[f"print.{kind.value}"], f"steps.{kind.value}")
            yield TickList(texts, _who_gets_it(picture) if kind is StepKind.BRING else "")


def _who_gets_it(picture: Picture) -> str:
    """The name of the room beside each thing to bring, where somebody helps."""
    response = picture.response
    helped = response.entries(HELPERS) or any(one != PATIENT for one in response.people())
    return picture.content.words["print.fetch"] if helped else ""


def _phones(picture: Picture) -> Iterator[Block]:
    yield Heading(1, picture.content.words["print.phones"], "phones")
    for line in lines("emergency", picture.wording):
        yield Paragraph(line)
    if not first_value(picture, (TEAM_PHONE, "")):
        yield Paragraph(picture.content.words["print.team_number"])
        yield Lines(PHONE_LINES)


def _glossary(picture: Picture, body: list[Block]) -> Iterator[Block]:
    used = picture.ready.glossary.terms_to_explain("\n".join(_texts(body)))
    if found := sorted(used, key=lambda one: one.term.casefold()):
        yield Heading(1, picture.content.words["print.glossary"], "glossary")
        meanings = [beside(term.plain, term.id, picture.content) for term in found]
        facts = (Fact(one.term, (plain,)) for one, plain in zip(found, meanings, strict=True))
        yield Facts("", tuple(facts))


def _texts(body: list[Block]) -> Iterator[str]:
    for block in body:
        match block:
            case Question(text=text, because=because):
                yield from (text, because)
            case Heading(text=text):
                # Brackets behind a title say who added the part; they explain no word of it.
                yield text.partition(" (")[0]
            case TickList(items):
                yield from items
            case Facts(title, facts):
                yield title
                yield from (word for fact in facts for word in (fact.label, *fact.values))
            case _:
                pass
