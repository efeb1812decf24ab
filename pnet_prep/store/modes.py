"""Who may read the files that hold answers: what is open to others, and closing it.

Only what belongs to this user is closed, never what a link leads to, and never a folder or a file
that may be somebody else's too. Windows keeps no such modes: there nothing is found.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.store.copies import temps_of
from pnet_prep.store.exports import EXPORT_LOG, sha256_of
from pnet_prep.store.folder import WRITING, list_visits, names_in, paths_in, visits_folder
from pnet_prep.store.forget import files_of
from pnet_prep.store.other_copies import MERGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.store.exports import Export

FOLDER_MODE = 0o700
FILE_MODE = 0o600
_OTHERS = 0o077
_OUR_FOLDERS = {"visits", "cache"}


class Open(NamedTuple):
    """A path whose mode is not what it should be; ``ours`` is whether it may be changed."""

    path: str
    ours: bool = True


def open_folders(data: str, documents: str) -> Iterator[Open]:
    """The folders that others may enter, or that their owner may not use, the outer ones first.

    ``documents`` is the folder that is made for printed checklists. What is closed between two of
    them lets the next be looked into.
    """
    if _wrong(data, FOLDER_MODE):
        yield Open(data, ours=_only_ours(data))
    visits = visits_folder(data)
    for folder in (visits, os.path.join(visits, MERGED), documents):
        if _wrong(folder, FOLDER_MODE):
            yield Open(folder)


def open_files(data: str) -> Iterator[Open]:
    """The files that others may read, or that their owner may not.

    They are all that lies in the folders of visits, what belongs to visits that are links, the log
    of exports, and texts of an editor.
    """
    visits = visits_folder(data)
    found = [*paths_in(visits), *paths_in(os.path.join(visits, MERGED))]
    found += [path for path in paths_in(data) if _ours_by_name(os.path.basename(path))]
    with suppress(OSError):
        found += [file for listed in list_visits(data) for file in files_of(listed.path)]
    for path in dict.fromkeys(found):
        if _wrong(path, FILE_MODE):
            yield Open(path)


def open_exports(log: tuple[Export, ...]) -> Iterator[Open]:
    """The exports that others may read. One that was changed since it was written is not ours."""
    for path in dict.fromkeys(export.path for export in log):
        yield from (Open(temp) for temp in temps_of(path) if _wrong(temp, FILE_MODE))
        if _wrong(path, FILE_MODE):
            written = {export.sha256 for export in log if export.path == path}
            yield Open(path, ours=sha256_of(path) in written)


def close(path: str) -> bool:
    """Let only its owner use a folder or file; whether that worked. Some disks know no modes."""
    with suppress(OSError):
        wanted = FOLDER_MODE if stat.S_ISDIR(os.lstat(path).st_mode) else FILE_MODE
        os.chmod(path, wanted)
        return not _wrong(path, wanted)
    return False


def _wrong(path: str, wanted: int) -> bool:
    if sys.platform == "win32":
        return False
    kind = stat.S_ISDIR if wanted == FOLDER_MODE else stat.S_ISREG
    with suppress(OSError):
        found = os.lstat(path)
        mine = found.st_uid == os.geteuid() and kind(found.st_mode)
        return mine and (found.st_mode & (_OTHERS | wanted)) != wanted
    return False


def _only_ours(data: str) -> bool:
    """Whether a data folder holds visits, and nothing but what this program puts there."""
    names = names_in(data)
    ours = all(name in _OUR_FOLDERS or _ours_by_name(name) for name in names)
    return ours and "visits" in names


def _ours_by_name(name: str) -> bool:
    return name.startswith((WRITING, EXPORT_LOG))
