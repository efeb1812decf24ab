"""Written checklists: private, noted, and never over a file that somebody else made."""

import errno
import hashlib
import os
import stat
import time
from pathlib import Path

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.store import exports as exports_module
from pnet_prep.store.exports import EXPORT_LOG, Export, exports, write_export
from pnet_prep.store.lines import sealed, to_json

DAY, LATER = "2026-11-20", "2026-11-21"


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path / "data")


@pytest.fixture
def target(tmp_path: Path) -> str:
    return str(tmp_path / "documents" / "out" / "visit-2026-12-01.md")


def test_export_is_private_and_noted(home: str, target: str) -> None:
    assert write_export(home, "aaaaaaaa", target, b"checklist", DAY) == target
    assert Path(target).read_bytes() == b"checklist"
    sha256 = hashlib.sha256(b"checklist").hexdigest()
    assert exports(home) == (Export(target, "aaaaaaaa", sha256, DAY),)
    for path in (Path(target), *Path(home).iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (Path(home), Path(target).parent, Path(target).parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_printing_the_same_again_writes_and_notes_nothing_new(home: str, target: str) -> None:
    write_export(home, "aaaaaaaa", target, b"checklist", DAY)
    log = Path(home) / "exports.yaml"
    before = os.stat(target), log.read_bytes()
    assert write_export(home, "aaaaaaaa", target, b"checklist", LATER) == target
    assert (os.stat(target), log.read_bytes()) == before


def test_the_same_printed_for_a_second_visit_is_noted_for_both(home: str, target: str) -> None:
    for visit in ("aaaaaaaa", "bbbbbbbb"):
        assert write_export(home, visit, target, b"checklist", DAY) == target
    assert [export.visit for export in exports(home)] == ["aaaaaaaa", "bbbbbbbb"]


def test_own_older_export_is_replaced(home: str, target: str) -> None:
    write_export(home, "aaaaaaaa", target, b"old", DAY)
    assert write_export(home, "aaaaaaaa", target, b"new", DAY) == target
    assert Path(target).read_bytes() == b"new"
    assert os.listdir(os.path.dirname(target)) == ["visit-2026-12-01.md"]


@pytest.mark.parametrize("what", ["foreign", "edited", "link", "folder"])
def test_what_is_not_ours_is_left_alone(home: str, target: str, tmp_path: Path, what: str) -> None:
    Path(target).parent.mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"mine")
    if what == "folder":
        Path(target).mkdir()
    elif what == "link":
        Path(target).symlink_to(tmp_path / "secret")
    elif what == "foreign":
        Path(target).write_bytes(b"mine")
    else:
        write_export(home, "aaaaaaaa", target, b"checklist", DAY)
        Path(target).write_bytes(b"checklist, and my own notes")
    before = os.lstat(target)
    second = write_export(home, "aaaaaaaa", target, b"new", DAY)
    assert second == target.replace(".md", "-2.md")
    assert Path(second).read_bytes() == b"new"
    assert os.lstat(target) == before
    assert (tmp_path / "secret").read_bytes() == b"mine"
    Path(second).write_bytes(b"noted on this one too")
    third = write_export(home, "aaaaaaaa", target, b"newer", DAY)
    assert third == target.replace(".md", "-3.md")


def test_export_is_noted_before_it_is_written(
    home: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(exports_module, "replace_file", stop)
    with pytest.raises(StoreError) as error:
        write_export(home, "aaaaaaaa", target, b"checklist", DAY)
    assert error.value.word == "error.no_room"
    assert error.value.slots == {"file": target}
    assert [export.path for export in exports(home)] == [target]


def test_export_that_cannot_be_noted_is_not_written_and_the_note_is_named(
    home: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(exports_module, "sync_folder", stop)
    with pytest.raises(StoreError) as error:
        write_export(home, "aaaaaaaa", target, b"checklist", DAY)
    assert error.value.slots == {"file": os.path.join(home, EXPORT_LOG)}
    assert not os.path.exists(target)


def test_export_that_is_open_elsewhere_is_told_and_leaves_nothing_behind(
    home: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_export(home, "aaaaaaaa", target, b"old", DAY)

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    with pytest.raises(StoreError) as error:
        write_export(home, "aaaaaaaa", target, b"new", DAY)
    assert error.value.word == "error.file_held"
    assert os.listdir(os.path.dirname(target)) == ["visit-2026-12-01.md"]
    assert Path(target).read_bytes() == b"old"


def test_note_that_was_torn_hurts_no_other(home: str, target: str) -> None:
    write_export(home, "aaaaaaaa", target, b"one", DAY)
    log = Path(home, "exports.yaml")
    log.write_bytes(log.read_bytes() + b'\n- {"path": "/half')
    other = target.replace(".md", ".pdf")
    write_export(home, "aaaaaaaa", other, b"two", DAY)
    assert [export.path for export in exports(home)] == [target, other]


def test_log_tells_only_what_was_noted(home: str) -> None:
    assert exports(home) == ()
    good = Export("/x", "aaaaaaaa", "00", DAY)
    row = exports_module._row(good)
    changed = row.replace(b"/x", b"/etc/passwd")
    other = b"\n" + sealed(b"- " + to_json({"path": 3, "kind": "later"}))
    Path(home).mkdir()
    Path(home, "exports.yaml").write_bytes(row + changed + other + b"\n- []\njunk" + row)
    assert exports(home) == (good,)


def test_log_that_cannot_be_read_is_told(home: str) -> None:
    Path(home, "exports.yaml").mkdir(parents=True)
    with pytest.raises(StoreError) as error:
        exports(home)
    assert error.value.word == "error.not_read"


def test_name_that_is_not_utf8_comes_back_as_it_was(home: str, tmp_path: Path) -> None:
    target = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md")
    assert write_export(home, "aaaaaaaa", target, b"x", DAY) == target
    assert [export.path for export in exports(home)] == [target]


def test_folder_that_may_not_be_made_is_told(home: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError) as error:
        write_export(home, "aaaaaaaa", str(tmp_path / "file" / "x.md"), b"x", DAY)
    assert error.value.word == "error.no_folder"
