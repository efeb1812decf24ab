"""``--answers``: a visit from a file or from standard input."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

from pnet_prep.cli.begin_from import visit_after
from pnet_prep.cli.choose_visit import matching, visits
from pnet_prep.cli.earlier import earlier_of
from pnet_prep.cli.handed import is_handed, not_read, read_handed
from pnet_prep.cli.pack import titles_of
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.content.answers_file import follows, read_answers, visit_id
from pnet_prep.content.files import MAX_BYTES
from pnet_prep.errors import InputRefusedError
from pnet_prep.store.atomic import read_start
from pnet_prep.store.folder import data_folder, visit_file
from pnet_prep.store.visit import new_visit, save

if TYPE_CHECKING:
    from pnet_prep.model.content import Content
    from pnet_prep.store.folder import Listed
    from pnet_prep.store.visit import Visit

_FOLLOWS = b"follows:"


def visit_from(source: str, pack: Content) -> Visit:
    """The visit that belongs to an answers file, with its answers saved.

    Raises ``PrepError``: nothing is saved when the file has a fault.
    """
    data, name = _bytes(source)
    before = follows(data, name) if _FOLLOWS in data else ""
    visit = _visit(visit_id(data), matching(visits(), before) if before else None)
    return _answered(data, name, pack, visit)


def _visit(visit: str, before: Listed | None) -> Visit:
    """The visit with this id, opened if it is there, else new."""
    path = visit_file(data_folder(), visit)
    if os.path.lexists(path):
        return opened_visit(path)
    return visit_after(before, visit) if before else new_visit(data_folder(), visit=visit)


def added_from(source: str, pack: Content, visit: Visit) -> Visit:
    """A visit with the answers of a file added and saved. Raises ``PrepError``."""
    return _answered(*_bytes(source), pack, visit)


def _answered(data: bytes, name: str, pack: Content, visit: Visit) -> Visit:
    now = datetime.now().astimezone()
    given = read_answers(data, name, pack, now, visit.response, earlier_of(visit, pack))
    return save(visit.with_answers(given.response.answers).with_packs(titles_of(pack)))


def _bytes(source: str) -> tuple[bytes, str]:
    """The bytes of the source, one more than may be taken at most, and its name to show."""
    name = "answers" if is_handed(source) else os.path.basename(source)
    try:
        if is_handed(source):
            return read_handed(source, MAX_BYTES + 1), name
        # A pipe or a device under a file's name would be waited for, or read, for ever.
        return read_start(source, MAX_BYTES + 1), name
    except OSError as error:
        raise InputRefusedError(not_read(error), file=name) from None
