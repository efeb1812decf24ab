"""A locked visit is read, saved, listed and forgotten like any other, and nothing of it is open."""

import os
import shutil
from pathlib import Path

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.store.copies import LockedError
from pnet_prep.store.custody import both_there, sealed_keys
from pnet_prep.store.folder import MAGIC, key_files, list_visits, visit_file
from pnet_prep.store.forget import files_of, forget
from pnet_prep.store.head import Head
from pnet_prep.store.locking import lock_visit, open_for_good
from pnet_prep.store.other_copies import other_copies
from pnet_prep.store.visit import new_visit, open_visit, save
from tests.unit.locked import OTHER_PASSPHRASE, PASSPHRASE, SEALED, key, locked_visit
from tests.unit.stored import saved_visit, siblings, values_in, with_said

ID = "aaaaaaaa"
ANSWERS = [f"answer {number} é" for number in range(4)]


def open_bytes(folder: str) -> set[str]:
    """The files in a folder in which anything of an answer or of a head can be read."""
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return {
        path.name for path in files if any(w in path.read_bytes() for w in (b"answer", b"visit:"))
    }


def said_in(path: str, passphrase: str = PASSPHRASE) -> list[object]:
    visit = open_visit(path, key(passphrase))
    return [answer.value for answer in visit.response.shown]


def test_locking_leaves_nothing_that_can_be_read(tmp_path):
    visit = saved_visit(tmp_path, 4, ID)
    Path(visit.path + ".damaged-0123456789ab").write_bytes(b"answer")
    Path(visit.path + ".tmp-abcdefgh").write_bytes(Path(visit.path).read_bytes())
    done = lock_visit(visit.path, key())
    assert done.file == visit.path + ".age"
    assert done.failed == done.kept == ()
    assert open_bytes(str(tmp_path)) == set()
    assert siblings(visit.path) == {".age", ".key.age", ".key.age.1", ".lock"}
    assert said_in(done.file) == ANSWERS
    assert len(done.removed) == 6
    assert all(os.stat(path).st_mode & 0o777 == 0o600 for path in files_of(done.file))


def test_locked_visit_opens_only_with_its_key(tmp_path):
    visit = locked_visit(tmp_path)
    assert visit.key
    with pytest.raises(LockedError):
        open_visit(visit.path)
    with pytest.raises(StoreError) as refused:
        open_visit(visit.path, key(OTHER_PASSPHRASE))
    assert refused.value.word == "error.unreadable"


def test_saves_of_a_locked_visit_and_their_older_states_stay_locked(tmp_path):
    visit = locked_visit(tmp_path, visit=ID)
    for number in range(5):
        visit = save(with_said(visit, f"answer more {number}", f"life.more{number}"))
    assert open_bytes(str(tmp_path)) == set()
    assert siblings(visit.path) >= {".1", ".2", ".3"}
    assert said_in(visit.path)[-1] == "answer more 4"
    assert all(
        Path(visit.path + ending).read_bytes().startswith(MAGIC)
        for ending in ("", ".1", ".2", ".3")
    )


def test_opening_for_good_gives_back_the_very_same_file(tmp_path):
    visit = saved_visit(tmp_path, 4, ID)
    before = Path(visit.path).read_bytes()
    locked = lock_visit(visit.path, key())
    opened = open_visit(locked.file, key())
    save(with_said(opened, "one more", "life.more"))
    done = open_for_good(locked.file, key())
    assert done.file == visit.path
    assert {*os.listdir(tmp_path / "visits")} == {"aaaaaaaa.yaml", "aaaaaaaa.yaml.lock"}
    assert values_in(visit.path) == [*ANSWERS, "one more"]
    lock_visit(visit.path, key())
    open_for_good(locked.file, key())
    assert Path(visit.path).read_bytes().startswith(before[:200])
    assert open_visit(visit.path).notices == ()


