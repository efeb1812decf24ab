"""The first lines of a visit file: enough to list visits without reading their answers."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.model.fixed import Fixed
from pnet_prep.store.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping


FORMAT_KEY = b"format: "
"""How the first line of every visit file begins."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""What an editor may have put before it."""

FORMAT = 1
"""The only format this program writes. A file with a higher number is shown and never written."""

HEAD_BYTES = 1024
"""How much of a file is read to list it."""

_read_value = json.JSONDecoder().raw_decode  # stops before the check


class Head(Fixed):
    """What a visit file says about itself.

    ``visit`` and ``follows`` are visit ids (``follows`` empty for a first visit); ``title`` says
    whom the visit is with and ``visit_date`` when (EDTF), both repeated from the answers and empty
    where unknown; ``packs`` are the slugs of the packs that were used beside the own questions,
    ``pack_titles`` slugs with what those packs are called.
    """

    visit: str
    follows: str = ""
    title: str = ""
    visit_date: str = ""
    packs: tuple[str, ...] = ()
    pack_titles: tuple[tuple[str, str], ...] = ()

    @property
    def day(self) -> str:
        """The day of the visit (ISO 8601) where it is known for sure; else empty."""
        from datetime import date

        with suppress(ValueError):
            return date.fromisoformat(self.visit_date).isoformat()
        return ""


def restored(found: Mapping[str, object], visit: str) -> Head:
    """The head from the values that were found, by key. ``visit`` is the id to take without one."""
    packs = found.get("packs")
    return Head(
        visit=_id(found.get("visit")) or visit,
        follows=_id(found.get("follows")),
        title=_text(found.get("title")),
        visit_date=_text(found.get("visit_date")),
        packs=tuple(map(_text, packs)) if isinstance(packs, list) else (),
        pack_titles=_titles(found.get("pack_titles")),
    )


def peek(start: bytes, visit: str) -> Head:
    """The head as far as the first bytes of a file tell it, unchecked: only good for a list.

    ``visit`` is the id to take where the file does not say it. Raises nothing.
    """
    found: dict[str, object] = {}
    for row in start.decode("utf-8", "replace").split("\n"):
        if row == "answers:":
            break
        key, colon, value = row.partition(": ")
        with suppress(ValueError, RecursionError):
            found[key] = _read_value(value)[0] if colon else None
    return restored(found, visit)


def _titles(plain: object) -> tuple[tuple[str, str], ...]:
    titles = plain.items() if isinstance(plain, dict) else ()
    return tuple((slug, title) for slug, title in titles if isinstance(title, str))


def _id(plain: object) -> str:
    """The id in a head, only if it is one: ids become names of files."""
    return plain if isinstance(plain, str) and is_id(plain) else ""


def _text(plain: object) -> str:
    return plain if isinstance(plain, str) else ""
