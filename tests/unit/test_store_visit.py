"""Opening and saving a visit: what a person, a second window or an editor can do to it."""

import os
import shutil
import stat
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pnet_prep.model.response import BOTH, Answer
from pnet_prep.model.values import DateSaid, Value
from pnet_prep.store import atomic, lock
from pnet_prep.store.folder import visit_path
from pnet_prep.store.visit import new_visit, open_visit, save
from tests.longer import times
from tests.unit.stored import answers, said, saved_visit, siblings, values_in, with_said


def test_new_visit_makes_no_file_before_the_first_answer(tmp_path: Path) -> None:
    visit = new_visit(str(tmp_path))
    assert save(visit) is visit
    assert not any(tmp_path.iterdir())
    saved = save(with_said(visit, "yes"))
    assert values_in(visit_path(str(tmp_path), visit.id)) == ["yes"]
    assert not saved.pending


def test_saving_nothing_new_writes_nothing(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path)
    before = os.stat(visit.path)
    again = open_visit(visit.path)
    assert save(again.with_answers(visit.response.answers)) is again
    assert os.stat(visit.path) == before


def test_given_id_names_one_visit_for_ever(tmp_path: Path) -> None:
    first = saved_visit(tmp_path, visit="0a1b2c3d")
    again = new_visit(str(tmp_path), visit="0a1b2c3d")
    assert again.response == first.response
    assert again.id == "0a1b2c3d"


def test_random_ids_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved_visit(tmp_path, visit="aaaaaaaa")
    ids = iter(["aaaaaaaa", "aaaaaaaa", "bbbbbbbb"])
    monkeypatch.setattr("pnet_prep.store.visit.fresh_id", lambda: next(ids))
    assert new_visit(str(tmp_path)).id == "bbbbbbbb"


@settings(
    max_examples=times(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(answers(), min_size=1, max_size=4))
def test_any_answers_are_there_when_the_visit_is_opened_again(
    tmp_path: Path, made: list[Answer]
) -> None:
    visit = new_visit(str(tmp_path))
    for answer in made:
        visit = save(visit.with_answers([answer]))
    opened = open_visit(visit.path)
    assert set(opened.response.answers) == set(made)
    assert opened.response.shown == visit.response.shown
    assert opened.notices == ()


def test_head_repeats_whom_the_visit_is_with_and_when(tmp_path: Path) -> None:
    visit = new_visit(str(tmp_path), follows="abcdefgh").with_packs({"clinic": "A clinic"})
    visit = with_said(visit, "Dr. Luis saw", "visit.with", by="k3v9x2ab")
    visit = with_said(visit, " Dr.\n Rivera " + "x" * 99, "visit.with")
    visit = save(with_said(visit, DateSaid("1 Dec", "2026-12-01"), "visit.date"))
    head = open_visit(visit.path).head
    assert head == visit.head
    assert head.title == ("Dr. Rivera " + "x" * 99)[:60]
    assert (head.visit_date, head.follows, head.packs) == ("2026-12-01", "abcdefgh", ("clinic",))
    both = with_said(new_visit(str(tmp_path)), "Dr. Rivera", "visit.with", by=BOTH)
    both = save(with_said(both, "Dr. Luis saw", "visit.with", by="k3v9x2ab"))
    assert both.head.title == "Dr. Rivera"
    assert visit.with_packs({"clinic": "A clinic"}) is visit
    unsure = save(with_said(visit, DateSaid("soon"), "visit.date"))
    assert open_visit(unsure.path).head.visit_date == ""


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_files_and_folders_are_private_under_any_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        visit = saved_visit(tmp_path / "deep" / "data", 5)
        Path(visit.path).write_bytes(Path(visit.path).read_bytes()[:-30])
        save(with_said(open_visit(visit.path), "more"))
    finally:
        os.umask(before)
    paths = [*(tmp_path / "deep").rglob("*"), tmp_path / "deep"]
    assert len(paths) == 3 + 6
    for path in paths:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_three_earlier_states_are_kept_and_none_is_the_file_in_use(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 6)
    assert siblings(visit.path) == {".1", ".2", ".3", ".lock"}
    counts = [len(values_in_copy(tmp_path, visit.path, age)) for age in ("", ".1", ".2", ".3")]
    assert counts == [6, 5, 4, 3]
    inodes = {os.stat(visit.path + age).st_ino for age in ("", ".1", ".2", ".3")}
    assert len(inodes) == 4
    with open(visit.path, "r+b") as file:  # an editor that writes in place
        file.truncate(10)
    assert len(values_in_copy(tmp_path, visit.path, ".1")) == 5


def values_in_copy(tmp_path: Path, path: str, age: str) -> list[Value]:
    """What one copy holds by itself."""
    alone = tmp_path / "alone"
    alone.mkdir(exist_ok=True)
    return values_in(shutil.copy(path + age, str(alone / "x.yaml")))


def test_earlier_states_are_copies_where_links_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    visit = saved_visit(tmp_path, 6)
    assert siblings(visit.path) == {".1", ".2", ".3", ".lock"}
    assert len(values_in_copy(tmp_path, visit.path, ".3")) == 3


def test_state_that_a_stopped_save_linked_is_not_kept_twice(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 4)
    os.unlink(visit.path + ".1")
    os.link(visit.path, visit.path + ".1")
    save(with_said(visit, "more"))
    counts = [len(values_in_copy(tmp_path, visit.path, age)) for age in ("", ".1", ".2", ".3")]
    assert counts == [5, 4, 2, 1]


def test_two_windows_lose_nothing_of_each_other(tmp_path: Path) -> None:
    one = saved_visit(tmp_path, 1)
    other = open_visit(one.path)
    one = save(with_said(one, "from one", "life.one"))
    other = save(with_said(other, "from the other", "life.two"))
    one = save(with_said(one, "again", "life.three"))
    assert {"from one", "from the other", "again"} < set(values_in(one.path))
    assert {"from one", "from the other"} < {a.value for a in one.response.shown}
    assert "from one" in {a.value for a in other.response.shown}


def test_packs_of_two_windows_are_both_remembered(tmp_path: Path) -> None:
    one = saved_visit(tmp_path, 1)
    other = open_visit(one.path)
    save(one.with_packs({"clinic": "A clinic"}))
    save(other.with_packs({"trial": "A trial"}))
    assert open_visit(one.path).head.packs == ("clinic", "trial")
    assert dict(open_visit(one.path).head.pack_titles) == {"clinic": "A clinic", "trial": "A trial"}


def test_lock_that_is_never_let_go_does_not_stop_a_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.05)
    visit = saved_visit(tmp_path, 1)
    left_over = visit.path + ".tmp-zzzzzzzz"
    shutil.copy(visit.path, left_over)
    with lock.locked(visit.path) as held:
        assert held
        visit = save(with_said(visit, "while locked", "life.two"))
        assert os.path.exists(left_over)  # only the holder of the lock may clear away
    assert "while locked" in values_in(visit.path)
    save(with_said(visit, "later", "life.three"))
    assert not os.path.exists(left_over)


