"""Whether a condition holds in one person's view, and which answers made it so.

Truth is Kleene's: ``True``, ``False`` or ``None`` for unknown. What nobody answered is unknown, so
is a date whose interval overlaps the bound and a number without a comparable unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pnet_prep.engine.edtf import bounds
from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Operator, Some, Within
from pnet_prep.model.values import DateSaid, NonAnswer, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pnet_prep.engine.views import View
    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.response import Answer
    from pnet_prep.model.values import Value

SILENT_ITEMS = frozenset({"visit.stage", "visit.clinician"})
"""Where the visit stands is known to everybody in the room, so it is never a reason to read out."""

# Leaves are looked at by the thousand, and to look a member of an enum up takes Python 3.11 longer
# than all the rest of it.
ANSWERED, _IS, _HAS, _IS_NOT = Operator.ANSWERED, Operator.IS, Operator.HAS, Operator.IS_NOT

Truth = bool | None


class Cause(NamedTuple):
    """A leaf that holds, the answer that made it hold, and the list it stands in, if any."""

    leaf: Leaf | Within
    answer: Answer
    group: str = ""

    @property
    def spoken(self) -> bool:
        """Whether it can be said aloud as a reason: never a negative, a gap or the stage."""
        if isinstance(self.leaf, Within):
            return True
        return (
            self.leaf.item not in SILENT_ITEMS
            and self.leaf.operator is not Operator.IS_NOT
            and not isinstance(self.answer.value, NonAnswer)
        )


def truth(condition: Condition, view: View, entry: str = "") -> Truth:
    """Whether ``condition`` holds in ``view``, leaves of a list taken from its ``entry``."""
    return _TRUTH[type(condition)](condition, view, entry)


def causes(condition: Condition, view: View, entry: str = "", group: str = "") -> tuple[Cause, ...]:
    """The smallest set of true leaves behind a condition that holds; ties go by file order.

    Where a set that can be read aloud and one that cannot would both do, the former is taken.
    """
    match condition:
        case Leaf() | Within():
            answer = view.at(condition.item, entry)
            return (Cause(_held(condition, answer, view), answer, group),) if answer else ()
        case All(parts):
            return tuple(one for part in parts for one in causes(part, view, entry, group))
        case AnyOf(parts):
            return _smallest(_true_parts(parts, view, entry, group), 1)
        case Count(at_least, parts):
            return _smallest(_true_parts(parts, view, entry, group), at_least)
        case Some(inner, where):
            entries = [e for e in view.lists.get(inner, ()) if truth(where, view, e)]
            return _smallest([causes(where, view, e, inner) for e in entries], 1)
        case Not():
            return ()


def _held(leaf: Leaf | Within, answer: Answer, view: View) -> Leaf | Within:
    """The leaf, with no other kinds of medicine or sign than those that were typed."""
    if isinstance(leaf, Within) or leaf.operator is not Operator.HAS:
        return leaf
    typed = view.classes(leaf.item, answer.value) if isinstance(answer.value, str) else None
    return leaf._replace(values=tuple(v for v in leaf.values if v in typed)) if typed else leaf


def _true_parts(
    parts: tuple[Condition, ...], view: View, entry: str, group: str
) -> list[tuple[Cause, ...]]:
    return [causes(part, view, entry, group) for part in parts if truth(part, view, entry)]


def _smallest(sets: list[tuple[Cause, ...]], how_many: int) -> tuple[Cause, ...]:
    def burden(found: tuple[Cause, ...]) -> tuple[bool, int]:
        return not any(cause.spoken for cause in found), len(found)

    taken = sorted(range(len(sets)), key=lambda index: burden(sets[index]))[:how_many]
    return tuple(cause for index in sorted(taken) for cause in sets[index])


def _all(every: All, view: View, entry: str) -> Truth:
    result: Truth = True
    for part in every.parts:
        verdict = _TRUTH[type(part)](part, view, entry)
        if verdict is False:
            return False
        if verdict is None:
            result = None
    return result


def _any(either: AnyOf, view: View, entry: str) -> Truth:
    result: Truth = False
    for part in either.parts:
        verdict = _TRUTH[type(part)](part, view, entry)
        if verdict is True:
            return True
        if verdict is None:
            result = None
    return result


def _not(negated: Not, view: View, entry: str) -> Truth:
    inner = truth(negated.part, view, entry)
    return None if inner is None else not inner


def _count(count: Count, view: View, entry: str) -> Truth:
    verdicts = [truth(part, view, entry) for part in count.parts]
    holding = verdicts.count(True)
    if holding >= count.at_least:
        return True
    return None if holding + verdicts.count(None) >= count.at_least else False


def _some(some: Some, view: View, _entry: str) -> Truth:
    result: Truth = False if some.group in view.complete else None
    for one in view.lists.get(some.group, ()):
        verdict = truth(some.where, view, one)
        if verdict is True:
            return True
        if verdict is None:
            result = None
    return result


def _leaf(leaf: Leaf, view: View, entry: str) -> Truth:
    item, operator, values, _unit = leaf
    answer = view.at(item, entry)
    if operator is ANSWERED:
        if answer is None and view.withheld.touches(item):
            return None
        return (answer is not None and answer.real) == ("yes" in values)
    if answer is None:
        return None
    value = answer.value
    if isinstance(value, NonAnswer):
        return True if operator is _IS and value.value in values else None
    if operator is _IS:
        return value in values
    if operator is _HAS:
        held = view.classes(item, value) if isinstance(value, str) else frozenset(_ids(value))
        if held is None or (held.isdisjoint(values) and view.withheld.hides(item, values)):
            return None
        return not held.isdisjoint(values)
    if operator is _IS_NOT:
        return value not in values
    return _compare(leaf, value)


def _ids(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _compare(leaf: Leaf, value: Value) -> Truth:
    number = _number(value, leaf.unit)
    if number is None:
        return None
    bound = float(leaf.values[0])
    return number >= bound if leaf.operator is Operator.AT_LEAST else number <= bound


def _number(value: Value, unit: str) -> float | None:
    if isinstance(value, int):
        return value
    if isinstance(value, Quantity) and value.number is not None and value.unit == unit:
        try:
            return float(value.number)
        except ValueError:
            return None
    return None


def _within(within: Within, view: View, entry: str) -> Truth:
    answer = view.at(within.item, entry)
    if answer is None or not isinstance(answer.value, DateSaid) or answer.value.edtf is None:
        return None
    began = answer.value.edtf.removesuffix("/..")
    try:
        earliest, latest = bounds(began)
    except ValueError:  # a visit file that was changed by hand
        return None
    since = months_before(view.today, within.months)
    if earliest > view.today or latest < since:
        return False
    return True if earliest >= since else None


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last day of that month where it has no such day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month + 1, day=last)
        except ValueError:
            continue
    message = "no such month"
    raise ValueError(message)


_TRUTH: dict[type, Callable[[Any, View, str], Truth]] = {
    Leaf: _leaf,
    All: _all,
    AnyOf: _any,
    Not: _not,
    Count: _count,
    Some: _some,
    Within: _within,
}
"""By exact type: conditions are evaluated by the thousand at every answer."""
