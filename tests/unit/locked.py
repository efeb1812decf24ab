"""Visits that are locked, with keys that open at once: their passphrase costs four rounds only."""

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from pnet_prep.cli import unlocking
from pnet_prep.store import age
from pnet_prep.store.age import Key, key_from
from pnet_prep.store.locking import lock_visit
from pnet_prep.store.visit import Visit, open_visit
from tests.unit.made_age import sealed
from tests.unit.stored import saved_visit

PASSPHRASE = "four words for testing"
OTHER_PASSPHRASE = "another four words here"
WRONG = "five words that fit nothing"
SEALED = {
    PASSPHRASE: b64decode(
        "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB6Q0h5WlpkZVNMbG5vR0FjRFNCT0RBIDIKKzRTaWJDcVUwVk5O"
        "MnpLSnhkVFVYTU1xdGxOWHJlY2Eya085eHhxVm5wbwotLS0gZG9LMFZkeDNTSnNyeFdzdU9iT2FnendMUW1WTnhoWTdI"
        "TlJwZjhOb0hpWQo61O4YLiHCXbdjzaY1nsxEWVVg1WYMJ8ayxe2HtuTm5ktz/jtGlBI9ooY30re3de63gRzvCJ3E4XCR"
        "M8xWu6/EKbOZ09MSoyWin5hC2ttgQQhmYeB0JimkHTKu6oilIFWhMI9KdSx7IjLz"
    ),
    OTHER_PASSPHRASE: b64decode(
        "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBaTWc5K0hMWUNLR0NDcXR5cWlDL0xBIDIKMVJBWUlpb251R3V2"
        "KzZ5dW8wQWdGajVRZEJzeExjMWVMeHBMY3I3SWhnYwotLS0gdGdteGNRWDFZRnhENWZZQ1JGWnE1ZTZDalQ1a1piRlRJ"
        "V1p5M3NrUkJoYwp0HRTfcw5TpaAZpxARb2ltCDVBXb4/K/MGNg7rhuizhhr1UcOL5sb6Fdh9ibOPO/xtbeMgSCh0MJHx"
        "9bDkbjVpCZ8iqxPb04dAhAoANqdxVMPCT2tUbASjL/fhFYkS2lC+6DmT36EpGtFM"
    ),
}
"""Passphrase to the key file that it opens."""


def key(passphrase: str = PASSPHRASE) -> Key:
    return key_from(SEALED[passphrase], passphrase)


def locked_visit(home: object, count: int = 4, visit: str = "") -> Visit:
    """A visit with ``count`` answers that was locked after they were given, and opened again."""
    lock_visit(saved_visit(home, count, visit).path, key())
    (path,) = Path(str(home), "visits").glob(f"{visit or '*'}.yaml.age")
    return open_visit(str(path), key())


def forget_keys() -> None:
    """Be as at the start of a run."""
    unlocking._keys.clear()
    unlocking._silent.clear()


@pytest.fixture
def quick(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Locking with a passphrase is no work in this test, and no key is known from another.

    Nor are the questions read anew for each test.
    """
    cache = str(tmp_path_factory.getbasetemp() / "cache")
    monkeypatch.setattr("pnet_prep.cli.pack.cache_folder", lambda: cache)
    monkeypatch.setattr(age, "_fairly_locked", sealed)
    forget_keys()
    yield
    forget_keys()
