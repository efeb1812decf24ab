"""A visit file: a head, one line an answer, and an end line with their count.

The file is YAML, so any tool can show it, but it is only ever read here, line by line::

    format: 1 #5d2a…
    visit: "k3v9x2ab" #90c1…
    …
    answers:
    - {"id": "…", "item": "symptom.pain.worst", "value": 7, …} #3f0b…
    end: 1

All lines but ``answers:`` and the last carry a check over their own bytes. A first line with a
higher number is the mark of a newer format, for ever.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.model.fixed import Fixed
from pnet_prep.model.response import LATEST_MS
from pnet_prep.store.head import BYTE_ORDER_MARK, FORMAT, FORMAT_KEY
from pnet_prep.store.lines import from_json, read_line, rescued, sealed, to_json, unsealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pnet_prep.model.response import Answer
    from pnet_prep.store.head import Head
    from pnet_prep.store.lines import Lines

MAX_LINES = 10_000
"""Lines that one file may hold: more than anybody could answer, few enough to be quick."""

_MAX_ROWS = MAX_LINES + 20

_FIRST = sealed(FORMAT_KEY + b"%d" % FORMAT)
_OTHER_FORMAT = rb"format: ([0-9]{1,9})(?: #.*)?"
_HEAD_KEYS = ("visit", "follows", "title", "visit_date", "packs")
_ANSWERS = b"answers:"
_LISTED = b"- "
_END = b"end: "
_COUNT_DIGITS = 6


class Contents(Fixed):
    """What one file holds.

    ``head`` has what the head says in lines whose check holds; ``changed`` counts answers that
    something other than this program wrote; ``whole`` is whether nothing is missing or unreadable;
    ``newer`` whether a newer program wrote it.
    """

    head: dict[str, object]
    lines: Lines
    changed: int = 0
    whole: bool = True
    newer: bool = False


def encode(head: Head, lines: Mapping[bytes, Answer | None]) -> bytes:
    """The bytes of a visit file. Equal heads and lines give equal bytes, in whatever order."""
    rows = [
        _FIRST,
        *(sealed(f"{key}: ".encode() + to_json(getattr(head, key))) for key in _HEAD_KEYS),
        *_titles(head),
        _ANSWERS,
        *sorted(lines, key=lambda line: _order(line, lines[line])),
        _END + b"%d" % len(lines),
        b"",
    ]
    return b"\n".join(rows)


def _titles(head: Head) -> tuple[bytes, ...]:
    """What the packs are called, where there are any; the first programs of format 1 skip it."""
    titles = dict(head.pack_titles)
    return (sealed(b"pack_titles: " + to_json(titles)),) if titles else ()


def decode(data: bytes, known: Mapping[bytes, Answer | None], *, rescue: bool = True) -> Contents:
    """What the bytes of a visit file hold, however damaged. Raises nothing.

    Lines found in ``known`` are not read again. With ``rescue``, answers whose line fails its
    check are kept as well, marked as changed outside.
    """
    # A hurt line end must not hide the rest, and a file of line ends only must not fill the memory.
    body = data.removeprefix(BYTE_ORDER_MARK)
    rows = [row.removesuffix(b"\r") for row in body.split(b"\n", _MAX_ROWS)]
    newer = _is_newer(rows[0])
    lines: Lines = {}
    changed = unread = 0
    listed = [row for row in rows if row.startswith(_LISTED)]
    for row in listed:
        if row in known:
            lines[row] = known[row]
        elif unsealed(row) is not None:
            lines[row] = read_line(row)
        elif rescue and not newer and (kept := rescued(row)) is not None:
            from pnet_prep.engine.record import changed_outside

            lines.setdefault(*kept)
            changed += changed_outside(kept[1])
        else:
            unread += 1
    head, end = _rest(row for row in rows[1:] if not row.startswith(_LISTED))
    whole = (
        rows[0] == _FIRST and not unread and end == len(listed) and head.keys() >= set(_HEAD_KEYS)
    )
    return Contents(head, lines, changed, whole, newer)


def _rest(rows: Iterable[bytes]) -> tuple[dict[str, object], int]:
    """What the head says in sealed rows, and the count at the end: -1 if anything is amiss."""
    head: dict[str, object] = {}
    ends: list[bytes] = []
    amiss = False
    for row in rows:
        body = unsealed(row)
        if body is not None:
            key, _, value = body.partition(b": ")
            head[key.decode("utf-8", "replace")] = _plain(value)
        elif row.startswith(_END):
            ends.append(row.removeprefix(_END))
        else:
            amiss = amiss or row not in {_ANSWERS, b""}
    counted = len(ends) == 1 and ends[0].isdigit() and len(ends[0]) <= _COUNT_DIGITS
    return head, int(ends[0]) if counted and not amiss else -1


def _plain(value: bytes) -> object:
    try:
        plain: object = from_json(value)
    except ValueError:
        return None
    return plain


def _is_newer(first: bytes) -> bool:
    """Whether a first row is that of a newer format, and not our own with one digit hurt."""
    if first == _FIRST:
        return False
    found = re.fullmatch(_OTHER_FORMAT, first)
    return found is not None and int(found[1]) > FORMAT and first[-12:] != _FIRST[-12:]


def _order(line: bytes, answer: Answer | None) -> tuple[int, str, bytes]:
    """Answers in the order they were given, then all that is not known here."""
    return (LATEST_MS + 1, "", line) if answer is None else (answer.at, answer.id, line)
