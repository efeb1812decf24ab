"""Dates as people say them, read to an EDTF value where that is sure.

Reading never adds precision ("March 2025" stays a month) and takes nothing it does not wholly
understand: one unknown word, and there is no value. The grammar works on shapes, one letter a
token (`Kind`): "since about 3 weeks ago" is ``sanUA``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pnet_prep.engine import edtf
from pnet_prep.engine.date_calendar import full_year
from pnet_prep.engine.date_points import points
from pnet_prep.engine.date_tokens import Asked, DateWords, Kind, Token, shape, tokens
from pnet_prep.engine.date_words import ENGLISH
from pnet_prep.engine.edtf import bounds

_YEARS = range(1900, 2100)
_FEAST_STRETCHES = timedelta(days=3)  # to either side, in "about Easter"


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a date in words means: ``edtf`` when sure, or the two values to choose from."""

    edtf: str | None
    either: tuple[str, ...] = ()


def read_date(  # noqa: PLR0913 - all that a question knows of the date it asks for
    text: str,
    *,
    today: date,
    forward: bool = False,
    born: int | None = None,
    of_birth: bool = False,
    words: DateWords = ENGLISH,
) -> DateReading:
    """Read a date as a person says it. What is not sure is None; it never raises.

    ``today`` is the day it was said. An onset looks back and never lies in the future; with
    ``forward`` (the day of a visit) words without a year look ahead. ``born`` is the speaker's
    year of birth, for "when I was 40". With ``of_birth`` that year is what is asked: an age is an
    answer, and a bare "47" may be one, or a year.
    """
    asked = Asked(today, forward=forward, born=born, of_birth=of_birth)
    try:
        said = [_with_year(token, asked) for token in tokens(text, words)]
        values = _possible(_phrase(said, asked), asked)
    except (ValueError, OverflowError):  # a word of no date, 31 April, beyond the calendar
        values = []
    match values:
        case [value]:
            return DateReading(value)
        case [_, _]:
            return DateReading(None, tuple(values))
        case _:
            return DateReading(None)


def _with_year(token: Token, asked: Asked) -> Token:
    match token.kind:
        case Kind.RELATIVE_YEAR:
            return Token(Kind.YEAR, asked.today.year + token.value)
        case Kind.SHORT_YEAR:
            return Token(Kind.YEAR, full_year(token.value, asked))
        case _:
            return token


def _possible(values: Iterable[str], asked: Asked) -> list[str]:
    """The different values on the side the question looks at; for a visit, the past if need be."""
    near = [value for value in dict.fromkeys(values) if _is_near(value)]
    if not asked.forward:
        return [value for value in near if bounds(_ends(value)[-1])[0] <= asked.today]
    ahead = [value for value in near if bounds(value)[1] >= asked.today]
    return ahead or near


def _ends(value: str) -> list[str]:
    """What the value names, without the open end."""
    return [end for end in value.split("/") if end != ".."]


def _is_near(value: str) -> bool:
    return all(edtf.point(end).year in _YEARS for end in _ends(value))


def _phrase(said: Sequence[Token], asked: Asked) -> list[str]:
    """The values of a whole wording, with what "since", "before" or "between" makes of them."""
    if relation := _relation(shape(said)):
        put_on, rest = relation
        return [put_on(value) for value in _plain(said[rest], asked)]
    opens = shape(said).startswith(Kind.FROM)
    joints = (Kind.TO, Kind.OR, Kind.AND) if opens else (Kind.TO, Kind.OR)
    found = [at for at, token in enumerate(said) if token.kind in joints]
    if len(found) == 1:
        return _between(said[opens : found[0]], said[found[0] + 1 :], asked)
    return _plain(said, asked)


def _relation(kinds: str) -> tuple[Callable[[str], str], slice] | None:
    """What an open end does to the value, and the tokens of that value."""
    opens = kinds.startswith(Kind.FROM)
    match kinds[:1], kinds[-1:]:
        case Kind.SINCE, _:
            return edtf.since, slice(1, None)
        case _, Kind.SINCE:  # "from 2019 onwards"
            return edtf.since, slice(int(opens), -1)
        case _, Kind.EARLIER:
            return edtf.until, slice(-1)
        case Kind.BEFORE, _ if _has_fixed_ends(kinds):
            return edtf.before, slice(1, None)
        case Kind.AFTER, _ if _has_fixed_ends(kinds):
            return edtf.after, slice(1, None)
        case Kind.FROM, _ if not set(kinds) & {Kind.TO, Kind.OR, Kind.AND}:
            return edtf.since, slice(1, None)
        case _:
            return None


def _has_fixed_ends(kinds: str) -> bool:
    """Whether something can be before it: not so the end of a year, or "before 3 weeks"."""
    return Kind.PART not in kinds and not any(f"{count}U" in kinds for count in "nch")


def _between(first: Sequence[Token], last: Sequence[Token], asked: Asked) -> list[str]:
    """Both ends as one interval; each borrows what it lacks: "March or April 2025"."""
    lead = [token for token in first[:1] if token.kind in (Kind.IN, Kind.FOR)]
    core = [token for token in first[len(lead) :] if token.kind is not Kind.ABOUT]
    if _counts_alike(last).startswith(_counts_alike(core)):
        first, last = [*first, *last[len(core) :]], [*lead, *last]
    elif Kind.YEAR in shape(first) and shape(last) in ("M", "nM", "oM", "Mn", "Mo", "S", "F"):
        return []  # "December 2024 to February": of which year is not said
    elif Kind.ORDINAL in (alone := {_bare(first), _bare(last)}) and len(alone) > 1:
        return []  # "March 3rd to 5th", "the 3rd to 24 December": of which month?
    starts, ends = _plain(first, asked), _plain(last, asked)
    if len(starts) != 1 or len(ends) != 1:
        return []
    sides = [starts[0], ends[0]]
    if Kind.UNIT in shape(last):  # "2 or 3 weeks ago" names the later day first
        sides.sort(key=bounds)
    return [edtf.between(*sides)]


def _bare(said: Sequence[Token]) -> str:
    return shape([token for token in said if token.kind not in (Kind.ABOUT, Kind.PART)])


def _counts_alike(said: Sequence[Token]) -> str:
    return shape(said).replace(Kind.COUNT, Kind.NUMBER)


def _plain(said: Sequence[Token], asked: Asked) -> list[str]:
    """Take "about" and "early" off; "about" becomes approximate, a part stays the whole."""
    core = [token for token in said if token.kind not in (Kind.ABOUT, Kind.PART)]
    values = points(core, asked)
    if Kind.ABOUT not in shape(said):
        return values
    if Kind.FEAST in shape(core):
        return [_months_around(value) for value in values]
    return [edtf.approximate(value) for value in values]


def _months_around(feast: str) -> str:
    day = date.fromisoformat(feast.rstrip("~"))
    ends = (day - _FEAST_STRETCHES, day + _FEAST_STRETCHES)
    return edtf.between(*map(edtf.month_of, ends))
