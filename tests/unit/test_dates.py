from datetime import date

import pytest

from pnet_prep.engine.date_saying import say_date
from pnet_prep.engine.dates import DateReading, read_date

TODAY = date(2026, 11, 22)  # a Sunday
BORN = 1974
KEPT = None

LOOKING_BACK = {
    # years and decades
    "2025": "2025",
    "in 2019": "2019",
    "around 2019": "2019~",
    "2019?": "2019~",
    "maybe 2019": "2019~",
    "may be 2019": "2019~",
    "early in 2019": "2019",
    "mid-2019": "2019",
    "'98": "1998",
    "'26": "2026",
    "'27": "1927",
    "last year": "2025",
    "the year before last": "2024",
    "1990s": "199X",
    "the 80s": "198X",
    "the ’80s": "198X",
    "late eighties": "198X",
    "since the 90s": "199X",
    "the 1900s": KEPT,
    # months and seasons
    "March 2025": "2025-03",
    "2025 March": "2025-03",
    "Sept. 2024": "2024-09",
    "may 2019": "2019-05",
    "March": "2026-03",
    "December": "2025-12",
    "last November": "2025-11",
    "this March": "2026-03",
    "March last year": "2025-03",
    "the end of March 2025": "2025-03",
    "June '20": "2020-06",
    "June 98": "1998-06",
    "last month": "2026-10",
    "this month": "2026-11",
    "3/2025": "2025-03",
    "2025-03": "2025-03",
    "spring 2024": "2024-21",
    "fall of 2023": "2023-23",
    "last spring": "2026-21",
    "last winter": "2026-24",
    # feasts
    "about Easter this year": "2026-04",
    "about Easter 2024": "2024-03/2024-04",
    "Easter 2024": "2024-03-31~",
    "since Christmas": "2025-12-25~/..",
    "last Christmas": "2025-12-25~",
    "around New Year": "2025-12/2026-01",
    # days
    "2025-03-04": "2025-03-04",
    "13/4/2025": "2025-04-13",
    "4/13/25": "2025-04-13",
    "4/4/2025": "2025-04-04",
    "Tuesday 3/4/2025": "2025-03-04",
    "3 March 2025": "2025-03-03",
    "March 3rd, 2025": "2025-03-03",
    "the first of March 2025": "2025-03-01",
    "3 Mar 19": "2019-03-03",
    "3 March": "2026-03-03",
    "March 5": "2026-03-05",
    "22 November": "2026-11-22",
    "1 December": "2025-12-01",
    "29 February": "2024-02-29",
    "yesterday": "2026-11-21",
    "this morning": "2026-11-22",
    "now": "2026-11-22",
    "the day before yesterday": "2026-11-20",
    "last night": "2026-11-21/2026-11-22",
    "last Monday": "2026-11-16",
    "on Friday morning": "2026-11-20",
    "Tuesday last week": "2026-11-10",
    "Friday the 13th": "2026-11-13",
    "the 1st": "2026-11-01",
    "since the 22nd": "2026-11-22/..",
    "about the 31st": "2026-10-31~",
    "'yesterday'": "2026-11-21",
    # counted from today
    "about 3 weeks ago": "2026-11-01~",
    "3 weeks ago": "2026-11-01~",
    "three weeks": "2026-11-01~",
    "a week": "2026-11-15~",
    "a week ago": "2026-11-15~",
    "a couple of weeks back": "2026-11-08~",
    "3 days ago": "2026-11-19",
    "ten days ago": "2026-11-12~",
    "two months ago": "2026-09~",
    "6 months": "2026-05~",
    "half a year ago": "2026-05~",
    "a year and a half ago": "2025~",
    "1½ years ago": "2025~",
    "2.5 years ago": "2024~",
    "a month and a half ago": "2026-10~",
    "18 months ago": "2025-05~",
    "30 months ago": "2024~",
    "100 days ago": "2026-08~",
    "a year ago": "2025~",
    "for about two years now": "2024~",
    "the last 3 weeks": "2026-11-01~",
    "in the past month": "2026-10~/2026-11-22",
    "2-3 weeks ago": "2026-11-01~/2026-11-08~",
    "about 2 or 3 weeks ago": "2026-11-01~/2026-11-08~",
    "for two to three months": "2026-08~/2026-09~",
    "last week": "2026-11-15~",
    "this week": "2026-11-16/2026-11-22",
    # open and closed intervals
    "since 2022": "2022/..",
    "since about 2019": "2019~/..",
    "from 2019 on": "2019/..",
    "2019 to present": "2019/..",
    "from 2019 until now": "2019/..",
    "since last Monday": "2026-11-16/..",
    "before 2020": "../2019",
    "before about 2020": "../2020~",
    "2019 or earlier": "../2019",
    "after March 2019": "2019-04/..",
    "2023 or 2024": "2023/2024",
    "2023/2024": "2023/2024",
    "between 2019 and 2021": "2019/2021",
    "March or April 2025": "2025-03/2025-04",
    "between 3 and 5 March 2025": "2025-03-03/2025-03-05",
    "the 3rd to the 5th": "2026-11-03/2026-11-05",
    "the 3rd or 5th of March": "2026-03-03/2026-03-05",
    "the 80s or 90s": "1980/1999",
    # ages
    "when I was 40": "2014/2015",
    "at age 52": "2026",
    "since I was 40": "2014/2015",
    "in my forties": "2014/2024",
    "when I was 60": KEPT,
    # not sure, or nothing that has been
    "": KEPT,
    "12": KEPT,
    "may be": KEPT,
    "a few years ago": KEPT,
    "a while ago": KEPT,
    "more than a year ago": KEPT,
    "before 3 weeks": KEPT,
    "before the end of 2019": KEPT,
    "all my life": KEPT,
    "not 2019": KEPT,
    "every Monday": KEPT,
    "at night": KEPT,
    "at 9:40": KEPT,
    "2019-21": KEPT,
    "2019 2020": KEPT,
    "between 2021 and 2019": KEPT,
    "2018 or 2019 or 2020": KEPT,
    "between last night and today": KEPT,
    "December 2024 to February": KEPT,
    "10/12": KEPT,
    "25/3/4": KEPT,
    "March 3rd to 5th": KEPT,
    "the 3rd until yesterday": KEPT,
    "the 20th to 24th": KEPT,
    "the first": KEPT,
    "32nd": KEPT,
    "31 April 2020": KEPT,
    "31 April": KEPT,
    "June 31": KEPT,
    "30/2/2025": KEPT,
    "2025-13": KEPT,
    "Monday 4 March 2025": KEPT,
    "Monday or so, Tuesday": KEPT,
    "0 weeks ago": KEPT,
    "in 3 weeks ago": KEPT,
    "for 3 weeks from now": KEPT,
    "last fortnight": KEPT,
    "999 years ago": KEPT,
    "13/4/1066": KEPT,
    "next Tuesday": KEPT,
    "tomorrow": KEPT,
    "in two weeks": KEPT,
    "in two weeks' time": KEPT,
    "Tuesday week": KEPT,
    "2027": KEPT,
    "December 2026": KEPT,
    "2025 to 2028": KEPT,
    "hace 3 semanas": KEPT,
    "2025" + 100 * " ": KEPT,
}

