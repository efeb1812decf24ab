"""Everything that is left of one visit: its file, earlier states of it, and unfinished saves.

All of them are united on every reading. They hold sets of answers that only grow, so this can
bring back what a crash or damage took, and never anything that is not true.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.errors import StoreError
from pnet_prep.model.fixed import Fixed
from pnet_prep.store.atomic import TEMP_MARK, generations_of, read_file
from pnet_prep.store.codec import Contents, decode
from pnet_prep.store.folder import LOCKED, MAGIC, names_in, unlocked_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.model.response import Answer
    from pnet_prep.store.age import Key
    from pnet_prep.store.lines import Lines


class LockedError(StoreError):
    """A visit is locked, and no key for it was given."""

    def __init__(self, path: str) -> None:
        super().__init__("error.locked", file=path)


class Copies(Fixed):
    """What was found of a visit, united.

    ``data`` are the bytes of the visit file itself as they are on disk, ``None`` where it is
    missing, and ``main`` what they hold; ``head`` is the first sealed value found for each key,
    ``temps`` the unfinished saves that were read; ``newer`` is whether any part has a newer format.
    """

    data: bytes | None
    main: Contents
    head: dict[str, object]
    lines: Lines
    temps: tuple[str, ...]
    newer: bool

    @property
    def empty(self) -> bool:
        """Whether nothing at all could be read."""
        return not self.lines and not self.head and not self.newer

    @property
    def damaged(self) -> bool:
        """Whether the visit file is there and is not what was once saved."""
        return self.data is not None and not self.main.whole and not self.newer


def gather(path: str, known: Mapping[bytes, Answer | None], key: Key | None = None) -> Copies:
    """Read what is left of the visit at ``path``. Lines in ``known`` are not read again.

    ``key`` opens what is locked. With it, copies are read both locked and not, since a power cut
    can leave both. Raises ``OSError`` where the visit file is there and cannot be read, and
    ``LockedError`` where it is locked and there is no key; what cannot be read of the other copies
    is left out.
    """
    data = None
    main = Contents({}, {}, whole=False)
    with suppress(FileNotFoundError):
        data = read_file(path)
        opened = unlocked(data, key)
        if opened is not None:
            main = decode(opened, known)
        # By its name too: of a locked file the first bytes may be damaged.
        in_doubt = path.endswith(LOCKED) and not main.whole
        if key is None and (data.startswith(MAGIC) or in_doubt):
            raise LockedError(path)
    lines: Lines = dict(main.lines)
    head = dict(main.head)
    newer = main.newer
    temps = temps_of(path if key is None else unlocked_name(path))
    read: set[str] = set()
    for copy in (*_states(path, key), *temps):
        with suppress(OSError):
            opened = unlocked(read_file(copy), key)
            if opened is None:
                continue
            # An earlier state hides no hand edit: what fails its check there is damage only.
            contents = decode(opened, {**known, **lines}, rescue=False)
            newer = newer or contents.newer
            lines.update(contents.lines)
            head = contents.head | head
            read.add(copy)
    return Copies(data, main, head, lines, tuple(t for t in temps if t in read), newer)


def unlocked(data: bytes, key: Key | None) -> bytes | None:
    """The bytes of a visit file, opened with the key if they are locked.

    ``None`` where that cannot be done: without the key, with another one, or for damage.
    """
    if not data.startswith(MAGIC):
        return data
    if key is None:
        return None
    from pnet_prep.store.age import opened_with

    return opened_with(key, data)


def relocked(data: bytes, key: Key | None) -> bytes:
    """The bytes of a visit file as they go to disk: locked where there is a key."""
    if key is None:
        return data
    from pnet_prep.store.age import locked_with

    return locked_with(key, data)


def _states(path: str, key: Key | None) -> tuple[str, ...]:
    """The other files that hold a state of a visit; with a key, those not locked too."""
    if key is None:
        return generations_of(path)
    plain = unlocked_name(path)
    both = (*generations_of(plain + LOCKED), *generations_of(plain), plain + LOCKED, plain)
    return tuple(state for state in both if state != path)


def temps_of(path: str) -> tuple[str, ...]:
    """The unfinished saves beside a visit file, and the unfinished copies of damaged bytes."""
    folder, name = os.path.split(path)
    return tuple(
        os.path.join(folder, found)
        for found in names_in(folder)
        if found.startswith(name) and TEMP_MARK in found.removeprefix(name)
    )
