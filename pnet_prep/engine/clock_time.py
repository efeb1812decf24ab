"""A time of day in what somebody typed, only where it can be meant in one way."""

from __future__ import annotations

import re

_TIME = (
    r"(?<![\d.:/])(?P<hour>\d{1,2})"
    r"(?:[:.h](?P<minute>[0-5]\d)(?!\d)|(?=\s*(?:[ap]\.?\s?m\b|o'clock|uhr)))"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b)?"
)
_EARLIEST, _NOON = 7, 12


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
