"""Copies of visits, and answers from forms, that somebody or something left in the data folder.

They are known by what is inside them, not by their name: every program that makes such copies names
them in its own way. Only where a copy is locked, its name has to do; there the id stands in front,
whatever follows it. Nothing here deletes anything.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.store.atomic import (
    DAMAGED_MARK,
    TEMP_MARK,
    generations_of,
    private_folder,
    sync_folder,
)
from pnet_prep.store.folder import (
    LOCK_SUFFIX,
    LOCKED,
    MAGIC,
    SUFFIX,
    key_files,
    names_in,
    numbered,
    start_of,
    unlocked_name,
    visit_name,
    visits_folder,
)
from pnet_prep.store.head import BYTE_ORDER_MARK, FORMAT_KEY, peek
from pnet_prep.store.ids import ID_LENGTH, is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

MERGED = "merged"
"""The folder beside the visit files for copies whose answers were taken in."""

_KEY_HEADER = b"\n-> X25519 "
"""Stands in a locked visit; in a key file or a file to send there is the lock of a passphrase."""
_ENDINGS = {*generations_of(""), *generations_of(LOCKED), *key_files(""), LOCKED, LOCK_SUFFIX}
_MARKS = tuple(
    ending + mark for ending in ("", LOCKED, *key_files("")) for mark in (TEMP_MARK, DAMAGED_MARK)
)


# The object of a form, and the visit it names; kept as text, as `re` compiles it at its first use.
_FORM = rb'\s*\{\s*"pnet-prep"\s*:\s*"form answers"'
_FORM_VISIT = rb'"visit"\s*:\s*"([a-z0-9]{8})"'


class OtherCopy(NamedTuple):
    """A file that is no visit file, and the id of the visit that it says it is of.

    The answers of a ``form`` need not say one; once they were taken in, their name does.
    """

    path: str
    visit: str
    form: bool = False


def other_copies(data: str) -> tuple[OtherCopy, ...]:
    """The copies that were not taken in yet, by name; also those beside a file that is linked to.

    A visit file is none, and neither is an earlier state or an unfinished save. Answers from a
    form may also lie in the data folder itself.
    """
    return tuple(sorted({*_in_visits(data), *_beside_links(data), *_forms_in(data)}))


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


def is_locked_copy(path: str) -> bool:
    """Whether a copy is locked, so that it takes the key of its visit to read it."""
    return _start(path).startswith(MAGIC)


def set_apart(path: str) -> str:
    """Move a copy that was taken in to the folder for such copies; the result is where it is now.

    What is there already under that name stays. Mode 0600. Raises ``OSError``.
    """
    return _moved(path, os.path.join(os.path.dirname(path), MERGED), os.path.basename(path))


def set_form_apart(data: str, path: str, visit: str) -> str:
    """The same for answers from a form, with the id of the visit that they went into in the name.

    By it they are forgotten with the visit.
    """
    name = f"{visit}.{os.path.basename(path)}"
    return _moved(path, os.path.join(visits_folder(data), MERGED), name)


def _moved(path: str, folder: str, name: str) -> str:
    private_folder(folder)
    named = os.path.join(folder, name)
    target = next(one for one in numbered(named) if not os.path.lexists(one))
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
    names = names_in(folder)
    there = set(names)
    for name in names:
        own = name.partition(SUFFIX)[0]
        if is_id(own) and of_our_making(name, own + SUFFIX):
            continue
        path = os.path.join(folder, name)
        start = _start(path)
        if (form := _form_visit(start)) is not None:
            yield OtherCopy(path, form, form=True)
            continue
        said = _visit_said(start, path)
        # The visit's own file; but a copy may have a name that looks like an id.
        own_file = unlocked_name(name) == own + SUFFIX and is_id(own)
        if said and (not own_file or (said != own and said + SUFFIX in there)):
            yield OtherCopy(path, said)


def _beside_links(data: str) -> Iterator[OtherCopy]:
    for link, real in _links(data).items():
        folder = os.path.dirname(real)
        for name in names_in(folder):
            path = os.path.join(folder, name)
            # The folder may hold much else, so only what could be such a copy is looked into.
            ours = of_our_making(path, unlocked_name(real))
            if SUFFIX in name and path != real and not ours:
                said = _said(path)
                if said and said in {visit_name(link), _said(real)}:
                    yield OtherCopy(path, said)


def _forms_in(data: str) -> Iterator[OtherCopy]:
    for name in names_in(data):
        path = os.path.join(data, name)
        if (form := _form_visit(_start(path))) is not None:
            yield OtherCopy(path, form, form=True)


def _links(data: str) -> dict[str, str]:
    """The visit files that are links to files elsewhere, with where those are."""
    folder = visits_folder(data)
    endings = (SUFFIX, SUFFIX + LOCKED)
    paths = (os.path.join(folder, name) for name in names_in(folder) if name.endswith(endings))
    return {path: os.path.realpath(path) for path in paths if os.path.islink(path)}


def _copies_in(folder: str) -> Iterator[OtherCopy]:
    for name in names_in(folder):
        path = os.path.join(folder, name)
        start = _start(path)
        if _form_visit(start) is not None:
            yield OtherCopy(path, name.partition(".")[0], form=True)
        elif said := _visit_said(start, path):
            yield OtherCopy(path, said)


def _said(path: str) -> str:
    """The id of the visit that a visit file says it is of; empty for anything else."""
    return _visit_said(_start(path), path)


def _start(path: str) -> bytes:
    return start_of(path).removeprefix(BYTE_ORDER_MARK)


def _visit_said(start: bytes, path: str) -> str:
    if start.startswith(MAGIC):
        return id_in_front(path) if _KEY_HEADER in start else ""
    return peek(start, "").visit if start.startswith(FORMAT_KEY) else ""


def _form_visit(start: bytes) -> str | None:
    """The id of the visit that a form says it is for, empty without one; ``None`` for no form."""
    if start.lstrip()[:1] != b"{" or not re.match(_FORM, start):
        return None
    found = re.search(_FORM_VISIT, start)
    return found[1].decode("ascii") if found else ""


def id_in_front(path: str) -> str:
    """The visit id that a name begins with, where what follows is no part of a word."""
    name = os.path.basename(path)
    own, rest = name[:ID_LENGTH], name[ID_LENGTH:]
    return own if is_id(own) and not rest[:1].isalnum() else ""
