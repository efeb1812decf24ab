"""Power fails after any call: no accepted answer is gone, and none comes back wrong."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.model.response import Answer
from pnet_prep.store import atomic
from pnet_prep.store import visit as visits
from pnet_prep.store.visit import Visit, new_visit, open_visit, save
from tests.longer import dice, times
from tests.unit.power import Accepted, Call, after_power_cut, traced
from tests.unit.stored import said, saved_visit, with_said

STATES_A_CUT = times(31)
ENOUGH_TO_LOSE = 5
ANSWERS = 6
VISIT = "k3v9x2ab"


def a_new_visit(home: str, _patch: pytest.MonkeyPatch) -> list[Visit]:
    os.makedirs(os.path.join(home, "visits"))
    return [new_visit(home, visit=VISIT)]


def two_windows(home: str, _patch: pytest.MonkeyPatch) -> list[Visit]:
    first = saved_visit(home, 1, VISIT)
    return [first, open_visit(first.path)]


def a_damaged_file(home: str, _patch: pytest.MonkeyPatch) -> list[Visit]:
    path = Path(saved_visit(home, 4, VISIT).path)
    path.write_bytes(path.read_bytes()[:-150] + bytes(50))
    return [open_visit(str(path))]


def unfinished_saves(home: str, _patch: pytest.MonkeyPatch) -> list[Visit]:
    made = saved_visit(home, 3, VISIT)
    for letter in "ab":
        shutil.copy(made.path, made.path + ".tmp-" + letter * 8)
    shutil.copy(made.path + ".2", made.path)
    return [open_visit(made.path)]


def another_persons_file(home: str, _patch: pytest.MonkeyPatch) -> list[Visit]:
    there = saved_visit(home + "-there", 9, VISIT)
    return [saved_visit(home, 2, VISIT).with_lines(with_said(there, "theirs", by="luisbbbb").lines)]


def no_links_and_no_locks(home: str, patch: pytest.MonkeyPatch) -> list[Visit]:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "not on this disk")

    patch.setattr(os, "link", refuse)
    patch.setattr("filelock.FileLock.acquire", refuse)
    return two_windows(home, patch)


SCENES: dict[str, Callable[[str, pytest.MonkeyPatch], list[Visit]]] = {
    "a new visit": a_new_visit,
    "two windows": two_windows,
    "a damaged file": a_damaged_file,
    "unfinished saves": unfinished_saves,
    "another person's file": another_persons_file,
    "no links and no locks": no_links_and_no_locks,
}


class Scene(NamedTuple):
    """The calls of an interview, those that were over before it, its file, and all its answers."""

    calls: list[Call]
    before: int
    path: str
    given: set[Answer]


@pytest.fixture
def interview(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Scene]:
    def played(scene: str) -> Scene:
        windows = SCENES[scene](str(tmp_path / "home"), monkeypatch)
        path = windows[0].path
        given = {answer for window in windows for answer in window.response.answers}
        before = set(open_visit(path).response.answers) if os.path.exists(path) else set()
        with traced(os.path.dirname(path)) as calls:
            calls.extend(map(Accepted, before))
            begun = len(calls)
            for number in range(ANSWERS):
                window = windows.pop(0)
                answer = said(window.response, f"answer {number} é", f"life.new{number}")
                windows.append(save(window.with_answers([answer])))
                calls.append(Accepted(answer))
                given.add(answer)
        return Scene(calls, begun, path, given)

    return played


class Restarts:
    """What the program finds on a disk when it starts again; it looks at equal disks once."""

    def __init__(self, folder: Path, scene: Scene) -> None:
        self.folder, self.scene = folder, scene
        self.known: dict[frozenset[tuple[str, bytes]], set[Answer]] = {}

    def found(self, disk: dict[str, bytes]) -> set[Answer]:
        key = frozenset(disk.items())
        if key not in self.known:
            folder = self.folder / f"disk{len(self.known)}"
            folder.mkdir()
            for name, data in disk.items():
                (folder / Path(name).name).write_bytes(data)
            self.known[key] = set()
            with suppress(StoreError):
                opened = open_visit(str(folder / Path(self.scene.path).name))
                self.known[key] = set(opened.response.answers)
            shutil.rmtree(folder)
        return self.known[key]

    def states(self, a_cut: int) -> Iterator[bool]:
        """Whether each state of the disk still holds all that was accepted before it."""
        chance = dice(20261120)
        calls = self.scene.calls
        for end in range(self.scene.before, len(calls) + 1):
            accepted = {call.value for call in calls[:end] if isinstance(call, Accepted)}
            for ordered in (False, True):
                for _ in range(a_cut):
                    found = self.found(after_power_cut(calls[:end], chance, ordered=ordered))
                    assert found <= self.scene.given
                    yield accepted <= found


Interview = Callable[[str], Scene]


@pytest.mark.row("T1", "states of a disk after a power cut, each with all accepted answers")
@pytest.mark.parametrize("scene", SCENES)
def test_no_power_cut_takes_an_accepted_answer(
    tmp_path: Path, interview: Interview, survived: Callable[[int], None], scene: str
) -> None:
    states = list(Restarts(tmp_path, interview(scene)).states(STATES_A_CUT))
    assert all(states)
    survived(len(states))


def nothing(_: object) -> None:
    """Leaves out a flush."""


def written_in_place(path: str, data: bytes, **_: bool) -> None:
    """What `open(path, "w")` does, even with a flush at its end."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    atomic.sync_folder(os.path.dirname(path))


