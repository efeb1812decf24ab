import warnings
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pnet_prep.engine import edtf
from pnet_prep.engine.edtf import bounds
from tests.longer import times

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own grammar warns when pyparsing is strict
    from edtf import parse_edtf

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
SHARP = st.one_of(
    DAYS.map(lambda day: day.isoformat()[:4]),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()),
)
POINTS = st.one_of(
    SHARP,
    SHARP.map(edtf.approximate),
    st.builds("{}-{}".format, st.integers(1900, 2099), st.integers(21, 24)),
    st.builds("{}X{}".format, st.integers(190, 209), st.sampled_from(["", "~"])),
)


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025-03-04", "2025-03-04", "2025-03-04"),
        ("2026-11-01~", "2026-10-25", "2026-11-08"),
        ("2026-01~", "2025-12-01", "2026-02-28"),
        ("2019~", "2018-01-01", "2020-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("198X~", "1975-01-01", "1994-12-31"),
        ("2024-21", "2024-03-01", "2024-12-31"),
        ("2024-22", "2023-12-01", "2025-03-31"),
        ("2024-23", "2024-03-01", "2024-12-31"),
        ("2024-24", "2023-12-01", "2025-03-31"),
        ("2019/2021", "2019-01-01", "2021-12-31"),
        ("2025-03/2025-04-02", "2025-03-01", "2025-04-02"),
        ("2025-03-04/2025-03-04", "2025-03-04", "2025-03-04"),
        ("2014~/2015", "2013-01-01", "2015-12-31"),
        ("2022/..", "2022-01-01", "9999-12-31"),
        ("../2019", "0001-01-01", "2019-12-31"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("9999-12~", "9999-11-01", "9999-12-31"),
        ("9999-12-31~", "9999-12-24", "9999-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day_a_value_can_mean(value, earliest, latest):
    assert bounds(value) == (date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize(
    "value",
    [
        *("", "..", "/", "../..", "2019/", "/2019", "2019/2018", "2019/2020/2021"),
        *(
            "0000",
            "2025-13",
            "2025-02-30",
            "2025-00",
            "2025-03-00",
            "2025-25",
            "2025-21~",
            "2025-21-03",
        ),
        *("25", "20255", "2025-3", "19XX", "2019?", "2019%", "[2019,2020]", "May 2019"),
        *("2019\n", "\u0662\u0660\u0661\u0669", "199X/..\n"),
    ],
)
def test_bounds_refuse_what_they_do_not_know(value):
    with pytest.raises(ValueError, match=r".+"):
        bounds(value)


@given(st.text(st.sampled_from("0123456789-~X/.?"), max_size=14))
def test_bounds_raise_nothing_but_value_error(value):
    try:
        earliest, latest = bounds(value)
    except ValueError:
        return
    assert earliest <= latest


@settings(max_examples=times(50))
@given(SHARP)
def test_bounds_agree_with_the_edtf_library(value):
    parsed = parse_edtf(value)
    expected = (date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3]))
    assert bounds(value) == expected


@settings(max_examples=times(50))
@given(POINTS)
def test_season_bounds_hold_those_of_the_edtf_library(value):
    parsed = parse_edtf(value)
    earliest, latest = bounds(value)
    assert earliest <= date(*parsed.lower_strict()[:3])
    assert date(*parsed.upper_strict()[:3]) <= latest


@settings(max_examples=times(50))
@given(POINTS)
def test_about_widens_and_is_said_once(value):
    about = edtf.approximate(value)
    assert edtf.approximate(about) == about
    assert bounds(about)[0] <= bounds(value)[0] <= bounds(value)[1] <= bounds(about)[1]
    parse_edtf(about)


@given(SHARP)
def test_before_and_after_touch_the_value_from_outside(value):
    earliest, latest = bounds(value)
    assert bounds(edtf.before(value)) == (date.min, earliest - timedelta(days=1))
    assert bounds(edtf.after(value)) == (latest + timedelta(days=1), date.max)


@given(POINTS)
def test_open_intervals_keep_every_day_the_value_can_mean(value):
    assume(value[3:] != "X~")  # the test after the next
    earliest, latest = bounds(value)
    assert bounds(edtf.until(value)) == (date.min, latest)
    assert bounds(edtf.since(value))[0] == earliest
    assert bounds(edtf.since(value))[1] >= latest


@settings(max_examples=times(25))  # the library takes its time
@given(POINTS.filter(lambda value: value[3:] != "X~"))
def test_open_intervals_are_edtf(value):
    for opened in (edtf.since(value), edtf.until(value), edtf.before(value), edtf.after(value)):
        parse_edtf(opened)


def test_about_a_decade_is_no_side_of_an_interval():
    with pytest.raises(ValueError, match="decade"):
        edtf.until("198X~")
    assert edtf.since("198X~") == "198X~"


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (edtf.before("2020"), "../2019"),
        (edtf.before("2020-03"), "../2020-02"),
        (edtf.before("2020-03-01"), "../2020-02-29"),
        (edtf.before("199X"), "../1989"),
        (edtf.before("2020-21"), "../2020-21"),
        (edtf.after("2019"), "2020/.."),
        (edtf.after("199X"), "2000/.."),
        (edtf.after("2019~"), "2019~/.."),
        (edtf.since("2022"), "2022/.."),
        (edtf.since("199X"), "199X"),
        (edtf.since("2014/2015"), "2014/2015"),
        (edtf.between("2019", "2019"), "2019"),
        (edtf.between("198X", "199X"), "1980/1999"),
        (edtf.approximate("2014/2015"), "2014~/2015~"),
        (edtf.approximate("2014/.."), "2014~/.."),
        (edtf.month_of(date(2026, 4, 5)), "2026-04"),
    ],
)
def test_values_made_from_values(made, value):
    assert made == value


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (edtf.before, ["2014/2015"]),
        (edtf.after, ["2014/2015"]),
        (edtf.between, ["2014/2015", "2016"]),
        (edtf.between, ["2016", "2015"]),
    ],
)
def test_what_cannot_be_one_interval_is_refused(make, values):
    with pytest.raises(ValueError, match=r".+"):
        make(*values)
