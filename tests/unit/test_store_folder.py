"""Where visits are, and the list of them from their first bytes."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pnet_prep.model.values import DateSaid
from pnet_prep.store.codec import encode
from pnet_prep.store.folder import (
    data_folder,
    list_visits,
    private_umask,
    visit_path,
    visits_folder,
)
from pnet_prep.store.head import Head
from pnet_prep.store.ids import fresh_id, is_id
from pnet_prep.store.visit import new_visit, save
from tests.unit.stored import saved_visit, with_said


def test_data_folder_is_the_one_named_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert data_folder() == str(tmp_path / "pnet-prep")
    monkeypatch.setenv("PNET_PREP_HOME", "~/mine")
    assert data_folder() == str(tmp_path / "home" / "mine")
    monkeypatch.setenv("PNET_PREP_HOME", "relative")
    assert data_folder() == str(Path.cwd() / "relative")


def test_data_folder_is_the_users_own_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for value in (None, ""):
        monkeypatch.delenv("PNET_PREP_HOME", raising=False)
        if value is not None:
            monkeypatch.setenv("PNET_PREP_HOME", value)
        assert data_folder().startswith(str(tmp_path / "home"))
        assert os.path.basename(data_folder()) == "pnet-prep"
        assert not os.path.exists(data_folder())


def test_ids_are_eight_letters_or_digits_and_all_are_used() -> None:
    ids = [fresh_id() for _ in range(2_000)]
    assert all(is_id(id_) for id_ in ids)
    assert len(set(ids)) == len(ids)
    letters = "".join(ids)
    assert len(set(letters)) == 36
    assert max(map(letters.count, set(letters))) < 2 * len(letters) / 36


@pytest.mark.parametrize(
    "text",
    ["", "abcdefg", "abcdefghi", "ABCDEFGH", "abc/defg", "abcdefg\n", "abcdéfgh"],
)
def test_nothing_else_is_an_id(text: str) -> None:
    assert not is_id(text)


def test_umask_keeps_files_to_their_owner(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        private_umask()
        (tmp_path / "x").touch()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


def test_list_shows_undated_visits_first_then_the_latest(tmp_path: Path) -> None:
    for visit, day in (("aaaaaaaa", "2026-12-01"), ("bbbbbbbb", ""), ("cccccccc", "2027-01")):
        made = with_said(new_visit(str(tmp_path), visit=visit), f"Dr. {visit}", "visit.with")
        save(with_said(made, DateSaid("then", day or None), "visit.date"))
    listed = list_visits(str(tmp_path))
    assert [one.head.visit for one in listed] == ["bbbbbbbb", "cccccccc", "aaaaaaaa"]
    assert [one.head.visit_date for one in listed] == ["", "2027-01", "2026-12-01"]
    assert listed[0].head.title == "Dr. bbbbbbbb"
    assert listed[0].path == visit_path(str(tmp_path), "bbbbbbbb")


def test_list_leaves_out_what_is_no_visit_and_keeps_what_cannot_be_read(tmp_path: Path) -> None:
    visit = saved_visit(tmp_path, 2)
    folder = Path(visits_folder(str(tmp_path)))
    for name in ("notes.yaml", ".hidden00.yaml", f"{visit.id} (1).yaml", "ABCDEFGH.yaml"):
        (folder / name).write_text("x")
    (folder / "zzzzzzzz.yaml").mkdir()
    (folder / "yyyyyyyy.yaml").symlink_to("nowhere")
    (folder / "xxxxxxxx.yaml").write_bytes(b'\xff\xfe: \x00\n- \ntitle: [1]\nvisit: "../../etc"\n')
    os.mkfifo(folder / "wwwwwwww.yaml")
    heads = {one.head for one in list_visits(str(tmp_path))}
    unread = {Head(letter * 8) for letter in "wxyz"}
    assert heads == {visit.head, *unread}


def test_list_of_no_folder_is_empty(tmp_path: Path) -> None:
    assert list_visits(str(tmp_path / "nowhere")) == ()
    (tmp_path / "visits").write_text("a file")
    assert list_visits(str(tmp_path)) == ()


def test_thousand_visits_are_listed_quickly(tmp_path: Path) -> None:
    folder = Path(visits_folder(str(tmp_path)))
    folder.mkdir()
    for number in range(1_000):
        head = Head(fresh_id(), "", f"Dr. Núñez {number}", f"2026-{number % 12 + 1:02}-11")
        (folder / f"{head.visit}.yaml").write_bytes(encode(head, {}) + bytes(20_000))
    best = min(timed(str(tmp_path)) for _ in range(5))
    assert best < 0.09  # 0.02 on an idle machine


def timed(data: str) -> float:
    began = time.process_time()
    assert len(list_visits(data)) == 1_000
    return time.process_time() - began


READ_ONLY = """
import os, sys
from pnet_prep.store.folder import data_folder, list_visits
assert list_visits(data_folder())
light = set(sys.modules)
from pnet_prep.store.visit import open_visit
open_visit(list_visits(data_folder())[0].path)
print(*sorted(light), sep=",")
print(*sorted(sys.modules), sep=",")
"""


def test_reading_loads_nothing_that_only_writing_needs() -> None:
    saved_visit(data_folder(), 2)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY], capture_output=True, text=True, check=True
    )
    light, opened = (set(line.split(",")) for line in done.stdout.splitlines())
    heavy = {"filelock", "platformdirs", "asyncio", "tempfile", "uuid", "random", "shutil"}
    assert not heavy & opened
    assert not {"hashlib", "pathlib", "yaml", "datetime"} & light
