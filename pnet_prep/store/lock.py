"""One writer at a time, where the file system allows it. Nothing is lost where it does not."""

from __future__ import annotations

import warnings
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from pnet_prep.store.folder import LOCK_SUFFIX, unlocked_name

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT_SECONDS = 5.0


def lock_file(path: str) -> str:
    """The file whose lock is held for the visit at ``path``."""
    return unlocked_name(path) + LOCK_SUFFIX


@contextmanager
def locked(path: str) -> Iterator[bool]:
    """Hold the lock of a file while the block runs; the value is whether it is held.

    A visit has one lock, whether it is locked with a passphrase or not.

    It is not after ``WAIT_SECONDS``, or where locks cannot be had: the block runs all the same,
    since a save unites what is there with what is new.
    """
    from filelock import FileLock

    with ExitStack() as stack:
        try:
            with warnings.catch_warnings():
                # "flock not supported": a soft lock will do, and nobody can act on the warning.
                warnings.simplefilter("ignore")
                stack.enter_context(FileLock(lock_file(path), timeout=WAIT_SECONDS, mode=0o600))
        except (OSError, NotImplementedError):  # a timeout is an OSError too
            held = False
        else:
            held = True
        yield held
