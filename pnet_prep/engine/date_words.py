"""The English words of dates, for reading them. Data only."""

from collections.abc import Iterable, Mapping

from pnet_prep.engine.date_saying import MONTHS
from pnet_prep.engine.date_tokens import DateWords, Kind, Token

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")

_NUMBERED: dict[Kind, Mapping[int, Iterable[str]]] = {
    Kind.MONTH: {
        number: (name.lower(), name[:3].lower()) for number, name in enumerate(MONTHS, start=1)
    }
    | {9: ("september", "sept", "sep")},
    Kind.WEEKDAY: {number: (name, name[:3]) for number, name in enumerate(_WEEKDAYS)}
    | {1: ("tuesday", "tues", "tue"), 3: ("thursday", "thurs", "thur", "thu")},
    Kind.SEASON: {21: ["spring", "springtime"], 22: ["summer", "summertime"]}
    | {23: ["autumn", "fall"], 24: ["winter", "wintertime"]},
    Kind.COUNT: {number: [name] for number, name in enumerate(_COUNTS, start=1)}
    | {1: ("one", "a", "an"), 2: ("two", "a couple of", "a couple", "couple of")},
    Kind.ORDINAL: {number: [name] for number, name in enumerate(_ORDINALS, start=1)},
    Kind.DECADE: {number: [name] for number, name in zip(range(20, 90, 10), _DECADES, strict=True)}
    | {90: ["nineties"]},
    Kind.UNIT: {
        1: ("day", "days", "day's"),
        7: ("week", "weeks", "week's", "wk", "wks"),
        14: ("fortnight", "fortnights", "fortnight's"),
        30: ("month", "months", "month's", "mo", "mos"),
        365: ("year", "years", "year's", "yr", "yrs"),
    },
    Kind.FEAST: {
        0: ("easter", "easter sunday"),
        -2: ("good friday",),
        1: ("easter monday",),
        101: ("new year", "new years", "new year's", "new year's day"),
        214: ("valentine's day", "valentine's", "valentines day"),
        317: ("saint patrick's day", "st patrick's day"),
        704: ("fourth of july", "independence day"),
        1031: ("halloween",),
        1224: ("christmas eve",),
        1225: ("christmas", "christmas day", "xmas"),
        1226: ("boxing day",),
        1231: ("new year's eve", "new years eve"),
    },
    Kind.DAY: {
        -2: ("the day before yesterday", "day before yesterday"),
        -1: ("yesterday",),
        0: ("today", "tonight", "this morning", "this afternoon", "this evening"),
        1: ("tomorrow",),
        2: ("the day after tomorrow", "day after tomorrow"),
    },
    Kind.NIGHT: {-1: ("last night", "overnight")},
    Kind.RELATIVE_YEAR: {
        -2: ("the year before last", "year before last"),
        -1: ("last year",),
        0: ("this year",),
        1: ("next year",),
    },
}

_PLAIN: dict[Kind, Iterable[str]] = {
    Kind.HALF: ("half", "half a", "half an", "½"),
    Kind.AGE: (
        *("age", "aged", "i am", "i'm", "i was", "when i was", "i turned", "when i turned"),
        *("years old", "year old"),
    ),
    Kind.AGES: ("in my",),
    Kind.AGO: ("ago", "back"),
    Kind.FROM_NOW: ("from now", "from today", "time"),
    Kind.NOW: ("now", "right now", "just now"),
    Kind.IN: ("in",),
    Kind.FOR: ("for",),
    Kind.PAST: ("past", "the past", "the last"),
    Kind.WITHIN: ("in the last", "in the past", "within the last", "within the past"),
    Kind.LAST: ("last",),
    Kind.THIS: ("this", "this coming"),
    Kind.NEXT: ("next",),
    Kind.ABOUT: (
        *("about", "around", "approximately", "approx", "circa", "ca", "roughly", "almost"),
        *("nearly", "or so", "or thereabouts", "perhaps", "probably", "possibly", "maybe"),
        *("may be", "might be", "i think", "i guess", "i believe", "~", "?"),
    ),
    Kind.PART: (
        *("early", "mid", "late", "middle", "middle of", "the middle of", "beginning"),
        *("beginning of", "the beginning of", "start of", "the start of", "end of", "the end of"),
    ),
    Kind.SINCE: (
        *("since", "ever since", "starting", "onward", "onwards", "until now", "until today"),
        *("till now", "up to now", "to present", "to the present", "to date"),
    ),
    Kind.BEFORE: ("before", "prior to"),
    Kind.AFTER: ("after",),
    Kind.EARLIER: ("or earlier", "or before"),
    Kind.FROM: ("from", "between"),
    Kind.AND: ("and",),
    Kind.OR: ("or",),
    Kind.TO: ("to", "until", "till", "through", "-", "/"),
    Kind.FILLER: (
        *("the", "of", "on", "at", "during", "sometime", "some time", "it", "that", "was"),
        *("started", "it started", "start", "began", "it began", "begun", "i noticed"),
        *("i first noticed", "first noticed", "morning", "afternoon"),
        *("evening", "night", "noon", "at noon", "in the morning", "in the afternoon"),
        *("born", "i was born"),
        *("in the evening",),
    ),
}

ENGLISH = DateWords(
    phrases={
        phrase: Token(kind, value)
        for kind, by_value in _NUMBERED.items()
        for value, phrases in by_value.items()
        for phrase in phrases
    }
    | {phrase: Token(kind) for kind, phrases in _PLAIN.items() for phrase in phrases},
    ordinal="st|nd|rd|th",
    decade="'?s",
    clock=(
        r"(?:\bat\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?"
        r"|(?:\bat\s+)?\d{1,2}(?:\.\d{2})?\s*(?:[ap]\.?m\b\.?|o'clock\b)"
        r"|\bat\s+(?:1?\d|2[0-3])(?:\.[0-5]\d(?!\.?\d)|\s*$)"
    ),
)
