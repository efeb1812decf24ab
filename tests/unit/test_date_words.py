from dataclasses import replace
from datetime import date

from pnet_prep.engine.date_words import ENGLISH
from pnet_prep.engine.dates import DateReading, read_date

TODAY = date(2026, 11, 22)


def test_another_language_brings_its_own_words():
    english = {"hace": "ago", "tres": "three", "semanas": "weeks", "marzo": "march", "de": "of"}
    phrases = {word: ENGLISH.phrases[meaning] for word, meaning in english.items()}
    spanish = replace(ENGLISH, phrases=phrases)
    assert read_date("marzo de 2025", today=TODAY, words=spanish) == DateReading("2025-03")
    assert read_date("hace tres semanas", today=TODAY, words=spanish) == DateReading("2026-11-01~")
    assert read_date("March 2025", today=TODAY, words=spanish) == DateReading(None)
