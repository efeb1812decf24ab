"""Which answers bring one leaf of a condition where it is wanted.

That is asked of the engine itself, answer by answer, so a proof can never mean something else than
an interview does.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.conditions import SILENT_ITEMS, Cause, truth
from pnet_prep.engine.domains import UNANSWERED
from pnet_prep.engine.views import View
from pnet_prep.model.conditions import Leaf, Operator, Within
from pnet_prep.model.response import PATIENT, Answer
from pnet_prep.model.values import ListMark

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pnet_prep.engine.domains import Domains
    from pnet_prep.model.response import Place


class Aim(IntEnum):
    """What is wanted of a condition. ``QUIET`` wants nothing true that could be said aloud."""

    TRUE = 0
    FALSE = 1
    NOT_TRUE = 2
    NOT_FALSE = 3
    QUIET = 4


class Hold(NamedTuple):
    """A limit on the answer to one item, in bits of its domain.

    One of the bits ``allowed``; where many options are had, also one of ``hits`` and none of
    ``out``, bits of options; 0 is no limit.
    """

    item: str
    allowed: int
    hits: int = 0
    out: int = 0


class Holds:
    """The limits for every leaf and aim, over ``domains``."""

    def __init__(
        self,
        domains: Domains,
        today: date,
        classes: Callable[[str, str], frozenset[str] | None],
    ) -> None:
        self.domains = domains
        self._known: dict[Leaf | Within, tuple[Hold, ...]] = {}
        self._said: dict[Place, Answer] = {}
        self._given: dict[str, tuple[Answer | None, ...]] = {}
        self._view = View(PATIENT, self._said, {}, frozenset(), today, classes)

    def of(self, leaf: Leaf | Within, aim: Aim) -> Hold:
        """The limit that reaches an aim for one leaf."""
        found = self._known.get(leaf)
        if found is None:
            found = self._known[leaf] = self._all_aims(leaf)
        return found[aim]

    def complete(self, group: str, *, sense: bool) -> Hold:
        """The limit that a list is (or is not) known to hold everything."""
        domain = self.domains.of(group)
        mark = 1 << domain.values.index(ListMark.COMPLETE)
        return Hold(group, mark if sense else domain.all & ~mark)

    def answered(self, link_id: str) -> Hold:
        """The limit that something was said, be it "not sure"."""
        return Hold(link_id, self.domains.of(link_id).all & ~UNANSWERED)

    def _all_aims(self, leaf: Leaf | Within) -> tuple[Hold, ...]:
        domain = self.domains.of(leaf.item)
        true = false = loud = 0
        bit = 1
        self._said.clear()  # the first answer is none at all
        for answer in self._answers(leaf.item):
            if answer is not None:
                self._said[leaf.item, ""] = answer
            verdict = truth(leaf, self._view)
            if verdict:
                true |= bit
                if answer is not None and Cause(leaf, answer).spoken:
                    loud |= bit
            elif verdict is False:
                false |= bit
            bit <<= 1
        quiet = (bit - 1) & ~loud
        allowed = (true, false, domain.all & ~true, domain.all & ~false, quiet)
        if not isinstance(leaf, Leaf) or leaf.operator is not Operator.HAS:
            return tuple(Hold(leaf.item, bits) for bits in allowed)
        named = self.domains.bits(leaf.item, leaf.values)
        hits = (named, 0, 0, named, 0)
        out = (0, named, named, 0, 0 if leaf.item in SILENT_ITEMS else named)
        return tuple(
            Hold(leaf.item, bits | domain.many, some, none)
            for bits, some, none in zip(allowed, hits, out, strict=True)
        )

    def _answers(self, link_id: str) -> tuple[Answer | None, ...]:
        """Each value of the item's domain as an answer, made once."""
        known = self._given.get(link_id)
        if known is None:
            known = self._given[link_id] = tuple(
                None if value is None else Answer("", link_id, "", value, PATIENT, PATIENT, 0, "")
                for value in self.domains.of(link_id).values
            )
        return known
