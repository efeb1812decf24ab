"""Locking and unlocking are stopped at every call: what is left can be read, and finished."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.store import atomic, lock
from pnet_prep.store.age import key_from
from pnet_prep.store.custody import both_there, sealed_keys
from pnet_prep.store.folder import list_visits, real_file
from pnet_prep.store.locking import Changed, lock_visit, open_for_good
from pnet_prep.store.visit import Visit, open_visit, save
from tests.longer import dice, times
from tests.unit.failing import Crash, Fault, failing
from tests.unit.locked import PASSPHRASE, key
from tests.unit.power import Accepted, Call, after_power_cut, traced
from tests.unit.stored import open_descriptors, saved_visit, with_said

ID = "aaaaaaaa"
COUNT = 4
STOPPED = "ways to be stopped while a visit is locked, saved locked, or unlocked"
KINDS = {
    "broken": (errno.EIO, False),
    "full": (errno.ENOSPC, True),
    "forbidden": (errno.EACCES, False),
    "killed": (0, False),
}
"""How a call fails: with which code, none for the end of the program, and whether for good."""

Change = Callable[[str], object]


def change_lock(path: str) -> Changed:
    return lock_visit(path, key())


def change_unlock(path: str) -> Changed:
    return open_for_good(path, key())


def change_save(path: str) -> Visit:
    return save(with_said(open_visit(path, key()), "answer under a fault", "life.new"))


CHANGES: dict[str, Change] = {"lock": change_lock, "unlock": change_unlock, "save": change_save}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for other programs and, but for power cuts, none for the disk."""
    monkeypatch.setattr(atomic, "_WAITS", (0.0, 0.0))
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.0)


def started_again(home: Path) -> Visit:
    """The visit as the next run finds it, with no more than the passphrase and what is on disk."""
    (listed,) = list_visits(str(home))
    if not listed.locked:
        return open_visit(listed.path)
    for sealed in sealed_keys(real_file(listed.path)):
        with suppress(StoreError):
            return open_visit(listed.path, key_from(sealed, PASSPHRASE))
    raise AssertionError("no key on disk opens the visit")


def answers_in(home: Path) -> set[Any]:
    return {answer.value for answer in started_again(home).response.shown}


@pytest.mark.row("T15", STOPPED)
@pytest.mark.parametrize(
    ("what", "kind"),
    [(what, kind) for what in CHANGES for kind in KINDS if (what, kind) != ("save", "forbidden")],
)
def test_no_failing_call_leaves_a_visit_that_cannot_be_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    survived: Callable[[int], None],
    what: str,
    kind: str,
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    base = tmp_path / "base"
    path = saved_visit(base, COUNT, ID).path
    given = answers_in(base)
    if what != "lock":
        path = lock_visit(path, key()).file
    code, lasting = KINDS[kind]
    at = struck = 0
    while at == struck:  # until the change needs fewer calls than that
        at += 1
        home = tmp_path / str(at)
        shutil.copytree(base, home)
        fault = Fault(code, at, lasting)
        before = open_descriptors()
        done = False
        with suppress(StoreError, Crash), failing(fault):
            CHANGES[what](str(home / "visits" / Path(path).name))
            done = True
        struck += fault.calls >= at
        if kind != "killed":
            assert open_descriptors() == before
        found = answers_in(home)
        assert given <= found <= given | {"answer under a fault"}
        if what != "save":
            is_finished(home, given)
        elif done:
            assert found > given
        shutil.rmtree(home)
    assert at > 40
    survived(struck)


def is_finished(home: Path, given: set[Any]) -> None:
    """Lock the visit anew, as a person would who was told: nothing is left that can be read."""
    (listed,) = list_visits(str(home))
    done = lock_visit(listed.path, key())
    assert done.failed == ()
    assert not both_there(done.file)
    files = [path for path in home.rglob("*") if path.is_file()]
    assert [path for path in files if b"answer" in path.read_bytes()] == []
    assert given <= answers_in(home)
    assert not [path for path in files if ".tmp-" in path.name]


def there_and_back(home: Path) -> list[Call]:
    """The calls while a visit is answered, locked, answered, and opened for good."""
    (home / "visits").mkdir(parents=True)
    with traced(str(home / "visits")) as calls:
        visit = saved_visit(home, 2, ID)
        calls.append(Accepted({answer.value for answer in visit.response.shown}))
        locked = lock_visit(visit.path, key()).file
        visit = save(with_said(open_visit(locked, key()), "answer while locked", "life.locked"))
        calls.append(Accepted({answer.value for answer in visit.response.shown}))
        open_for_good(visit.path, key())
    return calls


def lost_states(tmp_path: Path, cuts: int) -> tuple[int, int]:
    """How many states of the disk were looked at, and in how many an answer is missing."""
    calls = there_and_back(tmp_path / "home")
    chance = dice(20261128)
    seen: dict[frozenset[tuple[str, bytes]], set[Any]] = {}
    states = lost = 0
    accepted: set[Any] = set()
    for end, call in enumerate(calls, 1):
        if isinstance(call, Accepted):
            assert isinstance(call.value, set)
            accepted = call.value
        if not accepted:
            continue
        for number in range(cuts):
            disk = after_power_cut(calls[:end], chance, ordered=number % 2 == 0)
            known = frozenset(disk.items())
            if known not in seen:
                seen[known] = restarted(tmp_path / f"state{len(seen)}", disk)
            states += 1
            lost += not accepted <= seen[known]
    return states, lost


def restarted(home: Path, disk: dict[str, bytes]) -> set[Any]:
    """The answers that the program finds on such a disk."""
    (home / "visits").mkdir(parents=True)
    for name, data in disk.items():
        (home / "visits" / Path(name).name).write_bytes(data)
    with suppress(StoreError, ValueError, AssertionError):
        return answers_in(home)
    return set()


@pytest.mark.row("T15", STOPPED)
def test_no_power_cut_while_locking_or_unlocking_takes_an_answer(
    tmp_path: Path, survived: Callable[[int], None]
) -> None:
    states, lost = lost_states(tmp_path, times(30))
    assert states > 1_000
    assert lost == 0
    survived(states)


def test_model_shows_what_would_be_lost_without_flushing_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "sync_folder", lambda _: None)
    states, lost = lost_states(tmp_path, 4)
    assert lost > states // 50


@pytest.mark.parametrize("gives_back", [b"", b"something else"])
def test_what_the_disk_does_not_give_back_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gives_back: bytes
) -> None:
    visit = saved_visit(tmp_path, COUNT, ID)
    before = {file: file.read_bytes() for file in (tmp_path / "visits").iterdir()}
    monkeypatch.setattr("pnet_prep.store.locking.unlocked", lambda *_: gives_back)
    with pytest.raises(StoreError) as refused:
        lock_visit(visit.path, key())
    assert refused.value.word == "error.not_saved"
    assert {file: file.read_bytes() for file in before} == before
    assert len(answers_in(tmp_path)) == COUNT