@pytest.mark.parametrize("refusal", [NotImplementedError, PermissionError, OSError])
def test_file_system_without_locks_does_not_stop_a_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise refusal

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    assert values_in(saved_visit(tmp_path, 2).path) == ["answer 0 é", "answer 1 é"]


def test_save_that_was_overwritten_without_a_lock_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(tmp_path, 2)
    old = Path(visit.path).read_bytes()
    replace_file, done = atomic.replace_file, []

    def overwritten_once(path: str, data: bytes, **how: bool) -> None:
        replace_file(path, data, **how)
        done.append(path)
        if len(done) == 1:
            Path(path).write_bytes(old)

    monkeypatch.setattr("pnet_prep.store.visit.replace_file", overwritten_once)
    save(with_said(visit, "mine"))
    assert len(done) == 2
    assert "mine" in values_in(visit.path)


def test_save_whose_temp_file_was_cleared_away_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(tmp_path, 2)
    replace = os.replace
    cleared: list[str] = []

    def clear_first(source: str, target: str) -> None:
        if not cleared and atomic.TEMP_MARK in source:
            cleared.append(source)
            os.unlink(source)
        replace(source, target)

    monkeypatch.setattr(os, "replace", clear_first)
    save(with_said(visit, "mine"))
    assert cleared
    assert "mine" in values_in(visit.path)


def test_linked_file_is_written_where_it_is(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path / "data", 2)
    synced = tmp_path / "synced"
    synced.mkdir(mode=0o755)
    target = synced / "my visit.yaml"
    shutil.move(visit.path, target)
    os.symlink(target, visit.path)
    save(with_said(open_visit(visit.path), "through the link"))
    assert os.path.islink(visit.path)
    assert "through the link" in values_in(str(target))
    assert os.path.exists(f"{target}.1")
    assert stat.S_IMODE(synced.stat().st_mode) == 0o755  # not our folder
    assert open_visit(visit.path).id == visit.id


def test_folder_that_was_removed_meanwhile_is_made_again(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path / "data", 3)
    shutil.rmtree(tmp_path / "data")
    save(with_said(visit, "more"))
    assert len(values_in(visit.path)) == 4


def test_five_hundred_answers_are_opened_and_saved_quickly(tmp_path: Path) -> None:
    visit = new_visit(str(tmp_path))
    response = visit.response
    for number in range(500):
        response = response.with_answers([said(response, "some words", f"life.item{number}")])
    visit = save(visit.with_answers(response.answers))
    began = time.process_time()
    visit = save(with_said(open_visit(visit.path), "one more"))
    assert time.process_time() - began < 1  # about 0.03 on an idle machine
