"""One line of a file of the store: JSON, and a check over its bytes.

A line stands on its own: damage to one leaves the others whole, and none is ever read wrong.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any

from pnet_prep.digest import sha256
from pnet_prep.engine.strict_json import read_json
from pnet_prep.engine.values import from_plain, to_plain
from pnet_prep.model.response import LATEST_MS, Answer

Lines = dict[bytes, Answer | None]
"""Whole lines as they stand in a file, and the answer each holds: ``None`` for one that only says
what was replaced, and for a kind that this program does not know, which is kept byte for byte."""

LONGEST_ROW = 4 * 65_536
"""Bytes of one line that is taken from elsewhere: more than any answer has that may be given."""

LONGEST_READ = 2 * LONGEST_ROW
"""Bytes of one line that is read: answers had no end once. To print much more fills the memory."""

_CHECK_DIGITS = 12
_WORDS = ("id", "item", "by", "typed", "on", "nonce")
# What may not stand in a YAML file as it is, or has no UTF-8 form (YAML 1.2, section 5.1).
_ESCAPED = "[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"


def sealed(body: bytes) -> bytes:
    """The body of a line followed by its check."""
    return body + b" #" + _check(body)


def unsealed(row: bytes) -> bytes | None:
    """The body of a row whose check holds, else ``None``."""
    body, _, check = row.rpartition(b" #")
    return body if check == _check(body) else None


def to_json(plain: object) -> bytes:
    """Plain data as one line of UTF-8 that is JSON and YAML with the same meaning."""
    text = json.dumps(plain, ensure_ascii=False)
    if not (text.isascii() and text.isprintable()):
        text = re.sub(_ESCAPED, lambda found: f"\\u{ord(found[0]):04x}", text)
    return text.encode("utf-8")


def from_json(body: bytes) -> Any:  # noqa: ANN401 - what JSON can hold
    """Plain data from one line of JSON in UTF-8.

    Raises ``ValueError``, also for a key that stands twice, for NaN, for too deep nesting, and for
    more parts than any answer has.
    """
    return read_json(body.decode("utf-8"))


def plain_in(row: bytes) -> Any:  # noqa: ANN401 - what JSON can hold
    """What a line says in front of its check.

    Raises ``ValueError`` as `from_json` does, and for one longer than ``LONGEST_READ``.
    """
    if len(row) > LONGEST_READ:
        raise ValueError("too long")
    return from_json(row.rpartition(b" #")[0][2:])


def line_of(answer: Answer) -> bytes:
    """The line that holds an answer."""
    plain = {
        "id": answer.id,
        "item": answer.item,
        **({"entry": answer.entry} if answer.entry else {}),
        "value": to_plain(answer.value),
        "by": answer.by,
        "typed": answer.typed,
        "at": answer.at,
        "on": answer.on,
        **({"replaces": list(answer.replaces)} if answer.replaces else {}),
        "nonce": answer.nonce,
    }
    return sealed(b"- " + to_json(plain))


def read_line(row: bytes) -> Answer | None:
    """The answer in a line whose check holds, ``None`` for any other kind of record."""
    try:
        return _answer(plain_in(row))
    except ValueError:
        return None


def replaced_line(answer: str) -> bytes:
    """The line that says of an answer, by its id, that another one took its place."""
    return other_line({"replaced": answer})


def other_line(plain: dict[str, object]) -> bytes:
    """The line of a record that is no answer: any program keeps it byte for byte."""
    return sealed(b"- " + to_json(plain))


def replaced_in(row: bytes) -> str:
    """The id in a line that `replaced_line` made and whose check holds; empty for any other."""
    with suppress(ValueError):
        match plain_in(row):
            case {"replaced": str(answer), **rest} if not rest:
                return answer
    return ""


def rescued(row: bytes) -> tuple[bytes, Answer] | None:
    """What can be kept of a line whose check does not hold.

    Where the id proves that the answer itself is whole, only the check was hurt. Any other answer
    that can be read comes back marked as changed outside. Else the result is ``None``.
    """
    if len(row) > LONGEST_READ:
        return None
    from pnet_prep.engine.record import answer_id, taken_from_outside

    for body in (row.rpartition(b" #")[0], row):
        try:
            answer = _answer(from_json(body[2:]))
        except ValueError:
            continue
        kept = answer if answer.id == answer_id(answer) else taken_from_outside(answer)
        return line_of(kept), kept
    return None


def _check(body: bytes) -> bytes:
    return sha256(body).hexdigest()[:_CHECK_DIGITS].encode("ascii")


def _answer(plain: object) -> Answer:
    """The answer that plain data describes. Raises ``ValueError`` for anything else."""
    # A pattern of eight keys would read better and take twice as long.
    if isinstance(plain, dict) and "value" in plain:
        words: list[Any] = [plain.get(name) for name in _WORDS]
        at, entry, replaces = plain.get("at"), plain.get("entry", ""), plain.get("replaces", [])
        id_, item, by, typed, on, nonce = words
        if (
            isinstance(replaces, list)
            and set(map(type, (*words, entry, *replaces))) == {str}
            and type(at) is int
            and 0 <= at <= LATEST_MS
            and _is_day(on)
        ):
            said = from_plain(plain["value"])
            return Answer(id_, item, entry, said, by, typed, at, on, tuple(replaces), nonce)
    raise ValueError("not an answer")


@lru_cache(maxsize=64)
def _is_day(on: str) -> bool:
    """Whether this is a day as ISO 8601 writes it. Raises ``ValueError`` for one that never was."""
    return date.fromisoformat(on).isoformat() == on
