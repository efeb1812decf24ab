"""Where ``questions/`` is, and the bytes of all that is asked: the whole set and what packs add.

``questions/`` is beside the modules when installed, beside the package in a checkout. A folder
with a ``pack.yaml`` adds to the whole set; one without is a whole set of its own.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pnet_prep.errors import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PACK_FILE = "pack.yaml"
"""The file that makes a folder a pack that adds questions."""

MAX_BYTES = 1 << 20
"""Of one file, and of all files of a pack together."""

MAX_FILES = 50
"""Files of a pack."""

WHOLE = "this is a second whole set of questions: one is enough. Does it lack a pack.yaml?"

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def questions_folder() -> str:
    """The folder of the shipped content. Raises ``ContentError`` when the install is damaged."""
    for folder in (
        os.path.join(_PACKAGE, "questions"),
        os.path.join(os.path.dirname(_PACKAGE), "questions"),
    ):
        if os.path.isfile(os.path.join(folder, "words.yaml")):
            return folder
    raise _fault("questions", "missing", "the folder is missing: install pnet-prep again")


def read_questions(folders: Sequence[str] = ()) -> dict[str, bytes]:
    """The bytes of every file of one whole set, and of every pack that adds to it.

    The whole set is the one among ``folders``, or the shipped one. A file of a pack has the name
    of its folder before its own, as in ``clinic/pack.yaml``. Raises ``ContentError``.
    """
    packs = [folder for folder in folders if os.path.lexists(os.path.join(folder, PACK_FILE))]
    whole = [folder for folder in folders if folder not in packs]
    if len(whole) > 1:
        raise _fault(_label(whole[1]), "duplicate-id", WHOLE)
    files = read_folder(*(whole or [questions_folder()]))
    for folder in packs:
        label = _label(folder)
        if any(part_of(name) == label for name in files):
            label = folder  # two folders of one name
        added = {f"{label}/{name}": data for name, data in _read_pack(folder, label).items()}
        files.update(added)
    return files


def part_of(name: str) -> str:
    """Which pack a file is of, by the name it is read under; empty for the whole set."""
    return name.rpartition("/")[0]


def bare(name: str) -> str:
    """The name of a file inside its folder."""
    return name.rpartition("/")[2]


def read_folder(folder: str) -> dict[str, bytes]:
    """The bytes of every YAML and text file of a content folder, by name, in the order of names.

    Of a file larger than may be, one byte too many. Raises ``ContentError`` when the folder or a
    file cannot be read.
    """
    found = {entry.name: _read(entry, "") for entry in _entries(folder)}
    if not found:
        raise _fault(_label(folder), "missing", "there is no .yaml file in this folder")
    return found


def _read_pack(folder: str, label: str) -> dict[str, bytes]:
    """As ``read_folder``, for what may come from anywhere: few files, no links, not much in all."""
    entries = _entries(folder)
    if len(entries) > MAX_FILES:
        raise _fault(label, "too-many", f"a pack has {MAX_FILES} files at most")
    found: dict[str, bytes] = {}
    for entry in entries:
        if entry.is_symlink():
            text = "this is a link to another file: put the file itself here"
            raise _fault(f"{label}/{entry.name}", "link", text)
        found[entry.name] = _read(entry, f"{label}/")
        if sum(map(len, found.values())) > MAX_BYTES:
            text = f"the files of a pack are {MAX_BYTES // 1024} KiB at most, all together"
            raise _fault(f"{label}/{entry.name}", "too-large", text)
    return found


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if entry.name.endswith((".yaml", ".txt"))]
    except OSError as error:
        raise _unreadable(_label(folder), error.strerror) from None
    return sorted(found, key=lambda entry: entry.name)


def _read(entry: os.DirEntry[str], lead: str) -> bytes:
    try:
        # A pipe or a device would be waited for, or read, for ever.
        if not entry.is_file():
            raise _unreadable(lead + entry.name, "it is no file")
        with open(entry.path, "rb") as file:
            # Room is made for all that is asked for, so only a file that is too large is cut.
            large = os.fstat(file.fileno()).st_size > MAX_BYTES
            return file.read(MAX_BYTES + 1) if large else file.read()
    except OSError as error:
        raise _unreadable(lead + entry.name, error.strerror) from None


def _label(folder: str) -> str:
    return os.path.basename(os.path.abspath(folder))


def _unreadable(name: str, why: str | None) -> ContentError:
    return _fault(name, "unreadable", f"this cannot be read ({why}): check the name of the folder")


def _fault(name: str, code: str, text: str) -> ContentError:
    return ContentError((Problem(name, 1, 1, code, text),))


def packs_in(names: Iterable[str]) -> tuple[str, ...]:
    """The packs that files are of, in order."""
    return tuple(dict.fromkeys(filter(None, map(part_of, names))))
