"""A date fits into a sentence, in the person's own words."""

from datetime import date

import pytest

from pnet_prep.engine.date_aloud import When, spoken_date
from pnet_prep.engine.dates import read_date
from pnet_prep.model.values import DateSaid

TODAY = date(2026, 11, 28)
B, G, O = When.BEGAN, When.GONE_ON, When.OWN_WORDS  # noqa: E741 - columns of a table


@pytest.mark.parametrize(
    ("typed", "how", "said"),
    [
        ("March 2026", B, "in March 2026"),
        ("March", B, "in March"),
        ("early March", B, "in early March"),
        ("2019", B, "in 2019"),
        ("the 1990s", B, "in the 1990s"),
        ("1990s", B, "in the 1990s"),
        ("spring 2025", B, "in spring 2025"),
        ("3 May 2026", B, "on 3 May 2026"),
        ("Monday", B, "on Monday"),
        ("03/2026", B, "in March 2026"),
        ("2026-03-04", B, "on 4 March 2026"),
        ("Easter 2026", B, "at Easter 2026"),
        ("about Easter this year.", B, "about Easter this year"),
        ("seven months ago", B, "seven months ago"),
        ("last week", B, "last week"),
        ("when I was 40", B, "when I was 40"),
        ("as a child", B, "as a child"),
        ("since the summer", G, "since the summer"),
        ("for two years", G, "for two years"),
        ("two years", G, "for two years"),
        ("a few weeks", G, "for a few weeks"),
        ("a long time", G, "a long time"),
        ("always", G, "always"),
        ("3/4/25", O, "3/4/25"),
        ("I cannot tell", O, "I cannot tell"),
        ("on and off", O, "on and off"),
    ],
)
def test_words_of_a_date_are_kept_and_stand_right_in_a_sentence(typed, how, said):
    reading = read_date(typed, today=TODAY, forward=False, born=1974)
    assert spoken_date(DateSaid(typed, reading.edtf)) == (how, said)


def test_a_value_that_was_changed_by_hand_is_told_in_the_words_beside_it():
    assert spoken_date(DateSaid("sometime", "nonsense")) == (O, "sometime")
