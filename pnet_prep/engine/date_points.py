"""Single dates: years, months, days, seasons, feasts, weekdays, and dates in digits.

Every function gives the values a wording can mean: none when that is not sure, two when the
person has to be asked. An impossible day (31 April) raises ValueError or is left out.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from pnet_prep.engine import edtf
from pnet_prep.engine.date_calendar import day_of, full_year, meant, occurrence
from pnet_prep.engine.date_durations import duration, span
from pnet_prep.engine.date_tokens import Asked, Kind, Token, shape

_WEEK = 7  # days
_WEEKS_AROUND = 9  # "Tuesday the 24th" is soon, or not long ago
_MONTHS_AROUND = 62  # days, which hold each number a month has


def points(said: Sequence[Token], asked: Asked) -> list[str]:
    """The EDTF values that tokens without "about", "since" and "to" can mean."""
    counted = duration(said, asked)
    said = [token for token in said if token.kind is not Kind.IN]
    counted = counted or span(said, asked)
    if counted:
        return [counted]
    if any(token.kind is Kind.WEEKDAY for token in said):
        return _weekday(said, asked)
    match shape(said):
        case "Y":
            return [f"{said[0].value:04}"]
        case "D" if said[0].value != 1900:  # ten years or a hundred?
            return [f"{full_year(said[0].value, asked) // 10:03}X"]
        case "R" | "u":
            return [_day(asked.today, said[0].value)]
        case "N":
            return [edtf.between(_day(asked.today, -1), _day(asked.today, 0))]
        case "X":
            return _numeric(said[0].text, asked)
        case "gn" | "gc" | "gng" | "gcg":
            return _aged(said[1].value, 1, asked)
        case "ng" | "cg":
            return _aged(said[0].value, 1, asked)
        case "n" if asked.of_birth:
            return _age_or_year(said[0], asked)
        case "GD":
            return _aged(said[1].value, 10, asked)
        case _:
            return _calendar(said, asked)


def _day(today: date, away: int) -> str:
    return (today + timedelta(days=away)).isoformat()


def _day_of_month(number: int, asked: Asked) -> list[str]:
    """The next day of that number for a visit, the last one for an onset; it may be today."""
    step = 1 if asked.forward else -1
    days = (asked.today + timedelta(days=step * away) for away in range(_MONTHS_AROUND))
    return [day.isoformat() for day in days if day.day == number][:1]


def _age_or_year(said: Token, asked: Asked) -> list[str]:
    """A number alone for when somebody was born: "47" is an age, or the year 1947."""
    year = [f"{full_year(said.value, asked):04}"] if len(said.text) == 2 else []
    return _aged(said.value, 1, asked) + year


def _aged(age: int, years: int, asked: Asked) -> list[str]:
    if asked.of_birth:
        latest = asked.today.year - age
        return [edtf.between(f"{latest - years:04}", f"{latest:04}")]
    if asked.born is None:
        return []
    first = asked.born + age
    last = first + years if asked.forward else min(first + years, asked.today.year)
    return [edtf.between(f"{first:04}", f"{last:04}")]


def _calendar(said: Sequence[Token], asked: Asked) -> list[str]:
    """Months, seasons, feasts and days of a month, with or without their year."""
    rest, years = _without(said, Kind.YEAR)
    if shape(said) in ("nMn", "oMn", "Mnn", "Mon") and len(said[2].text) == 2:
        rest, years = list(said[:2]), [Token(Kind.YEAR, full_year(said[2].value, asked))]
    if len(years) > 1 or shape(rest) not in shape(said):
        return []
    year = years[0].value if years else None
    match shape(rest):
        case "M" | "S" | "F" if year is not None:
            return [occurrence(rest[0], year).value]
        case "M" | "S" | "F":
            return [meant(lambda of: occurrence(rest[0], of), None, asked)]
        case "lM" | "tM" | "xM" | "lS" | "tS" | "xS" | "lF" | "tF" | "xF" if year is None:
            return [meant(lambda of: occurrence(rest[1], of), rest[0].kind, asked)]
        case "nM" | "oM" | "Mo" | "Mn":
            (number,), (month,) = _without(rest, Kind.MONTH)
            if year is not None:
                return _full_day(year, month.value, number.value)
            as_year = number.kind is Kind.NUMBER and rest[0] is month
            return _month_and_number(month.value, number, as_year=as_year, asked=asked)
        case "o" if rest == said and rest[0].text and not asked.of_birth:
            return _day_of_month(rest[0].value, asked)
        case _:
            return []


def _without(said: Sequence[Token], kind: Kind) -> tuple[list[Token], list[Token]]:
    """The tokens of other kinds, and those of this kind."""
    others = [token for token in said if token.kind is not kind]
    return others, [token for token in said if token.kind is kind]


def _month_and_number(month: int, number: Token, *, as_year: bool, asked: Asked) -> list[str]:
    """Without a year. "June 20" is a day or, in a question that looks back, the year 2020."""
    days = _nearest_day(month, number.value, asked)
    if not as_year or asked.forward or len(number.text) < 2 or (not days and number.value <= 31):
        return days
    return days + _month(full_year(number.value, asked), month)


def _numeric(text: str, asked: Asked) -> list[str]:
    """Dates in digits. Which is the day and which the month is open unless one is over 12."""
    parts = text.replace(".", "-").replace("/", "-").split("-")
    numbers = [int(part) for part in parts]
    match [len(part) for part in parts]:
        case [4, _, _]:
            return _full_day(*numbers)
        case [4, _]:
            return _month(numbers[0], numbers[1])
        case [_, 4]:
            return _month(numbers[1], numbers[0])
        case [_, _, _]:
            first, second, year = numbers
            year = full_year(year, asked) if len(parts[2]) == 2 else year
            return _full_day(year, second, first) + _full_day(year, first, second)
        case widths:
            first, second = numbers
            days = _nearest_day(second, first, asked) + _nearest_day(first, second, asked)
            as_year = widths[1] == 2 and not asked.forward
            return days + (_month(full_year(second, asked), first) if as_year else [])


def _full_day(year: int, month: int, day: int) -> list[str]:
    try:
        return [date(year, month, day).isoformat()]
    except ValueError:
        return []


def _nearest_day(month: int, day: int, asked: Asked) -> list[str]:
    try:
        return [meant(day_of(month, day), None, asked)]
    except ValueError:
        return []


def _month(year: int, month: int) -> list[str]:
    return [edtf.month_of(date(year, month, 1))] if 1 <= month <= 12 else []


def _weekday(said: Sequence[Token], asked: Asked) -> list[str]:
    """A weekday by itself, of a week, or beside a date, which it then has to fit."""
    rest, weekdays = _without(said, Kind.WEEKDAY)
    if len(weekdays) > 1:
        return []
    weekday, today = weekdays[0].value, asked.today
    before = today - timedelta(days=(today.weekday() - weekday - 1) % _WEEK + 1)
    after = today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
    monday = today - timedelta(days=today.weekday())
    match shape(rest):
        case "" | "t":
            return [(after if asked.forward else before).isoformat()]
        case "l":
            return [before.isoformat()]
        case "x":  # the coming one, or the one in the week after? Both are said.
            return [after.isoformat(), _day(monday, _WEEK + weekday)]
        case "U" | "cU" | "nU" if _is_weeks_on(said) and asked.forward:
            weeks = rest[0].value if len(rest) > 1 else 1
            same = today + timedelta(days=(weekday - today.weekday()) % _WEEK)
            # "Tuesday week" on a Tuesday: from today, or from the next one? Both are said.
            return [_day(day, _WEEK * weeks) for day in (same, after)]
        case "lU" | "tU" | "xU" if rest[1].value == _WEEK and said[1] is not weekdays[0]:
            weeks = {Kind.LAST: -1, Kind.THIS: 0, Kind.NEXT: 1}[rest[0].kind]
            return [_day(monday, _WEEK * weeks + weekday)]
        case "n" | "o":  # "Tuesday the 24th"
            first, step = (after, _WEEK) if asked.forward else (before, -_WEEK)
            days = (first + timedelta(days=step * weeks) for weeks in range(_WEEKS_AROUND))
            return [day.isoformat() for day in days if day.day == rest[0].value][:1]
        case _:
            days_read = filter(_is_day, points(rest, asked))
            return [day for day in days_read if date.fromisoformat(day).weekday() == weekday]


def _is_weeks_on(said: Sequence[Token]) -> bool:
    """Whether it is "Tuesday week" or "two weeks on Tuesday"."""
    weeks = any(token.kind is Kind.UNIT and token.value == _WEEK for token in said)
    return weeks and shape(said) in ("WU", "cUW", "nUW")


def _is_day(value: str) -> bool:
    return "/" not in value and edtf.point(value).sharp and edtf.point(value).day is not None
