"""Somebody who says yes to nearly everything: what holds for them is proved to be possible.

Most conditions hold for such a patient, so that only for the others one has to be made to measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.holds import Aim
from pnet_prep.engine.reach import Found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.engine.domains import Domain
    from pnet_prep.engine.holds import Hold, Holds
    from pnet_prep.engine.reach import Limits
    from pnet_prep.model.conditions import Leaf, Within
    from pnet_prep.model.questionnaire import Questionnaire

ENTRY = "entry1"


def forthcoming(
    leaves: Iterable[Leaf | Within], holds: Holds, questionnaire: Questionnaire
) -> Found:
    """To each item of the leaves the answer that makes most of them true; one entry a list."""
    wanted: dict[str, list[Hold]] = {}
    for leaf in dict.fromkeys(leaves):
        wanted.setdefault(leaf.item, []).append(holds.of(leaf, Aim.TRUE))
    found = Found()
    for item, held in wanted.items():
        entry = ENTRY if questionnaire.list_of(item) else ""
        found.limits[item, entry] = _most_wanted(held, holds.domains.of(item))
    return found


def _most_wanted(held: list[Hold], domain: Domain) -> Limits:
    if domain.many:
        hits = (hold.hits & ~domain.alone for hold in held)
        return domain.many, tuple(dict.fromkeys(filter(None, hits))), 0
    bits = [1 << place for place in range(len(domain.values))]
    return max(bits, key=lambda bit: sum(bool(hold.allowed & bit) for hold in held)), (), 0