LOOKING_AHEAD = {
    "Tuesday 1 December 2026, 9:40": "2026-12-01",
    "2026-12-01T09:40": "2026-12-01",
    "1 December": "2026-12-01",
    "December 1st at 3 pm": "2026-12-01",
    "1 December at 9": "2026-12-01",
    "December 15": "2026-12-15",
    "5 March": "2027-03-05",
    "22 November": "2026-11-22",
    "25/11": "2026-11-25",
    "3/12/2026": "2026-12-03",
    "3 December 2025": "2025-12-03",
    "today": "2026-11-22",
    "tomorrow morning": "2026-11-23",
    "next Tuesday": "2026-11-24",
    "this Tuesday": "2026-11-24",
    "Tuesday next week": "2026-11-24",
    "Tuesday the 1st": "2026-12-01",
    "Tuesday week": "2026-12-01",
    "a week on Tuesday": "2026-12-01",
    "two weeks on Tuesday at 9.40": "2026-12-08",
    "the 1st": "2026-12-01",
    "on the 22nd": "2026-11-22",
    "the 31st": "2026-12-31",
    "Dec 1st at 9.40": "2026-12-01",
    "at 9.40 on 1.12.2026": "2026-12-01",
    "in 3 days": "2026-11-25",
    "in two weeks": "2026-12-06~",
    "two weeks": "2026-12-06~",
    "in 2 weeks' time": "2026-12-06~",
    "in two weeks time": "2026-12-06~",
    "in a month’s time": "2026-12~",
    "in 2 or 3 weeks' time": "2026-12-06~/2026-12-13~",
    "in 2 or 3 weeks": "2026-12-06~/2026-12-13~",
    "a week from now": "2026-11-29~",
    "next week": "2026-11-29~",
    "this week": "2026-11-22/2026-11-28",
    "in a month": "2026-12~",
    "next month": "2026-12",
    "December": "2026-12",
    "this December": "2026-12",
    "early next year": "2027",
    "spring": "2027-21",
    "next Easter": "2027-03-28~",
    "when I am 60": KEPT,
    "when I was 60": "2034/2035",
    "Monday 1 December 2026": KEPT,
    "this Tuesday week": KEPT,
    "next Tuesday week": KEPT,
    "Tuesday fortnight": KEPT,
    "the 3rd to 24 December": KEPT,
    "at 9.40": KEPT,
    "soon": KEPT,
}

