"""Many conditions at once, in packs of any size: which of them hold in a view, and why.

What a condition means is said in ``conditions``. Here one is looked at only where something was
said that it cannot hold without, and each distinct leaf once a view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.engine.conditions import ANSWERED, causes, truth
from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Operator, Some, Within
from pnet_prep.model.values import NonAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.conditions import Cause, Truth
    from pnet_prep.engine.views import View
    from pnet_prep.model.conditions import Condition

    Clue = tuple[str, str]
    Found = tuple[bool, tuple[Cause, ...]]

# A clue is an item, and something that was said to it: an option, a class of what was typed, or
# nothing where any answer will do.
# What is found behind a part is (whether there is nothing in it to say aloud, its causes).

ANYWAY: list[Clue] = [("", "")]
"""The clue to what may hold though nobody said anything."""

NOTHING: Found = (True, ())

_EXACT = (Operator.IS, Operator.HAS)


class Ruleset:
    """Conditions made ready for view after view. Each is known by its place among those given."""

    def __init__(self, conditions: Iterable[Condition | None]) -> None:
        self._conditions = tuple(conditions)
        self._raised: dict[Clue, list[int]] = {}
        for place, one in enumerate(self._conditions):
            for clue in ANYWAY if one is None else _if_true(one):
                if clue in self._raised:
                    self._raised[clue].append(place)
                else:
                    self._raised[clue] = [place]

    def firing(self, view: View) -> Firing:
        """What holds in a view; what is unknown there does not."""
        near = {place for clue in _said(view) for place in self._raised.get(clue, ())}
        return Firing({place: self._conditions[place] for place in sorted(near)}, view)


class Firing:
    """The conditions that hold in one view, by their places, in order, and what is behind them."""

    def __init__(self, conditions: dict[int, Condition | None], view: View) -> None:
        self._view = view
        self._known = known = _Known(view)
        self._holding = {
            place: one for place, one in conditions.items() if one is None or _holds(one, known)
        }
        self._causes: dict[Leaf | int, Found] = {}  # what is no leaf is known by its identity

    def __iter__(self) -> Iterator[int]:
        return iter(self._holding)

    def causes(self, place: int) -> tuple[Cause, ...]:
        """What ``conditions.causes`` says of the condition at this place."""
        one = self._holding[place]
        found = None if one is None else self._found(one)
        return found[1] if found else ()

    def _found(self, one: Any) -> Found | None:  # noqa: ANN401 - conditions differ by exact type
        """The smallest set of causes behind a condition, ``None`` where it does not hold."""
        kind = type(one)
        if kind is Leaf:
            return self._behind(one, one) if self._known[one] else None
        if kind is AnyOf:
            return self._several(one.parts, 1)
        if not _holds(one, self._known):
            return None
        if kind is Not:
            return NOTHING
        if kind is All:
            return self._several(one.parts, len(one.parts))
        if kind is Count:
            return self._several(one.parts, one.at_least)
        return self._behind(one, id(one))

    def _behind(self, one: Condition, key: Leaf | int) -> Found:
        """What is behind one leaf or list that holds."""
        if key not in self._causes:
            behind = causes(one, self._view)
            self._causes[key] = (not any(cause.spoken for cause in behind), behind)
        return self._causes[key]

    def _several(self, parts: tuple[Condition, ...], need: int) -> Found | None:
        """The smallest sets behind so many of the parts, in file order; ties go by it too."""
        sets = []
        for part in parts:
            found = self._found(part)
            if found is None:
                continue
            if need == 1 and not found[0] and len(found[1]) == 1:
                return found  # nothing that comes after it can be smaller
            sets.append(found)
        if len(sets) < need:
            return None
        if len(sets) > need:
            by_size = sorted(range(len(sets)), key=lambda one: (sets[one][0], len(sets[one][1])))
            sets = [sets[one] for one in sorted(by_size[:need])]
        silent = all(one[0] for one in sets)
        return silent, tuple([cause for one in sets for cause in one[1]])


class _Known(dict[Leaf, "Truth"]):
    """The truth of each leaf in a view, equal ones looked at once; all other ends by identity."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self.others: dict[int, bool] = {}

    def __missing__(self, leaf: Leaf) -> Truth:
        verdict = self[leaf] = truth(leaf, self.view)
        return verdict


def _holds(one: Any, known: _Known) -> bool:  # noqa: ANN401 - the same
    # A leaf is looked up where it stands: a call for each would take as long as all the rest.
    kind = type(one)
    if kind is AnyOf:
        for part in one.parts:  # noqa: SIM110 - a generator for each takes a third longer
            if known[part] if type(part) is Leaf else _holds(part, known):
                return True
        return False
    if kind is All:
        for part in one.parts:  # noqa: SIM110
            if not (known[part] if type(part) is Leaf else _holds(part, known)):
                return False
        return True
    if kind is Leaf:
        return known[one] is True
    if kind is Not:
        part = one.part
        return (known[part] if type(part) is Leaf else truth(part, known.view)) is False
    if kind is Count:
        at_least: int = one.at_least
        return sum(_holds(part, known) for part in one.parts) >= at_least
    if id(one) not in known.others:
        known.others[id(one)] = truth(one, known.view) is True
    return known.others[id(one)]


def _said(view: View) -> Iterator[Clue]:
    """All clues that the answers of a view give, also those in its lists."""
    yield from ANYWAY
    for group in view.complete:
        yield group, ""
    for (item, _), answer in view.answers.items():
        yield item, ""
        value = answer.value
        if isinstance(value, str):
            yield item, value
            for kind in view.classes(item, value) or ():
                yield item, kind
        elif isinstance(value, tuple):
            for option in value:
                yield item, option
        elif isinstance(value, NonAnswer):
            yield item, value.value


def _if_true(one: Any) -> list[Clue]:  # noqa: ANN401 - the same
    """Clues one of which at least is there wherever a condition is true."""
    kind = type(one)
    if kind is Leaf:
        item, operator, values, _ = one
        if operator in _EXACT:
            return [(item, value) for value in values]
        return ANYWAY if operator is ANSWERED and "yes" not in values else [(item, "")]
    if kind is All:
        return _fewest(map(_if_true, one.parts))
    if kind is Some:
        return _if_true(one.where)
    if kind is Not:
        return _if_false(one.part)
    if kind is Within:
        return [(one.item, "")]
    if kind is Count and one.at_least < 1:
        return ANYWAY
    return [clue for part in one.parts for clue in _if_true(part)]


def _if_false(one: Any) -> list[Clue]:  # noqa: ANN401 - the same
    """Clues one of which at least is there wherever a condition is false."""
    kind = type(one)
    if kind is Leaf:
        return ANYWAY if one.operator is ANSWERED and "yes" in one.values else [(one.item, "")]
    if kind is AnyOf:
        return _fewest(map(_if_false, one.parts))
    if kind is Some:
        return [(one.group, "")]
    if kind is Not:
        return _if_true(one.part)
    if kind is Within:
        return [(one.item, "")]
    if kind is Count and one.at_least > len(one.parts):
        return ANYWAY
    return [clue for part in one.parts for clue in _if_false(part)]


def _fewest(found: Iterable[list[Clue]]) -> list[Clue]:
    """The shortest of some lists of clues, each of which will do."""
    shortest = ANYWAY
    for clues in found:
        if clues is not ANYWAY and (shortest is ANYWAY or len(clues) < len(shortest)):
            shortest = clues
            if len(clues) == 1:
                break
    return shortest
