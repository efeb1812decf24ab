"""What is wrong with, or left over from, the visits on this computer. Nothing here changes a file.

A finding names a sentence of ``words.yaml`` by its id, as errors do, and never holds an answer.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.errors import StoreError
from pnet_prep.store.age import available
from pnet_prep.store.atomic import DAMAGED_MARK
from pnet_prep.store.copies import LockedError, temps_of
from pnet_prep.store.custody import both_there, sealed_keys
from pnet_prep.store.exports import EXPORT_LOG
from pnet_prep.store.failures import not_read
from pnet_prep.store.folder import (
    LOCK_SUFFIX,
    LOCKED,
    SUFFIX,
    key_files,
    list_visits,
    names_in,
    real_file,
    unfinished_texts,
    visits_folder,
)
from pnet_prep.store.forget import files_of
from pnet_prep.store.ids import is_id
from pnet_prep.store.other_copies import copies_of, is_locked_copy, of_our_making, other_copies
from pnet_prep.store.visit import open_visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.store.exports import Export

LITTLE_ROOM = 100 * 1024 * 1024
"""Bytes that should be free: a visit file at its largest, with its earlier states and a new one."""


class Finding(NamedTuple):
    """One thing to tell: a word id and what fills its slots.

    ``well`` is whether it may stay as it is; ``unread`` is whether a visit cannot be read.
    """

    word: str
    slots: dict[str, str]
    well: bool = False
    unread: bool = False


def visits_read(data: str) -> Iterator[Finding]:
    """What the store says of each visit when it opens it, then how many can be read."""
    try:
        paths = [listed.path for listed in list_visits(data)]
    except OSError as error:
        yield _unread(not_read(error, visits_folder(data)))
        return
    read = 0
    locked = False
    for path in paths:
        try:
            visit = open_visit(path)
        except LockedError:
            locked = True
            yield Finding("doctor.locked", {"file": path}, well=True)
            yield from _locked_amiss(path)
            continue
        except StoreError as error:
            yield _unread(error)
            continue
        read += 1
        for notice in visit.notices:
            yield Finding(notice.word, notice.slots)
    if locked and not available():
        yield Finding("error.no_secure", {}, unread=True)
    if read:
        yield Finding("doctor.visits", {"count": str(read)}, well=True)
    elif not paths:
        yield Finding("error.no_visits", {}, well=True)


def _locked_amiss(path: str) -> Iterator[Finding]:
    """What is wrong with a locked visit, as far as it shows without the passphrase."""
    real = real_file(path)
    if both_there(real):
        yield Finding("notice.half_locked", {"file": path})
    for copy in sorted(copies_of(path)):
        if not is_locked_copy(copy):
            yield Finding("doctor.open_copy", {"file": copy})
    try:
        keys = sealed_keys(real)
    except OSError as error:
        yield _unread(not_read(error, key_files(real)[0]))
        return
    if not keys:
        yield Finding("error.no_key", {"file": key_files(real)[0]}, unread=True)
    elif len(keys) > 1:
        yield Finding("doctor.keys_differ", {"file": key_files(real)[0]})


def may_not_write(data: str) -> Iterator[Finding]:
    """The folder of visits, where nothing can be saved in it."""
    folder = visits_folder(data)
    if os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK):
        yield Finding("error.may_not_write", {"file": folder})


def leftovers(data: str, log: tuple[Export, ...]) -> Iterator[Finding]:
    """Unfinished saves, damaged copies, earlier states without a visit, unfinished texts."""
    for path in _of_visits(data):
        kind = _kind(path)
        if kind:
            yield Finding(kind, {"file": path}, well=True)
    for path in _without_visit(data):
        whole = path.partition(SUFFIX)[0] + SUFFIX
        yield Finding("doctor.no_visit_file", {"file": path, "visit": whole})
    for path in unfinished_texts(data):
        yield Finding("doctor.unfinished_text", {"file": path})
    written = dict.fromkeys([os.path.join(data, EXPORT_LOG), *(export.path for export in log)])
    for path in written:
        for temp in temps_of(path):
            yield Finding("doctor.unfinished_file", {"file": temp})


def copies_beside(data: str) -> Iterator[Finding]:
    """Copies of visits that were not brought in."""
    for copy in other_copies(data):
        yield Finding("join.offer_form" if copy.form else "join.offer", {"file": copy.path})


def gone_exports(log: tuple[Export, ...]) -> Iterator[Finding]:
    """Written checklists that are no longer where they were written."""
    for path in dict.fromkeys(export.path for export in log):
        if not os.path.lexists(path):
            yield Finding("doctor.export_gone", {"file": path}, well=True)


def little_room(data: str) -> Iterator[Finding]:
    """A disk that is nearly full, in whole megabytes that are free."""
    folder = os.path.abspath(data)
    while not os.path.isdir(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    try:
        room = shutil.disk_usage(folder)
    except OSError:
        return
    if room.total and room.free < LITTLE_ROOM:  # some network disks say 0 of 0
        yield Finding("doctor.little_room", {"count": str(room.free // (1024 * 1024))})


def _unread(error: StoreError) -> Finding:
    return Finding(error.word, error.slots, unread=True)


def _of_visits(data: str) -> list[str]:
    """All files of all visits, those beside a file that is linked to among them."""
    try:
        listed = list_visits(data)
    except OSError:
        return []
    return list(dict.fromkeys(file for one in listed for file in files_of(one.path)))


def _kind(path: str) -> str:
    folder, name = os.path.split(path)
    stem = name.partition(SUFFIX)[0]
    if path in temps_of(os.path.join(folder, stem + SUFFIX)):
        return "doctor.unfinished_save"
    return "notice.set_aside" if DAMAGED_MARK in name else ""


def _without_visit(data: str) -> list[str]:
    """Earlier states and unfinished saves whose visit file is not there."""
    folder = visits_folder(data)
    names = names_in(folder)
    found = []
    for name in names:
        own = name.partition(SUFFIX)[0]
        visit_file = own + SUFFIX
        files = {visit_file, visit_file + LOCKED}
        ours = is_id(own) and name not in files and of_our_making(name, visit_file)
        if ours and files.isdisjoint(names) and not name.endswith(LOCK_SUFFIX):
            found.append(os.path.join(folder, name))
    return found