@pytest.mark.parametrize("hurt", ["start", "end", "all"])
def test_damaged_locked_visit_comes_back_from_its_older_states(tmp_path, hurt):
    visit = locked_visit(tmp_path, visit=ID)
    for number in range(2):
        visit = save(with_said(visit, f"answer more {number}", f"life.more{number}"))
    data = Path(visit.path).read_bytes()
    damage = {"start": bytes(30) + data[30:], "end": data[:-9], "all": b""}
    Path(visit.path).write_bytes(damage[hurt])
    with pytest.raises(LockedError):
        open_visit(visit.path)
    opened = open_visit(visit.path, key())
    assert [one.word for one in opened.notices] == ["notice.damaged"]
    assert said_in(visit.path) == [*ANSWERS, "answer more 0"]
    saved = save(with_said(opened, "after", "life.after"))
    assert [one.word for one in saved.notices][-1] == "notice.set_aside"
    assert open_bytes(str(tmp_path)) == set()
    assert said_in(visit.path) == [*ANSWERS, "answer more 0", "after"]


def test_list_names_a_locked_visit_and_reads_nothing_of_it(tmp_path):
    saved_visit(tmp_path, 2, "bbbbbbbb")
    locked = locked_visit(tmp_path, visit=ID)
    listed = {one.path: one for one in list_visits(str(tmp_path))}
    assert listed[locked.path].locked
    assert listed[locked.path].head == Head(ID)
    assert [one.locked for one in listed.values()].count(False) == 1
    assert visit_file(str(tmp_path), ID) == locked.path


def test_new_visit_with_a_key_is_locked_from_its_first_save_on(tmp_path):
    made = save(with_said(new_visit(str(tmp_path), follows=ID, key=key()), "answer"))
    assert open_bytes(str(tmp_path)) == set()
    assert said_in(made.path) == ["answer"]
    assert sealed_keys(made.path) == (SEALED[PASSPHRASE],)
    assert open_visit(made.path, key()).head.follows == ID


def test_forget_needs_no_key(tmp_path):
    visit = locked_visit(tmp_path, visit=ID)
    save(with_said(visit, "answer more"))
    forget(str(tmp_path), visit.path)
    assert os.listdir(tmp_path / "visits") == []


def test_one_damaged_key_file_costs_nothing(tmp_path):
    visit = locked_visit(tmp_path)
    first, spare = key_files(visit.path)
    Path(first).write_bytes(b"")
    assert SEALED[PASSPHRASE] in sealed_keys(visit.path)
    os.unlink(first)
    save(with_said(visit, "answer more"))
    assert Path(first).read_bytes() == Path(spare).read_bytes()


@pytest.mark.parametrize("now", ["locked", "opened", "another key"])
def test_window_that_opened_a_visit_before_it_changed_hands_writes_nothing(tmp_path, now):
    visit = saved_visit(tmp_path, 3, ID)
    if now != "locked":
        locked = lock_visit(visit.path, key()).file
        visit = open_visit(locked, key())
    match now:
        case "locked":
            lock_visit(visit.path, key())
        case "opened":
            open_for_good(visit.path, key())
        case _:
            open_for_good(visit.path, key())
            lock_visit(visit.path.removesuffix(".age"), key(OTHER_PASSPHRASE))
    before = {path: path.read_bytes() for path in (tmp_path / "visits").iterdir()}
    with pytest.raises(StoreError) as refused:
        save(with_said(visit, "typed in the old window"))
    assert refused.value.word == "error.lock_changed"
    assert {path: path.read_bytes() for path in (tmp_path / "visits").iterdir()} == before


def test_visit_that_is_a_link_is_locked_where_it_is(tmp_path):
    visit = saved_visit(tmp_path / "data", 3, ID)
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    real = shutil.move(visit.path, cloud / "mine.yaml")
    os.symlink(real, visit.path)
    lock_visit(visit.path, key())
    (listed,) = list_visits(str(tmp_path / "data"))
    assert listed.path == visit.path + ".age"
    assert os.path.realpath(listed.path) == str(cloud / "mine.yaml.age")
    save(with_said(open_visit(listed.path, key()), "answer more"))
    assert open_bytes(str(tmp_path)) == set()
    open_for_good(listed.path, key())
    (listed,) = list_visits(str(tmp_path / "data"))
    assert (listed.path, os.path.realpath(listed.path)) == (visit.path, str(real))
    assert values_in(listed.path)[-1] == "answer more"
    assert {*os.listdir(cloud)} == {"mine.yaml", "mine.yaml.lock"}


