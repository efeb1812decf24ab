"""EDTF values in plain words, and the English words for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pnet_prep.engine import edtf
from pnet_prep.engine.fill import fill
from pnet_prep.model.fixed import Fixed

if TYPE_CHECKING:
    from collections.abc import Mapping

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


_TEMPLATES = DateSaying.__match_args__[2:]

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


def saying(words: Mapping[str, str]) -> DateSaying:
    """How dates are said in the words of a content."""
    return DateSaying(
        months=tuple([words[f"date.month.{month}"] for month in range(1, len(MONTHS) + 1)]),
        seasons=tuple([words[f"date.season.{season}"] for season in range(edtf.SPRING, 25)]),
        **{part: words[f"date.{part}"] for part in _TEMPLATES},
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
        return fill(words.since, {"date": _say_point(start, words)})
    if start != "..":
        first, last = _say_point(start, words), _say_point(end, words)
        return fill(words.between, {"first": first, "last": last})
    if not edtf.point(end).sharp or latest == date.max:
        return fill(words.until, {"date": _say_point(end, words)})
    following = edtf.after(end).removesuffix("/..")
    return fill(words.before, {"date": _say_point(following, words)})


def _say_point(value: str, words: DateSaying) -> str:
    of = edtf.point(value)
    if of.decade:
        said = fill(words.decade, {"year": str(of.year)})
    elif of.month is None:
        said = str(of.year)
    elif of.month > len(words.months):
        season = words.seasons[of.month - edtf.SPRING]
        said = fill(words.season, {"season": season, "year": str(of.year)})
    else:
        month = words.months[of.month - 1]
        template = words.day if of.day else words.month
        said = fill(template, {"day": str(of.day), "month": month, "year": str(of.year)})
    return fill(words.about, {"date": said}) if of.about else said
