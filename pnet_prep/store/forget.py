"""Taking a visit off this computer, as far as a program can, and saying what it could not reach."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import NamedTuple

from pnet_prep.errors import StoreError
from pnet_prep.store.atomic import sync_folder
from pnet_prep.store.copies import temps_of
from pnet_prep.store.exports import exports, rewrite_log, sha256_of
from pnet_prep.store.failures import not_saved
from pnet_prep.store.folder import paths_in, real_file, unfinished_texts, unlocked_name, visit_name
from pnet_prep.store.ids import is_id
from pnet_prep.store.lock import lock_file, locked
from pnet_prep.store.other_copies import MERGED, copies_of, id_in_front, of_our_making
from pnet_prep.store.visit import open_visit

_Gone = dict[str, list[str]]


class Forgotten(NamedTuple):
    """What became of the files of a visit, as paths.

    ``removed`` are gone; ``changed`` are exports that somebody changed since, so they were kept;
    ``missing`` are exports that are no longer where they were written; ``failed`` could not be
    removed. Copies on other devices, in synced folders and in backups are out of reach.
    """

    removed: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    failed: tuple[str, ...]


def files_of(path: str) -> tuple[str, ...]:
    """Every file on this computer that holds a part of the visit at ``path``, itself last.

    In the folder of visits that is every name that begins with the visit's id. Beside a file that
    ``path`` links to, only names of our own making count. In both, copies that have the visit's id
    inside are of it too, whatever made them and wherever they were put after they were taken in.
    """
    real = real_file(path)
    visit = visit_name(path)
    found = {copy for copy in _beside(path) if is_id(visit) and id_in_front(copy) == visit}
    found |= {copy for copy in _beside(real) if of_our_making(copy, unlocked_name(real))}
    found |= copies_of(path)
    last = dict.fromkeys(file for file in (real, path) if os.path.lexists(file))
    return (*sorted(found - last.keys()), *last)


def forget(data: str, path: str) -> Forgotten:
    """Remove a visit: its exports, earlier states, unfinished saves, damaged copies, and itself.

    ``data`` is the data folder, ``path`` the visit file. The file itself goes last, so what was
    interrupted can be done again. Nothing is overwritten first: on today's disks that would
    promise what it cannot keep. Raises ``StoreError`` where there is no visit.
    """
    if not files_of(path):
        raise StoreError("error.no_visit", file=path)
    real = real_file(path)
    lock = lock_file(real)
    with locked(real):
        gone = _forget_exports(data, _ids(path))
        for file in files_of(path):
            if file != lock:
                _remove(file, gone)
        for file in unfinished_texts(data):  # of which visit, nobody can tell any more
            _remove(file, gone)
    with suppress(OSError):
        os.unlink(lock)
    for folder in {os.path.dirname(real), os.path.dirname(os.path.abspath(path))}:
        with suppress(OSError):  # it may hold copies of other visits
            os.rmdir(os.path.join(folder, MERGED))
        with suppress(OSError):
            sync_folder(folder)
    return Forgotten(*(tuple(files) for files in gone.values()))


def _forget_exports(data: str, ids: set[str]) -> _Gone:
    """Remove the listed exports that still are what was written, and their notes in the log."""
    gone: _Gone = {"removed": [], "changed": [], "missing": [], "failed": []}
    log = exports(data)
    ours = [export for export in log if export.visit in ids]
    others = {(e.path, e.sha256) for e in log if e.visit not in ids}
    for target in dict.fromkeys(export.path for export in ours):
        for temp in temps_of(target):  # left by a program that was killed while it wrote
            _remove(temp, gone)
        if not os.path.lexists(target):
            gone["missing"].append(target)
            continue
        there = sha256_of(target)
        if (target, there) in others:
            continue  # another visit's checklist took its place
        if there in {export.sha256 for export in ours if export.path == target}:
            _remove(target, gone)
        else:
            gone["changed"].append(target)
    left = {*gone["changed"], *gone["failed"]}
    try:
        rewrite_log(data, [e for e in log if e.visit not in ids or e.path in left])
    except OSError as error:
        raise not_saved(error, data) from error
    return gone


def _remove(path: str, gone: _Gone) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError:
        gone["failed"].append(path)
    else:
        gone["removed"].append(path)


def _ids(path: str) -> set[str]:
    """What the visit is called: by its file's name, and by what the file itself says."""
    with suppress(StoreError):
        return {visit_name(path), open_visit(path).id}
    return {visit_name(path)}


def _beside(path: str) -> tuple[str, ...]:
    return paths_in(os.path.dirname(os.path.abspath(path)))
