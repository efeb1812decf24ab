"""JSON as it is read from files that anybody could have made: nothing in it is taken silently."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

_SHORT = 65_536
_MOST_PARTS = 100_000
# A string, or the beginning of a list or mapping. Possessive (++): nothing is kept to try again.
_PART = r'"(?:[^"\\]++|\\.)*+"?|[\[{]'


def read_json(text: str) -> Any:  # noqa: ANN401 - what JSON can hold
    """The data of one JSON text.

    Raises ``ValueError``, also for a key that stands twice, for NaN, for too deep nesting, and for
    more parts than anybody means: ten million empty lists fit a file, but not the memory.
    """
    _sized(text)
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise ValueError("nested too deep") from None


def read_json_at(text: str, start: int) -> tuple[Any, int]:
    """The data of the JSON that begins at ``start``, and where it ends. Raises as `read_json`."""
    _sized(text, start)
    try:
        return _DECODER.raw_decode(text, start)
    except RecursionError:
        raise ValueError("nested too deep") from None


def _sized(text: str, start: int = 0) -> None:
    if len(text) - start > _SHORT:
        parts = re.compile(_PART, re.DOTALL).finditer(text, start)
        if next(islice(parts, _MOST_PARTS, None), None) is not None:
            raise ValueError("too many parts")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refused(name: str) -> None:
    raise ValueError(f"{name} is not a number")


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refused)
