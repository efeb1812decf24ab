"""A visit file that came from elsewhere: by mail, by a synced folder, from another computer.

What such a file is called says nothing; what stands in it does. Anybody could have made it, so its
lines are taken only as far as they prove what they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.record import answer_id, taken_from_outside
from pnet_prep.errors import InputRefusedError
from pnet_prep.store.atomic import MAX_BYTES
from pnet_prep.store.codec import MAX_LINES, decode
from pnet_prep.store.head import BYTE_ORDER_MARK, FORMAT_KEY, restored
from pnet_prep.store.lines import LONGEST_ROW, line_of

if TYPE_CHECKING:
    from pnet_prep.store.head import Head
    from pnet_prep.store.lines import Lines

_ENDLESS = b"\n- [^\n]{%d}" % LONGEST_ROW


class Received(NamedTuple):
    """What a file brings: its head and lines, how many were changed by hand, if all is there."""

    head: Head
    lines: Lines
    changed: int
    whole: bool


def received(data: bytes, file: str, known: Lines | None = None) -> Received:
    """Read a visit file or a shared file; ``file`` is its name to show.

    ``known`` are lines that another call gave back: they need no second look.

    Raises ``InputRefusedError`` for what is no such file, is too big, or has a newer format.
    """
    if len(data) > MAX_BYTES:
        raise InputRefusedError("error.join_too_big", file=file)
    body = _from_format(data)
    if re.search(_ENDLESS, body):  # before it is read: it may be made to fill the memory
        raise InputRefusedError("error.join_too_big", file=file)
    known = known or {}
    contents = decode(body, known)
    if contents.newer:
        raise InputRefusedError("error.newer_format", file=file)
    head = restored(contents.head, "")
    if not head.visit:
        raise InputRefusedError("error.join_no_visit", file=file)
    if len(contents.lines) > MAX_LINES or any(len(row) > LONGEST_ROW for row in contents.lines):
        raise InputRefusedError("error.join_too_big", file=file)
    lines, forged = _proven(contents.lines, known)
    return Received(head, lines, contents.changed + forged, contents.whole)


def is_visit_file(data: bytes) -> bool:
    """Whether bytes begin as a visit file does."""
    return data.removeprefix(BYTE_ORDER_MARK).startswith(FORMAT_KEY)


def _from_format(data: bytes) -> bytes:
    """The bytes from the first line of a visit on: a mail may have put its own text before it."""
    if data.startswith(FORMAT_KEY):
        return data
    _, found, rest = data.partition(b"\n" + FORMAT_KEY)
    return FORMAT_KEY + rest if found else data


def _proven(lines: Lines, known: Lines) -> tuple[Lines, int]:
    """The lines, where an answer does not have the id that is its own kept as one from outside.

    Otherwise a made-up line could take the id of another answer, or hide one.
    """
    proven: Lines = {}
    forged = 0
    for row, answer in lines.items():
        if answer is None or row in known or answer.id == answer_id(answer):
            proven[row] = answer
        else:
            kept = taken_from_outside(answer)
            proven[line_of(kept)] = kept
            forged += 1
    return proven, forged
