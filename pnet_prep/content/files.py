"""Where ``questions/`` is, and the bytes of all that is asked: the whole set and what packs add.

``questions/`` is beside the modules when installed, beside the package in a checkout. A folder
with a ``pack.yaml`` adds to the whole set, or says it in another language; one without is a whole
set of its own. Translations that are shipped are folders inside the whole set, such as ``es``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pnet_prep.errors import InputRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pnet_prep.content.problem import ContentError

PACK_FILE = "pack.yaml"
"""The file that makes a folder a pack: one that adds questions, or a translation."""

ENGLISH = "en"
"""The language of the whole set."""

MAX_BYTES = 1 << 20
"""Of one file, and of all files of a pack together."""

MAX_FILES = 50
"""Files of a pack."""

MAX_TRANSLATION = 4 << 20
"""Bytes of all files of a translation together: it says everything once more."""

WHOLE = "this is a second whole set of questions: one is enough. Does it lack a pack.yaml?"
SECOND = "this is a second translation: one is enough"

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


def questions_in(folders: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every file of one whole set, and of every pack that adds to it.

    The whole set is the one among ``folders``, or the shipped one. A file of a pack has the name
    of its folder before its own, as in ``clinic/pack.yaml``. Raises ``ContentError``.
    """
    for folder, label in _sets(folders):
        yield from _pack_files(folder, label) if label else _files_of(folder)


def read_questions(folders: Sequence[str] = ()) -> dict[str, bytes]:
    """All of them, by name."""
    return dict(questions_in(folders))


def translation_in(folders: Sequence[str] = (), language: str = "") -> Iterator[tuple[str, bytes]]:
    """The files of the translation among ``folders``, or of that of ``language``, in the same way.

    The latter is a folder of the whole set with that name. None where English is wanted. Raises
    ``ContentError``, and ``InputRefusedError`` for a language that is not there.
    """
    for folder in _translations(folders, language):
        yield from _pack_files(folder, _label(folder), MAX_TRANSLATION)


def states_in(folders: Sequence[str] = (), language: str = "") -> Iterator[str]:
    """A line for each file that these two would read: it changes whenever the file is written.

    It tells which file this is, its size, and when it was last changed, as the system keeps it.
    Raises as they do.
    """
    read = [folder for folder, _ in _sets(folders)]
    for folder in (*read, *_translations(folders, language)):
        yield folder
        for entry in _entries(folder):
            try:
                is_now = entry.stat()
            except OSError as error:
                raise _unreadable(entry.name, error.strerror) from None
            which, changed = (
                (is_now.st_dev, is_now.st_ino),
                (is_now.st_mtime_ns, is_now.st_ctime_ns),
            )
            yield f"{entry.name} {which} {is_now.st_size} {changed}"


def is_translation(folder: str) -> bool:
    """Whether a folder is a pack that says the questions in another language."""
    head = os.path.join(folder, PACK_FILE)
    try:
        if not os.path.isfile(head):  # a pipe would be waited for
            return False
        with open(head, "rb") as file:
            return b"\nlanguage:" in b"\n" + file.read(MAX_BYTES)
    except OSError:
        return False


def translations_in(whole: str) -> list[str]:
    """The names of the folders inside a whole set that say it in other languages."""
    with os.scandir(whole) as entries:
        return sorted(entry.name for entry in entries if is_translation(entry.path))


def _sets(folders: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The folder of the whole set, and of each pack with the name before those of its files."""
    yield _whole(folders), ""
    labels = {""}
    for folder in folders:
        if not _is_pack(folder) or is_translation(folder):
            continue
        label = _label(folder)
        if label in labels:
            label = folder  # two folders of one name
        labels.add(label)
        yield folder, label


def _translations(folders: Sequence[str], language: str) -> list[str]:
    """The folder of the one translation that is wanted; none for English."""
    found = [folder for folder in folders if is_translation(folder)]
    if language and language != ENGLISH:
        found.append(_shipped(_whole(folders), language))
    if len(found) > 1:
        raise _fault(_label(found[1]), "duplicate-id", SECOND)
    return found


def _shipped(whole: str, language: str) -> str:
    there = [ENGLISH, *translations_in(whole)]
    if language not in there:
        raise InputRefusedError("error.language", language=language, languages=", ".join(there))
    return os.path.join(whole, language)


def _whole(folders: Sequence[str]) -> str:
    whole = [folder for folder in folders if not _is_pack(folder)]
    if len(whole) > 1:
        raise _fault(_label(whole[1]), "duplicate-id", WHOLE)
    return whole[0] if whole else questions_folder()


def _is_pack(folder: str) -> bool:
    return os.path.lexists(os.path.join(folder, PACK_FILE))


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
    return dict(_files_of(folder))


def _files_of(folder: str) -> Iterator[tuple[str, bytes]]:
    entries = _entries(folder)
    if not entries:
        raise _fault(_label(folder), "missing", "there is no .yaml file in this folder")
    for entry in entries:
        yield entry.name, _read(entry, "")


def _pack_files(folder: str, label: str, most: int = MAX_BYTES) -> Iterator[tuple[str, bytes]]:
    """As ``_files_of``, for what may come from anywhere: few files, no links, not much in all."""
    entries = _entries(folder)
    if len(entries) > MAX_FILES:
        raise _fault(label, "too-many", f"a pack has {MAX_FILES} files at most")
    size = 0
    for entry in entries:
        name = f"{label}/{entry.name}"
        if entry.is_symlink():
            text = "this is a link to another file: put the file itself here"
            raise _fault(name, "link", text)
        data = _read(entry, f"{label}/")
        size += len(data)
        if size > most:
            text = f"the files of a pack are {most // 1024} KiB at most, all together"
            raise _fault(name, "too-large", text)
        yield name, data


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
    from pnet_prep.content.problem import ContentError, Problem

    return ContentError((Problem(name, 1, 1, code, text),))


def packs_in(names: Iterable[str]) -> tuple[str, ...]:
    """The packs that files are of, in order."""
    return tuple(dict.fromkeys(filter(None, map(part_of, names))))
