"""Where visits are kept, and which there are. Made to be quick: a list reads only heads."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from pnet_prep.model.fixed import Fixed
from pnet_prep.store.atomic import READ
from pnet_prep.store.head import HEAD_BYTES, peek
from pnet_prep.store.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.store.head import Head

HOME_VARIABLE = "PNET_PREP_HOME"
"""The environment variable that names another data folder."""

SUFFIX = ".yaml"

_NAME = "pnet-prep"

MAGIC = b"age-encryption.org/v1\n"
"""What every locked file begins with. Whether a visit is locked is read from this."""

LOCKED = ".age"
"""What follows the name of a visit file, and its other endings, where it is locked."""

KEY = ".key.age"
"""What follows the name of a visit file in the name of the key that opens it when locked."""

LOCK_SUFFIX = ".lock"
"""What follows the name of a visit file in the name of the file that holds one writer at a time."""

WRITING = "writing-"
"""How the name of a text begins that is open in the person's own editor, or too long for us."""


class Listed(Fixed):
    """A visit as a list shows it. ``head`` is unchecked: opening the visit reads it for sure.

    Of a visit that is ``locked`` only the id is known.
    """

    path: str
    head: Head
    locked: bool = False


def private_umask() -> None:
    """Let every file this process makes be the user's own. Called once, before anything else."""
    os.umask(0o077)


def data_folder() -> str:
    """The folder of this user's data, whether or not it exists."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return os.path.abspath(os.path.expanduser(named))
    import platformdirs

    return platformdirs.user_data_dir(_NAME, appauthor=False)


def cache_folder() -> str:
    """The folder for what can be made again at any time, whether or not it exists."""
    if os.environ.get(HOME_VARIABLE):
        return os.path.join(data_folder(), "cache")
    import platformdirs

    return platformdirs.user_cache_dir(_NAME, appauthor=False)


def documents_folder() -> str:
    """The folder for printed checklists, inside the user's documents."""
    import platformdirs

    return os.path.join(platformdirs.user_documents_dir(), _NAME)


def visits_folder(data: str) -> str:
    """The folder of the visit files in a data folder."""
    return os.path.join(data, "visits")


def names_in(folder: str) -> tuple[str, ...]:
    """The names in a folder, sorted; none where it cannot be looked into."""
    with suppress(OSError):
        return tuple(sorted(os.listdir(folder)))
    return ()


def paths_in(folder: str) -> tuple[str, ...]:
    """The same names as paths."""
    return tuple(os.path.join(folder, name) for name in names_in(folder))


def numbered(path: str) -> Iterator[str]:
    """Paths for a file where others may stand, as ``NAME.md``, ``NAME-2.md`` and so on."""
    yield path
    stem, suffix = os.path.splitext(path)
    for number in count(2):
        yield f"{stem}-{number}{suffix}"


def start_of(path: str) -> bytes:
    """The first bytes of a file, as many as a head has; empty for what cannot be read."""
    with suppress(OSError):
        descriptor = os.open(path, READ)
        try:
            return os.read(descriptor, HEAD_BYTES)
        finally:
            os.close(descriptor)
    return b""


def unfinished_texts(data: str) -> tuple[str, ...]:
    """Texts left behind: open in an editor when the program ended, or too long for an answer."""
    return tuple(os.path.join(data, name) for name in names_in(data) if name.startswith(WRITING))


def visit_path(data: str, visit: str) -> str:
    """The file of a visit in a data folder."""
    return os.path.join(visits_folder(data), visit + SUFFIX)


def visit_file(data: str, visit: str) -> str:
    """The file of a visit as it is there: the one that is not locked where both are."""
    path = visit_path(data, visit)
    return path + LOCKED if _only_locked(path) else path


def saved_on(path: str) -> str:
    """The local day on which a file was last saved (ISO 8601), empty where nobody can tell."""
    from datetime import date

    with suppress(OSError, ValueError, OverflowError):
        return date.fromtimestamp(os.stat(path).st_mtime).isoformat()  # noqa: DTZ012 - the person's
    return ""


def unlocked_name(path: str) -> str:
    """The path of a visit file where the visit is not locked, from that or from the locked one."""
    return path.removesuffix(LOCKED)


def real_file(path: str) -> str:
    """The file behind the path of a visit, links followed: the one that is not locked if both."""
    plain = unlocked_name(path)
    return os.path.realpath(plain + LOCKED if _only_locked(plain) else plain)


def key_files(path: str) -> tuple[str, str]:
    """Where the key of a locked visit is kept, twice: damage to one must not cost the visit."""
    key = unlocked_name(path) + KEY
    return key, key + ".1"


def visit_name(path: str) -> str:
    """The id that the name of a visit file gives."""
    return os.path.basename(unlocked_name(path)).removesuffix(SUFFIX)


def _only_locked(plain: str) -> bool:
    return not os.path.lexists(plain) and os.path.lexists(plain + LOCKED)


def list_visits(data: str) -> tuple[Listed, ...]:
    """The visits in a data folder: those without a date first, then the latest date first.

    Raises ``OSError`` only where the folder may not be read.
    """
    try:
        names = os.listdir(visits_folder(data))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    # In this order, so that a visit which is there open and locked counts as open.
    ids: dict[str, str] = {}
    for ending in (SUFFIX + LOCKED, SUFFIX):
        ids |= {name.removesuffix(ending): name for name in names if name.endswith(ending)}
    folder = visits_folder(data)
    files = [(os.path.join(folder, name), visit) for visit, name in ids.items() if is_id(visit)]
    found = [_listed(path, visit) for path, visit in files]
    return tuple(sorted(found, key=_rank, reverse=True))


def _listed(path: str, visit: str) -> Listed:
    start = start_of(path)  # what cannot be read stays in the list: opening it says what is wrong
    locked = start.startswith(MAGIC)
    return Listed(path, peek(b"" if locked else start, visit), locked)


def _rank(listed: Listed) -> tuple[bool, str, str]:
    return not listed.head.visit_date, listed.head.visit_date, listed.path
