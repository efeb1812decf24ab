"""How exact days and great ages are written, as patterns.

A number with a unit, or of tablets, is no day: "since May 20 mg twice a day".
"""

from pnet_prep.engine.date_tokens import Kind
from pnet_prep.engine.date_words import ENGLISH
from pnet_prep.engine.spelled import NO_UNIT, YEAR

_NO_COUNT = rf"{NO_UNIT}(?!\s?(?:x\b|times|tab|pill|cap|dose|drop|hour|day|week|month|year|mile)s?)"
_AMBIGUOUS = "may|march|mar"  # words of their own in small letters
_MONTHS = sorted((m for m, t in ENGLISH.phrases.items() if t.kind is Kind.MONTH), key=len)
_ANY_MONTH = rf"(?i:{'|'.join(reversed(_MONTHS))})\b\.?"
MONTH = rf"(?<![^\W\d_]){_ANY_MONTH}"
"""The name of a month, also right behind a number."""
_SURE_MONTH = rf"(?!(?:{_AMBIGUOUS})\b){_ANY_MONTH}"
_WEEKDAYS = sorted((w for w, t in ENGLISH.phrases.items() if t.kind is Kind.WEEKDAY), key=len)
_A_WEEKDAY = rf"(?i:{'|'.join(reversed(_WEEKDAYS))})\.?,?\s+(?:the\s+)?"
_ORDINAL = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_TH = r"(?i:st|nd|rd|th)"
_IN_WORDS = rf"(?i:(?:(?:twenty|thirty)[- ])?(?:{_ORDINAL}))"
_NUMBER = rf"(?:(?:3[01]|[12]\d|0?[1-9]){_TH}?(?!\d)|{_IN_WORDS}\b)"
_JOINT = r"(?:\s?[-–/,&]\s?|,?\s+(?:to|till|until|through|and|or)\s+)(?:the\s+)?"
_NUMBERS = rf"{_NUMBER}(?:{_JOINT}{_NUMBER}){{0,3}}"
_AND_YEAR = rf"(?:[,/\s-]+{YEAR}|[-/]\d\d\b|,?\s*['’]\d\d\b)?"
_SURELY = rf"(?:{_A_WEEKDAY}|(?i:(?<=\bon )|(?<=\bby )|(?<=\btill )|(?<=\bsince )|(?<=\buntil )))"

DAY = (
    rf"\b(?:{_A_WEEKDAY})?{_NUMBERS}\.?[\s/-]*(?:of\s+)?{_SURE_MONTH}{_AND_YEAR}"
    rf"|\A(?:the\s+)?{_NUMBERS}\s+{_ANY_MONTH}\Z"
    rf"|\b{_SURELY}(?:the\s+)?{_NUMBERS}[\s-]+{_ANY_MONTH}{_AND_YEAR}"
    rf"|\b{_NUMBERS}(?:\s+of\s+{_ANY_MONTH}|[\s-]+{_ANY_MONTH}(?=[,\s-]+{YEAR})){_AND_YEAR}"
    rf"|\b(?:{_A_WEEKDAY})?{_ANY_MONTH}(?:[-/]|\s+(?:the\s+)?|(?<=\.))"
    rf"{_NUMBER}{_NO_COUNT}(?:{_JOINT}{_NUMBER}{_NO_COUNT}){{0,3}}(?!/\d\d?\b){_AND_YEAR}"
)
"""Days of a month in words: "Tuesday 3 November 2026", "Nov 3rd", "the third of May", "5-7 July".

A month that is a word of its own, such as "may", is one where a number or a year makes it sure.
"""

FOREIGN_DAY = (
    r"\b\d{1,2}\.?\s+(?:de\s+)?(?P<foreign>[^\W\d_]{3,})\.?\s+(?:de\s+)?"
    rf"(?P<foreign_year>{YEAR})"
)
"""A number, a word and a year: "3. Mai 2025", "3 de mayo de 2025", if the word is not ours."""

_GOES_ON = (
    "she|her|his|they|their|its|our|you|your|the|and|but|when|while|was|were|had|has|with|after"
    "|before|because|for|from|there|then|that"
)
_BARE = rf"(?:\d{{1,2}}{_TH}|(?!first){_IN_WORDS})\b"
_NO_NOUN = rf"(?!\s+(?!(?:{_GOES_ON})\b)(?:of\s+{_ANY_MONTH}|[a-z]{{3}}))"
BARE_DAY = (
    r"(?i:\b(?:(?P<before_day>on|by|from|since|till|until|(?:morning|evening|night)\s+of)\s+the"
    rf"|(?P<weekday>{'|'.join(reversed(_WEEKDAYS))})(?:\s+the)?)\s+"
    rf"{_BARE}(?:{_JOINT}{_BARE}){{0,3}}{_NO_NOUN}"
    rf"|\b(?:1[3-9]|2\d|3[01]){_TH}\b(?:{_JOINT}{_BARE})?{_NO_NOUN})"
)
"""A day without its month: "on the 12th", "the 23rd", but not "since the 2nd scan"."""

LOOSE_DAY = rf"\b\d\d?[-./]\d\d?\b|(?i:\b{_BARE})"
"""What may be a day where a date is told: "11/03", "the 5th"."""

_TIME = r"(?:T\d\d:?\d\d(?::?\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_FRACTION = r"(?:1/[234]|[23]/[34])\b"
NUMERIC_DAY = (
    rf"\b(?P<iso>(?:19|20)\d\d[-./]\d\d?)[-./]\d\d?{_TIME}(?!\d)"
    rf"|(?<![\w/])\d\d?(?:[-./]\d\d?[-./]|\s?[-./\s]\s?\d\d?\s?[-./\s]\s?(?={YEAR}))"
    rf"(?:(?P<year>{YEAR})|\d\d\b(?!/))"
    rf"|(?<![\d/])(?!{_FRACTION}|\d\d?/10\b)\d\d?/\d\d?\s?[-–]\s?\d\d?/\d\d?\b"
    rf"|(?i:(?<=\bon )|(?<=\bby )|(?<=\buntil )|(?<=\bsince ))(?!{_FRACTION})\d\d?/\d\d?(?![/.]?\d)"
    rf"|\b(?!{_FRACTION}|\d\d?/10\b)\d\d?/\d\d?(?=:|\s[-–]\s)"
    r"|(?:(?P<said_year>(?:19|20)\d\d)年)?\d\d?月\d\d?日"
)
"""A day in digits: "2026-11-03", "3.11.26"; without its year in "on 3/11" and "3/11: fell"."""

_GREAT = r"(?:9\d|1[01]\d|(?i:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?))"
_SAID = (
    *("aged", "age", "age of", "died", "died at", "turned", "lived to", "lived to be", "mother,"),
    *("father,", "am", "I'm", "I’m", "he is", "he was", "she is", "she was", "he is now"),
    *("she is now", "he is already", "she is already", "man of", "woman of"),
)
_SAID_BEFORE = "|".join(rf"(?<=\b{said} )" for said in _SAID)
AGE = (
    rf"\b{_GREAT}(?=[-\s]?(?:years?|yrs?)(?:[-\s]old|\sof\sage)\b|\s?y(?:/|\.\s?)?o\b)"
    rf"|(?i:{_SAID_BEFORE}){_GREAT}\b(?![.,/]\d){NO_UNIT}(?!\s?percent)"
    r"|\bin (?:her|his|their) (?:late |early |mid-?)?(?:nineties|90s)\b"
)
"""An age of 90 or more: so few are as old that it can tell who somebody is (45 CFR 164.514)."""
