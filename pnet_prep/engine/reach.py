"""Whether answers exist that meet demands, and which: an exact search over finite domains.

A question behind a gate can be answered only where the gate holds, so its gate is demanded too.
The search is about one person's view. It ends after a number of steps that no condition a person
can still read comes near to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from pnet_prep.engine.demands import AtLeast, EachEntry, NewEntry, demand
from pnet_prep.engine.domains import UNANSWERED
from pnet_prep.engine.holds import Aim, Hold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.engine.demands import Demand
    from pnet_prep.engine.holds import Holds
    from pnet_prep.model.questionnaire import Item, Questionnaire
    from pnet_prep.model.response import Place

MOST_STEPS = 20_000

Limits = tuple[int, tuple[int, ...], int]
"""Bits allowed, groups of options of which one is needed, options that are excluded."""

Todo = list[tuple["Demand", str]]


class TooManyWaysError(Exception):
    """A condition has more ways to hold than can be tried."""


@dataclass(slots=True)
class Found:
    """Limits on answers, by place, that leave an answer everywhere; and the entries of lists."""

    limits: dict[Place, Limits] = field(default_factory=dict)
    entries: dict[str, tuple[str, ...]] = field(default_factory=dict)
    each: dict[str, tuple[Demand, ...]] = field(default_factory=dict)

    def copy(self) -> Found:
        """The same, to go on with in another way."""
        return Found(self.limits.copy(), self.entries.copy(), self.each.copy())


class Reach:
    """Searches the answers that a questionnaire can be given."""

    def __init__(self, questionnaire: Questionnaire, holds: Holds) -> None:
        self._holds = holds
        self._domains = holds.domains
        self._by_id = questionnaire.by_id
        self._gates: dict[str, Demand] = {}
        self._above: dict[str, tuple[str, ...]] = {"": ()}
        self._list_of = {link_id: questionnaire.list_of(link_id) for link_id in self._by_id}
        self._steps = 0
        self._first_ways = False
        self._forced: Mapping[AtLeast, int] = {}
        for section in questionnaire.sections:
            self._walk(section.items, ())

    def _walk(self, items: tuple[Item, ...], above: tuple[str, ...]) -> None:
        for item in items:
            gated = (*above, item.link_id) if item.when else above
            self._above[item.link_id] = gated
            self._walk(item.items, gated)

    def find(
        self, *demands: Demand, forced: Mapping[AtLeast, int] = MappingProxyType({})
    ) -> Found | None:
        """Answers that meet all demands, or ``None`` when there are none.

        ``forced`` names a part that has to be among those met. Raises ``TooManyWaysError`` when
        the question cannot be settled in time.
        """
        self._forced = forced
        todo: Todo = [(one, "") for one in demands]
        # Mostly the first way of every choice will do; where it does not, all are searched.
        for self._first_ways in (True, False):
            self._steps = 0
            if found := self._search(todo.copy(), Found()):
                return found
        return None

    def asked(self, link_id: str) -> tuple[Demand, ...]:
        """What has to be so for an item to be asked at all: its own gate and those around it."""
        return tuple(self._gate(one) for one in self._above[link_id])

    def gated(self, link_id: str) -> bool:
        """Whether other answers decide if an item is asked."""
        return bool(self._above[link_id])

    def _gate(self, link_id: str) -> Demand:
        if link_id not in self._gates:
            when = self._by_id[link_id].when
            self._gates[link_id] = demand(when, Aim.TRUE, self._holds) if when else AtLeast(0, ())
        return self._gates[link_id]

    def _search(self, todo: Todo, found: Found) -> Found | None:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TooManyWaysError
        choices: list[tuple[AtLeast, str]] = []
        while todo:
            wanted, entry = todo.pop()
            match wanted:
                case Hold():
                    if not self._narrow(wanted, entry, found, todo):
                        return None
                case AtLeast():
                    need, parts = wanted.need, wanted.parts
                    if need > len(parts):
                        return None
                    if self._forced and wanted in self._forced:
                        todo.extend(self._force(wanted, entry))
                    elif need > 0 and (need == len(parts) or self._first_ways):
                        todo += [(part, entry) for part in parts[:need]]
                    elif need > 0:
                        choices.append((wanted, entry))
                case NewEntry():
                    self._add_entry(wanted, found, todo)
                case EachEntry(group, inner):
                    found.each[group] = (*found.each.get(group, ()), inner)
                    todo.extend((inner, one) for one in found.entries.get(group, ()))
        return self._choose(choices, found) if choices else found

    def _force(self, wanted: AtLeast, entry: str) -> Todo:
        place = self._forced[wanted]
        others = (*wanted.parts[:place], *wanted.parts[place + 1 :])
        return [(wanted.parts[place], entry), (AtLeast(wanted.need - 1, others), entry)]

    def _choose(self, choices: list[tuple[AtLeast, str]], found: Found) -> Found | None:
        left: list[tuple[int, tuple[Demand, ...], str]] = []
        for choice, entry in choices:
            open_parts = tuple(p for p in choice.parts if self._possible(p, entry, found))
            if len(open_parts) < choice.need:
                return None
            left.append((choice.need, open_parts, entry))
        left.sort(key=lambda one: len(one[1]) - one[0], reverse=True)
        need, parts, entry = left.pop()
        others: Todo = [(AtLeast(n, kept), where) for n, kept, where in left]
        for place, part in enumerate(parts[: len(parts) - need + 1]):
            rest = AtLeast(need - 1, parts[place + 1 :])
            if reached := self._search([*others, (rest, entry), (part, entry)], found.copy()):
                return reached
        return None

    def _possible(self, wanted: Demand, entry: str, found: Found) -> bool:
        """Whether a demand is not ruled out at first sight by what is settled already."""
        match wanted:
            case Hold():
                return self._limited(wanted, entry, found)[1][0] != 0
            case AtLeast(need, parts):
                return sum(self._possible(part, entry, found) for part in parts) >= need
            case NewEntry() | EachEntry():
                return True

    def _limited(self, hold: Hold, entry: str, found: Found) -> tuple[Place, Limits, int]:
        place = (hold.item, entry if self._list_of[hold.item] else "")
        domain = self._domains.of(hold.item)
        before, hits, out = found.limits.get(place) or (domain.all, (), 0)
        allowed, out = before & hold.allowed, out | hold.out
        if hold.hits and hold.hits not in hits:
            hits = (*hits, hold.hits)
        if allowed & domain.many and (hits or out) and not domain.fits(hits, out):
            allowed &= ~domain.many
        return place, (allowed, hits, out), before

    def _narrow(self, hold: Hold, entry: str, found: Found, todo: Todo) -> bool:
        place, limits, before = self._limited(hold, entry, found)
        found.limits[place] = limits
        if self._above[hold.item] and before & UNANSWERED and not limits[0] & UNANSWERED:
            todo.extend((gate, entry) for gate in self.asked(hold.item))
        return limits[0] != 0

    def _add_entry(self, wanted: NewEntry, found: Found, todo: Todo) -> None:
        entries = found.entries.get(wanted.group, ())
        entry = f"entry{len(entries) + 1}"
        found.entries[wanted.group] = (*entries, entry)
        first = self._by_id[wanted.group].items[0]
        todo.append((self._holds.answered(first.link_id), entry))
        todo.extend((each, entry) for each in found.each.get(wanted.group, ()))
        todo.append((wanted.demand, entry))
