"""A disk without room: what was saved stays, the person is told, and nothing half is left."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pnet_prep.model.interview import Ask, Screen
from pnet_prep.store.folder import list_visits
from tests.system.program import PROGRAM, SECRET, Done, answers, refused, run, silent
from tests.system.terminal import Terminal
from tests.system.waiting import asks, visit_before
from tests.unit.keyboard import CTRL_C, ENTER

KIB = 1024
PAGE = 4 * KIB
STORE_FAILED, LEFT = 4, 130
CASE = Path(__file__).parents[1] / "cases" / "c7.yaml"

pytestmark = pytest.mark.row("T5", "ways a disk or a folder can fail the program")
Disk = Callable[[int], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Makes a disk of so many bytes; skipped only where nobody may make one."""
    folder = tmp_path / "disk"

    def made(size: int) -> Path:
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
        refusal = "mount is missing"
        if shutil.which("mount"):
            refusal = subprocess.run(mount, capture_output=True, text=True, check=False).stderr
        if not os.path.ismount(folder):
            assert "CI" not in os.environ, refusal
            pytest.skip(refusal)
        return folder

    yield made
    if os.path.ismount(folder):
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, *, but: int = 0) -> Path:
    """Take all room but so many bytes, with a file that can be deleted again."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE))
        except OSError:
            pass
    os.truncate(filler, filler.stat().st_size - but)
    return filler


@pytest.mark.parametrize("pages", range(3))
def test_answers_until_the_disk_is_full(pages, disk, home):
    """An answer is saved, or it is refused and all before it are there: nothing in between."""
    data = disk(64 * KIB)
    (data / "cache").symlink_to(home / "cache")
    visit_before(data, asks(Ask.LINE))
    filler = fill(data, but=pages * PAGE)
    codes = []
    for _ in range(2):
        known = answers(data)
        done = give_long_answer(data)
        codes.append(done.returncode)
        if done.returncode == LEFT:
            assert answers(data)[:-1] == known
        else:
            assert "disk is full" in refused(done, STORE_FAILED)
            assert answers(data) == known
    assert codes == [LEFT if pages else STORE_FAILED, STORE_FAILED]

    known = answers(data)
    filler.unlink()
    assert give_long_answer(data).returncode == LEFT
    assert answers(data)[:-1] == known


def give_long_answer(data: Path) -> Done:
    done = run(
        "start", "1", "--plain", typed=f"\n{SECRET} {'é' * 1000}\n", PNET_PREP_HOME=str(data)
    )
    silent(done)
    return done


def test_terminal_is_put_right_when_the_disk_is_full(disk, home):
    data = disk(64 * KIB)
    (data / "cache").symlink_to(home / "cache")
    shown = visit_before(data, asks(Ask.LINE))
    before = answers(data)
    fill(data)
    terminal = answered_at(data, shown)
    terminal.press(CTRL_C)
    assert terminal.end() == STORE_FAILED
    assert "disk is full" in terminal.text
    assert terminal.echoes
    assert not terminal.screen.cursor.hidden
    assert answers(data) == before


def test_answer_that_found_no_room_is_saved_once_there_is_some(disk, home):
    data = disk(64 * KIB)
    (data / "cache").symlink_to(home / "cache")
    shown = visit_before(data, asks(Ask.LINE))
    before = answers(data)
    filler = fill(data)
    terminal = answered_at(data, shown)
    terminal.press(ENTER)
    assert answers(data) == before
    filler.unlink()
    terminal.press(ENTER)
    terminal.until(lambda: answers(data) != before, "saved answer")
    terminal.press(CTRL_C)
    assert terminal.end() == LEFT
    assert answers(data)[:-1] == before


def answered_at(data: Path, shown: Screen) -> Terminal:
    """A terminal at which this question was just answered, and nothing could be saved."""
    terminal = Terminal([*PROGRAM, "start", "1"], 24, 80, PNET_PREP_HOME=str(data))
    terminal.go_on()
    terminal.wait_for(shown.text)
    terminal.press(SECRET, ENTER)
    terminal.wait_for("try again.")
    return terminal


def test_new_visit_on_a_full_disk(disk):
    data = disk(64 * KIB)
    filler = fill(data)
    for arguments in (["start", "--plain"], ["start", "--answers", CASE, "--no-input"]):
        done = run(*arguments, typed="1\n", PNET_PREP_HOME=str(data))
        assert "disk is full" in refused(done, STORE_FAILED)
        assert not list_visits(str(data))
    filler.unlink()
    assert run("start", "--plain", typed="1\n", PNET_PREP_HOME=str(data)).returncode == LEFT
    assert len(answers(data)) == 1


def test_content_that_does_not_fit_leaves_the_room_to_the_answers(disk):
    data = disk(128 * KIB)
    assert run("start", "--plain", typed="1\n", PNET_PREP_HOME=str(data)).returncode == LEFT
    assert len(answers(data)) == 1
    used = sum(path.stat().st_size for path in data.rglob("*") if path.is_file())
    assert used < 64 * KIB


@pytest.mark.parametrize(("size", "written"), [(64 * KIB, ["visit-2026-11-23.md"]), (PAGE, [])])
def test_checklist_on_a_full_disk(size, written, disk, home):
    assert run("start", "--answers", CASE, "--no-input", "--to", "md").returncode == 0
    out = disk(size)
    done = run("export", "--to", "md,pdf", "--out", out)
    assert "disk is full" in refused(done, STORE_FAILED)
    assert done.stdout == ""
    assert sorted(os.listdir(out)) == written
    assert len(list_visits(str(home))) == 1
