"""Parts of a condition that another part beside them makes needless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.holds import Aim
from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Some, Within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.holds import Hold, Holds
    from pnet_prep.model.conditions import Condition

Path = tuple[int, ...]
"""The way to a part of a condition: which part of each ``all``, ``any`` or ``count`` on the way."""


def needless_parts(condition: Condition, holds: Holds, path: Path = ()) -> Iterator[Path]:
    """Ways to parts that change nothing: in "any" the narrower of two, in "all" the wider.

    Only leaves about one item are compared; of two that say the same it is the later one.
    """
    match condition:
        case AnyOf(parts) | All(parts):
            wider_goes = isinstance(condition, All)
            for place, part in enumerate(parts):
                if any(
                    _goes(part, other, holds, wider_goes=wider_goes, later=place > other_place)
                    for other_place, other in enumerate(parts)
                    if other_place != place
                ):
                    yield (*path, place)
                else:
                    yield from needless_parts(part, holds, (*path, place))
        case Count(_, parts):
            for place, part in enumerate(parts):
                yield from needless_parts(part, holds, (*path, place))
        case Not(part) | Some(_, part):
            yield from needless_parts(part, holds, path)
        case Leaf() | Within():
            return


def _goes(
    part: Condition, other: Condition, holds: Holds, *, wider_goes: bool, later: bool
) -> bool:
    if not (isinstance(part, Leaf | Within) and isinstance(other, Leaf | Within)):
        # As tuples, an "all" and an "any" of the same parts are equal.
        return later and part == other and repr(part) == repr(other)
    if part.item != other.item:
        return False
    narrower, wider = (other, part) if wider_goes else (part, other)
    if not _inside(narrower, wider, holds):
        return False
    return later or not _inside(wider, narrower, holds)


def _inside(narrower: Leaf | Within, wider: Leaf | Within, holds: Holds) -> bool:
    """Whether the one is true only where the other is, and false wherever the other is."""
    many = holds.domains.of(narrower.item).many
    return _among(holds.of(narrower, Aim.TRUE), holds.of(wider, Aim.TRUE), many) and _among(
        holds.of(wider, Aim.FALSE), holds.of(narrower, Aim.FALSE), many
    )


def _among(some: Hold, others: Hold, many: int) -> bool:
    """Whether every answer within the one limit is within the other."""
    if some.allowed & ~others.allowed:
        return False
    if not some.allowed & many:
        return True
    hit = not others.hits or (some.hits != 0 and not some.hits & ~others.hits)
    return hit and not others.out & ~some.out
