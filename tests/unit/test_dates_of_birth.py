"""An age, given where a year of birth is asked, and beside other questions."""

from datetime import date

import pytest

from pnet_prep.engine.dates import DateReading, read_date

TODAY = date(2026, 11, 22)
BORN = 1979
_AT_47 = "1978/1979"


@pytest.mark.parametrize(
    ("words", "value", "either"),
    [
        ("47", None, (_AT_47, "1947")),
        ("I'm 47", _AT_47, ()),
        ("I am 47 years old", _AT_47, ()),
        ("47 years old", _AT_47, ()),
        ("age 47", _AT_47, ()),
        ("born in 1979", "1979", ()),
        ("'79", "1979", ()),
        ("130", None, ()),
    ],
)
def test_an_age_tells_when_somebody_was_born_and_a_bare_number_may_be_one(words, value, either):
    assert read_date(words, today=TODAY, of_birth=True) == DateReading(value, either)


@pytest.mark.parametrize("words", ["when I was 40", "40 years old", "I was 40 years old"])
def test_an_age_beside_a_question_about_something_else_is_when_that_began(words):
    assert read_date(words, today=TODAY, born=BORN).edtf == "2019/2020"
