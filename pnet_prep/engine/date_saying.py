"""EDTF values in plain words, and the English words for it."""

from datetime import date

from pnet_prep.engine import edtf
from pnet_prep.model.fixed import Fixed

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


class DateSaying(Fixed):
    """What a language brings to say a date: templates, and names in their order."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    day: str
    month: str
    season: str
    decade: str
    about: str
    since: str
    before: str
    until: str
    between: str


ENGLISH = DateSaying(
    months=MONTHS,
    seasons=("spring", "summer", "autumn", "winter"),
    day="{day} {month} {year}",
    month="{month} {year}",
    season="{season} {year}",
    decade="{year}s",
    about="about {date}",
    since="since {date}",
    before="before {date}",
    until="{date} or before",
    between="between {first} and {last}",
)


def say_date(value: str, words: DateSaying = ENGLISH) -> str:
    """Say an EDTF value in plain words: "April 2026", "about 1 November 2026", "before 2020".

    Typed again, the words are read as the same value.

    Raises:
        ValueError: on a value that `bounds` does not know.
    """
    latest = edtf.bounds(value)[1]
    start, _, end = value.partition("/")
    if not end:
        return _say_point(start, words)
    if end == "..":
        return words.since.format(date=_say_point(start, words))
    if start != "..":
        first, last = _say_point(start, words), _say_point(end, words)
        return words.between.format(first=first, last=last)
    if not edtf.point(end).sharp or latest == date.max:
        return words.until.format(date=_say_point(end, words))
    following = edtf.after(end).removesuffix("/..")
    return words.before.format(date=_say_point(following, words))


def _say_point(value: str, words: DateSaying) -> str:
    of = edtf.point(value)
    if of.decade:
        said = words.decade.format(year=of.year)
    elif of.month is None:
        said = str(of.year)
    elif of.month > len(words.months):
        season = words.seasons[of.month - edtf.SPRING]
        said = words.season.format(season=season, year=of.year)
    else:
        month = words.months[of.month - 1]
        template = words.day if of.day else words.month
        said = template.format(day=of.day, month=month, year=of.year)
    return words.about.format(date=said) if of.about else said
