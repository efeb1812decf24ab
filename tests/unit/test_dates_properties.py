"""Whatever is typed: no error, a valid value or none, and never more exact than the words."""

import re
import warnings
from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.date_saying import say_date
from pnet_prep.engine.date_words import ENGLISH
from pnet_prep.engine.dates import DateReading, read_date
from pnet_prep.engine.edtf import bounds

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own grammar warns when pyparsing is strict
    from edtf import parse_edtf

TODAY = date(2026, 11, 22)

WORDS = st.sampled_from(
    [
        *ENGLISH.phrases,
        *("1998", "2019", "2024", "2026", "2027", "1980s", "'05", "3rd", "3", "12", "20", "40"),
        *("3/4/2025", "12/31/2025", "2025-03", "3/2025", "3/4", "1.5", "9:40", "at 3 pm", ","),
    ]
)
PHRASES = st.one_of(st.lists(WORDS, max_size=7).map(" ".join), st.text(max_size=40))
DAYS_ASKED = st.dates(date(2020, 1, 1), date(2060, 12, 31))
BIRTHS = st.none() | st.integers(1920, 2030)


@given(PHRASES, DAYS_ASKED, st.booleans(), BIRTHS)
def test_any_words_give_valid_values_or_none(text, today, forward, born):
    reading = read_date(text, today=today, forward=forward, born=born)
    assert len(reading.either) in ((0, 2) if reading.edtf is None else (0,))
    for value in filter(None, (reading.edtf, *reading.either)):
        parse_edtf(value)
        earliest, latest = bounds(value)
        assert earliest <= latest
        last_named = value.removesuffix("/..").split("/")[-1]
        assert forward or bounds(last_named)[0] <= today


@given(PHRASES, DAYS_ASKED, st.booleans())
def test_the_echo_is_read_as_the_value_it_says(text, today, forward):
    value = read_date(text, today=today, forward=forward).edtf
    if value is not None:
        assert read_date(say_date(value), today=today, forward=forward).edtf == value


@given(st.text(), st.dates(), st.booleans(), st.none() | st.integers())
def test_reading_never_raises(text, today, forward, born):
    read_date(text, today=today, forward=forward, born=born)


@given(st.lists(WORDS, max_size=6).map(" ".join), st.dates(), st.booleans(), BIRTHS)
def test_reading_never_raises_at_the_edge_of_the_calendar(text, today, forward, born):
    read_date(text, today=today, forward=forward, born=born)


def span_read(words):
    """First and last day of what the words are surely read as."""
    value = read_date(words, today=TODAY).edtf
    assert value is not None
    return bounds(value)


PAST_DAYS = st.dates(date(1950, 1, 1), TODAY)
HEDGES = st.sampled_from(["", "in ", "about ", "early ", "maybe ", "it started ", "the end of "])


@given(PAST_DAYS, HEDGES, st.sampled_from(["{}", "{:%Y}", "{}?", "{} or so"]))
def test_a_year_is_never_read_as_less_than_a_year(day, hedge, form):
    words = hedge + (form.format(day) if "%" in form else form.format(day.year))
    earliest, latest = span_read(words)
    assert earliest <= date(day.year, 1, 1)
    assert latest >= date(day.year, 12, 31)


@given(PAST_DAYS, HEDGES, st.sampled_from(["{:%B %Y}", "{:%b. %Y}", "{:%m/%Y}", "{:%Y-%m}"]))
def test_a_month_is_never_read_as_less_than_a_month(day, hedge, form):
    earliest, latest = span_read(hedge + form.format(day))
    assert earliest <= day.replace(day=1)
    assert latest >= day.replace(day=monthrange(day.year, day.month)[1])


@given(PAST_DAYS, st.sampled_from(["{:%d %B %Y}", "{:%A, %b %d, %Y, %H:%M}", "{:%Y-%m-%d}"]))
def test_a_full_date_is_read_as_its_day(day, form):
    assert read_date(form.format(day), today=TODAY) == DateReading(day.isoformat())
    assert read_date(f"about {form.format(day)}", today=TODAY) == DateReading(f"{day}~")


@given(PAST_DAYS, st.sampled_from("/.-"), st.sampled_from(["%d{0}%m{0}%Y", "%m{0}%d{0}%Y"]))
def test_day_and_month_in_digits_are_asked_unless_one_is_over_twelve(day, mark, form):
    reading = read_date(day.strftime(form.format(mark)), today=TODAY)
    swapped = None if day.day > 12 else date(day.year, day.day, day.month)
    if swapped in (None, day) or swapped > TODAY:
        assert reading == DateReading(day.isoformat())
    else:
        assert reading.edtf is None
        assert set(reading.either) == {day.isoformat(), swapped.isoformat()}


@given(
    st.integers(1, 40),
    st.sampled_from([("days", 1), ("weeks", 7), ("months", 28), ("years", 365)]),
    st.sampled_from(["{} {} ago", "about {} {} ago", "{} {}", "for {} {}", "since {} {}"]),
)
def test_a_time_ago_holds_its_day_and_is_as_rough_as_its_unit(count, unit, form):
    name, days = unit
    earliest, latest = span_read(form.format(count, name))
    assert (latest - earliest).days + 1 >= days
    average = {"months": 30.4368, "years": 365.2425}.get(name, days)
    assert earliest <= TODAY - timedelta(days=round(count * average)) <= latest


VAGUE = [
    phrase
    for phrase, token in ENGLISH.phrases.items()
    if token.kind.name in {"MONTH", "SEASON", "DECADE", "RELATIVE_YEAR", "ABOUT", "PART", "FROM"}
    or token.kind.name in {"SINCE", "BEFORE", "AFTER", "OR", "AND", "TO", "IN", "LAST", "THIS"}
]


@given(st.lists(st.sampled_from([*VAGUE, "2019", "2024", "1980s", "'98"]), min_size=1, max_size=6))
def test_words_that_name_no_day_give_no_day(words):
    reading = read_date(" ".join(words), today=TODAY)
    assert not re.search("[0-9]{4}-[0-9]{2}-[0-9]{2}", reading.edtf or "")
