"""A model of a disk that loses power: what may be on it, given the calls that were made.

Data is sure only once its file was flushed, a name only once its folder was. Until then data may
be missing, cut, or zeros, and any of the changes of names may have happened (after Pillai et al.,
"All File Systems Are Not Created Equal", OSDI 2014).
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest


@dataclass(frozen=True)
class Write:
    """Bytes went to the end of a file."""

    file: int
    data: bytes


@dataclass(frozen=True)
class Empty:
    """A file that was there was opened to be written anew."""

    file: int


@dataclass(frozen=True)
class Flush:
    """The data of a file was forced to disk; without a file, the names in the folder."""

    file: int | None


@dataclass(frozen=True)
class Rename:
    """Names now stand for other files, all at once; ``None`` takes a name away."""

    names: dict[str, int | None]


@dataclass(frozen=True)
class Accepted:
    """The person was told that this is saved."""

    value: object


Call = Write | Empty | Flush | Rename | Accepted


class Disk:
    """Does what is asked of `os`, and notes what is done to the files of one folder.

    What is in the folder before counts as flushed.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.calls: list[Call] = []
        self.files: dict[str, int | None] = {}
        self.opened: dict[int, int | None] = {}
        self.real = {name: getattr(os, name) for name in PATCHED}
        for path in sorted(Path(folder).iterdir()):
            if self.own(str(path)):
                file = len(self.calls)
                self.name({str(path): file})
                self.calls += [Write(file, path.read_bytes()), Flush(file)]
        self.calls.append(Flush(None))

    def open(self, path: str, flags: int, mode: int = 0o777) -> int:
        descriptor: int = self.real["open"](path, flags, mode)
        if path == self.folder:
            self.opened[descriptor] = None
        elif self.own(path) and flags & os.O_TRUNC and (there := self.files.get(path)) is not None:
            self.opened[descriptor] = there
            self.calls.append(Empty(there))
        elif self.own(path) and flags & os.O_CREAT:
            self.opened[descriptor] = len(self.calls)
            self.name({path: len(self.calls)})
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        done: int = self.real["write"](descriptor, data)
        if (file := self.opened.get(descriptor)) is not None:
            self.calls.append(Write(file, bytes(data[:done])))
        return done

    def fsync(self, descriptor: int) -> None:
        if descriptor in self.opened:
            self.calls.append(Flush(self.opened[descriptor]))

    def close(self, descriptor: int) -> None:
        self.opened.pop(descriptor, None)
        self.real["close"](descriptor)

    def link(self, old: str, new: str) -> None:
        self.real["link"](old, new)
        self.name({new: self.files[old]})

    def replace(self, old: str, new: str) -> None:
        self.real["replace"](old, new)
        self.name({new: self.files[old], old: None})

    def unlink(self, old: str) -> None:
        self.real["unlink"](old)
        self.name({old: None})

    def name(self, names: dict[str, int | None]) -> None:
        self.calls.append(Rename(names))
        self.files |= names

    def own(self, path: str) -> bool:
        return os.path.dirname(path) == self.folder and not path.endswith(".lock")


PATCHED = ("open", "write", "fsync", "close", "link", "replace", "unlink")


@contextmanager
def traced(folder: str) -> Iterator[list[Call]]:
    """What is done to the files of a folder meanwhile; nothing waits for the disk."""
    disk = Disk(folder)
    with pytest.MonkeyPatch.context() as patch:
        for name in PATCHED:
            patch.setattr(os, name, getattr(disk, name))
        yield disk.calls


def after_power_cut(calls: list[Call], chance: Random, *, ordered: bool) -> dict[str, bytes]:
    """One state of the folder when power fails after these calls: bytes by path.

    With ``ordered`` the changes of names reach the disk in order, as with a journal; else any of
    those that were not flushed may be missing.
    """
    data: dict[int, bytes] = defaultdict(bytes)
    sure: dict[int, bytes] = defaultdict(bytes)
    names: dict[str, Any] = {}
    waiting: list[Rename] = []
    emptied: set[int] = set()
    for call in calls:
        match call:
            case Write(file, more):
                data[file] += more
            case Empty(file):
                data[file] = b""
                emptied.add(file)
            case Flush(None):
                for change in waiting:
                    names |= change.names
                waiting = []
            case Flush(int(file)):
                sure[file] = data[file]
                emptied.discard(file)
            case Rename():
                waiting.append(call)
            case _:
                pass
    for change in _some(waiting, chance, ordered=ordered):
        names |= change.names

    def read(file: int) -> bytes:
        if file not in emptied:
            return sure[file] + _survived(data[file][len(sure[file]) :], chance)
        return sure[file] if chance.random() < 0.5 else _survived(data[file], chance)

    return {path: read(file) for path, file in names.items() if file is not None}


def _some(changes: list[Rename], chance: Random, *, ordered: bool) -> list[Rename]:
    if ordered:
        return changes[: chance.randint(0, len(changes))]
    return [change for change in changes if chance.random() < 0.5]


def _survived(unsure: bytes, chance: Random) -> bytes:
    """What is left of data that was never flushed: all, nothing, a part, or zeros in its place."""
    cut = chance.randint(0, len(unsure))
    zeros = bytes(len(unsure) - cut)
    return chance.choice([unsure, b"", unsure[:cut], unsure[:cut] + zeros, zeros + unsure[-cut:]])
