"""What can be proved of conditions: who makes them true, and which of them or their parts are idle.

Exact for one person's view of a visit, over the domains that the conditions themselves cut out.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.engine.conditions import truth
from pnet_prep.engine.demands import AtLeast, NewEntry, demand, leaves
from pnet_prep.engine.domains import Domains
from pnet_prep.engine.forthcoming import forthcoming
from pnet_prep.engine.holds import Aim, Hold, Holds
from pnet_prep.engine.needless import Path, needless_parts
from pnet_prep.engine.reach import Reach
from pnet_prep.engine.recogniser import Recognisers
from pnet_prep.engine.uses import holders
from pnet_prep.engine.views import View, views_of
from pnet_prep.engine.witness import response_of
from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Some, Within
from pnet_prep.model.response import PATIENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pnet_prep.engine.demands import Demand
    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import QuestionnaireResponse


class Prover:
    """Proofs about the conditions of one pack. ``today`` is the day of the made-up visits.

    Every proof raises ``TooManyWaysError`` for a condition with too many ways to hold.
    """

    def __init__(self, content: Content, today: date) -> None:
        self._questionnaire = content.questionnaire
        self._today = today
        self._classes = Recognisers(content).classes_of
        self._leaves = [leaf for _, one in holders(content) for leaf in leaves(one)]
        self._domains = Domains(content, self._leaves, today, self._classes)
        self._holds = Holds(self._domains, today, self._classes)
        self._reach = Reach(content.questionnaire, self._holds)
        self._ways: dict[Hold, bool] = {}
        self._frees: dict[int, bool] = {}  # by identity: ``_true`` keeps them alive
        self._quiet: dict[Leaf | Within, bool] = {}
        # By identity, with the condition kept alive: as tuples, some that differ are equal.
        self._true: dict[int, tuple[Condition, Demand]] = {}
        self._nothing_said = View(PATIENT, {}, {}, frozenset(), today, self._classes)

    def example(self, condition: Condition) -> QuestionnaireResponse | None:
        """Somebody for whom the condition holds, who says no more than needed; or nobody."""
        found = self._reach.find(self._wanted(condition))
        return response_of(found, self._domains, self._today) if found else None

    def holds(self, condition: Condition, response: QuestionnaireResponse) -> bool:
        """Whether the engine itself finds the condition true in somebody's view."""
        views = views_of(response, self._questionnaire, self._today, self._classes)
        return any(truth(condition, view) for view in views.all)

    def plainly_possible(self, condition: Condition) -> bool:
        """Whether it holds for somebody who says yes to nearly everything: if not, who knows."""
        return any(truth(condition, view) for view in self._forthcoming)

    @cached_property
    def _forthcoming(self) -> tuple[View, ...]:
        answers = forthcoming(self._leaves, self._holds, self._questionnaire)
        response = response_of(answers, self._domains, self._today)
        return views_of(response, self._questionnaire, self._today, self._classes).all

    def always(self, condition: Condition, *given: Demand) -> bool:
        """Whether there is nobody for whom the condition does not hold."""
        if not given and not truth(condition, self._nothing_said):
            return False
        return self._reach.find(demand(condition, Aim.NOT_TRUE, self._holds), *given) is None

    def silent(self, condition: Condition) -> bool:
        """Whether it can hold without a single answer that could be said aloud as the reason."""
        if not self._has_silent_way(condition):
            return False
        if self._free(condition):
            return True  # What is not needed for that way stays unanswered.
        quiet = demand(condition, Aim.QUIET, self._holds)
        return self._reach.find(self._wanted(condition), quiet) is not None

    def implies(self, one: Condition, other: Condition) -> bool:
        """Whether the other holds wherever the first does."""
        wanted = demand(one, Aim.TRUE, self._holds), demand(other, Aim.NOT_TRUE, self._holds)
        return self._reach.find(*wanted) is None

    def never_asked(self, link_id: str) -> bool:
        """Whether no answers open the way to a question."""
        return self._reach.find(*self._reach.asked(link_id)) is None

    def gate_idle(self, link_id: str) -> bool:
        """Whether the gate of a question is open whenever those around it are."""
        when = self._questionnaire.by_id[link_id].when
        around = self._reach.asked(self._questionnaire.group_of.get(link_id, ""))
        return when is not None and self.always(when, *around)

    def dead_parts(self, condition: Condition) -> Iterator[Path]:
        """Alternatives inside the condition that can never be what makes it hold."""
        return iter(()) if self._free(condition) else self._dead_ways(self._wanted(condition), ())

    def needless_parts(self, condition: Condition) -> Iterator[Path]:
        """Parts that another part beside them makes needless."""
        # Only parts about the same question can make each other needless.
        return iter(()) if self._free(condition) else needless_parts(condition, self._holds)

    def _free(self, condition: Condition) -> bool:
        """Whether no part of the condition can stand in the way of another."""
        known = self._frees.get(id(condition))
        if known is None:
            known = self._frees[id(condition)] = self._apart(self._wanted(condition), set())
        return known

    def _apart(self, part: Demand, items: set[str]) -> bool:
        """Whether all leaves can be met, each by an answer that has to do with no other leaf.

        Then every choice of parts can be met too. ``items`` are those seen so far.
        """
        if isinstance(part, Hold):
            first = part.item not in items
            items.add(part.item)
            return first and not self._reach.gated(part.item) and self._has_way(part)
        if not isinstance(part, AtLeast) or part.need > len(part.parts):
            return False
        for one in part.parts:  # noqa: SIM110 - a loop is quicker, and this runs for every part
            if not self._apart(one, items):
                return False
        return True

    def _dead_ways(self, whole: Demand, path: Path) -> Iterator[Path]:
        """The same for a demand; each way of a plain "any" stands for itself."""
        if not isinstance(whole, AtLeast) or whole.need != 1:
            yield from self._dead(whole, whole, path, {})
            return
        for place, way in enumerate(whole.parts):
            if not self._has_way(way):
                yield (*path, place)
            else:
                yield from self._dead_ways(way, (*path, place))

    def _wanted(self, condition: Condition) -> Demand:
        """What makes the condition true, worked out once for each."""
        known = self._true.get(id(condition))
        if known is None:
            known = condition, demand(condition, Aim.TRUE, self._holds)
            self._true[id(condition)] = known
        return known[1]

    def _has_way(self, way: Demand) -> bool:
        if not isinstance(way, Hold):
            return self._reach.find(way) is not None
        if way not in self._ways:
            self._ways[way] = self._reach.find(way) is not None
        return self._ways[way]

    def _dead(
        self, whole: Demand, part: Demand, path: Path, forced: Mapping[AtLeast, int]
    ) -> Iterator[Path]:
        match part:
            case AtLeast(need, parts):
                for place, inner in enumerate(parts):
                    taken = forced if need == len(parts) else {**forced, part: place}
                    if taken is not forced and not self._reach.find(whole, forced=taken):
                        yield (*path, place)
                    else:
                        yield from self._dead(whole, inner, (*path, place), taken)
            case NewEntry(_, inner):
                yield from self._dead(whole, inner, path, forced)
            case _:
                return

    def _has_silent_way(self, condition: Condition) -> bool:
        match condition:
            case Leaf() | Within():
                known = self._quiet.get(condition)
                if known is None:
                    true, quiet = (self._holds.of(condition, a) for a in (Aim.TRUE, Aim.QUIET))
                    known = bool(true.allowed & quiet.allowed) and not (true.hits and quiet.out)
                    self._quiet[condition] = known
                return known
            case All(parts):
                return all(map(self._has_silent_way, parts))
            case AnyOf(parts):
                return any(map(self._has_silent_way, parts))
            case Count(at_least, parts):
                return sum(map(self._has_silent_way, parts)) >= at_least
            case Some(_, part):
                return self._has_silent_way(part)
            case Not():
                return True
