"""Where visits are kept, and which there are. Made to be quick: a list reads only heads."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.model.fixed import Fixed
from pnet_prep.store.atomic import READ
from pnet_prep.store.head import HEAD_BYTES, peek
from pnet_prep.store.ids import is_id

if TYPE_CHECKING:
    from pnet_prep.store.head import Head

HOME_VARIABLE = "PNET_PREP_HOME"
"""The environment variable that names another data folder."""

SUFFIX = ".yaml"

WRITING = "writing-"
"""How the name of a text begins while it is open in the person's own editor."""


class Listed(Fixed):
    """A visit as a list shows it. ``head`` is unchecked: opening the visit reads it for sure."""

    path: str
    head: Head


def private_umask() -> None:
    """Let every file this process makes be the user's own. Called once, before anything else."""
    os.umask(0o077)


def data_folder() -> str:
    """The folder of this user's data, whether or not it exists."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return os.path.abspath(os.path.expanduser(named))
    import platformdirs

    return platformdirs.user_data_dir("pnet-prep", appauthor=False)


def cache_folder() -> str:
    """The folder for what can be made again at any time, whether or not it exists."""
    if os.environ.get(HOME_VARIABLE):
        return os.path.join(data_folder(), "cache")
    import platformdirs

    return platformdirs.user_cache_dir("pnet-prep", appauthor=False)


def documents_folder() -> str:
    """The folder for printed checklists, inside the user's documents."""
    import platformdirs

    return os.path.join(platformdirs.user_documents_dir(), "pnet-prep")


def visits_folder(data: str) -> str:
    """The folder of the visit files in a data folder."""
    return os.path.join(data, "visits")


def unfinished_texts(data: str) -> tuple[str, ...]:
    """Texts left behind by a program that was killed while they were open in an editor."""
    try:
        names = os.listdir(data)
    except OSError:
        return ()
    return tuple(os.path.join(data, name) for name in sorted(names) if name.startswith(WRITING))


def visit_path(data: str, visit: str) -> str:
    """The file of a visit in a data folder."""
    return os.path.join(visits_folder(data), visit + SUFFIX)


def visit_name(path: str) -> str:
    """The id that the name of a visit file gives."""
    return os.path.basename(path).removesuffix(SUFFIX)


def list_visits(data: str) -> tuple[Listed, ...]:
    """The visits in a data folder: those without a date first, then the latest date first.

    Raises ``OSError`` only where the folder may not be read.
    """
    try:
        names = os.listdir(visits_folder(data))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    ids = [name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)]
    found = [_listed(visit_path(data, visit), visit) for visit in ids if is_id(visit)]
    return tuple(sorted(found, key=_rank, reverse=True))


def _listed(path: str, visit: str) -> Listed:
    start = b""
    with suppress(OSError):  # it stays in the list: opening it says what is wrong
        start = _first_bytes(path)
    return Listed(path, peek(start, visit))


def _first_bytes(path: str) -> bytes:
    descriptor = os.open(path, READ)
    try:
        return os.read(descriptor, HEAD_BYTES)
    finally:
        os.close(descriptor)


def _rank(listed: Listed) -> tuple[bool, str, str]:
    return not listed.head.visit_date, listed.head.visit_date, listed.path
