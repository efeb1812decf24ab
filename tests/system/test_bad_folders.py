"""Folders that are none, or that may not be used: told in one sentence, with nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pnet_prep.store.folder import list_visits
from tests.system.program import MODES_BIND, a_visit, answers, refused, run

STORE_FAILED = 4
pytestmark = pytest.mark.row("T5", "ways a disk or a folder can fail the program")
CASE = Path(__file__).parents[1] / "cases" / "c7.yaml"


def a_file(folder: Path) -> Path:
    folder.write_text("Dear doctor,\n")
    return folder


def below_a_file(folder: Path) -> Path:
    return a_file(folder) / "below"


def read_only(folder: Path) -> Path:
    folder.mkdir(mode=0o500)
    return folder


def below_read_only(folder: Path) -> Path:
    return read_only(folder) / "below"


def no_real_folder(_folder: Path) -> Path:
    return Path("/proc/self")


def too_long(folder: Path) -> Path:
    return folder / ("a" * 300)


FOLDERS: dict[str, Callable[[Path], Path]] = {
    "a file": a_file,
    "below a file": below_a_file,
    "read-only": read_only,
    "below read-only": below_read_only,
    "no real folder": no_real_folder,
    "a name too long": too_long,
}


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (["start", "--plain"], "1\n"),
        (["start", "--answers", str(CASE), "--no-input"], ""),
    ],
    ids=["asked", "from a file"],
)
def test_home_that_cannot_be_used(kind, arguments, typed, home, tmp_path):
    folder = FOLDERS[kind](tmp_path / "other")
    done = run(*arguments, typed=typed, prefix=MODES_BIND, PNET_PREP_HOME=str(folder))
    refused(done, STORE_FAILED)
    assert not list_visits(str(home))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("kind", ["a file", "below a file", "below read-only"])
@pytest.mark.parametrize("command", ["list", "where"])
def test_home_that_cannot_be_used_holds_no_visit(kind, command, tmp_path):
    folder = FOLDERS[kind](tmp_path / "other")
    asked = run(command, prefix=MODES_BIND, PNET_PREP_HOME=str(folder))
    assert (asked.returncode, asked.stderr) == (0, "")


@pytest.mark.parametrize("kind", FOLDERS)
def test_folder_that_cannot_be_printed_to(kind, home, tmp_path):
    visit = a_visit(home)
    before = visit.read_bytes()
    folder = FOLDERS[kind](tmp_path / "out")
    done = run("export", "--out", folder, prefix=MODES_BIND)
    said = refused(done, STORE_FAILED)
    assert ("may not write" if "read-only" in kind else "Choose another folder") in said
    assert done.stdout == ""
    assert visit.read_bytes() == before
    assert [path for path in tmp_path.rglob("visit-*") if path.is_file()] == []


def test_folder_of_visits_that_became_read_only(home):
    visit = a_visit(home)
    before = answers(home)
    visit.parent.chmod(0o500)
    refused(run("start", "1", "--plain", typed="\n/skip\n1\n", prefix=MODES_BIND), STORE_FAILED)
    visit.parent.chmod(0o700)
    assert answers(home) == before
    assert run("start", "1", "--plain", typed="\n/skip\n1\n").returncode == 130
    assert len(answers(home)) > len(before)


@pytest.mark.parametrize("command", ["list", "show", "where", "start", "export", "forget"])
def test_visits_that_may_not_be_read(command, home):
    visit = a_visit(home)
    visit.parent.chmod(0)
    done = run(command, prefix=MODES_BIND)
    visit.parent.chmod(0o700)
    assert "may not read" in refused(done, STORE_FAILED)
    assert len(answers(home)) == 2


def test_forget_says_what_it_could_not_delete(home):
    visit = a_visit(home)
    visit.parent.chmod(0o500)
    done = run("forget", "--yes", prefix=MODES_BIND)
    visit.parent.chmod(0o700)
    assert (done.returncode, done.stderr) == (STORE_FAILED, "")
    assert str(visit) in done.stdout
    assert len(answers(home)) == 2


@pytest.mark.parametrize("command", [["where"], ["export", "--to", "md"], ["forget", "--yes"]])
def test_log_of_printed_checklists_that_cannot_be_read(command, home):
    visit = a_visit(home)
    (home / "exports.yaml").mkdir()
    refused(run(*command), STORE_FAILED)
    assert visit.exists()
