"""What the operating system refuses, as one sentence that says what to do."""

from __future__ import annotations

import errno

from pnet_prep.errors import StoreError

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST, errno.ENOENT, errno.ENAMETOOLONG, errno.ELOOP}


class FileHeldError(PermissionError):
    """Another program keeps a file open, so it cannot be replaced (Windows)."""


def not_read(error: OSError, path: str) -> StoreError:
    """The failure to read ``path``, to be raised."""
    if error.errno == errno.ENOENT:
        return StoreError("error.no_visit", file=path)
    if error.errno in _NOT_ALLOWED:
        return StoreError("error.may_not_read", file=path)
    if error.errno == errno.EFBIG:
        return StoreError("error.file_too_big", file=path)
    return StoreError("error.not_read", file=path)


def not_saved(error: OSError, path: str) -> StoreError:
    """The failure to save ``path``, to be raised."""
    if isinstance(error, FileHeldError):
        return StoreError("error.file_held", file=path)
    if error.errno in _NO_ROOM:
        return StoreError("error.no_room", file=path)
    if error.errno in _NOT_ALLOWED:
        return StoreError("error.may_not_write", file=path)
    if error.errno in _NO_FOLDER:
        return StoreError("error.no_folder", file=path)
    if error.errno == errno.EFBIG:
        return StoreError("error.file_too_big", file=path)
    return StoreError("error.not_saved", file=path)
