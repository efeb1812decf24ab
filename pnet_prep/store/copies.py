"""Everything that is left of one visit: its file, earlier states of it, and unfinished saves.

All of them are united on every reading. They hold sets of answers that only grow, so this can
bring back what a crash or damage took, and never anything that is not true.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.model.fixed import Fixed
from pnet_prep.store.atomic import TEMP_MARK, generations_of, read_file
from pnet_prep.store.codec import Contents, decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.model.response import Answer
    from pnet_prep.store.lines import Lines


DAMAGED_MARK = ".damaged-"
"""Stands between the name of a visit file and a hash, where its damaged bytes are set aside."""


class Copies(Fixed):
    """What was found of a visit, united.

    ``data`` are the bytes of the visit file itself, ``None`` where it is missing, and ``main`` what
    they hold; ``head`` is the first sealed value found for each key, ``temps`` the unfinished saves
    that were read; ``newer`` is whether any part has a newer format.
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


def gather(path: str, known: Mapping[bytes, Answer | None]) -> Copies:
    """Read what is left of the visit at ``path``. Lines in ``known`` are not read again.

    Raises ``OSError`` where the visit file is there and cannot be read; what cannot be read of the
    other copies is left out.
    """
    data = None
    main = Contents({}, {}, whole=False)
    with suppress(FileNotFoundError):
        data = read_file(path)
        main = decode(data, known)
    lines: Lines = dict(main.lines)
    head = dict(main.head)
    newer = main.newer
    temps = temps_of(path)
    read: set[str] = set()
    for copy in (*generations_of(path), *temps):
        with suppress(OSError):
            # An earlier state hides no hand edit: what fails its check there is damage only.
            contents = decode(read_file(copy), {**known, **lines}, rescue=False)
            newer = newer or contents.newer
            lines.update(contents.lines)
            head = contents.head | head
            read.add(copy)
    return Copies(data, main, head, lines, tuple(t for t in temps if t in read), newer)


def temps_of(path: str) -> tuple[str, ...]:
    """The unfinished saves beside a visit file, and the unfinished copies of damaged bytes."""
    folder, name = os.path.split(path)
    with suppress(OSError):
        return tuple(
            os.path.join(folder, found)
            for found in sorted(os.listdir(folder))
            if found.startswith(name) and TEMP_MARK in found.removeprefix(name)
        )
    return ()
