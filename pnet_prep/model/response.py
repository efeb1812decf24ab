"""Attributed answers, and the view of them that a person sees (FHIR ``QuestionnaireResponse``)."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from pnet_prep.model.fixed import Fixed
from pnet_prep.model.values import AskLater, ListMark, NonAnswer, Value

PATIENT = "patient"
"""The person the visit is about: one in a visit, so the id is the same on every computer."""

BOTH = "both"
"""The view that patient and caregiver gave together."""

HELPERS = "helper"
"""The list of caregivers. The program fills it: an entry is a person's id."""

Place = tuple[str, str]
"""Where an answer belongs: ``(link_id, entry)``; ``entry`` is empty outside repeated groups."""


class Answer(NamedTuple):
    """Who said what about which question, and when. Never changed once made.

    ``by`` is whose view it is, ``typed`` who held the keyboard; ``at`` UTC milliseconds, ``on`` the
    local day (ISO 8601); ``replaces`` the ids of answers this one takes the place of; ``id`` a hash
    of all the rest, ``nonce`` included.
    """

    id: str
    item: str
    entry: str
    value: Value
    by: str
    typed: str
    at: int
    on: str
    replaces: tuple[str, ...] = ()
    nonce: str = ""

    @property
    def place(self) -> Place:
        """The question and list entry this answers."""
        return self.item, self.entry

    @property
    def real(self) -> bool:
        """Whether it says something about the question: no non-answer and no mark of a list."""
        return not isinstance(self.value, (NonAnswer, ListMark, AskLater))


class QuestionnaireResponse(Fixed):
    """The answers that nobody has replaced, in the order they were given.

    ``answers`` may be any set of answers in any order; the view is a pure function of that set.
    ``replaced`` are ids of more answers that others took the place of, where only that is known:
    who sends a visit to somebody sends what is shown, and of what is not, nothing but its id.
    """

    answers: tuple[Answer, ...]
    replaced: frozenset[str] = frozenset()

    @cached_property
    def shown(self) -> tuple[Answer, ...]:
        """What nobody has replaced."""
        return tuple([answer for answer in self.standing if not _is_note(answer)])

    @cached_property
    def later(self) -> tuple[Answer, ...]:
        """Notes of what was left for later, until the person they name has answered."""
        notes = [answer for answer in self.standing if _is_note(answer)]
        return tuple([note for note in notes if not _since(note, self.at(*note.place))])

    @cached_property
    def standing(self) -> tuple[Answer, ...]:
        """What nobody has replaced, notes of what was left for later among it."""
        return tuple([answer for answer in self._in_order if answer.id not in self.gone])

    @cached_property
    def gone(self) -> frozenset[str]:
        """The ids of all that something took the place of, also of what is not held here."""
        return self.replaced.union(*[answer.replaces for answer in self.answers])

    @cached_property
    def _in_order(self) -> list[Answer]:
        return sorted({a.id: a for a in self.answers}.values(), key=lambda a: (a.at, a.id))

    @cached_property
    def _by_place(self) -> dict[Place, tuple[Answer, ...]]:
        found: dict[Place, list[Answer]] = {}
        for answer in self.shown:
            found.setdefault(answer.place, []).append(answer)
        return {place: tuple(answers) for place, answers in found.items()}

    @cached_property
    def _entries(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, bool]] = {}
        for answer in self._in_order:
            if answer.entry and not isinstance(answer.value, (ListMark, AskLater)):
                listed = found.setdefault(answer.item.rpartition(".")[0], {})
                # An entry keeps its place when what began it is changed.
                stands = answer.id not in self.gone
                listed[answer.entry] = listed.get(answer.entry, False) or stands
        return {group: tuple(e for e in listed if listed[e]) for group, listed in found.items()}

    def at(self, item: str, entry: str = "") -> tuple[Answer, ...]:
        """What everybody said there, oldest first. Several answers are several views."""
        return self._by_place.get((item, entry), ())

    def given(self, ids: Iterable[str]) -> tuple[Answer, ...]:
        """The answers with these ids, replaced or not, oldest first."""
        wanted = frozenset(ids)
        return tuple(answer for answer in self._in_order if answer.id in wanted)

    def entries(self, group: str) -> tuple[str, ...]:
        """The entries of a repeated group, in the order they were first given."""
        return self._entries.get(group, ())

    def people(self) -> tuple[str, ...]:
        """Ids of all whose view is shown, the patient first, without the joint view."""
        found: dict[str, None] = {PATIENT: None}
        found.update((a.by, None) for a in self.shown if a.by != BOTH)
        return tuple(found)

    def with_answers(self, new: Iterable[Answer]) -> "QuestionnaireResponse":
        """The response after some more answers."""
        return self._replace(answers=(*self.answers, *new))


def _is_note(answer: Answer) -> bool:
    return isinstance(answer.value, AskLater)


def _since(note: Answer, said: Iterable[Answer]) -> bool:
    """Whether whoever was to be asked later has answered since."""
    whom = note.value.whom if isinstance(note.value, AskLater) else ""
    return any(a.at > note.at and (not whom or a.by in {whom, BOTH}) for a in said)
