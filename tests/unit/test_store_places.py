"""Folders as networks, sticks and sync programs have them: saving there is as safe as elsewhere.

What such a folder does otherwise is simulated; no real network took part.
"""

import errno
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread, current_thread
from typing import Any

import pytest

from pnet_prep.store import atomic
from pnet_prep.store.codec import decode
from pnet_prep.store.folder import list_visits
from pnet_prep.store.forget import forget
from pnet_prep.store.visit import new_visit, open_visit, save
from tests.unit.stored import saved_visit, siblings, values_in, with_said

VISIT = "k3v9x2ab"
Patch = pytest.MonkeyPatch


def refuses(name: str, code: int) -> Callable[[Path, Patch], None]:
    """A folder where one call is never allowed."""

    def prepare(_: Path, patch: Patch) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OSError(code, os.strerror(code))

        patch.setattr(name, refuse)

    return prepare


def data_folder_is_a_link(home: Path, _: Patch) -> None:
    (home.parent / "stick" / "my data").mkdir(parents=True)
    home.symlink_to(home.parent / "stick" / "my data")


def visits_are_in_a_synced_folder(home: Path, _: Patch) -> None:
    (home.parent / "cloud").mkdir()
    home.mkdir()
    (home / "visits").symlink_to("../cloud")


def file_is_a_link(home: Path, _: Patch) -> None:
    (home.parent / "cloud").mkdir()
    (home / "visits").mkdir(parents=True)
    (home / "visits" / f"{VISIT}.yaml").symlink_to("one.yaml")
    (home / "visits" / "one.yaml").symlink_to(home.parent / "cloud" / "my visit.yaml")
    made = save(new_visit(str(home.parent), visit=VISIT).with_packs({"clinic": "A clinic"}))
    Path(made.path).rename(home.parent / "cloud" / "my visit.yaml")
    shutil.rmtree(home.parent / "visits")


def every_rename_is_late(_: Path, patch: Patch) -> None:
    """Another program, such as a virus scanner, holds each file for a while."""
    replace, held = os.replace, dict[str, int]()

    def late(source: str, target: str) -> None:
        held[source] = held.get(source, 0) + 1
        if held[source] < 4 and atomic.TEMP_MARK in source:
            raise PermissionError(errno.EACCES, "in use")
        replace(source, target)

    patch.setattr(os, "replace", late)
    patch.setattr(time, "sleep", lambda _: None)


def locks_hold_nobody_back(_: Path, patch: Patch) -> None:
    """Each program is told that the lock is its own, as where locks stay on one computer."""
    patch.setattr("filelock.FileLock.acquire", lambda *_, **__: None)
    patch.setattr("filelock.FileLock.release", lambda *_, **__: None)


def folders_cannot_be_flushed(_: Path, patch: Patch) -> None:
    fsync = os.fsync

    def only_files(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            raise OSError(errno.EINVAL, "not for folders")
        fsync(descriptor)

    patch.setattr(os, "fsync", only_files)


def files_come_without_numbers(_: Path, patch: Patch) -> None:
    """All files seem to be one to who compares their numbers."""
    patch.setattr(os.path, "samefile", lambda *_: True)


PLACES: dict[str, Callable[[Path, Patch], None]] = {
    "the data folder is a link": data_folder_is_a_link,
    "the visits are in a synced folder": visits_are_in_a_synced_folder,
    "the visit file is a link to a link": file_is_a_link,
    "no locks": refuses("filelock.FileLock.acquire", errno.ENOLCK),
    "no locks at all": refuses("filelock.FileLock.acquire", errno.ENOSYS),
    "locks hold nobody back": locks_hold_nobody_back,
    "no hard links": refuses("os.link", errno.EPERM),
    "no hard links there": refuses("os.link", errno.EOPNOTSUPP),
    "no hard links between disks": refuses("os.link", errno.EXDEV),
    "no modes": refuses("os.chmod", errno.EPERM),
    "no modes there": refuses("os.chmod", errno.EOPNOTSUPP),
    "every rename is late": every_rename_is_late,
    "folders cannot be flushed": folders_cannot_be_flushed,
    "files come without numbers": files_come_without_numbers,
}


@pytest.mark.row("T5", "kinds of folder that the disk of a network or a stick may have")
@pytest.mark.parametrize("place", PLACES)
def test_two_windows_save_read_and_forget_a_visit_in_any_folder(
    place: str, tmp_path: Path, monkeypatch: Patch
) -> None:
    home = tmp_path / "home"
    PLACES[place](home, monkeypatch)
    one = saved_visit(home, 3, VISIT)
    other = open_visit(one.path)
    for number in range(3):
        one = save(with_said(one, f"from one {number}", f"life.one{number}"))
        other = save(with_said(other, f"from the other {number}", f"life.two{number}"))
    (listed,) = list_visits(str(home))
    opened = open_visit(listed.path)
    said = {f"from {window} {number}" for window in ("one", "the other") for number in range(3)}
    assert said < set(values_in(listed.path))
    assert opened.response.shown == other.response.shown
    assert opened.notices == ()
    assert not [name for name in siblings(other.path) if atomic.TEMP_MARK in name]
    forget(str(home), listed.path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_save_that_another_writer_undoes_is_done_again_where_nothing_is_locked(
    tmp_path: Path, monkeypatch: Patch, *, links: bool
) -> None:
    refuses("filelock.FileLock.acquire", errno.ENOLCK)(tmp_path, monkeypatch)
    if not links:
        refuses("os.link", errno.EPERM)(tmp_path, monkeypatch)
    one = saved_visit(tmp_path, 1, VISIT)
    other = open_visit(one.path)
    keep_generation = atomic._keep_generation
    looked = Event()
    meanwhile = Thread(target=lambda: save(with_said(other, "meanwhile", "life.two")))

    def slow(path: str) -> None:
        keep_generation(path)
        if not meanwhile.ident:
            meanwhile.start()
            assert looked.wait(5)

    def told(*args: Any) -> Any:
        found = decode(*args)
        if current_thread() is meanwhile:
            looked.set()  # it has seen its own answer in the file
        return found

    monkeypatch.setattr(atomic, "_keep_generation", slow)
    monkeypatch.setattr("pnet_prep.store.visit.decode", told)
    save(with_said(one, "slowly", "life.one"))
    meanwhile.join()
    assert {"slowly", "meanwhile"} < set(values_in(one.path))
