"""What an interview should hold, worked out anew: who said what last, and what is still to ask.

Nothing here is the program's: a dictionary of what each person said last, in the order it was said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pnet_prep.engine.flow import Step
from pnet_prep.model.response import BOTH, HELPERS, PATIENT, Place
from pnet_prep.model.values import (
    AskLater,
    DateSaid,
    ListMark,
    NonAnswer,
    OwnWords,
    Quantity,
    Value,
)

NOT_SURE, SKIPPED, DECLINED = NonAnswer.NOT_SURE, NonAnswer.SKIPPED, NonAnswer.DECLINED
AGREE_ON_NOTHING = (SKIPPED, DECLINED, *ListMark)


class Who(NamedTuple):
    """At the keyboard: whose view it is, who types, and which caregiver is there."""

    by: str = PATIENT
    typed: str = PATIENT
    helper: str = ""

    @property
    def reader(self) -> str:
        """Who reads their own words here; nobody where two answer, or one types for another."""
        return self.typed if self.by == self.typed != BOTH else ""


class Held(NamedTuple):
    value: Value
    typed: str
    since: int


Key = tuple[Place, str]
"""A place, and whose view it is."""


@dataclass
class Model:
    held: dict[Key, Held] = field(default_factory=dict)
    notes: dict[Key, tuple[AskLater, str, int]] = field(default_factory=dict)
    count: int = 0

    personal: frozenset[str] = frozenset()
    has_personal: bool = False
    reader: str = PATIENT

    def copy(self) -> Model:
        return replace(self, held=dict(self.held), notes=dict(self.notes))

    @property
    def seen(self) -> dict[Key, Held]:
        """What the person at the keyboard may see: not what others wrote for themselves alone."""
        if not self.has_personal:
            return self.held
        return {key: one for key, one in self.held.items() if self.may_see(key, one.typed)}

    def may_see(self, key: Key, typed: str) -> bool:
        return typed == self.reader or key[0][0] not in self.personal

    def say(self, place: Place, value: Value, who: Who) -> bool:
        """Take an answer; false where that is what they said already."""
        together = who.by == BOTH and value not in AGREE_ON_NOTHING
        views = self.views(place)
        before = views if together else {by: v for by, v in views.items() if by == who.by}
        said = before or {by: v for by, v in views.items() if by == BOTH}
        if list(said.values()) == [value] and (said.keys() == {who.by} or not together):
            return False
        self._put([(place, by) for by in before], (place, who.by), value, who)
        return True

    def bring(self, place: Place, value: Value, who: Who) -> None:
        """Take what an earlier visit said: nothing said anew gives way to it."""
        self._put([], (place, who.by), value, who)

    def remove(self, group: str, entry: str, who: Who) -> bool:
        """Take an entry out of a list, with all that anybody said about it."""
        gone = [k for k in self.seen if k[0][1] == entry and f"{k[0][0]}.".startswith(f"{group}.")]
        if all(isinstance(self.held[key].value, ListMark) for key in gone):
            return False
        self._put(gone, ((group, entry), who.by), ListMark.REMOVED, who)
        return True

    def leave(self, place: Place, whom: str, who: Who) -> bool:
        """Note that ``whom`` is to be asked later."""
        if self.later().get((place, who.by)) == AskLater(whom):
            return False
        self.count += 1
        self.notes[place, who.by] = AskLater(whom), who.typed, self.count
        return True

    def _put(self, gone: Iterable[Key], key: Key, value: Value, who: Who) -> None:
        for old in gone:
            del self.held[old]
        self.count += 1
        self.has_personal |= key[0][0] in self.personal
        self.held[key] = Held(value, who.typed, self.count)

    def views(self, place: Place) -> dict[str, Value]:
        return {by: one.value for (where, by), one in self.seen.items() if where == place}

    def shown(self, everything: bool = False) -> dict[Key, Value]:  # noqa: FBT001, FBT002
        return {key: one.value for key, one in (self.held if everything else self.seen).items()}

    def said(self) -> list[tuple[Place, Value]]:
        return [(place, one.value) for (place, _), one in self.seen.items()]

    def later(self, everything: bool = False) -> dict[Key, AskLater]:  # noqa: FBT001, FBT002
        """What was left for later, until whoever it was left for has answered."""
        return {
            key: note
            for key, (note, typed, left) in self.notes.items()
            if (everything or self.may_see(key, typed)) and not self._since(key, note, left)
        }

    def _since(self, key: Key, note: AskLater, left: int) -> bool:
        said = [(by, one.since) for (place, by), one in self.held.items() if place == key[0]]
        return any(at > left and (not note.whom or by in {note.whom, BOTH}) for by, at in said)

    def mine(self, place: Place, who: Who) -> Value | None:
        """What a person is shown as said by them: their own, or what both said since.

        Both may skip what one of them has answered; that answer is still theirs.
        """
        own, both = self.seen.get((place, who.by)), self.seen.get((place, BOTH))
        if own and both:
            passed = both.value in {SKIPPED, DECLINED}
            return (own if passed or own.since > both.since else both).value
        found = own or both
        return found.value if found else None

    def entries(self, group: str) -> set[str]:
        """The entries of a list that somebody told of and nobody took out."""
        return {
            entry
            for ((item, entry), _), one in self.seen.items()
            if entry and item.rpartition(".")[0] == group and not isinstance(one.value, ListMark)
        }

    def helpers(self) -> set[str]:
        return self.entries(HELPERS)

    def answered(self, step: Step, who: Who) -> bool:
        views = self.views(step.place)
        if step.reopened:
            return False
        if step.item.ask_each and who.by != BOTH:
            return bool(views.keys() & {who.by, BOTH})
        return any(value is not ListMark.REMOVED for value in views.values())

    def open(self, steps: Iterable[Step], who: Who) -> list[int]:
        """Which of these, by number, are still to be asked of whoever is at the keyboard."""
        notes = [(at, note.whom) for (at, _), note in self.later().items() if note.whom]
        for_another = {at for at, whom in notes if who.by not in {whom, BOTH}}
        return [
            number
            for number, step in enumerate(steps)
            if step.place not in for_another and not self.answered(step, who)
        ]


def as_typed(value: Value) -> str:
    """An answer as the line shows it that opens it again."""
    match value:
        case DateSaid(text) | Quantity(text) | OwnWords(text):
            return text
        case _:
            return str(value)


def real(value: Value | None) -> bool:
    return value is not None and not isinstance(value, (NonAnswer, ListMark, AskLater))
