"""The key of a locked visit on disk, and whether the visit still is as locked as it was opened.

A save must never leave a file that no key on disk opens, nor write an open copy of a visit that
was locked in another window meanwhile. Everything here raises ``OSError``.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.store.atomic import generations_of, read_file, replace_file
from pnet_prep.store.folder import LOCKED, key_files, unlocked_name

if TYPE_CHECKING:
    from pnet_prep.store.age import Key


def both_there(path: str) -> bool:
    """Whether locking or unlocking the visit at ``path`` was cut short, so some of both is there.

    That is the visit open and locked, or a locked one with older states that are open.
    """
    plain = unlocked_name(path)
    if not os.path.lexists(plain + LOCKED):
        return False
    return any(map(os.path.lexists, (plain, *generations_of(plain))))


def changed_hands(path: str, key: Key | None) -> bool:
    """Whether a visit that was opened at ``path`` was locked or unlocked since, or got another key.

    ``key`` is what it was opened with.
    """
    plain = unlocked_name(path)
    if not os.path.lexists(path):
        other = plain if path != plain else plain + LOCKED
        if os.path.lexists(other):
            return True
    if key is None:
        return False
    there = sealed_keys(path)
    return bool(there) and key.sealed not in there


def keep_key(path: str, key: Key) -> None:
    """Write the key of the visit at ``path``, and its spare copy, where they are not there."""
    for file in key_files(path):
        if not os.path.lexists(file):
            replace_file(file, key.sealed)


def sealed_keys(path: str) -> tuple[bytes, ...]:
    """What the key files of a visit hold, each once: bytes that a passphrase opens."""
    found: dict[bytes, None] = {}
    for file in key_files(path):
        with suppress(FileNotFoundError):
            found[read_file(file)] = None
    return tuple(found)
