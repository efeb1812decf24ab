"""Opening visits that may be locked: the passphrase is asked for once a run.

What is kept while the program runs are keys, each by the key file that it came from. So another
visit with the same key opens by itself, and no save has to wait for a passphrase.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.store.copies import LockedError
from pnet_prep.store.failures import not_read
from pnet_prep.store.folder import key_files, real_file
from pnet_prep.store.visit import open_visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pnet_prep.store.age import Key
    from pnet_prep.store.visit import Visit

MOST_KEYS = 4
"""How many key files one passphrase is tried on: each takes a second."""

_keys: dict[bytes, Key] = {}
_silent: list[bool] = []


def ask_nothing() -> None:
    """From now on, a locked visit is refused: nobody is there to type, or is to be asked."""
    _silent.append(True)


def anything_unlocked() -> bool:
    """Whether this run has opened a locked visit, or made one."""
    return bool(_keys)


def remember(key: Key) -> None:
    """Keep a key for the rest of the run."""
    _keys[key.sealed] = key


def opened_visit(path: str, prompt: str = "unlock.visit") -> Visit:
    """The visit in a file, once somebody typed its passphrase if it is locked.

    ``prompt`` is the word that asks for it. Raises ``LockedError`` where nobody can be asked, and
    ``StoreError``.
    """
    try:
        return open_visit(path)
    except LockedError:
        return open_visit(path, key_of(path, prompt))


def key_of(path: str, prompt: str = "unlock.visit") -> Key:
    """The key of the locked visit at ``path``. Raises as `opened_visit` does."""
    from pnet_prep.errors import StoreError
    from pnet_prep.store.custody import sealed_keys

    real = real_file(path)
    first = key_files(real)[0]
    try:
        sealed = sealed_keys(real)
    except OSError as error:
        raise not_read(error, first) from error
    if not sealed:
        raise StoreError("error.no_key", file=first)
    for one in sealed:
        if one in _keys:
            return _keys[one]
    found = asked_key(sealed, prompt, path, lambda _: True)
    if found is None:
        raise LockedError(path)
    return found


def asked_key(
    sealed: Iterable[bytes], prompt: str, file: str, fits: Callable[[Key], bool]
) -> Key | None:
    """The first of some key files that a typed passphrase opens and that fits.

    ``None`` where nobody can be asked. Raises ``StoreError``.
    """
    from pnet_prep.cli.pack import words_of_fault
    from pnet_prep.cli.passphrases import opened_by_passphrase

    if _silent:
        return None
    tried = tuple(sealed)[:MOST_KEYS]
    said = words_of_fault()
    text = fill(said[prompt], {"file": os.path.basename(file)})
    return opened_by_passphrase(said, text, lambda typed: first_key(tried, typed, fits))


def first_key(sealed: Iterable[bytes], passphrase: str, fits: Callable[[Key], bool]) -> Key:
    """The first of these keys that the passphrase opens and that fits, kept for this run.

    Raises ``NotOpenedError``, with damage told only where no file could be opened for it.
    """
    from pnet_prep.store.age import NotOpenedError, key_from

    damage = []
    for one in sealed:
        try:
            key = key_from(one, passphrase)
        except NotOpenedError as error:
            damage.append(error.damaged)
        else:
            if fits(key):
                remember(key)
                return key
            damage.append(False)
    raise NotOpenedError(damaged=bool(damage) and all(damage))


def opened_file(path: str, name: str, data: bytes) -> tuple[bytes, Key | None]:
    """What a locked file holds that is to be joined, and the key if it is a copy of a visit.

    ``name`` is what the file is called on the screen. Raises ``InputRefusedError`` where nobody
    can be asked or no key for it is here, and ``StoreError``.
    """
    from pnet_prep.cli.pack import words_of_fault
    from pnet_prep.cli.passphrases import opened_by_passphrase
    from pnet_prep.errors import InputRefusedError
    from pnet_prep.store import age
    from pnet_prep.store.keys_beside import keys_near

    def opens(key: Key) -> bool:
        return age.opened_with(key, data) is not None

    if age.opens_with_passphrase(data):
        said = words_of_fault()
        prompt = fill(said["unlock.file"], {"file": name})
        inside = (
            None
            if _silent
            else opened_by_passphrase(
                said, prompt, lambda typed: age.opened_with_passphrase(data, typed)
            )
        )
        if inside is None:
            raise InputRefusedError("error.join_locked", file=name)
        return inside, None
    key = next(filter(opens, _keys.values()), None)
    if key is None:
        sealed = keys_near(path)
        if not sealed:
            raise InputRefusedError("error.join_no_key", file=name)
        key = asked_key(sealed, "unlock.file", path, opens)
    if key is None:
        raise InputRefusedError("error.join_locked", file=name)
    return age.opened_with(key, data) or b"", key
