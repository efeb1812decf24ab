"""Power fails after any call: no accepted answer is gone, and none comes back wrong."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.model.response import Answer
from pnet_prep.store import atomic
from pnet_prep.store.visit import new_visit, open_visit, save
from tests.longer import dice, times
from tests.unit.power import Accepted, Call, after_power_cut, traced
from tests.unit.stored import said, with_said

STATES_A_CUT = times(20)
ANSWERS = 6


def interview(home: Path) -> tuple[list[Call], str, set[Answer]]:
    """The calls of an interview, its file, and all its answers."""
    folder = home / "visits"
    folder.mkdir(parents=True)
    visit = new_visit(str(home), visit="k3v9x2ab")
    with traced(str(folder)) as calls:
        for number in range(ANSWERS):
            answer = said(visit.response, f"answer {number} é", f"life.item{number}")
            visit = save(visit.with_answers([answer]))
            calls.append(Accepted(answer))
    return calls, visit.path, set(visit.response.answers)


def lost_states(tmp_path: Path) -> tuple[int, int]:
    """How many states of the disk were looked at, and in how many an accepted answer is missing."""
    calls, path, given = interview(tmp_path / "home")
    chance = dice(20261120)
    states = lost = 0
    for end in range(len(calls) + 1):
        accepted = {call.value for call in calls[:end] if isinstance(call, Accepted)}
        for ordered in (False, True):
            for _ in range(STATES_A_CUT):
                disk = after_power_cut(calls[:end], chance, ordered=ordered)
                found = restarted(tmp_path / f"{states}", path, disk)
                assert found <= given
                states += 1
                lost += not accepted <= found
    return states, lost


def restarted(folder: Path, path: str, disk: dict[str, bytes]) -> set[Answer]:
    """The answers that the program finds on such a disk."""
    folder.mkdir()
    for name, data in disk.items():
        (folder / Path(name).name).write_bytes(data)
    with suppress(StoreError):
        return set(open_visit(str(folder / Path(path).name)).response.answers)
    return set()


@pytest.mark.row("T1", "states of a disk after a power cut, each with all accepted answers")
def test_no_power_cut_takes_an_accepted_answer(
    tmp_path: Path, survived: Callable[[int], None]
) -> None:
    states, lost = lost_states(tmp_path)
    assert lost == 0
    survived(states)


@pytest.mark.row("T1", "ways to leave out a flush, each seen to lose answers")
@pytest.mark.parametrize("without", ["_sync", "sync_folder"])
def test_model_shows_what_would_be_lost_without_flushing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: str
) -> None:
    monkeypatch.setattr(atomic, without, lambda _: None)
    states, lost = lost_states(tmp_path)
    assert lost > states // 20


def test_interview_goes_on_after_any_power_cut(tmp_path: Path) -> None:
    calls, path, _ = interview(tmp_path / "home")
    chance = dice(1)
    for end in range(0, len(calls) + 1, 5):
        folder = tmp_path / str(end)
        found = restarted(folder, path, after_power_cut(calls[:end], chance, ordered=False))
        if not found:
            continue
        visit = open_visit(str(folder / Path(path).name))
        save(with_said(visit, "after the cut", "life.after"))
        again = open_visit(visit.path)
        assert found < set(again.response.answers)
        assert again.notices == ()
        assert not [name for name in os.listdir(folder) if ".tmp-" in name]


def test_names_of_new_folders_are_flushed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    monkeypatch.setattr(atomic, "sync_folder", flushed.append)
    home = tmp_path / "deep" / "data"
    save(with_said(new_visit(str(home)), "the first"))
    assert flushed == [str(tmp_path), str(home.parent), str(home), str(home / "visits")]
