"""Parts of a condition that another part beside them makes needless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.holds import Aim
from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Some, Within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.holds import Holds
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
        return later and repr(part) == repr(other)
    if part.item != other.item:
        return False
    narrower, wider = (other, part) if wider_goes else (part, other)
    if not _inside(narrower, wider, holds):
        return False
    return later or not _inside(wider, narrower, holds)


def _inside(narrower: Leaf | Within, wider: Leaf | Within, holds: Holds) -> bool:
    """Whether every answer that makes the one leaf true makes the other true."""
    small, large = (holds.of(leaf, Aim.TRUE) for leaf in (narrower, wider))
    many = holds.domains.of(narrower.item).many
    if small.allowed & ~large.allowed & ~many:
        return False
    if not small.allowed & many:
        return True
    if not large.allowed & many:
        return False
    return not large.hits or (bool(small.hits) and not small.hits & ~large.hits)
