"""Values as plain data (what JSON can hold) and back."""

from __future__ import annotations

from typing import Any

from pnet_prep.model.values import (
    AskLater,
    DateSaid,
    ListMark,
    NonAnswer,
    OwnWords,
    Quantity,
    SameAs,
    Value,
)


def to_plain(value: Value) -> Any:  # noqa: ANN401 - what JSON can hold
    """The value as ``str``, ``int``, ``list`` or ``dict``, without losing its kind."""
    match value:
        case NonAnswer():
            return {"none": value.value}
        case ListMark():
            return {"list": value.value}
        case DateSaid(text, edtf):
            return {"date": text} if edtf is None else {"date": text, "edtf": edtf}
        case Quantity(text, number, unit):
            known = {"number": number, "unit": unit}
            return {"quantity": text, **{k: v for k, v in known.items() if v is not None}}
        case AskLater(whom):
            return {"later": whom}
        case SameAs(entry, same):
            return {"same_as" if same else "other_than": entry}
        case OwnWords(text):
            return {"words": text}
        case tuple():
            return list(value)
        case _:
            return value


def from_plain(plain: object) -> Value:
    """The value that ``to_plain`` gave.

    Raises ``ValueError``, without the value in its text, for anything else.
    """
    match plain:
        case bool() | None:
            pass
        case str() | int():
            return plain
        case list() if all(isinstance(part, str) for part in plain):
            return tuple(plain)
        case {"none": str(name), **rest} if not rest:
            return NonAnswer(name)
        case {"list": str(name), **rest} if not rest:
            return ListMark(name)
        case {"later": str(whom), **rest} if not rest:
            return AskLater(whom)
        case {"same_as": str(entry), **rest} if not rest:
            return SameAs(entry)
        case {"other_than": str(entry), **rest} if not rest:
            return SameAs(entry, same=False)
        case {"words": str(text), **rest} if not rest:
            return OwnWords(text)
        case {"date": str(text), **rest} if (known := _strings(rest, {"edtf"})) is not None:
            return DateSaid(text, **known)
        case {"quantity": str(text), **rest} if (
            known := _strings(rest, {"number", "unit"})
        ) is not None:
            return Quantity(text, **known)
    message = "not a value of an answer"
    raise ValueError(message)


def _strings(mapping: dict[object, Any], allowed: set[str]) -> dict[str, str] | None:
    known = {k: v for k, v in mapping.items() if isinstance(k, str) and isinstance(v, str)}
    return known if len(known) == len(mapping) and set(known) <= allowed else None
