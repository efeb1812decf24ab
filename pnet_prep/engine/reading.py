"""What a person typed or chose, read as the value of an item.

Nothing clinical is rejected: what cannot be read is kept in the person's words. Only a number that
is asked for as a number has to be one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.edtf import bounds
from pnet_prep.engine.text import accept, accept_line
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.values import DateSaid, OwnWords, Quantity

if TYPE_CHECKING:
    from datetime import date

    from pnet_prep.engine.date_saying import DateSaying
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.values import Value

BORN = "person.born"
"""When the patient was born: what an age is counted from."""

LONGEST_ANSWER = 20_000
"""Letters of one answer, from wherever it comes: about seven pages."""

_SCALE = r"(\d{1,2})(?:\s*(?:/|of|out of)\s*10)?\Z"
_INTEGER = r"\d{1,4}\Z"
_MEASURED = r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\d\s].*)?\Z"


class Read(NamedTuple):
    """A value, or the id of a sentence that says what to type, or values to choose from.

    ``either`` pairs each possible value with its words, for a reading that is not sure.
    """

    value: Value | None = None
    problem: str = ""
    either: tuple[Value, ...] = ()


def read_text(
    item: Item,
    raw: str,
    today: date,
    born: int | None = None,
    dates: DateSaying | None = None,
) -> Read:
    """Read typed words. ``born`` is the patient's year of birth, for "when I was 40".

    Dates are read as English, or as what another language says of ``dates`` itself.
    """
    text = accept(raw).strip() if item.type is ItemType.LONG_TEXT else accept_line(raw)
    if not text:
        return Read(problem="problem.empty")
    if too_long(text):
        return Read(problem="problem.too_long")
    match item.type:
        case ItemType.DATE:
            return _date(text, today, born, dates, item)
        case ItemType.SCALE_0_10:
            found = re.match(_SCALE, text.casefold())
            if found and int(found[1]) <= 10:
                return Read(int(found[1]))
            return Read(problem="problem.scale")
        case ItemType.INTEGER:
            return Read(int(text)) if re.match(_INTEGER, text) else Read(problem="problem.number")
        case ItemType.QUANTITY:
            return _quantity(text, item)
        case ItemType.OPEN_CHOICE:
            return Read(OwnWords(text))
        case _:
            return Read(text)


def too_long(text: str) -> bool:
    """Whether this is more than one answer can hold."""
    return len(text) > LONGEST_ANSWER


def read_choice(item: Item, chosen: tuple[str, ...]) -> Read:
    """Read chosen option ids, put in the order of the options; an exclusive one stands alone."""
    if item.type is not ItemType.CHOICES:
        return Read(chosen[0]) if chosen else Read(problem="problem.choose")
    alone = [one for one in chosen if one in item.exclusive]
    if alone and len(chosen) > 1:
        return Read(problem="problem.exclusive")
    if item.options:
        chosen = tuple(option.id for option in item.options if option.id in chosen)
    return Read(chosen) if chosen else Read(problem="problem.choose")


def sure_year(value: Value | None) -> int | None:
    """The year of a date, if all days it can mean lie in one."""
    if not isinstance(value, DateSaid) or value.edtf is None:
        return None
    try:
        earliest, latest = bounds(value.edtf)
    except ValueError:  # a visit file that was changed by hand
        return None
    return earliest.year if earliest.year == latest.year else None


def _date(text: str, today: date, born: int | None, dates: DateSaying | None, item: Item) -> Read:
    # Much to load, and most questions ask no date.
    from pnet_prep.engine.date_language import reads
    from pnet_prep.engine.date_words import ENGLISH
    from pnet_prep.engine.dates import read_date

    words = reads(dates) if dates else ENGLISH
    reading = read_date(
        text,
        today=today,
        forward=item.forward,
        born=born,
        of_birth=item.link_id == BORN,
        words=words,
    )
    if reading.either:
        return Read(either=tuple(DateSaid(text, edtf) for edtf in reading.either))
    return Read(DateSaid(text, reading.edtf))


def _quantity(text: str, item: Item) -> Read:
    found = re.match(_MEASURED, text)
    if not found:
        return Read(Quantity(text))
    number = found["number"].replace(",", ".")
    typed = (found["unit"] or "").strip()
    unit = next((one for one in item.units if _same_unit(one, typed)), None)
    if unit is None and not typed and len(item.units) > 1:
        return Read(either=tuple(Quantity(f"{text} {one}", number, one) for one in item.units))
    if unit is None and not typed:
        return Read(Quantity(f"{text} {item.units[0]}", number, item.units[0]))
    return Read(Quantity(text, number, unit))


def _same_unit(one: str, other: str) -> bool:
    return re.sub(r"[\s.]", "", one.casefold()) == re.sub(r"[\s.]", "", other.casefold())