def flushed_too_late(path: str, data: bytes, **_: bool) -> None:
    """Renamed first, flushed afterwards, without an earlier state beside it."""
    descriptor = os.open(path + ".tmp-abcdefgh", os.O_WRONLY | os.O_CREAT, 0o600)
    os.write(descriptor, data)
    os.replace(path + ".tmp-abcdefgh", path)
    atomic.sync_folder(os.path.dirname(path))
    os.fsync(descriptor)
    os.close(descriptor)


WRONG: dict[str, tuple[object, str, Callable[..., None]]] = {
    "the file is not flushed": (atomic, "_sync", nothing),
    "the folder is not flushed": (atomic, "sync_folder", nothing),
    "the file is written in place": (visits, "replace_file", written_in_place),
    "the file is flushed too late": (visits, "replace_file", flushed_too_late),
}


@pytest.mark.row("T1", "wrong ways to save, each seen to lose answers in such states")
@pytest.mark.parametrize("wrong", WRONG)
def test_model_shows_what_would_be_lost_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interview: Interview, wrong: str
) -> None:
    monkeypatch.setattr(*WRONG[wrong])
    states = list(Restarts(tmp_path, interview("a new visit")).states(ENOUGH_TO_LOSE))
    assert states.count(False) > len(states) // 20


@pytest.mark.parametrize("scene", SCENES)
def test_interview_goes_on_after_any_power_cut(
    tmp_path: Path, interview: Interview, scene: str
) -> None:
    calls, before, path, _ = interview(scene)
    chance = dice(1)
    for end in range(before, len(calls) + 1, 5):
        folder = tmp_path / str(end)
        folder.mkdir()
        for name, data in after_power_cut(calls[:end], chance, ordered=False).items():
            (folder / Path(name).name).write_bytes(data)
        try:
            visit = open_visit(str(folder / Path(path).name))
        except StoreError:
            continue
        save(with_said(visit, "after the cut", "life.after"))
        again = open_visit(visit.path)
        assert set(visit.response.answers) < set(again.response.answers)
        assert again.notices == ()


def test_names_of_new_folders_are_flushed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    monkeypatch.setattr(atomic, "sync_folder", flushed.append)
    home = tmp_path / "deep" / "data"
    save(with_said(new_visit(str(home)), "the first"))
    assert flushed == [str(tmp_path), str(home.parent), str(home), str(home / "visits")]
