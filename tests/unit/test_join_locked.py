"""Locked files between people and computers: sent, copied by a sync program, followed, edited."""

import shutil
from base64 import encodebytes
from pathlib import Path

import pytest

from pnet_prep.cli.editor import edit
from pnet_prep.interview.own_editor import Edited
from pnet_prep.store import age
from pnet_prep.store.folder import data_folder, key_files, list_visits
from pnet_prep.store.locking import lock_visit
from pnet_prep.store.visit import Visit, new_visit, open_visit, save
from tests.unit.locked import OTHER_PASSPHRASE, PASSPHRASE, WRONG, forget_keys, key, quick
from tests.unit.made_age import sealed
from tests.unit.stored import with_said
from tests.unit.test_protect_command import run, said, twice

__all__ = ["quick"]
pytestmark = pytest.mark.usefixtures("quick")
ID = "aaaaaaaa"
CODE = "a code for the phone"
JOIN = "1\n"


def visit_of(home: str, *values: str, visit: str = ID) -> Visit:
    made = new_visit(home, visit=visit)
    for number, value in enumerate(values):
        made = save(with_said(made, value, ("life.else", "visit.reason")[number]))
    return made


def sent_file(out: Path) -> Path:
    """A locked file that was made from a visit, which is then deleted here."""
    visit_of(data_folder(), "answer one", "answer two")
    output, fault = run("share", "--encrypt", "--out", str(out), typed=twice(CODE))
    assert fault == ""
    for word in ("share.passphrase", "share.no_way_back", "share.locked"):
        assert said(word) in output
    (path,) = out.iterdir()
    kept = path.read_bytes()
    assert b"answer" not in kept
    run("forget", "--yes")
    assert not path.exists()  # it was noted, and so it is forgotten too
    path.write_bytes(kept)
    return path


def values() -> list[object]:
    (listed,) = list_visits(data_folder())
    opened = open_visit(listed.path, key() if listed.locked else None)
    return [answer.value for answer in opened.response.shown]


def test_file_that_was_locked_to_send_is_joined_with_its_passphrase(tmp_path):
    path = sent_file(tmp_path / "mail")
    assert path.name.endswith("-share.yaml.age")
    output, fault = run("join", str(path), "--plain", typed=f"{WRONG}\n{CODE}\n{JOIN}")
    assert fault == ""
    assert said("unlock.file", file=path.name) in output
    assert output.count(said("passphrase.wrong")) == 1
    assert values() == ["answer one", "answer two"]


def test_file_that_a_mail_program_made_text_of_is_joined_too(tmp_path):
    path = sent_file(tmp_path / "mail")
    path.write_bytes(age._ARMOR + b"\n" + encodebytes(path.read_bytes()) + age._ARMOR_END + b"\n")
    assert run("join", str(path), "--plain", typed=f"{CODE}\n{JOIN}")[1] == ""
    assert len(values()) == 2


def test_wrong_passphrase_takes_nothing_in(tmp_path):
    path = sent_file(tmp_path / "mail")
    _, fault = run("join", str(path), "--plain", typed=f"{WRONG}\n" * 4)
    assert fault == "error.wrong_passphrase"
    assert list_visits(data_folder()) == ()


@pytest.mark.parametrize("typed", ["", f"{CODE}\n"])
def test_locked_file_is_refused_where_nothing_may_be_asked(tmp_path, typed):
    path = sent_file(tmp_path / "mail")
    output, _ = run("join", str(path), "--no-input", typed=typed)
    assert said("error.join_locked", file=path.name) in output
    assert said("unlock.file", file=path.name) not in output
    assert said("error.join_locked", file=path.name) in run("join", str(path), "--plain")[0]
    assert list_visits(data_folder()) == ()


def test_made_up_and_foreign_locked_files_are_refused(tmp_path):
    path = tmp_path / "made up.age"
    path.write_bytes(sealed(b"format: 1\n", CODE).replace(b" 2\n", b" 23\n", 1))
    assert run("join", str(path), "--plain", typed=f"{CODE}\n")[1] == "error.too_much_work"
    path.write_bytes(sealed(b"hello", CODE))
    output, _ = run("join", str(path), "--plain", typed=f"{CODE}\n")
    assert said("error.join_no_visit", file=path.name) in output
    path.write_bytes(age.locked_with(key(), b"format: 1\n"))
    output, _ = run("join", str(path), "--plain", typed=f"{CODE}\n")
    assert said("error.join_no_key", file=path.name) in output


