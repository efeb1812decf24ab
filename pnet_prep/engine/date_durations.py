"""Dates counted from today: "3 weeks ago", "in two months", "last week", "half a year"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pnet_prep.engine import edtf
from pnet_prep.engine.date_tokens import Asked, Kind, Token, shape

_WEEK, _MONTH, _YEAR = 7, 30, 365
_EXACT_DAYS = 6  # "ten days ago" is a rounded number, "three days ago" is not
_MOST_DAYS = 62  # beyond, days and weeks are as rough as months
_MOST_MONTHS = 24  # beyond, months are as rough as years
# "Ago" stands first in other languages.
_BACKWARD_LEADS = (Kind.FOR, Kind.PAST, Kind.LAST, Kind.WITHIN, Kind.AGO)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much time: ``count`` and a half of ``unit`` (see `Kind.UNIT`)."""

    count: int
    half: bool
    unit: int


def duration(said: Sequence[Token], asked: Asked) -> str | None:
    """The EDTF value of a time counted from today, or None when the tokens are no such time.

    Without "ago" or "in" the time runs the way the question looks. Rounded numbers are
    approximate, and longer times are known to the month or to the year only.
    """
    lead = said[0].kind if said and said[0].kind in (*_BACKWARD_LEADS, Kind.IN) else None
    tail = said[-1].kind if said and said[-1].kind in (Kind.AGO, Kind.FROM_NOW, Kind.NOW) else None
    amount = _amount(said[lead is not None : len(said) - (tail is not None)], lead)
    if not amount or (lead and tail is Kind.AGO):
        return None
    ahead = lead is Kind.IN or tail is Kind.FROM_NOW
    if ahead and (lead in _BACKWARD_LEADS or tail is Kind.NOW):
        return None
    ahead = ahead or (asked.forward and not lead and not tail)
    moved = _moved(asked.today, amount, 1 if ahead else -1)
    return edtf.between(moved, asked.today.isoformat()) if lead is Kind.WITHIN else moved


def _amount(said: Sequence[Token], lead: Kind | None) -> Amount | None:
    unit = next((token.value for token in said if token.kind is Kind.UNIT), 0)
    match shape(said):
        case "U" if lead in (Kind.PAST, Kind.WITHIN):
            return Amount(1, half=False, unit=unit)
        case "hU" | "chU":
            return Amount(0, half=True, unit=unit)
        case "nU" | "cU" if said[0].value:
            return Amount(said[0].value, half=False, unit=unit)
        case "nhU" | "nmchU" | "cmchU" | "nUmch" | "cUmch":
            return Amount(said[0].value, half=True, unit=unit)
        case _:
            return None


def _moved(today: date, amount: Amount, sign: int) -> str:
    if amount.unit < _MONTH:
        days = amount.count * amount.unit + (amount.unit // 2 if amount.half else 0)
        day = today + sign * timedelta(days=days)
        if amount.unit == 1 and days <= _EXACT_DAYS and not amount.half:
            return day.isoformat()
        if days <= _MOST_DAYS:
            return f"{day.isoformat()}~"
        months = days // _MONTH
    elif amount.unit == _MONTH:
        months = amount.count
        day = months_away(today, sign * months)
    else:
        months = amount.count * 12 + (6 if amount.half else 0)
        day = months_away(today, sign * months)
    by_year = months > _MOST_MONTHS or (amount.unit == _YEAR and amount.count > 0)
    return f"{day.year:04}~" if by_year else f"{edtf.month_of(day)}~"


def months_away(day: date, months: int) -> date:
    """The first day of the month that lies so many months from a day's month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def span(said: Sequence[Token], asked: Asked) -> str | None:
    """The EDTF value of "last week", "this month", "next week", or None for anything else.

    Weeks begin on another day in other countries, so "last week" is about seven days ago.
    """
    if shape(said) not in ("lU", "tU", "xU"):
        return None
    which, unit = said[0].kind, said[1].value
    away = {Kind.LAST: -1, Kind.THIS: 0, Kind.NEXT: 1}[which]
    if unit == _MONTH:
        return edtf.month_of(months_away(asked.today, away))
    if unit != _WEEK:
        return None
    if away:
        return f"{(asked.today + timedelta(days=7 * away)).isoformat()}~"
    ends = asked.today, asked.today + timedelta(days=6 if asked.forward else -6)
    return edtf.between(min(ends).isoformat(), max(ends).isoformat())