NAMES = (
    "aaaaaaaa.yaml (Zoë's conflicted copy 2026-11-20).age",
    "aaaaaaaa.yaml.sync-conflict-20261120-101112-ABCDEFG.age",
    "aaaaaaaa.yaml-DESKTOP-1.age",
    "aaaaaaaa.yaml (1).age",
    "aaaaaaaa.yaml 2.age",
)


@pytest.mark.parametrize("name", NAMES)
def test_locked_copies_are_found_by_the_id_in_front_of_their_name(tmp_path, name):
    visit = locked_visit(tmp_path, visit=ID)
    save(with_said(visit, "answer more"))
    copy = shutil.copy(visit.path, tmp_path / "visits" / name)
    shutil.copy(key_files(visit.path)[0], tmp_path / "visits" / "aaaaaaaa.yaml.key (1).age")
    assert [tuple(one) for one in other_copies(str(tmp_path))] == [(str(copy), ID, False)]
    assert str(copy) in files_of(visit.path)


def test_key_is_kept_while_a_locked_copy_needs_it(tmp_path):
    visit = locked_visit(tmp_path, visit=ID)
    copy = str(shutil.copy(visit.path, tmp_path / "visits" / "aaaaaaaa.yaml (1).age"))
    done = open_for_good(visit.path, key())
    assert done.kept == (copy,)
    assert sealed_keys(visit.path) == (SEALED[PASSPHRASE],)
    # Locked again with another passphrase, the first key is moved aside and not lost.
    lock_visit(done.file, key(OTHER_PASSPHRASE))
    aside = [p for p in (tmp_path / "visits").iterdir() if ".key.age.damaged-" in p.name]
    assert {path.read_bytes() for path in aside} == {SEALED[PASSPHRASE]}
    assert said_in(visit.path, OTHER_PASSPHRASE) == ANSWERS


def test_key_of_nothing_is_moved_aside_and_goes_with_the_lock(tmp_path):
    visit = saved_visit(tmp_path, 4, ID)
    Path(key_files(visit.path)[0]).write_bytes(SEALED[OTHER_PASSPHRASE])
    locked = lock_visit(visit.path, key()).file
    assert said_in(locked) == ANSWERS
    (aside,) = [path for path in (tmp_path / "visits").iterdir() if ".damaged-" in path.name]
    assert aside.read_bytes() == SEALED[OTHER_PASSPHRASE]
    open_for_good(locked, key())
    assert siblings(visit.path) == {".lock"}


@pytest.mark.parametrize("data", [b"", bytes(500)], ids=["empty", "zeros"])
def test_open_file_of_which_nothing_is_left_does_not_hide_the_locked_one(tmp_path, data):
    visit = locked_visit(tmp_path, visit=ID)
    plain = visit.path.removesuffix(".age")
    Path(plain).write_bytes(data)
    with pytest.raises(LockedError):
        open_visit(plain)
    assert said_in(plain) == ANSWERS
    assert said_in(lock_visit(plain, key()).file) == ANSWERS
    assert not os.path.exists(plain)


def test_both_an_open_and_a_locked_file_are_told_and_finished_either_way(tmp_path):
    for finish in (lock_visit, open_for_good):
        home = tmp_path / finish.__name__
        visit = saved_visit(home, 4, ID)
        before = Path(visit.path).read_bytes()
        locked = lock_visit(visit.path, key()).file
        save(with_said(open_visit(locked, key()), "answer more"))
        Path(visit.path).write_bytes(before)
        assert both_there(visit.path)
        opened = open_visit(visit.path)
        assert [one.word for one in opened.notices] == ["notice.half_locked"]
        assert [one.path for one in list_visits(str(home))] == [visit.path]
        done = finish(visit.path, key())
        assert not both_there(done.file)
        assert said_in(done.file) == [*ANSWERS, "answer more"]
