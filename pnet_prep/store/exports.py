"""Written checklists: never over a file that is not ours, and each one noted for later."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.digest import sha256
from pnet_prep.model.fixed import Fixed
from pnet_prep.store.atomic import APPEND, private_folder, read_file, replace_file, sync_folder
from pnet_prep.store.failures import not_read, not_saved
from pnet_prep.store.folder import numbered
from pnet_prep.store.lines import plain_in, sealed, to_json, unsealed

if TYPE_CHECKING:
    from collections.abc import Iterable

EXPORT_LOG = "exports.yaml"
"""The name of the log in a data folder."""


class Export(Fixed):
    """A file that was written for a visit: where, the sha256 of its bytes, and the local day."""

    path: str
    visit: str
    sha256: str
    on: str


def write_export(data: str, visit: str, path: str, content: bytes, today: str) -> str:
    """Write ``content`` as a private file and return where it stands.

    ``data`` is the data folder, ``visit`` the id, ``today`` the local day (ISO 8601). A file at
    ``path`` that this program did not write, or that somebody changed since, is left alone: the
    content then goes to ``NAME-2``, ``NAME-3``, … Raises ``StoreError``.
    """
    try:
        folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
        private_folder(folder)
        log = exports(data)
        made = sha256(content).hexdigest()
        for target in numbered(os.path.join(folder, os.path.basename(path))):
            there = sha256_of(target) if os.path.lexists(target) else ""
            export = Export(target, visit, made, today)
            known = {(one.sha256, one.visit) for one in log if one.path == target}
            if (there, visit) in known and there == made:
                return target
            if there not in {"", made, *(written for written, _ in known)}:
                continue
            # Noted first: a file nobody knows of would stay behind when the visit is forgotten.
            _note(data, export)
            if there != made:
                replace_file(target, content)
            return target
    except OSError as error:
        raise not_saved(error, path) from error
    raise AssertionError  # pragma: no cover - there is always another name


def exports(data: str) -> tuple[Export, ...]:
    """Every export that was noted in a data folder, oldest first. Raises ``StoreError``."""
    path = _log(data)
    try:
        rows = read_file(path).split(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise not_read(error, path) from error
    found = (_export(row) for row in rows if unsealed(row) is not None)
    return tuple(dict.fromkeys(export for export in found if export is not None))


def rewrite_log(data: str, kept: Iterable[Export]) -> None:
    """Let the log hold these exports only. Raises ``OSError``."""
    rows = b"".join(_row(export) for export in kept)
    if rows:
        replace_file(_log(data), rows)
    else:
        with suppress(FileNotFoundError):
            os.unlink(_log(data))


def sha256_of(path: str) -> str:
    """The sha256 of a regular file, ``unreadable`` for anything else that stands there."""
    with suppress(OSError):
        if stat.S_ISREG(os.lstat(path).st_mode):
            return sha256(read_file(path)).hexdigest()
    return "unreadable"


def _note(data: str, export: Export) -> None:
    """Add an export to the log. The row begins with its line end, so a torn one hurts no other.

    Raises ``StoreError`` that names the log: the folder of the export may be in good order.
    """
    path = _log(data)
    try:
        private_folder(data)
        descriptor = os.open(path, APPEND, 0o600)
        try:
            os.write(descriptor, _row(export))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(data)
    except OSError as error:
        raise not_saved(error, path) from error


def _row(export: Export) -> bytes:
    return b"\n" + sealed(b"- " + to_json(vars(export)))


def _export(row: bytes) -> Export | None:
    with suppress(ValueError, TypeError):
        export = Export(**plain_in(row))
        if all(isinstance(value, str) for value in vars(export).values()):
            return export
    return None


def _log(data: str) -> str:
    return os.path.join(data, EXPORT_LOG)
