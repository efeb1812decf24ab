"""Numbers, quantities and dates, cut where conditions cut them: one value for each piece."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from pnet_prep.engine.conditions import months_before
from pnet_prep.model.values import DateSaid, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LARGEST = 9999
"""The largest whole number that can be typed."""


def integer_cells(bounds: Iterable[str]) -> tuple[int, ...]:
    """Whole numbers at and beside every bound, as far as they can be typed."""
    found = {0}
    for bound in bounds:
        whole = int(Decimal(bound))
        found |= {whole - 1, whole, whole + 1}
    return tuple(sorted(number for number in found if 0 <= number <= LARGEST))


def quantity_cells(bounds: Iterable[tuple[str, str]]) -> tuple[Quantity, ...]:
    """In each unit a number at, between, above and below the bounds, and words without a number.

    ``bounds`` are numbers with their units.
    """
    by_unit: dict[str, set[Decimal]] = {}
    for number, unit in bounds:
        by_unit.setdefault(unit, set()).add(Decimal(number))
    found = [Quantity("some")]
    for unit, numbers in sorted(by_unit.items()):
        cuts = sorted(numbers)
        between = [(low + high) / 2 for low, high in pairwise(cuts)]
        cells = {cuts[0] / 2, *cuts, *between, cuts[-1] + 1}
        found += [Quantity(f"{cell} {unit}", str(cell), unit) for cell in sorted(cells)]
    return tuple(found)


def date_cells(months: Iterable[int], today: date) -> tuple[DateSaid, ...]:
    """Words without a date, a day for each stretch of time, and every span from one to another."""
    starts = [months_before(today, count) for count in sorted(set(months), reverse=True)]
    days = [starts[0] - timedelta(days=1), *starts] if starts else []
    spans = [
        f"{first.isoformat()}/{last.isoformat()}"
        for place, first in enumerate(days)
        for last in days[place + 1 :]
    ]
    dates = [*(day.isoformat() for day in days), *spans]
    return (DateSaid("some day"), *(DateSaid(edtf, edtf) for edtf in dates))
