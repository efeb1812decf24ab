"""Files that are whole or not there: written beside the old one, forced to disk, then renamed.

Everything here raises ``OSError``. Nothing is ever written over or through a link, and a failed
``fsync`` is never tried again on the same file: after one the system may call lost pages clean
(Rebello et al., USENIX ATC 2020).
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress

from pnet_prep.store.failures import FileHeldError
from pnet_prep.store.ids import fresh_id

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read or written."""

TEMP_MARK = ".tmp-"
"""Stands between the name of a file and the random letters of a temp file beside it."""

DAMAGED_MARK = ".damaged-"
"""Stands between the name of a visit file and a hash, where its damaged bytes are set aside."""

GENERATIONS = 3
"""How many earlier states of a visit file are kept."""

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
READ = os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0)
"""How files are opened to be read: a pipe under a file's name must not hold us up."""

APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY | getattr(os, "O_NOFOLLOW", 0)
"""How a log is opened to add to its end."""

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | getattr(os, "O_NOFOLLOW", 0)
_CHUNK = 1024 * 1024
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
_NO_SUCH_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOTTY}


def read_file(path: str) -> bytes:
    """All bytes of a regular file of at most ``MAX_BYTES``."""
    data = read_start(path, MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, "too big", path)
    return data


def read_start(path: str, most: int) -> bytes:
    """The first bytes of a regular file, ``most`` of them if there are so many."""
    descriptor = os.open(path, READ)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", path)
        data = bytearray()
        while part := os.read(descriptor, min(_CHUNK, most - len(data))):
            data += part
    finally:
        os.close(descriptor)
    return bytes(data)


def replace_file(
    path: str, data: bytes, *, generations: bool = False, keep_temp: bool = False
) -> None:
    """Let ``path`` hold ``data``, on disk before this returns; mode 0600.

    With ``generations`` the earlier state stays as ``PATH.1``, the one before as ``PATH.2``, …
    Where this fails, ``path`` is whole: as it was, or as it should be. With ``keep_temp`` a temp
    file that is whole stays beside it then, for the next reading.
    """
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, "too big", path)
    temp = f"{path}{TEMP_MARK}{fresh_id()}"
    _create(temp, data)
    try:
        if generations:
            _keep_generation(path)
        _rename(temp, path)
    except OSError:
        if not keep_temp:
            with suppress(OSError):
                os.unlink(temp)
        raise
    sync_folder(os.path.dirname(path))


def private_folder(path: str) -> None:
    """Make a folder and what is missing above it on disk, each 0700 whatever the umask.

    A folder that is there already keeps its mode: it may be one that others share.
    """
    if os.path.isdir(path):
        return
    above = os.path.dirname(path)
    if above != path:
        private_folder(above)
    with suppress(FileExistsError):  # made by another process just now
        os.mkdir(path, 0o700)
        with suppress(OSError):  # some disks of networks and sticks know no modes
            os.chmod(path, 0o700)
    sync_folder(above)


def generations_of(path: str) -> tuple[str, ...]:
    """Where the earlier states of a file are kept, the newest first."""
    return tuple(f"{path}.{age}" for age in range(1, GENERATIONS + 1))


def sync_folder(path: str) -> None:
    """Force the names in a folder to disk. Windows has no such call and does it by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_SYNC:  # some network folders know no such call
            raise
    finally:
        os.close(descriptor)


def _create(path: str, data: bytes) -> None:
    """Write a new file, force it to disk and read it back; leave nothing behind on failure."""
    descriptor = os.open(path, _CREATE, 0o600)
    try:
        _fill(descriptor, data)
        same = read_file(path) == data
    except OSError:
        with suppress(OSError):
            os.unlink(path)
        raise
    if not same:
        os.unlink(path)
        raise OSError(errno.EIO, "the disk gave back something else", path)


def _fill(descriptor: int, data: bytes) -> None:
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        try:
            # fsync on macOS leaves the data in the drive's own memory (man 2 fsync).
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _NO_SUCH_SYNC:
                raise
        else:
            return
    os.fsync(descriptor)


def _keep_generation(path: str) -> None:
    """Move earlier states one place down and link the present one, which is about to be replaced.

    A failure here is no reason to refuse an answer: generations are for damage, not for saving.
    """
    newest, *older = generations_of(path)
    with suppress(OSError):
        if os.path.exists(newest) and os.path.samefile(path, newest):
            return  # left by a save that stopped here
        for age in range(len(older) - 1, -1, -1):
            with suppress(FileNotFoundError):
                os.replace((newest, *older)[age], older[age])
        try:
            # A link to the file that is replaced, never to the one in use: an editor that writes
            # in place would change both.
            os.link(path, newest)
        except FileNotFoundError:
            pass
        except OSError:
            _create(newest, read_file(path))


def _rename(temp: str, path: str) -> None:
    """Rename, waiting a little where another program holds the file (virus scanners, sync)."""
    for wait in _WAITS:
        try:
            os.replace(temp, path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    try:
        os.replace(temp, path)
    except PermissionError as error:
        raise FileHeldError(*error.args) from error