def test_locked_copy_of_a_sync_program_is_offered_and_brought_in():
    visit = visit_of(data_folder(), "answer one")
    locked = lock_visit(visit.path, key()).file
    elsewhere = save(with_said(open_visit(locked, key()), "answer elsewhere", "visit.reason"))
    copy = Path(locked.removesuffix(".age") + ".sync-conflict-20261120-101112-ABCDEFG.age")
    shutil.copy(elsewhere.path, copy)
    shutil.copy(locked + ".1", locked)
    for older in (".1", ".2", ".3"):
        Path(locked + older).unlink(missing_ok=True)
    assert copy.name in run("list")[0]
    assert values() == ["answer one"]
    output, fault = run("join", "--plain", typed=f"{PASSPHRASE}\n{JOIN}")
    assert fault == "", output
    assert values() == ["answer one", "answer elsewhere"]
    assert (copy.parent / "merged" / copy.name).exists()
    files = (path for path in Path(data_folder(), "visits").rglob("*") if path.is_file())
    assert [path for path in files if b"answer" in path.read_bytes()] == []


def test_copy_that_is_not_locked_is_named_and_stays_where_it_is():
    visit = visit_of(data_folder(), "answer one")
    folder = Path(visit.path).parent
    (folder / "merged").mkdir()
    copies = [folder / f"{ID} (1).yaml", folder / "merged" / f"{ID} (2).yaml"]
    for copy in copies:
        shutil.copy(visit.path, copy)
    output, fault = run("protect", typed=twice(PASSPHRASE))
    assert fault == ""
    readable = output.split(said("protect.readable"))[1]
    assert all(str(copy) in readable for copy in copies)
    output, _ = run("doctor")
    assert all(said("doctor.open_copy", file=copy) in output for copy in copies)
    assert all(copy.exists() for copy in copies)


def test_copy_that_was_locked_on_another_computer_brings_its_own_key(tmp_path):
    there = str(tmp_path / "there")
    lock_visit(visit_of(there, "answer one", "answer there").path, key(OTHER_PASSPHRASE))
    locked = lock_visit(visit_of(data_folder(), "answer one").path, key()).file
    plain = locked.removesuffix(".age")
    shutil.copy(Path(there, "visits", f"{ID}.yaml.age"), f"{plain} (1).age")
    shutil.copy(key_files(str(Path(there, "visits", f"{ID}.yaml")))[0], f"{plain}.key (1).age")
    output, fault = run("join", "--plain", typed=f"{OTHER_PASSPHRASE}\n{PASSPHRASE}\n{JOIN}")
    assert fault == "", output
    assert values() == ["answer one", "answer there"]


def test_copy_of_a_locked_visit_that_is_not_here_becomes_one_that_is_locked(tmp_path):
    there = str(tmp_path / "there")
    locked = lock_visit(visit_of(there, "answer one").path, key()).file
    assert run("join", locked, "--plain", typed=f"{PASSPHRASE}\n{JOIN}")[1] == ""
    (listed,) = list_visits(data_folder())
    assert listed.locked
    assert values() == ["answer one"]


def test_visit_that_follows_a_locked_one_is_locked_with_the_same_key():
    visit = visit_of(data_folder(), "answer one")
    lock_visit(visit.path, key())
    # A new visit, begun from the locked one.
    run("start", "--plain", typed=f"2\n1\n{PASSPHRASE}\n1\n1\nMy name\n")
    visits = [one for one in list_visits(data_folder()) if not one.path.endswith(f"{ID}.yaml.age")]
    assert [one.locked for one in visits] == [True]
    opened = open_visit(visits[0].path, key())
    assert opened.head.follows == ID
    files = (path for path in Path(data_folder(), "visits").iterdir() if path.is_file())
    assert [path for path in files if b"My name" in path.read_bytes()] == []


def test_no_editor_gets_a_word_of_a_locked_visit(monkeypatch):
    monkeypatch.setenv("EDITOR", "true")
    assert edit("words").word == ""
    visit = visit_of(data_folder(), "answer one")
    lock_visit(visit.path, key())
    run("show", typed=f"{PASSPHRASE}\n")
    assert edit("words") == Edited("words", "editor.locked")
    forget_keys()
    assert edit("words").word == ""
