"""What a condition wants of the answers, with every "not" carried down to the leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pnet_prep.engine.holds import Aim, Hold
from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Some, Within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.holds import Holds
    from pnet_prep.model.conditions import Condition


@dataclass(slots=True, eq=False)
class AtLeast:
    """So many of the parts, or more."""

    need: int
    parts: tuple[Demand, ...]


@dataclass(slots=True, eq=False)
class NewEntry:
    """The list ``group`` has an entry that meets the demand."""

    group: str
    demand: Demand


@dataclass(slots=True, eq=False)
class EachEntry:
    """Every entry of the list ``group``, also one that is added later, meets the demand."""

    group: str
    demand: Demand


Demand = Hold | AtLeast | NewEntry | EachEntry

NOTHING = AtLeast(0, ())

_OPPOSITE = {
    Aim.TRUE: Aim.FALSE,
    Aim.FALSE: Aim.TRUE,
    Aim.NOT_TRUE: Aim.NOT_FALSE,
    Aim.NOT_FALSE: Aim.NOT_TRUE,
}


def both(parts: Iterable[Demand]) -> Demand:
    """All of the parts."""
    kept = tuple(parts)
    return AtLeast(len(kept), kept)


def demand(condition: Condition, aim: Aim, holds: Holds) -> Demand:
    """What has to be so for ``condition`` to be as ``aim`` wants it."""
    match condition:
        case Leaf() | Within():
            return holds.of(condition, aim)
        case Not(part):
            return NOTHING if aim is Aim.QUIET else demand(part, _OPPOSITE[aim], holds)
        case All(parts):
            return _of(condition, len(parts), parts, aim, holds)
        case AnyOf(parts):
            return _of(condition, 1, parts, aim, holds)
        case Count(at_least, parts):
            return _of(condition, at_least, parts, aim, holds)
        case Some():
            return _some(condition, aim, holds)


def _of(
    whole: Condition, need: int, parts: tuple[Condition, ...], aim: Aim, holds: Holds
) -> Demand:
    wanted = tuple([demand(part, aim, holds) for part in parts])
    match aim:
        case Aim.TRUE | Aim.NOT_FALSE:
            return AtLeast(need, wanted)
        case Aim.FALSE | Aim.NOT_TRUE:
            return AtLeast(len(parts) - need + 1, wanted)
        case Aim.QUIET if need == 1:
            return both(wanted)
        case Aim.QUIET:
            return AtLeast(1, (demand(whole, Aim.NOT_TRUE, holds), both(wanted)))


def _some(some: Some, aim: Aim, holds: Holds) -> Demand:
    where = demand(some.where, aim, holds)
    match aim:
        case Aim.TRUE:
            return NewEntry(some.group, where)
        case Aim.FALSE:
            known = holds.complete(some.group, sense=True)
            return both((known, EachEntry(some.group, where)))
        case Aim.NOT_FALSE:
            unknown = holds.complete(some.group, sense=False)
            return AtLeast(1, (unknown, NewEntry(some.group, where)))
        case Aim.NOT_TRUE | Aim.QUIET:
            return EachEntry(some.group, where)


def leaves(condition: Condition) -> Iterator[Leaf | Within]:
    """Every leaf of a condition, in file order."""
    todo = [condition]
    while todo:
        match todo.pop():
            case (Leaf() | Within()) as leaf:
                yield leaf
            case All(parts) | AnyOf(parts) | Count(_, parts):
                todo.extend(reversed(parts))
            case Not(part) | Some(_, part):
                todo.append(part)
