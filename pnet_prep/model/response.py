"""Attributed answers, and the view of them that a person sees (FHIR ``QuestionnaireResponse``)."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from pnet_prep.model.fixed import Fixed
from pnet_prep.model.values import AskLater, ListMark, NonAnswer, SameAs, Value

PATIENT = "patient"
"""The person the visit is about: one in a visit, so the id is the same on every computer."""

BOTH = "both"
"""The view that patient and caregiver gave together."""

ANSWERING = "person.answering"
"""The question who answers."""

HELPERS = "helper"
"""The list of caregivers. The program fills it: an entry is a person's id."""

LATEST_MS = 2**53 - 1
"""The last moment an answer can have: the largest integer that every JSON reader keeps exact."""

_NOTES = (AskLater, SameAs)
"""Values that say nothing about the question they stand at."""

_MOST_AS_ONE = 20
"""Entries that are one at most: a file of somebody else may say it of any number."""

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
        return not isinstance(self.value, (NonAnswer, ListMark, AskLater, SameAs))


class Moment(Fixed):
    """When an answer is given: UTC milliseconds, the local day (ISO 8601), fresh random letters."""

    ms: int
    day: str
    nonce: str


class QuestionnaireResponse(Fixed):
    """The answers that nobody has replaced, in the order they were given.

    ``answers`` may be any set of answers in any order; the view is a pure function of that set.
    ``replaced`` are ids of more answers that others took the place of, where only that is known:
    who sends a visit to somebody sends what is shown, and of what is not, nothing but its id.

    Two entries of a list that somebody says are one stand as one: what was said of either stands
    at one of them. Nothing is rewritten, so it can be taken back.
    """

    answers: tuple[Answer, ...]
    replaced: frozenset[str] = frozenset()

    @cached_property
    def shown(self) -> tuple[Answer, ...]:
        """What nobody has replaced, at the entry where it stands."""
        said = [answer for answer in self.standing if not isinstance(answer.value, _NOTES)]
        return tuple([self._placed(answer) for answer in said] if self.one_with else said)

    @cached_property
    def later(self) -> tuple[Answer, ...]:
        """Notes of what was left for later, until the person they name has answered."""
        notes = [self._placed(a) for a in self.standing if isinstance(a.value, AskLater)]
        return tuple([note for note in notes if not _since(note, self.at(*note.place))])

    @cached_property
    def standing(self) -> tuple[Answer, ...]:
        """What nobody has replaced, as it was given; notes and links among it."""
        return tuple([answer for answer in self._in_order if answer.id not in self.gone])

    @cached_property
    def links(self) -> tuple[Answer, ...]:
        """What stands of whether entries of lists are one."""
        return tuple([answer for answer in self.standing if isinstance(answer.value, SameAs)])

    @cached_property
    def one_with(self) -> dict[Place, str]:
        """For a list and an entry of it that is one with another: the entry it stands at.

        That is so where somebody says that they are one, and nobody that they are two.
        """
        return _united(self.links, self._given_entries) if self.links else {}

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
    def _given_entries(self) -> dict[str, list[str]]:
        """The entries of each list of which something stands, in the order they were given."""
        found: dict[str, dict[str, bool]] = {}
        for answer in self._in_order:
            if answer.entry and not isinstance(answer.value, (ListMark, *_NOTES)):
                listed = found.setdefault(answer.item.rpartition(".")[0], {})
                # An entry keeps its place when what began it is changed.
                stands = answer.id not in self.gone
                listed[answer.entry] = listed.get(answer.entry, False) or stands
        return {group: [e for e in listed if listed[e]] for group, listed in found.items()}

    @cached_property
    def _entries(self) -> dict[str, tuple[str, ...]]:
        one = self.one_with
        return {
            group: tuple(entry for entry in listed if (group, entry) not in one)
            for group, listed in self._given_entries.items()
        }

    def _placed(self, answer: Answer) -> Answer:
        """The answer at the entry where it stands."""
        entry = self.stands_at(answer.item, answer.entry)
        return answer if entry == answer.entry else answer._replace(entry=entry)

    def stands_at(self, item: str, entry: str) -> str:
        """The entry where what was said of ``item`` and ``entry`` stands."""
        group = item if entry and self.one_with else ""
        while group:
            if (group, entry) in self.one_with:
                return self.one_with[group, entry]
            group = group.rpartition(".")[0]
        return entry

    def kept_at(self, item: str, entry: str, by: str) -> str:
        """The entry where a person's answer is kept: their own one, where it is one of several.

        So what each person says stays with their entry when it turns out to be another one.
        """
        if not entry or not self.one_with:
            return entry
        stands = self.stands_at(item, entry)
        own = dict.fromkeys(a.entry for a in self.standing if a.by == by and a.entry)
        same = [one for one in own if self.stands_at(item, one) == stands]
        return entry if entry in same or not same else same[0]

    def at(self, item: str, entry: str = "") -> tuple[Answer, ...]:
        """What everybody said there, oldest first. Several answers are several views."""
        return self._by_place.get((item, self.stands_at(item, entry)), ())

    def given(self, ids: Iterable[str]) -> tuple[Answer, ...]:
        """The answers with these ids, replaced or not, oldest first."""
        wanted = frozenset(ids)
        return tuple([a for a in self._in_order if a.id in wanted]) if wanted else ()

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


def _united(links: Iterable[Answer], entries: dict[str, list[str]]) -> dict[Place, str]:
    """The entries that are one with another of their list, each with the one it stands at."""
    said: dict[tuple[str, str, str], set[bool]] = {}
    for link in links:
        if isinstance(link.value, SameAs):
            one, other = sorted((link.entry, link.value.entry))
            said.setdefault((link.item, one, other), set()).add(link.value.same)
    apart = {pair for pair, verdicts in said.items() if False in verdicts}
    there = {(group, entry) for group, listed in entries.items() for entry in listed}
    sets: dict[Place, frozenset[str]] = {}
    for group, one, other in sorted(said.keys() - apart):
        if {(group, one), (group, other)} <= there:
            first = sets.get((group, one), frozenset({one}))
            second = sets.get((group, other), frozenset({other}))
            both = first | second
            # Nobody's word that two are two is overruled by way of a third.
            kept_apart = any((group, *sorted((a, b))) in apart for a in first for b in second)
            if not kept_apart and len(both) <= _MOST_AS_ONE:
                sets.update({(group, entry): both for entry in both})
    # The least id, as every computer knows it: which was given first, some hold only the id of.
    return {place: min(together) for place, together in sets.items() if min(together) != place[1]}


def _since(note: Answer, said: Iterable[Answer]) -> bool:
    """Whether whoever was to be asked later has answered since."""
    whom = note.value.whom if isinstance(note.value, AskLater) else ""
    return any(a.at > note.at and (not whom or a.by in {whom, BOTH}) for a in said)
