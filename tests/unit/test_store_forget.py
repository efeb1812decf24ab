"""Forgetting a visit: everything of it goes, nothing else does, and the rest is told."""

import os
import shutil
from pathlib import Path

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.store.exports import exports, write_export
from pnet_prep.store.folder import list_visits, visit_path
from pnet_prep.store.forget import files_of, forget
from pnet_prep.store.visit import Visit, open_visit, save
from tests.unit.stored import saved_visit, values_in, with_said

DAY = "2026-11-20"
NEEDLE = b"answer 1"


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path / "data")


def messy(home: str, visit: str = "aaaaaaaa") -> Visit:
    """A visit with everything beside it that can gather in a life."""
    made = saved_visit(home, 5, visit=visit)
    Path(made.path).write_bytes(Path(made.path).read_bytes()[:-60])
    made = save(with_said(open_visit(made.path), "more"))
    shutil.copy(made.path, made.path + ".tmp-abcdefgh")
    shutil.copy(made.path, made.path.replace(".yaml", " (Ana's conflicted copy 2026-11-20).yaml"))
    shutil.copy(made.path, made.path.replace(".yaml", ".sync-conflict-20261120-101112-ABC.yaml"))
    return made


def holding(folder: Path, needle: bytes) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [str(path) for path in files if needle in path.read_bytes()]


def test_nothing_of_the_visit_is_left(home: str, tmp_path: Path) -> None:
    visit = messy(home)
    target = write_export(home, visit.id, str(tmp_path / "out" / "v.md"), NEEDLE, DAY)
    files = files_of(visit.path)
    assert files[-1] == visit.path
    assert len(holding(tmp_path, NEEDLE)) == 9
    gone = forget(home, visit.path)
    assert set(gone.removed) == {target, *files} - {visit.path + ".lock"}
    assert (gone.changed, gone.missing, gone.failed) == ((), (), ())
    assert holding(tmp_path, NEEDLE) == []
    assert holding(tmp_path, visit.id.encode()) == []
    assert os.listdir(os.path.join(home, "visits")) == []
    assert list_visits(home) == ()
    assert exports(home) == ()


def test_text_left_behind_by_an_editor_goes_too(home: str) -> None:
    visit = messy(home)
    left = Path(home, "writing-x1y2.txt")
    left.write_bytes(NEEDLE)
    assert str(left) in forget(home, visit.path).removed
    assert not left.exists()


def test_other_visits_and_their_exports_stay(home: str, tmp_path: Path) -> None:
    visit, other = messy(home), messy(home, "aaaaaaab")
    out = str(tmp_path / "v.md")
    write_export(home, visit.id, out, b"first", DAY)
    write_export(home, other.id, out, b"second", DAY)
    kept = write_export(home, other.id, str(tmp_path / "o.md"), b"other", DAY)
    gone = forget(home, visit.path)
    assert gone.changed == gone.missing == gone.failed == ()
    assert out not in gone.removed  # it is the other visit's now
    assert Path(out).read_bytes() == b"second"
    assert [export.path for export in exports(home)] == [out, kept]
    assert len(files_of(other.path)) == 9
    assert values_in(other.path)[-1] == "more"


def test_export_with_notes_in_it_is_kept_and_told(home: str, tmp_path: Path) -> None:
    visit = saved_visit(home, 2)
    edited = write_export(home, visit.id, str(tmp_path / "edited.md"), b"x", DAY)
    moved = write_export(home, visit.id, str(tmp_path / "moved.md"), b"x", DAY)
    linked = write_export(home, visit.id, str(tmp_path / "linked.md"), b"x", DAY)
    Path(edited).write_bytes(b"x, and what the doctor said")
    os.rename(moved, tmp_path / "elsewhere.md")
    os.rename(linked, tmp_path / "target.md")
    os.symlink(tmp_path / "target.md", linked)
    gone = forget(home, visit.path)
    assert gone.changed == (edited, linked)
    assert gone.missing == (moved,)
    assert Path(edited).read_bytes() == b"x, and what the doctor said"
    assert (tmp_path / "target.md").exists()
    assert {export.path for export in exports(home)} == {edited, linked}  # `where` still tells


def test_link_and_what_it_leads_to_are_both_removed(home: str, tmp_path: Path) -> None:
    visit = saved_visit(home, 2, visit="aaaaaaaa")
    synced = tmp_path / "synced"
    synced.mkdir()
    target = str(synced / "pnet.yaml")
    shutil.move(visit.path, target)
    os.symlink(target, visit.path)
    save(with_said(open_visit(visit.path), "more"))
    for name in ("pnet.yaml.bak", "pnet.yaml2", "aaaaaaaa.yaml"):
        (synced / name).write_text("not ours")
    gone = forget(home, visit.path)
    assert visit.path in gone.removed
    assert target in gone.removed
    assert sorted(os.listdir(synced)) == ["aaaaaaaa.yaml", "pnet.yaml.bak", "pnet.yaml2"]
    assert list_visits(home) == ()


def test_visit_that_cannot_be_read_can_still_be_forgotten(home: str) -> None:
    path = visit_path(home, "aaaaaaaa")
    os.makedirs(os.path.dirname(path))
    Path(path).write_bytes(b"junk")
    assert forget(home, path).removed == (path,)


def test_what_cannot_be_removed_is_told_and_can_be_tried_again(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(home, 3)
    target = write_export(home, visit.id, str(tmp_path / "v.md"), b"x", DAY)
    stuck = {target, visit.path + ".1"}
    unlink = os.unlink

    def refuse(path: str) -> None:
        if path in stuck:
            raise PermissionError(13, "in use")
        unlink(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        gone = forget(home, visit.path)
    assert set(gone.failed) == stuck
    assert [export.path for export in exports(home)] == [target]
    again = forget(home, visit.path)
    assert set(again.removed) == stuck
    assert exports(home) == ()


def test_log_that_cannot_be_written_stops_before_the_visit_is_gone(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = saved_visit(home, 3)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("pnet_prep.store.forget.rewrite_log", refuse)
    with pytest.raises(StoreError) as error:
        forget(home, visit.path)
    assert error.value.word == "error.may_not_write"
    assert len(values_in(visit.path)) == 3


def test_forgetting_what_is_not_there_says_so_and_makes_nothing(home: str) -> None:
    with pytest.raises(StoreError) as error:
        forget(home, visit_path(home, "aaaaaaaa"))
    assert error.value.word == "error.no_visit"
    assert not os.path.exists(home)
