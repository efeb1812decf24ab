"""The calendar's side of dates: what comes once a year, and in which year it is meant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from pnet_prep.engine.date_tokens import Asked, Kind, Token
from pnet_prep.engine.edtf import bounds, month_of

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 1}  # months, only for choosing the year
_FIXED_FEASTS = 100  # from here on the value of a feast is month * 100 + day
_YEARS_AROUND = range(-8, 9)  # the next 29 February can be eight years away


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What comes once a year, in one year: its days and its EDTF value."""

    begins: date
    ends: date
    value: str


def occurrence(token: Token, year: int) -> Occurrence:
    """The month, season or feast of a year. A feast is approximate: people stretch it."""
    match token.kind:
        case Kind.MONTH:
            value = month_of(date(year, token.value, 1))
            return Occurrence(*bounds(value), value)
        case Kind.SEASON:
            start = _SEASON_STARTS[token.value]
            ends = date(year, start + 2, 30)
            return Occurrence(date(year, start, 1), ends, f"{year:04}-{token.value}")
        case _:
            day = feast_day(token.value, year)
            return Occurrence(day, day, f"{day.isoformat()}~")


def day_of(month: int, day: int) -> Callable[[int], Occurrence]:
    """The day with this month and number in each year."""

    def in_year(year: int) -> Occurrence:
        found = date(year, month, day)
        return Occurrence(found, found, found.isoformat())

    return in_year


def meant(in_year: Callable[[int], Occurrence], which: Kind | None, asked: Asked) -> str:
    """The value of the occurrence that a person means who names no year.

    ``which`` is the kind of "last", "this" or "next". Without one it is the nearest occurrence on
    the side the question looks at, the present one included.

    Raises:
        ValueError: when there is none, as for 31 April.
    """
    today = asked.today
    if which is Kind.THIS:
        return in_year(today.year).value
    years = (_if_any(in_year, today.year + away) for away in _YEARS_AROUND)
    around = [found for found in years if found is not None]
    past = [found for found in around if found.ends < today]
    present = [found for found in around if found.begins <= today <= found.ends]
    future = [found for found in around if found.begins > today]
    if which is Kind.LAST:
        chosen = past[-1:]
    elif which is Kind.NEXT:
        chosen = future[:1]
    else:
        chosen = [*present, *future][:1] if asked.forward else [*past, *present][-1:]
    if not chosen:
        raise ValueError("no such day in any year near")
    return chosen[0].value


def _if_any(in_year: Callable[[int], Occurrence], year: int) -> Occurrence | None:
    try:
        return in_year(year)
    except ValueError:  # no 29 February, or beyond the calendar
        return None


def feast_day(value: int, year: int) -> date:
    """The day of a feast; for the meaning of ``value`` see `Kind.FEAST`."""
    if value >= _FIXED_FEASTS:
        return date(year, value // 100, value % 100)
    return easter(year) + timedelta(days=value)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    corrected = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def full_year(value: int, asked: Asked) -> int:
    """The year of two digits: in this century, unless a question that looks back rules it out."""
    if value >= 100:
        return value
    return value + (2000 if asked.forward or value + 2000 <= asked.today.year else 1900)