TO_ASK = {
    "3/4/2025": ("2025-04-03", "2025-03-04"),
    "3/4/25": ("2025-04-03", "2025-03-04"),
    "03.04.2025": ("2025-04-03", "2025-03-04"),
    "3/4": ("2026-04-03", "2026-03-04"),
    "since 3/4/2025": ("2025-04-03/..", "2025-03-04/.."),
    "June 20": ("2026-06-20", "2020-06"),
    "03/25": ("2026-03-25", "2025-03"),
}


@pytest.mark.parametrize(("words", "value"), LOOKING_BACK.items())
def test_an_onset_is_read_looking_back(words, value):
    assert read_date(words, today=TODAY, born=BORN) == DateReading(value)


@pytest.mark.parametrize(("words", "value"), LOOKING_AHEAD.items())
def test_a_visit_is_read_looking_ahead(words, value):
    assert read_date(words, today=TODAY, forward=True, born=BORN) == DateReading(value)


@pytest.mark.parametrize(("words", "either"), TO_ASK.items())
def test_a_date_with_two_readings_is_asked(words, either):
    assert read_date(words, today=TODAY) == DateReading(None, either)


def test_next_weekday_is_asked_when_it_may_be_this_week_or_next():
    wednesday = date(2026, 11, 25)
    reading = read_date("next Friday", today=wednesday, forward=True)
    assert reading == DateReading(None, ("2026-11-27", "2026-12-04"))
    assert read_date("next Monday", today=wednesday, forward=True).edtf == "2026-11-30"


def test_a_weekday_and_a_week_is_asked_on_that_weekday():
    wednesday = date(2026, 11, 25)
    reading = read_date("Wednesday week", today=wednesday, forward=True)
    assert reading == DateReading(None, ("2026-12-02", "2026-12-09"))
    assert read_date("Tuesday week", today=wednesday, forward=True).edtf == "2026-12-08"


def test_a_reading_in_the_future_is_no_choice_for_an_onset():
    assert read_date("3/12/2026", today=TODAY) == DateReading("2026-03-12")


def test_a_visit_in_digits_may_be_today_but_not_a_day_that_has_gone():
    reading = read_date("3/12/2026", today=date(2026, 12, 3), forward=True)
    assert reading == DateReading("2026-12-03")


def test_an_age_needs_the_year_of_birth():
    assert read_date("when I was 40", today=TODAY) == DateReading(None)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2025", "2025"),
        ("2026-04", "April 2026"),
        ("2026-12-01", "1 December 2026"),
        ("2026-11-01~", "about 1 November 2026"),
        ("2019~", "about 2019"),
        ("2024-21", "spring 2024"),
        ("2024-24", "winter 2024"),
        ("199X", "1990s"),
        ("198X~", "about 1980s"),
        ("2022/..", "since 2022"),
        ("2019~/..", "since about 2019"),
        ("../2018", "before 2019"),
        ("../2025-12", "before January 2026"),
        ("../2019~", "about 2019 or before"),
        ("../2024-21", "spring 2024 or before"),
        ("../9999", "9999 or before"),
        ("2019/2021", "between 2019 and 2021"),
    ],
)
def test_dates_are_said_in_plain_words(value, said):
    assert say_date(value) == said


@pytest.mark.parametrize("value", ["", "soon", "2019/2018", "2025-13", "../.."])
def test_what_is_no_date_is_not_said(value):
    with pytest.raises(ValueError, match=r".+"):
        say_date(value)
