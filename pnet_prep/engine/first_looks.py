"""The conditions of a pack, looked at as often as an interview does or only once or twice.

A ``Ruleset`` answers fast and takes its time to be made ready: as long as ten looks at each
condition as it stands. A command that prints looks once for each person, and is done.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.engine.conditions import causes, truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.conditions import Cause
    from pnet_prep.engine.ruleset import Firing, Ruleset
    from pnet_prep.engine.views import View
    from pnet_prep.model.conditions import Condition

FIRST = 6
"""How many looks there are before the conditions are made ready."""


class Conditions:
    """Conditions by their places. What they say is the same at the first look and at any later."""

    def __init__(self, conditions: Iterable[Condition | None]) -> None:
        self._all = tuple(conditions)
        self._looks = 0

    def firing(self, view: View) -> Firing | Walked:
        """What holds in a view; what is unknown there does not."""
        self._looks += 1
        return Walked(self._all, view) if self._looks <= FIRST else self._ready.firing(view)

    @cached_property
    def _ready(self) -> Ruleset:
        from pnet_prep.engine.ruleset import Ruleset

        return Ruleset(self._all)


class Walked:
    """The conditions that hold in one view, by their places, in order, and what is behind them."""

    def __init__(self, conditions: tuple[Condition | None, ...], view: View) -> None:
        self._conditions = conditions
        self._view = view

    def __iter__(self) -> Iterator[int]:
        for place, one in enumerate(self._conditions):
            if one is None or truth(one, self._view):
                yield place

    def causes(self, place: int) -> tuple[Cause, ...]:
        """What ``conditions.causes`` says of the condition at this place."""
        one = self._conditions[place]
        return () if one is None else causes(one, self._view)
