"""JSON as it is read from files that anybody could have made: nothing in it is taken silently."""

from __future__ import annotations

import json
from typing import Any


def read_json(text: str) -> Any:  # noqa: ANN401 - what JSON can hold
    """The data of one JSON text.

    Raises ``ValueError``, also for a key that stands twice, for NaN, and for too deep nesting.
    """
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)
    except RecursionError:
        raise ValueError("nested too deep") from None


def read_json_at(text: str, start: int) -> tuple[Any, int]:
    """The data of the JSON that begins at ``start``, and where it ends. Raises as `read_json`."""
    decoder = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refused)
    try:
        return decoder.raw_decode(text, start)
    except RecursionError:
        raise ValueError("nested too deep") from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refused(name: str) -> None:
    raise ValueError(f"{name} is not a number")
