"""Key files that may open a locked file: by the visit that its name tells, and beside it."""

from __future__ import annotations

import os
from contextlib import suppress

from pnet_prep.store.age import opens_with_passphrase
from pnet_prep.store.atomic import read_file
from pnet_prep.store.custody import sealed_keys
from pnet_prep.store.folder import data_folder, list_visits, names_in, visit_path, visits_folder
from pnet_prep.store.ids import ID_LENGTH, is_id

_KEY_BYTES = 4096
"""More than any key file has."""


def keys_near(path: str) -> tuple[bytes, ...]:
    """The key files for a locked copy of a visit, each once, the likeliest first."""
    found: dict[bytes, None] = {}
    visit = os.path.basename(path)[:ID_LENGTH]
    folders = [os.path.dirname(os.path.abspath(path))]
    if is_id(visit):
        with suppress(OSError):
            found |= dict.fromkeys(sealed_keys(visit_path(data_folder(), visit)))
        folders.append(visits_folder(data_folder()))
    for folder in dict.fromkeys(folders):
        found |= dict.fromkeys(_keys_in(folder, visit))
    return tuple(found)


def keys_of_visits(data: str) -> tuple[bytes, ...]:
    """The key files of all locked visits in a data folder, each once."""
    found: dict[bytes, None] = {}
    with suppress(OSError):
        for listed in list_visits(data):
            if listed.locked:
                found |= dict.fromkeys(sealed_keys(os.path.realpath(listed.path)))
    return tuple(found)


def _keys_in(folder: str, start: str) -> list[bytes]:
    """Key files, and copies of them under other names, whose name begins like the visit's."""
    found = []
    for name in names_in(folder):
        path = os.path.join(folder, name)
        with suppress(OSError):
            if name.startswith(start) and 0 < os.path.getsize(path) <= _KEY_BYTES:
                data = read_file(path)
                if opens_with_passphrase(data):
                    found.append(data)
    return found
