"""How exact days, phone numbers, addresses and file numbers are written, as patterns.

A number with a unit is a dose or a value and is no match, nor is a span of two years.
"""

from pnet_prep.engine.date_tokens import Kind
from pnet_prep.engine.date_words import ENGLISH

UNITS = (
    "mg|mcg|µg|\u03bcg|ug|ng|pg|g|kg|lbs?|oz|ml|mL|dl|dL|l|L|cm|mm|m|in|ft|mIU|IU|iu|mU|U|units?|mmol"
    "|µmol|pmol|nmol|mEq|mmHg|kcal|GBq|MBq|steps|%"
)
"""Units of doses and values, as a pattern; none of them names anybody."""
_NO_UNIT = rf"(?!\s?(?:{UNITS})(?![^\W\d_]))"
_AMBIGUOUS = {"may", "mar", "march"}  # words of their own in small letters
_MONTHS = sorted((m for m, t in ENGLISH.phrases.items() if t.kind is Kind.MONTH), key=len)
_SURE = "|".join(m for m in reversed(_MONTHS) if m not in _AMBIGUOUS)
_MONTH = rf"(?:(?i:{_SURE})|March|May|Mar)\b\.?"
_WEEKDAYS = sorted((w for w, t in ENGLISH.phrases.items() if t.kind is Kind.WEEKDAY), key=len)
_WEEKDAY = rf"(?:(?i:{'|'.join(reversed(_WEEKDAYS))})\.?,?\s+(?:the\s+)?)?"
_ORDINAL = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|(?i:(?:(?:twenty|thirty)[- ])?(?:{_ORDINAL})))"
_YEAR = r"(?:19|20)\d\d"

DAY = (
    rf"\b{_WEEKDAY}{_NUMBER}\s+(?:of\s+)?(?P<month_before>{_MONTH})(?:,?\s+(?P<year_before>{_YEAR}))?\b"
    rf"|\b{_WEEKDAY}(?P<month_after>{_MONTH})\s+(?:the\s+)?{_NUMBER}\b(?:,?\s+(?P<year_after>{_YEAR}))?"
)
"""A day of a month in words: "Tuesday 3 November 2026", "November 3rd", "the third of May"."""

FOREIGN_DAY = (
    r"\b\d{1,2}\.?\s+(?:de\s+)?(?P<foreign>[^\W\d_]{3,})\.?\s+(?:de\s+)?"
    rf"(?P<foreign_year>{_YEAR})\b"
)
"""A number, a word and a year: "3. Mai 2025", "3 de mayo de 2025", if the word is not ours."""

BARE_DAY = (
    r"(?i:\b(?P<before_day>on|by|from|since|till|until)\s+the\s+)"
    r"\d{1,2}(?:st|nd|rd|th)\b(?!\s+[a-z]{3})"
)
"""A day without its month: "on the 12th", but not "since the 2nd scan"."""

NUMERIC_DAY = (
    rf"\b(?P<iso>{_YEAR}[-./]\d\d?)[-./]\d\d?\b"
    rf"|\b\d\d?[-./]\d\d?[-./](?:(?P<year>{_YEAR})|\d\d)\b"
)
"""A day in digits: "2026-11-03", "3/11/2026", "3.11.26"."""

_SPAN = rf"(?<!\d){_YEAR}\s?[-–/]\s?{_YEAR}(?!\d)"
PHONE = rf"(?!{_SPAN})(?<![\w.,])\+?\(?\d(?:[\s().\-/]{{0,2}}\d){{6,}}(?![\w]){_NO_UNIT}"
"""At least seven digits with no more between them than a phone number has."""

LONG_NUMBER = rf"(?<![\w.,])\d{{5,}}(?![\w]){_NO_UNIT}"
"""At least five digits in a row, as in the number of a file or a place."""

CODE = r"\b(?![a-z]{0,2}T[0-4Xx]N)(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]{6,}\b"
"""Six letters and digits or more in one word, as in the number of a file; no stage of a tumor."""

_STREETS = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Square|Boulevard|Blvd|Place|Way"
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s\d[A-Z]\d\b"
ADDRESS = (
    r"(?<![^\s,;])[^\s@,;]{1,64}@[^\s@,;]+\.[^\s@,;]*\w"
    r"|\b(?:https?://|www\.)\S*\w"
    rf"|\b\d{{1,5}}[a-zA-Z]?\s+(?:[A-Z][\w'’-]*\s+){{1,3}}(?:{_STREETS})\b"
    rf"|{_POSTCODE}"
)
"""Mail, web and street addresses, and post codes of letters and digits."""

TITLES = frozenset(
    {
        *("Dr", "Doctor", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof", "Professor", "Nurse"),
        *("Sister", "Aunt", "Uncle", "Mount", "Mt", "Saint", "St"),
    }
)
"""What a name follows, even one that is a word of its own, as in "Dr. Young"."""

WORD_NAMES = frozenset(
    {
        *("Art", "Autumn", "Bill", "Chase", "Crystal", "Daisy", "Dawn", "Faith", "Frank", "Gene"),
        *("Ginger", "Grace", "Grant", "Hazel", "Heather", "Holly", "Hope", "Iris", "Ivy", "Jack"),
        *("Joy", "Lily", "Mark", "Max", "Nick", "Olive", "Pat", "Pearl", "Penny", "Ray", "Rich"),
        *("Rob", "Robin", "Rose", "Ruby", "Sandy", "Skip", "Sue", "Summer", "Violet", "Will"),
    }
)
"""First names that are words of their own; inside a sentence their capital gives them away."""

INITIALS = r"\b(?:[A-Z]\.\s?){2,}[A-Z][^\W_]*"
"""At least two initials with a name after them."""

WORD = r"[^\W\d_][^\W_]*(?:['’-][^\W\d_][^\W_]*)*"
"""A word with its hyphens and apostrophes, and digits behind its letters, as in "HbA1c"."""
