"""What is asked, and in which order. Positions are derived from the answers, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.again import has_stopped, reopened
from pnet_prep.engine.lengths import seconds_of
from pnet_prep.engine.quick import Run
from pnet_prep.model.questionnaire import AskWhom, ItemType, OptionsFrom
from pnet_prep.model.response import BOTH, HELPERS, PATIENT
from pnet_prep.model.values import AskLater, ListMark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pnet_prep.engine.views import Views
    from pnet_prep.model.questionnaire import Item, Questionnaire, Section
    from pnet_prep.model.response import Answer, Place, QuestionnaireResponse


class Asker(NamedTuple):
    """Who is at the keyboard: whose view the next answers are, who types, which caregiver is there.

    ``helper`` is the caregiver's person id, empty when the patient is alone.
    """

    by: str = PATIENT
    typed: str = PATIENT
    helper: str = ""

    @property
    def caregiver(self) -> bool:
        """Whether the questions are put to somebody other than the patient."""
        return self.typed not in {PATIENT, BOTH}

    @property
    def own_eyes(self) -> str:
        """The person who types for themselves; empty for two together, or for who types another's.

        Nobody else is shown what that person wrote for themselves alone.
        """
        return self.typed if self.by == self.typed and self.by != BOTH else ""

    @property
    def alone(self) -> bool:
        """Whether the patient is at the keyboard and nobody looks on."""
        return self.by == self.typed == PATIENT and not self.helper


class Step(NamedTuple):
    """One thing to ask: an item, for an entry of its list or once.

    A step whose item is a repeated group is the list itself. ``group`` is the group the item lies
    in; ``before`` are texts to show first; ``put_off`` that it waits for somebody else;
    ``reopened`` that an answer has changed since; ``by`` whose own answer is wanted, where each
    person is asked.
    """

    item: Item
    entry: str
    section: Section
    group: Item | None = None
    before: tuple[Item, ...] = ()
    put_off: bool = False
    reopened: bool = False
    by: str = ""

    @property
    def place(self) -> Place:
        """Where its answer belongs."""
        return self.item.link_id, self.entry

    @property
    def seconds(self) -> int:
        """About how long it takes a person, with what is shown before."""
        return sum(map(seconds_of, (*self.before, self.item)))


def steps(  # noqa: PLR0913 - what is asked, of whom, and which part of it
    questionnaire: Questionnaire,
    response: QuestionnaireResponse,
    views: Views,
    asker: Asker,
    *,
    quick: bool = False,
    command: str = "",
    questions: tuple[str, ...] = (),
) -> tuple[Step, ...]:
    """Everything this person is asked in this visit, in order; names of a list before details.

    Only the parts that ``command`` asks (empty: ``start``, which asks about an earlier visit in all
    of them). ``questions`` are the ids of those for the doctor that are each asked about.
    """
    found: list[Step] = []
    run = Run(questionnaire, response, views, quick=quick)
    waiting = {note.place for note in response.later if _for_another(note, asker)}
    for section in questionnaire.sections:
        shown: list[Item] = []
        if section.asked_by == command:
            asked = _in_section(section, response, views, asker, questions)
        else:
            asked = iter(()) if command else _again(section, response, views)
        for step in asked:
            if not run.asks(step.item, step.entry):
                continue
            if step.item.type is ItemType.DISPLAY:
                shown.append(step.item)
                continue
            put_off = step.place in waiting
            changed = reopened(questionnaire, step.place, response)
            by = asker.by if step.item.ask_each and asker.by != BOTH else ""
            found.append(
                Step(
                    step.item,
                    step.entry,
                    section,
                    step.group,
                    tuple(shown),
                    put_off,
                    changed,
                    by,
                )
            )
            shown.clear()
    return tuple(found)


def _for_another(note: Answer, asker: Asker) -> bool:
    whom = note.value.whom if isinstance(note.value, AskLater) else ""
    return bool(whom) and asker.by not in {whom, BOTH}


def _in_section(
    section: Section,
    response: QuestionnaireResponse,
    views: Views,
    asker: Asker,
    questions: tuple[str, ...],
) -> Iterator[Step]:
    def asked(item: Item, entry: str) -> bool:
        return (item.link_id, entry) in views.active and may_ask(item, asker)

    yield from _again(section, response, views)
    for item in section.items:
        if not asked(item, ""):
            continue
        if item.options_from is OptionsFrom.SUGGESTIONS:
            yield from _about_questions(item, section, asked, questions if item.repeats else ())
        elif item.link_id == HELPERS:
            yield from _helper(item, section, response, asker)
        elif item.repeats:
            yield from _listed(item, section, response, asked)
        elif item.type is ItemType.GROUP:
            yield from _inside(item, "", section, asked)
        else:
            yield Step(item, "", section)


def _about_questions(
    group: Item,
    section: Section,
    asked: Callable[[Item, str], bool],
    questions: tuple[str, ...],
) -> Iterator[Step]:
    """The same about each question for the doctor."""
    for question in questions:
        for item in group.items:
            if item is group.items[0] or asked(item, question):
                yield Step(item, question, section, group)


def _listed(
    group: Item,
    section: Section,
    response: QuestionnaireResponse,
    asked: Callable[[Item, str], bool],
) -> Iterator[Step]:
    """The list itself, then the details of each entry."""
    yield Step(group, "", section)
    for entry in response.entries(group.link_id):
        over = has_stopped(group, entry, response)
        for step in _inside(group, entry, section, asked):
            # Of what has stopped only that is asked which the content opens for it.
            if step.item is not group.items[0] and (step.item.when or not over):
                yield step


def _again(section: Section, response: QuestionnaireResponse, views: Views) -> Iterator[Step]:
    """First what an earlier visit said of lists and symptoms: then only what is new is left."""
    if views.again:
        inside = {i.link_id: (i, group) for group in section.items for i in group.items if i.again}
        for link_id, entry in views.again:
            if link_id in inside:
                item, group = inside[link_id]
                marks = response.at(group.link_id, entry)
                if not any(mark.value is ListMark.REMOVED for mark in marks):
                    yield Step(item, entry, section, group)


def _inside(
    group: Item, entry: str, section: Section, asked: Callable[[Item, str], bool]
) -> Iterator[Step]:
    for item in group.items:
        if not asked(item, entry) or item.again:
            continue
        if item.type is ItemType.GROUP:
            yield from _inside(item, entry, section, asked)
        else:
            yield Step(item, entry, section, group)


def _helper(
    group: Item, section: Section, response: QuestionnaireResponse, asker: Asker
) -> Iterator[Step]:
    people = dict.fromkeys((*response.entries(group.link_id), asker.helper))
    for person in filter(None, people):
        for item in group.items:
            yield Step(item, person, section, group)


def may_ask(item: Item, asker: Asker) -> bool:
    """Whether a question may be put to whoever is at the keyboard, whatever was said so far."""
    if item.personal and not asker.own_eyes:
        return False
    match item.ask_whom:
        case AskWhom.PATIENT:
            return asker.alone
        case AskWhom.CAREGIVER:
            return bool(asker.helper)
        case AskWhom.ANY:
            return True


def naming_step(step: Step, entry: str) -> Step:
    """The first question of a list, which names its entry."""
    return Step(step.item.items[0], entry, step.section, step.item)


def answered(step: Step, response: QuestionnaireResponse) -> bool:
    """Whether anybody answered it: a value, a non-answer, or "that is all" for a list.

    Where each person is asked, nobody else's answer counts.
    """
    if step.reopened:
        return False
    said = response.at(*step.place)
    if step.by:
        return any(answer.by in {step.by, BOTH} for answer in said)
    if step.item.repeats:
        return any(answer.value is not ListMark.REMOVED for answer in said)
    return bool(said)


def first_open(found: tuple[Step, ...], response: QuestionnaireResponse) -> int:
    """The position of the first step to ask now; the number of steps where none is left."""
    return next((i for i, step in enumerate(found) if is_open(step, response)), len(found))


def is_open(step: Step, response: QuestionnaireResponse) -> bool:
    """Whether a step is still to be asked of whoever is at the keyboard."""
    return not step.put_off and not answered(step, response)


def minutes_left(
    found: tuple[Step, ...], response: QuestionnaireResponse, end: Item | None = None
) -> int:
    """Whole minutes for what is not answered yet, rounded up, at least one.

    ``end`` is what is asked once all else is.
    """
    seconds = sum(step.seconds for step in found if not answered(step, response))
    if end and not response.at(end.link_id):
        seconds += seconds_of(end)
    return max(1, -(-seconds // 60))
