"""A time of day in what somebody typed, only where it can be meant in one way."""

from __future__ import annotations

import re

_TIME = (
    r"(?<![\d.:/])(?P<hour>\d{1,2})"
    r"(?:[:.h](?P<minute>[0-5]\d)(?!\.?\d)|(?=\s*(?:[ap]\.?\s?m\b|o'clock|uhr)))"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b)?"
)
_EARLIEST, _NOON = 7, 12
_NUMBER = r"(?<![\d.:/])\d{1,2}(?:[:.h][0-5]\d)?(?![.:/]?\d)(?:\s*[ap]\.?\s?m\b\.?)?"
_OF_A_TIME = (
    "one two three four five six seven eight nine ten eleven twelve half quarter past to before "
    "after between and or at about around early late in the first thing noon midday morning "
    "afternoon evening o'clock am pm a p m h not sure"
)
_WORDS = frozenset(_OF_A_TIME.split())


def read_time(text: str) -> str:
    """``HH:MM``; empty where there is no time, more than one, or one that morning or night fits.

    An hour from 7 to 12 is taken for the day: nobody is seen at eleven at night.
    """
    found = [*re.finditer(_TIME, text.casefold())]
    if len(found) != 1:
        return ""
    (match,) = found
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half:
        if not 1 <= hour <= _NOON:
            return ""
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif not _EARLIEST <= hour < 24:
        return ""
    return f"{hour:02}:{minute:02}"


def without_others(text: str) -> str:
    """The text where it tells of a time alone; else only its times in digits, or nothing.

    "2:30 with Dr. Lee" names somebody, "half past two" does not.
    """
    if _WORDS.issuperset(re.findall(r"[^\W\d_]+(?:'\w+)?", text.casefold())):
        return text
    return ", ".join(match[0] for match in re.finditer(_NUMBER, text, re.IGNORECASE))
