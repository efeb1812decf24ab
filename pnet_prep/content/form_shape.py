"""The object that a browser form writes, as records: only what the form can have written is taken.

``docs/form-answers.md`` describes it. Anybody could have made such a file, so keys that are not
known, kinds that do not fit and numbers out of bounds refuse all of it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from pnet_prep.model.response import PATIENT
from pnet_prep.model.values import NonAnswer

FORMAT = 1
"""The only format that is read here."""

LONGEST_TEXT = 50_000
"""Characters of one answer at most."""

MOST = 20_000
"""Answers at most, those that were given earlier among them."""

MOST_EARLIER = 200
"""Earlier answers at one place at most: somebody changed it, and sent the form again each time."""

LATEST_MS = 4_102_444_800_000
"""The last moment that is believed, in UTC milliseconds: the year 2100. Clocks can be wrong."""

_KIND = "form answers"
_KEYS = {"pnet-prep", "format", "visit", "form", "as", "person", "answers"}
_FORM_ID = "[a-z0-9]{16}"
_ID = "[a-z0-9]{8}"
_ITEM = r"[a-z0-9_.]{1,100}"
_ENTRY = r"[a-z0-9_.]{0,100}"
_LONGEST_NAME = 200

Raw = str | tuple[str, ...] | NonAnswer
"""What stands for one answer: words or an option id, several option ids, or why there is none."""


class Said(NamedTuple):
    """One answer as it stands in the file: UTC milliseconds, and the person's day (ISO 8601)."""

    raw: Raw
    at: int
    on: str


class Record(NamedTuple):
    """What was said at one place, oldest first; the last one counts.

    ``removed`` is the moment an entry was taken out, for the record that says only that.
    """

    item: str
    entry: str
    said: tuple[Said, ...]
    removed: Said | None = None


class Form(NamedTuple):
    """A whole file: which form, for which visit (empty: none), who answered, and the records.

    ``who`` is ``patient``, ``caregiver`` or ``together``; ``person`` the id of a caregiver of the
    visit, or empty; ``names`` are the records of their name and relation.
    """

    id: str
    visit: str
    who: str
    person: str
    names: tuple[Record, ...]
    records: tuple[Record, ...]


class NewerFormError(ValueError):
    """A file of a format that a newer program reads."""


def form_of(plain: Any) -> Form:  # noqa: ANN401 - what JSON can hold
    """The form in plain data.

    Raises ``NewerFormError`` for a newer format and ``ValueError`` for all that is no form.
    """
    match plain:
        case {"pnet-prep": str(kind), "format": int(number)} if kind == _KIND and number > FORMAT:
            raise NewerFormError
        case {
            "pnet-prep": str(kind),
            "format": int(number),
            "form": str(form),
            "as": "patient" | "caregiver" | "together" as who,
            "answers": list(answers),
        } if kind == _KIND and number == FORMAT and plain.keys() <= _KEYS:
            records = tuple(map(_record, answers))
            places = {(one.item, one.entry, one.removed is None) for one in records}
            count = sum(len(one.said) for one in records)
            visit = _known_id(plain.get("visit"))
            if re.fullmatch(_FORM_ID, form) and len(places) == len(records) and count <= MOST:
                person, names = _person(plain.get("person"), who)
                return Form(form, visit, who, person, names, records)
        case _:
            pass
    raise ValueError("not the answers of a form")


def _person(plain: Any, who: str) -> tuple[str, tuple[Record, ...]]:  # noqa: ANN401
    """The id of the person, and what they said of themselves."""
    if plain is None:
        return "", ()
    if not isinstance(plain, dict) or not plain.keys() <= {
        *("id", "name", "relation", "at", "on", "earlier")
    }:
        raise ValueError("not a person")
    earlier = plain.get("earlier", [])
    if not isinstance(earlier, list) or not all(isinstance(one, dict) for one in earlier):
        raise ValueError("not a person")
    records = []
    for key in ("name", "relation"):
        past = [_moment(one) | {"value": one[key]} for one in earlier if one.get(key)]
        if plain.get(key):
            now = {"item": key, "value": plain[key], "earlier": past}
            made = _record(_moment(plain) | now)
            if any(isinstance(one.raw, str) and len(one.raw) > _LONGEST_NAME for one in made.said):
                raise ValueError("not a name")
            records.append(made)
    known = plain.get("id")
    return _known_id(None if known == who == PATIENT else known), tuple(records)


def _moment(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: plain[key] for key in ("at", "on") if key in plain}


def _record(plain: Any) -> Record:  # noqa: ANN401
    match plain:
        case {"item": str(item), "removed": True, "entry": str(entry), **rest} if entry:
            if rest.keys() <= {"at", "on"}:
                return _placed(Record(item, entry, (), _said({"value": "", **rest})))
        case {"item": str(item), "value": value, **rest} if rest.keys() <= {
            *("entry", "at", "on", "earlier")
        }:
            earlier, place = rest.pop("earlier", []), rest.pop("entry", "")
            if isinstance(earlier, list) and isinstance(place, str):
                if len(earlier) > MOST_EARLIER:
                    raise ValueError("too many")
                said = tuple(map(_said, (*earlier, {"value": value, **rest})))
                return _placed(Record(item, place, said))
        case _:
            pass
    raise ValueError("not an answer")


def _placed(record: Record) -> Record:
    if re.fullmatch(_ITEM, record.item) and re.fullmatch(_ENTRY, record.entry):
        return record
    raise ValueError("not a place")


def _said(plain: Any) -> Said:  # noqa: ANN401
    match plain:
        case {"value": value, **rest} if rest.keys() <= {"at", "on"}:
            at = rest.get("at", 0)
            if type(at) is int:
                at = min(max(at, 0), LATEST_MS)
                return Said(_raw(value), at, _day(rest.get("on"), at))
        case _:
            pass
    raise ValueError("not an answer")


def _raw(value: Any) -> Raw:  # noqa: ANN401
    match value:
        case str() if len(value) <= LONGEST_TEXT:
            return value
        case list() if all(isinstance(one, str) for one in value):
            if sum(map(len, value)) <= LONGEST_TEXT:
                return tuple(value)
            raise ValueError("too long")
        case {"none": str(why), **rest} if not rest:
            return NonAnswer(why)
        case int() if type(value) is int and abs(value) <= LATEST_MS:
            return str(value)
        case _:
            raise ValueError("not a value")


def _day(on: Any, at: int) -> str:  # noqa: ANN401
    """The day that the form says, where that can be; else the day of the moment in UTC.

    No place on earth is more than a day away from UTC.
    """
    day = datetime.fromtimestamp(at / 1000, UTC).date()
    if isinstance(on, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", on):
        with suppress(ValueError):  # a day that never was
            if abs(date.fromisoformat(on) - day) <= timedelta(days=1):
                return on
    return day.isoformat()


def _known_id(plain: Any) -> str:  # noqa: ANN401
    if plain is None:
        return ""
    if not isinstance(plain, str) or not re.fullmatch(_ID, plain):
        raise ValueError("not an id")
    return plain
