"""Arithmetic on EDTF values: which days a value can mean, and values made from values.

EDTF is the extended date format of ISO 8601-2:2019 (loc.gov/standards/datetime). Known here are
years, months, days, seasons (21 to 24), decades (``199X``), each but a season also approximate
(``~``), and intervals of these, open at either end (``..``).
"""

from datetime import date, timedelta
from functools import lru_cache

from pnet_prep.model.fixed import Fixed

_DAY = timedelta(days=1)
_FORMS = ([4], [4, 2], [4, 2, 2])
"""How many digits a year has, the month after it, and the day after that."""

# A season is the same season of the year in both halves of the world. First and last month,
# counted from January: spring and autumn may be March-June or September-December; the summer
# and the winter "of 2024" may begin in December 2023 or end in March 2025.
SPRING = 21
_SEASONS = {21: (2, 11), 22: (-1, 14), 23: (2, 11), 24: (-1, 14)}


class Point(Fixed):
    """One side of an EDTF value; ``month`` 21 to 24 is a season."""

    year: int
    month: int | None = None
    day: int | None = None
    decade: bool = False
    about: bool = False

    @property
    def sharp(self) -> bool:
        """Whether everybody agrees on its first and last day."""
        return not self.about and self.month not in _SEASONS


@lru_cache(maxsize=64)
def point(text: str) -> Point:
    """Read an EDTF value that is no interval. Raises ValueError on what it does not know."""
    bare = text.removesuffix("~")
    about = bare != text
    decade = bare.removesuffix("X")
    parts = [f"{decade}0"] if decade != bare else bare.split("-")
    if [*map(len, parts)] not in _FORMS or not ("".join(parts).isdigit() and bare.isascii()):
        raise ValueError("not a date value known here")
    year, *rest = map(int, parts)
    if decade != bare:
        return Point(year, decade=True, about=about)
    month, day = [*rest, None, None][:2]
    read = Point(year, month, day, about=about)
    if month in _SEASONS:
        if day or read.about:
            raise ValueError("a season has no days and is never approximate")
    else:
        date(read.year, 1 if month is None else month, 1 if day is None else day)
    return read


def bounds(edtf: str) -> tuple[date, date]:
    """The earliest and the latest day that a value can mean, both included.

    An open end is ``date.min`` or ``date.max``. "About" (``~``) widens by one of the unit people
    would count in: a day by a week to either side, a month by a month, a year by a year; a
    decade by half of itself. A season covers both halves of the world.

    Raises:
        ValueError: on what it does not know, and on an interval that ends before it begins.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_bounds(point(start))
    if start == end == "..":
        raise ValueError("an interval needs an end")
    earliest = date.min if start == ".." else _point_bounds(point(start))[0]
    latest = date.max if end == ".." else _point_bounds(point(end))[1]
    if earliest > latest:
        raise ValueError("an interval that ends before it begins")
    return earliest, latest


def _point_bounds(of: Point) -> tuple[date, date]:
    if of.month and of.day:
        return _widened(date(of.year, of.month, of.day), 7 if of.about else 0)
    january = of.year * 12
    if of.decade:
        return _months(january, january + 119, 60 if of.about else 0)
    if not of.month:
        return _months(january, january + 11, 12 if of.about else 0)
    if of.month in _SEASONS:
        first, last = _SEASONS[of.month]
        return _months(january + first, january + last, 0)
    month = january + of.month - 1
    return _months(month, month, 1 if of.about else 0)


def _widened(day: date, days: int) -> tuple[date, date]:
    margin = timedelta(days=days)
    earliest = day - min(margin, day - date.min)
    return earliest, day + min(margin, date.max - day)


def _months(first: int, last: int, margin: int) -> tuple[date, date]:
    """First day of one month and last day of another, months being counted from year 0."""
    after = _month_start(last + margin + 1)
    return _month_start(first - margin), after if after == date.max else after - _DAY


def _month_start(month: int) -> date:
    """First day of a month counted from year 0, or the edge of the calendar it lies beyond."""
    year, month = divmod(month, 12)
    if year < date.min.year:
        return date.min
    return date.max if year > date.max.year else date(year, month + 1, 1)


def month_of(day: date) -> str:
    """The month of a day, ``2026-04``."""
    return day.isoformat()[:7]


def approximate(edtf: str) -> str:
    """The value with "about" on it: ``2019`` to ``2019~``. A season is vague as it is."""
    return "/".join(
        f"{side}~" if side != ".." and point(side).sharp else side for side in edtf.split("/")
    )


def since(edtf: str) -> str:
    """From some moment in the value until now: ``2022`` to ``2022/..``.

    A decade or an interval stays as it is: a narrower start would be invented.
    """
    return edtf if "/" in edtf or point(edtf).decade else f"{edtf}/.."


def before(edtf: str) -> str:
    """Any time before the value: ``2020`` to ``../2019``; a vague value is its own latest end.

    Raises:
        ValueError: for an interval.
    """
    if not point(edtf).sharp:
        return until(edtf)
    return f"../{(bounds(edtf)[0] - _DAY).isoformat()[: len(edtf)]}"


def after(edtf: str) -> str:
    """Any time after the value: ``2019`` to ``2020/..``; a vague value is its own earliest start.

    Raises:
        ValueError: for an interval.
    """
    if not point(edtf).sharp:
        return f"{_years_within(edtf)[0]}/.."
    return f"{(bounds(edtf)[1] + _DAY).isoformat()[: len(edtf)]}/.."


def until(edtf: str) -> str:
    """Any time up to the end of the value: ``2019`` to ``../2019``.

    Raises:
        ValueError: for an interval.
    """
    return f"../{_years_within(edtf)[1]}"


def between(first: str, last: str) -> str:
    """The interval from one value to another, or the value when both are the same.

    Raises:
        ValueError: for an interval within the interval, and for an end before its beginning.
    """
    if first == last:
        return first
    interval = f"{_years_within(first)[0]}/{_years_within(last)[1]}"
    bounds(interval)
    return interval


def _years_within(edtf: str) -> tuple[str, str]:
    """First and last year of a decade: EDTF has no decades within an interval."""
    of = point(edtf)
    if not of.decade:
        return edtf, edtf
    if of.about:
        raise ValueError("about a decade is no side of an interval")
    return f"{of.year:04}", f"{of.year + 9:04}"
