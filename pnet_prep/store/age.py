"""Locking bytes with a passphrase or a key, as files of the age format (age-encryption.org/v1).

A passphrase is slow to use on purpose (scrypt), a key is not (X25519). So a locked visit has a key
of its own, which the passphrase opens once a run, and every save is locked with that key. Any age
tool opens both. Nothing here touches a disk.
"""

from __future__ import annotations

from base64 import b64decode
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pnet_prep.errors import StoreError
from pnet_prep.model.fixed import Fixed
from pnet_prep.store.atomic import MAX_BYTES
from pnet_prep.store.folder import MAGIC

if TYPE_CHECKING:
    from types import ModuleType

MOST_WORK = 20
"""The largest work factor of a passphrase that is tried: 2^20 rounds, 1 GB, some seconds. Made-up
files ask for more to keep a computer busy."""

_FAIR_WORK = range(17, 20)
"""Work factors to lock with: 2^18 is what age itself takes. At 2^19, opening takes 512 MB."""
_TRIES = 3

_PASSPHRASE = b"-> scrypt "
_END = b"\n---"
_HEADER_BYTES = 64 * 1024
_WRONG = "Decryption failed"
"""What pyrage says where a passphrase does not open the first lock; damage further on is told in
other words. A test holds it to that."""

_ARMOR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ARMOR_END = b"-----END AGE ENCRYPTED FILE-----"


class Key(Fixed):
    """What locks and opens a visit. ``sealed`` is the key itself, locked with the passphrase.

    It is never shown and never written but as ``sealed``.
    """

    identity: Any
    sealed: bytes

    def __repr__(self) -> str:
        return "Key()"


class NotOpenedError(StoreError):
    """A passphrase does not open these bytes; ``damaged`` where it did, and the rest is hurt."""

    def __init__(self, *, damaged: bool) -> None:
        super().__init__("error.locked_damaged" if damaged else "error.wrong_passphrase")
        self.damaged = damaged


def available() -> bool:
    """Whether the part of the program that locks and opens is installed."""
    return find_spec("pyrage") is not None


def is_locked(data: bytes) -> bool:
    """Whether bytes, or the first of them, are an age file."""
    return data.startswith(MAGIC)


def opens_with_passphrase(start: bytes) -> bool:
    """Whether the first bytes of a file are those of one that a passphrase opens."""
    return is_locked(start) and start[len(MAGIC) :].startswith(_PASSPHRASE)


def without_armor(data: bytes) -> bytes:
    """The bytes of an age file that was made fit for mail; any other bytes as they are."""
    body = data.strip()
    if body.startswith(_ARMOR) and body.endswith(_ARMOR_END):
        with suppress(ValueError):
            inner = body.removeprefix(_ARMOR).removesuffix(_ARMOR_END)
            return b64decode(b"".join(inner.split()), validate=True)
    return data


def fresh_key(passphrase: str) -> Key:
    """A new key, and proof that the passphrase opens it. Takes some seconds."""
    identity = _pyrage().x25519.Identity.generate()
    sealed = with_passphrase(str(identity).encode(), passphrase)
    return Key(identity, sealed)


def key_from(sealed: bytes, passphrase: str) -> Key:
    """The key in a key file. Takes a second or more. Raises ``NotOpenedError``, ``StoreError``."""
    text = opened_with_passphrase(sealed, passphrase)
    pyrage = _pyrage()
    with suppress(pyrage.IdentityError):
        # Tools of age write comments above a key.
        rows = [row for row in text.decode("ascii", "replace").split() if row.startswith("AGE-")]
        return Key(pyrage.x25519.Identity.from_str("".join(rows)), sealed)
    raise NotOpenedError(damaged=True)


def locked_with(key: Key, data: bytes) -> bytes:
    """The bytes as an age file that this key opens. Takes well under a millisecond."""
    locked: bytes = _pyrage().encrypt(data, [key.identity.to_public()])
    return locked


def opened_with(key: Key, data: bytes) -> bytes | None:
    """What an age file holds; ``None`` where the key does not fit or the file is damaged."""
    pyrage = _pyrage()
    with suppress(pyrage.DecryptError):
        opened: bytes = pyrage.decrypt(data, [key.identity])
        return opened
    return None


def with_passphrase(data: bytes, passphrase: str) -> bytes:
    """The bytes as an age file that the passphrase opens, tried before this returns.

    Takes some seconds. Raises ``StoreError``.
    """
    locked = _fairly_locked(data, passphrase)
    if opened_with_passphrase(locked, passphrase) != data:
        raise StoreError("error.not_locked")
    return locked


def opened_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """What an age file holds that a passphrase opens. Takes a second or more.

    Raises ``NotOpenedError``, and ``StoreError`` for a file that would take too long or is none.
    """
    header, end, _ = data[:_HEADER_BYTES].partition(_END)
    if len(data) > MAX_BYTES or not opens_with_passphrase(header) or not end:
        raise NotOpenedError(damaged=True)
    work = _work(header)
    if work > MOST_WORK:
        raise StoreError("error.too_much_work")
    _look_for_memory(work)
    pyrage = _pyrage()
    try:
        opened: bytes = pyrage.passphrase.decrypt(data, passphrase)
    except pyrage.DecryptError as error:
        raise NotOpenedError(damaged=str(error) != _WRONG) from None
    return opened


def _look_for_memory(work: int) -> None:
    """Raise ``StoreError`` where there is too little memory for the work.

    The library would end the whole program. Memory that is asked for and not used costs nothing.
    """
    try:
        bytes(1 << (work + 10))
    except MemoryError as error:
        raise StoreError("error.no_memory") from error


def _work(header: bytes) -> int:
    """The largest work factor that a header asks for, read before any of it is done."""
    asked = [row.split(b" ")[-1] for row in header.split(b"\n") if row.startswith(_PASSPHRASE)]
    digits = [found.isdigit() and len(found) <= 2 for found in asked]
    return max(map(int, asked), default=0) if all(digits) else MOST_WORK + 1


def _fairly_locked(data: bytes, passphrase: str) -> bytes:
    """The bytes, locked with work that is neither too little nor too much.

    The library takes the work that lasts a second here, as far as it can tell while other programs
    run. Where that is off, it is asked again.
    """
    pyrage = _pyrage()
    found: dict[int, bytes] = {}
    for _ in range(_TRIES):
        locked: bytes = pyrage.passphrase.encrypt(data, passphrase)
        work = _work(locked[:_HEADER_BYTES].partition(_END)[0])
        if work in _FAIR_WORK:
            return locked
        found[work] = locked
    return found[min(found, key=lambda work: (work > max(_FAIR_WORK), abs(work - max(_FAIR_WORK))))]


def _pyrage() -> ModuleType:
    try:
        import pyrage
    except ImportError as error:
        raise StoreError("error.no_secure") from error
    module: ModuleType = pyrage
    return module
