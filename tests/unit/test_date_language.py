"""Another language reads the dates that it says itself, and never reads one wrong."""

from datetime import date

import pytest

from pnet_prep.content.load import load_words
from pnet_prep.engine.date_language import reads
from pnet_prep.engine.date_saying import ENGLISH, DateSaying, say_date, saying
from pnet_prep.engine.dates import read_date
from tests.unit.pseudo import arabic

TODAY = date(2026, 11, 23)
VALUES = (
    *(f"2025-{month:02}" for month in range(1, 13)),
    *("2019", "2024-21", "2023-22", "2022-23", "2021-24", "198X", "2026-04-07", "2025~"),
    *("2024-03/..", "../2020-05", "2024-03~/..", "2023-02/2023-05", "2019/2021"),
)
SPANISH = DateSaying(
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre", "octubre", "noviembre", "diciembre"),
    ),
    seasons=("primavera", "verano", "otoño", "invierno"),
    day="{day} de {month} de {year}",
    month="{month} de {year}",
    season="{season} de {year}",
    decade="años {year}",
    about="hacia {date}",
    since="desde {date}",
    before="antes de {date}",
    until="{date} o antes",
    between="entre {first} y {last}",
)
WORDS = {key: arabic(text) for key, text in load_words().items() if key.startswith("date.")}
LANGUAGES = {"Spanish": SPANISH, "Arabic letters": saying(WORDS)}


def test_english_dates_are_said_in_the_words_that_english_is_read_in() -> None:
    assert saying(load_words()) == ENGLISH


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", VALUES)
def test_what_is_said_is_read_as_the_same_or_kept_as_words(language: str, value: str) -> None:
    said = LANGUAGES[language]
    read = read_date(say_date(value, said), today=TODAY, words=reads(said)).edtf
    assert read == (None if "X" in value and language == "Spanish" else value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2024", "2024"),
        ("Mayo 2025", "2025-05"),
        ("3 mayo 2025, 10:30", "2025-05-03"),
        ("desde hacia marzo de 2020", "2020-03~/.."),
        ("en mayo de 2025", None),
        ("last week", None),
        ("May 2025", None),
        ("hace tres semanas", None),
        ("primavera", "2026-21"),
    ],
)
def test_only_what_is_wholly_understood_is_read(text: str, value: str | None) -> None:
    assert read_date(text, today=TODAY, words=reads(SPANISH)).edtf == value


def test_a_word_that_would_mean_two_things_is_not_read() -> None:
    twice = SPANISH._replace(months=("mar", *SPANISH.months[1:]), seasons=("mar", "b", "c", "d"))
    assert "mar" not in reads(twice).phrases
    assert read_date("mar 2025", today=TODAY, words=reads(twice)).edtf is None


def test_days_in_digits_that_can_be_two_days_are_asked_as_in_english() -> None:
    reading = read_date("3/4/2025", today=TODAY, words=reads(SPANISH))
    assert reading.edtf is None
    assert reading.either == ("2025-04-03", "2025-03-04")
