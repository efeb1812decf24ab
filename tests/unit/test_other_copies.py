"""Copies of a visit are known by what stands in them; none is ever lost or taken for a visit."""

import os
import shutil
from pathlib import Path

import pytest

from pnet_prep.store.folder import list_visits, visit_path
from pnet_prep.store.forget import files_of, forget
from pnet_prep.store.other_copies import merged_copies, other_copies, set_apart
from pnet_prep.store.visit import Visit, open_visit, save
from tests.unit.stored import saved_visit, with_said

NAMES = (
    "aaaaaaaa (Zoë's conflicted copy 2026-11-20).yaml",
    "aaaaaaaa.sync-conflict-20261120-101112-ABCDEFG.yaml",
    "aaaaaaaa-DESKTOP-1.yaml",
    "aaaaaaaa (1).yaml",
    "aaaaaaaa 2.yaml",
    "aaaaaaaa.yaml.html",
    "from mum.txt",
    "bbbbbbbb.yaml",
)


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path / "data")


def messy(home: str) -> Visit:
    """A visit with all that the store itself puts beside it."""
    made = saved_visit(home, 6, visit="aaaaaaaa")
    Path(made.path).write_bytes(Path(made.path).read_bytes()[:-60])
    made = save(with_said(open_visit(made.path), "more"))
    shutil.copy(made.path, made.path + ".tmp-abcdefgh")
    return made


def beside(visit: Visit, name: str) -> str:
    return shutil.copy(visit.path, os.path.join(os.path.dirname(visit.path), name))


def test_what_the_store_makes_is_no_other_copy(home):
    messy(home)
    saved_visit(home, 2, visit="cccccccc")
    assert other_copies(home) == ()


@pytest.mark.parametrize("name", NAMES)
def test_copies_are_found_whatever_they_are_called(home, name):
    path = beside(messy(home), name)
    assert [one[:2] for one in other_copies(home)] == [(path, "aaaaaaaa")]


def test_other_files_are_no_copies_whatever_they_are_called(home):
    visit = messy(home)
    folder = Path(visit.path).parent
    (folder / "aaaaaaaa (1).yaml").write_bytes(b"visit: aaaaaaaa\n")
    (folder / "aaaaaaaa 2.yaml").mkdir()
    os.mkfifo(folder / "aaaaaaaa 3.yaml")
    (folder / "aaaaaaaa 4.yaml").write_bytes(b'format: 1\nvisit: "../../../x"\n')
    assert other_copies(home) == ()


def test_a_copy_of_a_visit_that_is_linked_to_is_found_beside_the_real_file(home, tmp_path):
    visit = messy(home)
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    real = shutil.move(visit.path, cloud / "aaaaaaaa.yaml")
    os.symlink(real, visit.path)
    copy = Path(shutil.copy(real, cloud / "aaaaaaaa (1).yaml"))
    saved_visit(tmp_path / "elsewhere", 2, visit="dddddddd")
    shutil.copy(visit_path(str(tmp_path / "elsewhere"), "dddddddd"), cloud / "d.yaml")
    assert [one.path for one in other_copies(home)] == [str(copy)]
    set_apart(str(copy))
    assert [one.path for one in merged_copies(home)] == [str(cloud / "merged" / copy.name)]


def test_copies_that_are_set_apart_stay_whole_and_out_of_the_way(home):
    visit = messy(home)
    data = Path(visit.path).read_bytes()
    for _ in range(3):
        copy = beside(visit, "aaaaaaaa (1).yaml")
        os.chmod(copy, 0o644)
        moved = set_apart(copy)
        assert os.stat(moved).st_mode & 0o777 == 0o600
        assert Path(moved).read_bytes() == data
    assert other_copies(home) == ()
    names = ["aaaaaaaa (1)-2.yaml", "aaaaaaaa (1)-3.yaml", "aaaaaaaa (1).yaml"]
    assert [os.path.basename(one.path) for one in merged_copies(home)] == names
    assert os.stat(os.path.dirname(moved)).st_mode & 0o777 == 0o700
    assert [one.path for one in list_visits(home)] == [visit.path]


def test_a_visit_is_forgotten_with_its_copies_and_with_those_that_were_taken_in(home):
    visit, other = messy(home), saved_visit(home, 2, visit="cccccccc")
    copies = {set_apart(beside(visit, "aaaaaaaa (1).yaml")), beside(visit, "from mum.txt")}
    kept = set_apart(beside(other, "cccccccc (1).yaml"))
    assert copies <= set(files_of(visit.path))
    assert copies <= set(forget(home, visit.path).removed)
    assert [one.path for one in merged_copies(home)] == [kept]
    forget(home, other.path)
    assert os.listdir(os.path.dirname(other.path)) == []
