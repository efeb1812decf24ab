"""Every call to the operating system may fail at any time: no accepted answer is lost."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.store import atomic, lock
from pnet_prep.store.visit import Visit, new_visit, open_visit, save
from tests.longer import RUN
from tests.unit.failing import Fault, failing
from tests.unit.stored import open_descriptors, saved_visit, siblings, values_in, with_said

NOBODY = 65534
CODES = [errno.EIO, errno.ENOSPC, errno.EACCES]
if RUN.longer > 1:  # what other disks say, and a network folder that went away
    CODES += [errno.ESTALE, errno.ENOTCONN, errno.EROFS, errno.EDQUOT, errno.EPERM, errno.ENOENT]
    CODES += [errno.EEXIST, errno.EINVAL, errno.ENOTSUP, errno.EINTR, errno.EAGAIN]

FAILED = "failed calls to the operating system while saving"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for other programs, and no waiting for the disk: this is not about power."""
    monkeypatch.setattr(atomic, "_WAITS", (0.0, 0.0))
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.0)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.row("T2", FAILED)
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("damage", [b"", bytes(99)], ids=["whole", "damaged"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_no_failing_call_loses_an_accepted_answer(
    tmp_path: Path, survived: Callable[[int], None], code: int, damage: bytes, *, lasting: bool
) -> None:
    base = saved_visit(tmp_path / "base", 4)
    accepted = set(values_in(base.path))
    Path(base.path).write_bytes(damage + Path(base.path).read_bytes()[len(damage) :])
    faults = at = 0
    while at == faults:  # until a save needs fewer calls than that
        at += 1
        folder = tmp_path / str(at)
        shutil.copytree(tmp_path / "base", folder)
        fault = Fault(code, at, lasting)
        survives(open_visit(str(folder / "visits" / Path(base.path).name)), accepted, fault)
        faults += fault.calls >= at
    assert faults > 30
    survived(faults)


def survives(visit: Visit, accepted: set[Any], fault: Fault) -> None:
    """Save under a fault: nothing accepted is lost, and once the fault is gone, all is saved."""
    wanted = with_said(visit, "typed under a fault", "life.new")
    before = open_descriptors()
    told: set[Any] = set()
    with failing(fault), suppress(StoreError):
        save(wanted)
        told = {"typed under a fault"}
    assert open_descriptors() == before
    found = values_in(visit.path)
    assert accepted | told <= set(found) <= accepted | {"typed under a fault"}
    again = save(wanted)
    assert set(values_in(visit.path)) == accepted | {"typed under a fault"}
    assert not {name for name in siblings(visit.path) if ".tmp-" in name}
    assert again.response.shown == open_visit(visit.path).response.shown


@pytest.mark.row("T2", FAILED)
@pytest.mark.usefixtures("impatient")
def test_no_failing_call_breaks_the_first_save_for_good(
    tmp_path: Path, survived: Callable[[int], None]
) -> None:
    at, struck = 0, True
    while struck:
        at += 1
        fault = Fault(errno.EIO, at, lasting=False)
        visit = with_said(new_visit(str(tmp_path / str(at))), "the first")
        saved = False
        with failing(fault), suppress(StoreError):
            save(visit)
            saved = True
        struck = fault.calls >= at
        assert not saved or values_in(visit.path) == ["the first"]
        save(visit)
        assert values_in(visit.path) == ["the first"]
        assert siblings(visit.path) <= {".1", ".lock"}
    survived(at - 1)


def test_full_disk_is_told_and_the_answer_is_saved_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(tmp_path, 3)
    before = Path(visit.path).read_bytes()
    room = 100
    write = os.write

    def full(descriptor: int, data: bytes) -> int:
        nonlocal room
        if room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        done = write(descriptor, data[:room])
        room -= done
        return done

    wanted = with_said(visit, "typed on a full disk", "life.new")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(StoreError) as error:
            save(wanted)
    assert (error.value.word, error.value.exit_code) == ("error.no_room", 4)
    assert Path(visit.path).read_bytes() == before
    assert siblings(visit.path) == {".1", ".2", ".lock"}
    save(wanted)
    assert values_in(visit.path)[-1] == "typed on a full disk"


def test_disk_that_gives_back_something_else_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(tmp_path, 2)
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda fd, data: write(fd, bytes(data).replace(b"n", b"m")))
        with pytest.raises(StoreError) as error:
            save(with_said(visit, "new", "life.new"))
    assert error.value.word == "error.not_saved"
    assert values_in(visit.path) == [*values_in(visit.path + ".1"), "answer 1 é"]


def test_failed_flush_is_never_tried_again_on_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(tmp_path, 2)
    flushed: list[int] = []

    def fail(descriptor: int) -> None:
        flushed.append(os.fstat(descriptor).st_ino)
        raise OSError(errno.EIO, "flush failed")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(StoreError):
            save(with_said(visit, "new", "life.new"))
    assert len(flushed) == 1
    assert siblings(visit.path) == {".1", ".lock"}


def test_file_held_by_another_program_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(tmp_path, 2)
    replace = os.replace
    waits: list[float] = []

    def held(source: str, target: str) -> None:
        if target == visit.path and len(waits) < 3:
            raise PermissionError(errno.EACCES, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", waits.append)
    save(with_said(visit, "new", "life.new"))
    assert waits == [0.05, 0.1, 0.2]
    assert "new" in values_in(visit.path)


def test_answer_stays_beside_a_file_that_is_held_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(tmp_path, 2)
    replace = os.replace
    waits: list[float] = []

    def held(source: str, target: str) -> None:
        if target == visit.path:
            raise PermissionError(errno.EACCES, "in use")
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", held)
        patch.setattr(time, "sleep", waits.append)
        with pytest.raises(StoreError) as error:
            save(with_said(visit, "new", "life.new"))
    assert error.value.word == "error.file_held"
    assert sum(waits) < 2
    assert "new" in values_in(visit.path)
    save(with_said(open_visit(visit.path), "newer", "life.newer"))
    assert {"new", "newer"} < set(values_in(visit.path))
    assert not {name for name in siblings(visit.path) if ".tmp-" in name}


@contextmanager
def modes(folder: Path, for_files: int, for_folders: int) -> Iterator[None]:
    """Give everything in a folder a mode, and be an account that these modes bind."""
    root = os.geteuid() == 0
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(for_folders if path.is_dir() else for_files)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o700)


def test_read_only_folder_can_be_read_and_says_so_when_saving() -> None:
    with tempfile.TemporaryDirectory() as name:  # one that another account can reach
        visit = saved_visit(name, 2)
        with modes(Path(name), 0o444, 0o555):
            opened = open_visit(visit.path)
            with pytest.raises(StoreError) as error:
                save(with_said(opened, "new", "life.new"))
        assert opened.response.shown == visit.response.shown
        assert error.value.word == "error.may_not_write"
        assert values_in(visit.path) == ["answer 0 é", "answer 1 é"]


def test_file_that_may_not_be_read_says_so() -> None:
    with tempfile.TemporaryDirectory() as name:
        visit = saved_visit(name, 2)
        with modes(Path(name), 0o000, 0o555), pytest.raises(StoreError) as error:
            open_visit(visit.path)
        assert error.value.word == "error.may_not_read"
