"""A visit as data for programs: what was told, in whose view, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.facts import kept_off, may_print, printed
from pnet_prep.engine.origin import because_from, beside
from pnet_prep.engine.personal import seen_by
from pnet_prep.engine.sheet import TOP, told_flags
from pnet_prep.engine.steps import steps
from pnet_prep.engine.with_room import entry_name, told, with_room
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.told import Asked, ChecklistData, Person, Sign, Step, Told, Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item

_CHOICES = frozenset(
    {ItemType.CHOICE, ItemType.CHOICES, ItemType.OPEN_CHOICE, ItemType.YES_NO_UNSURE}
)


def as_data(picture: Picture) -> ChecklistData:
    """Everything a checklist tells, with ids."""
    ids = _ids(picture)
    questions = tuple(_questions(picture))
    used = {name for one in questions for name in one.sources}
    return ChecklistData(
        people=tuple(_people(picture, ids)),
        signs=tuple(
            Sign(one.flag.id, one.flag.level.value, text)
            for one, text in told_flags(seen_by(picture))
        ),
        questions=questions,
        answers=tuple(_Telling(picture, ids).all()),
        steps=tuple(Step(step.id, step.kind, text) for step, text in steps(picture)),
        sources=tuple(one for one in picture.content.sources if one.id in used),
        notice=" ".join((picture.content.words["print.not_advice"], *picture.content.unchecked)),
    )


def _ids(picture: Picture) -> dict[str, str]:
    """By the id of a person in the visit file the one that is told: helpers by their number."""
    others = [one for one in picture.response.people() if one != PATIENT]
    numbered = {person: f"helper-{number}" for number, person in enumerate(others, 1)}
    return {PATIENT: PATIENT, **numbered, BOTH: BOTH}


def _people(picture: Picture, ids: dict[str, str]) -> Iterator[Person]:
    said = {answer.by for answer in picture.response.shown}
    for person, told_id in ids.items():
        if person in said:
            name = picture.wording.helper_name(person)
            yield Person(told_id, name, picture.wording.relation(person))


def _questions(picture: Picture) -> Iterator[Asked]:
    roomy = {one.id for one in with_room(picture)}
    for place, one in enumerate(picture.suggestions):
        yield Asked(
            id=one.id,
            text=beside(one.text, one.id, picture.content),
            because=because_from(one, picture.content),
            why=one.why,
            topic=one.topic,
            top=place < TOP,
            room=one.id in roomy,
            own=one.own,
            urgent=one.urgent,
            told=told(picture, one.id),
            sources=one.sources,
        )


class _Telling:
    """Walks through the questionnaire of a visit and tells what was answered."""

    def __init__(self, picture: Picture, ids: dict[str, str]) -> None:
        self._picture = picture
        self._ids = ids

    def all(self) -> Iterator[Told]:
        for section in self._picture.content.questionnaire.sections:
            for item in filter(printed, section.items):
                yield from self._at(item, section.id)

    def _at(
        self, item: Item, section: str, group: Item | None = None, entry: str = ""
    ) -> Iterator[Told]:
        picture = self._picture
        if kept_off(item) or (item.link_id, entry) not in picture.views.active:
            return
        if item.repeats:
            for one in picture.response.entries(item.link_id):
                for child in item.items:
                    yield from self._at(child, section, item, one)
        elif item.items:
            for child in item.items:
                yield from self._at(child, section, group, entry)
        elif views := tuple(self._views(item, entry)):
            yield Told(
                item=item.link_id,
                section=section,
                label=item.bare,
                choice=item.type in _CHOICES,
                group=group.link_id if group else "",
                entry=entry,
                name=entry_name(picture, group, entry) if group else "",
                views=views,
            )

    def _views(self, item: Item, entry: str) -> Iterator[Voice]:
        for answer in self._picture.response.at(item.link_id, entry):
            if may_print(answer):
                words = self._picture.wording.value(item, answer.value)
                by = self._ids.get(answer.by, answer.by)
                yield Voice(by, words, answer.value, answer.on)
