from datetime import date

import pytest

from pnet_prep.engine.date_calendar import easter, feast_day


@pytest.mark.parametrize(
    "sunday",
    [
        *("1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21"),
        *("2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2076-04-19"),
    ],
)
def test_easter_is_on_its_sunday(sunday):
    assert easter(int(sunday[:4])) == date.fromisoformat(sunday)


def test_feasts_are_fixed_or_counted_from_easter():
    assert feast_day(1225, 2026) == date(2026, 12, 25)
    assert feast_day(101, 2026) == date(2026, 1, 1)
    assert feast_day(-2, 2026) == date(2026, 4, 3)
    assert feast_day(1, 2026) == date(2026, 4, 6)
