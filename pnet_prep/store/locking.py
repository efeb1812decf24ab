"""Locking a visit with a passphrase, and opening it for good: first all is written, then removed.

Until the new file was read back from disk, opened and compared, nothing of the old is touched; and
of the old the visit file goes last. So whatever stops this, a copy that can be read is left, and
doing it again finishes it.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.digest import sha256
from pnet_prep.errors import StoreError
from pnet_prep.store.atomic import (
    DAMAGED_MARK,
    generations_of,
    read_file,
    replace_file,
    sync_folder,
)
from pnet_prep.store.codec import decode, encode
from pnet_prep.store.copies import gather, relocked, temps_of, unlocked
from pnet_prep.store.custody import sealed_keys
from pnet_prep.store.failures import not_saved
from pnet_prep.store.folder import LOCKED, key_files, real_file, unlocked_name, visit_name
from pnet_prep.store.head import restored
from pnet_prep.store.lock import locked
from pnet_prep.store.other_copies import copies_of, is_locked_copy
from pnet_prep.store.title import titled
from pnet_prep.store.visit import response_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.store.age import Key


class Changed(NamedTuple):
    """What became of a visit: its file now, what was removed, and what could not be.

    ``kept`` are files that are as readable as before: open copies of a visit that is locked now,
    or locked copies for which the key was kept.
    """

    file: str
    removed: tuple[str, ...]
    failed: tuple[str, ...]
    kept: tuple[str, ...]


def lock_visit(path: str, key: Key) -> Changed:
    """Lock the visit at ``path`` with a key, or finish locking it. Raises ``StoreError``.

    A key that is there already is replaced only where nothing is locked with it.
    """
    real = real_file(path)
    plain = unlocked_name(real)
    target = plain + LOCKED
    try:
        with locked(real):
            beside = unlocked_name(path)  # where a link to it stands, if it is one
            data = _united(real, beside, key)
            for file in key_files(plain):
                _keep_key(file, key)
            replace_file(target, relocked(data, key), generations=True)
            _check(unlocked(read_file(target), key) == data, target)
            _check(sealed_keys(plain) == (key.sealed,), plain)
            link = _relinked(beside, beside + LOCKED, target)
            left = (_left_at(base) for base in {plain, beside})
            old = (*(file for files in left for file in files), *link, plain)
            removed, failed = _remove(old)
            sync_folder(os.path.dirname(plain))
    except OSError as error:
        raise not_saved(error, target) from error
    kept = [copy for copy in copies_of(path) if not is_locked_copy(copy)]
    return Changed(target, removed, failed, tuple(sorted(kept)))


def open_for_good(path: str, key: Key) -> Changed:
    """Let the visit at ``path`` be as if it had never been locked. Raises ``StoreError``.

    The key stays where a locked copy of the visit, such as one of a sync program, still needs it.
    """
    real = real_file(path)
    plain = unlocked_name(real)
    target = plain + LOCKED
    try:
        with locked(real):
            beside = unlocked_name(path)  # where a link to it stands, if it is one
            data = _united(real, beside, key)
            replace_file(plain, data, generations=True)
            _check(read_file(plain) == data, plain)
            link = _relinked(beside + LOCKED, beside, plain)
            old = (*generations_of(target), *temps_of(plain), *_damaged(target), *link, target)
            removed, failed = _remove(old)
            kept = tuple(sorted(copy for copy in copies_of(path) if is_locked_copy(copy)))
            if not failed and not kept:
                keys = key_files(plain)
                aside = (file for one in keys for file in _damaged(one))
                more, failed = _remove((*keys, *aside))
                removed += more
            sync_folder(os.path.dirname(plain))
    except OSError as error:
        raise not_saved(error, plain) from error
    return Changed(plain, removed, failed, kept)


def _united(real: str, beside: str, key: Key) -> bytes:
    """The bytes of a visit file with all that is left of the visit, locked or not."""
    copies = gather(real, {}, key)
    if copies.newer:
        raise StoreError("error.newer_format", file=real)
    if copies.empty:
        raise StoreError("error.unreadable", file=real)
    lines = copies.lines
    if beside != unlocked_name(real):
        for state in (*generations_of(beside), *temps_of(beside)):
            with suppress(OSError):
                lines = {**decode(read_file(state), lines, rescue=False).lines, **lines}
    head = restored(copies.head, visit_name(real))
    return encode(titled(head, response_in(lines)), lines)


def _left_at(base: str) -> tuple[str, ...]:
    """Open files beside a visit file: its older states, unfinished saves and damaged copies."""
    return (*generations_of(base), *temps_of(base), *_damaged(base))


def _keep_key(file: str, key: Key) -> None:
    """Write a key file. Another key that stands there is moved aside, never lost."""
    there = None
    with suppress(FileNotFoundError):
        there = read_file(file)
    if there == key.sealed:
        return
    if there is not None:
        os.replace(file, f"{file}{DAMAGED_MARK}{sha256(there).hexdigest()[:12]}")
    replace_file(file, key.sealed)


def _relinked(old: str, new: str, target: str) -> tuple[str, ...]:
    """Lead ``new`` to where the visit is now, if ``old`` is a link; the link that is to go."""
    if not os.path.islink(old):
        return ()
    if not os.path.lexists(new):
        os.symlink(target, new)
        sync_folder(os.path.dirname(new))
    return (old,)


def _check(holds: bool, path: str) -> None:  # noqa: FBT001 - a claim about the file
    if not holds:
        raise OSError(errno.EIO, "the disk gave back something else", path)


def _damaged(path: str) -> Iterator[str]:
    folder, name = os.path.split(path)
    for found in sorted(os.listdir(folder)):
        if found.startswith(name + DAMAGED_MARK):
            yield os.path.join(folder, found)


def _remove(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Remove files in this order; which are gone, and which could not be removed."""
    removed, failed = [], []
    for path in dict.fromkeys(paths):
        try:
            os.unlink(path)
        except FileNotFoundError:
            continue
        except OSError:
            failed.append(path)
        else:
            removed.append(path)
    return tuple(removed), tuple(failed)
