"""Copies of visits that a sync program, a browser or a person left beside the visit files.

They are known by the visit id inside them, never by their name: every program that makes such
copies names them in its own way. Nothing here deletes anything.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.store.atomic import READ, TEMP_MARK, generations_of, private_folder, sync_folder
from pnet_prep.store.copies import DAMAGED_MARK
from pnet_prep.store.folder import SUFFIX, visit_name, visits_folder
from pnet_prep.store.head import HEAD_BYTES, peek
from pnet_prep.store.ids import is_id
from pnet_prep.store.lock import LOCK_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

MERGED = "merged"
"""The folder beside the visit files for copies whose answers were taken in."""

_FIRST = b"format: "
_ENDINGS = {*generations_of(""), LOCK_SUFFIX}
_MARKS = (TEMP_MARK, DAMAGED_MARK)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class OtherCopy(NamedTuple):
    """A file beside the visit files, and the id of the visit that it says it is of."""

    path: str
    visit: str


def other_copies(data: str) -> tuple[OtherCopy, ...]:
    """The copies that were not taken in yet, by name; also those beside a file that is linked to.

    A visit file is none, and neither is an earlier state or an unfinished save.
    """
    return tuple(sorted({*_in_visits(data), *_beside_links(data)}))


def merged_copies(data: str) -> tuple[OtherCopy, ...]:
    """The copies that were taken in, by name."""
    folders = {visits_folder(data), *map(os.path.dirname, _links(data).values())}
    found = (copy for folder in folders for copy in _copies_in(os.path.join(folder, MERGED)))
    return tuple(sorted(found))


def copies_of(path: str) -> set[str]:
    """The copies of one visit, taken in or not: those that have the id of its file inside."""
    data = os.path.dirname(os.path.dirname(os.path.abspath(path)))
    ids = {visit_name(path), _said(path)}
    return {copy.path for copy in (*other_copies(data), *merged_copies(data)) if copy.visit in ids}


def set_apart(path: str) -> str:
    """Move a copy that was taken in to the folder for such copies; the result is where it is now.

    What is there already under that name stays. Mode 0600. Raises ``OSError``.
    """
    folder = os.path.join(os.path.dirname(path), MERGED)
    private_folder(folder)
    stem, suffix = os.path.splitext(os.path.basename(path))
    target, number = os.path.join(folder, stem + suffix), 2
    while os.path.lexists(target):
        target, number = os.path.join(folder, f"{stem}-{number}{suffix}"), number + 1
    os.rename(path, target)
    with suppress(OSError):  # what a sync program writes may be open to others
        os.chmod(target, 0o600)
    sync_folder(folder)
    sync_folder(os.path.dirname(path))
    return target


def of_our_making(path: str, visit_file: str) -> bool:
    """Whether the store itself made a file beside a visit file."""
    if not path.startswith(visit_file):
        return False
    ending = path.removeprefix(visit_file)
    return ending in _ENDINGS or ending.startswith(_MARKS)


def _in_visits(data: str) -> Iterator[OtherCopy]:
    folder = visits_folder(data)
    names = _names(folder)
    there = set(names)
    for name in names:
        own = name.partition(SUFFIX)[0]
        if is_id(own) and of_our_making(name, own + SUFFIX):
            continue
        path = os.path.join(folder, name)
        said = _said(path)
        # The visit's own file; but a copy may have a name that looks like an id.
        own_file = name == own + SUFFIX and is_id(own)
        if said and (not own_file or (said != own and said + SUFFIX in there)):
            yield OtherCopy(path, said)


def _beside_links(data: str) -> Iterator[OtherCopy]:
    for link, real in _links(data).items():
        folder = os.path.dirname(real)
        for name in _names(folder):
            path = os.path.join(folder, name)
            # The folder may hold much else, so only what could be such a copy is looked into.
            if SUFFIX in name and path != real and not of_our_making(path, real):
                said = _said(path)
                if said and said in {visit_name(link), _said(real)}:
                    yield OtherCopy(path, said)


def _links(data: str) -> dict[str, str]:
    """The visit files that are links to files elsewhere, with where those are."""
    folder = visits_folder(data)
    paths = (os.path.join(folder, name) for name in _names(folder) if name.endswith(SUFFIX))
    return {path: os.path.realpath(path) for path in paths if os.path.islink(path)}


def _copies_in(folder: str) -> Iterator[OtherCopy]:
    for name in _names(folder):
        path = os.path.join(folder, name)
        if said := _said(path):
            yield OtherCopy(path, said)


def _names(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(os.listdir(folder)))
    except OSError:
        return ()


def _said(path: str) -> str:
    """The id of the visit that a file says it is of; empty for anything else."""
    start = b""
    with suppress(OSError):
        descriptor = os.open(path, READ)
        try:
            start = os.read(descriptor, HEAD_BYTES)
        finally:
            os.close(descriptor)
    start = start.removeprefix(_BYTE_ORDER_MARK)
    return peek(start, "").visit if start.startswith(_FIRST) else ""
