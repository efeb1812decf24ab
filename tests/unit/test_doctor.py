"""`doctor`: each thing it finds is told in one line, modes are put right, nothing is deleted."""

import importlib.util
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner, Result

from pnet_prep.cli import doctor
from pnet_prep.cli.app import app_with
from pnet_prep.cli.pack import words
from pnet_prep.engine.fill import say
from pnet_prep.store.exports import write_export
from pnet_prep.store.folder import data_folder, documents_folder
from pnet_prep.store.visit import Visit
from tests.unit.stored import saved_visit

PARTS = ("pdf", "fonts", "fillable", "html", "ics", "yaml", "secure")


def visit_with_checklist() -> tuple[Visit, Path]:
    visit = saved_visit(data_folder(), 4, visit="aaaaaaaa")
    out = os.path.join(documents_folder(), "visit.md")
    return visit, Path(write_export(data_folder(), visit.id, out, b"# Visit", "2026-11-20"))


def see() -> Result:
    """What the command says, with the umask that the program gives itself."""
    before = os.umask(0o077)
    try:
        return CliRunner().invoke(app_with(["doctor", "where"]), ["doctor"])
    finally:
        os.umask(before)


def said(word: str, **slots: object) -> str:
    return say(words(), word, {name: str(value) for name, value in slots.items()})


def everything() -> dict[str, bytes]:
    files = (path for path in Path(data_folder()).rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in files if "cache" not in path.parts}


def test_all_is_well_where_all_is_well() -> None:
    visit_with_checklist()
    before = everything()
    done = see()
    lines = done.output.splitlines()
    assert done.exit_code == 0
    assert lines[1:-2] == [said(f"doctor.there.{part}") for part in PARTS]
    assert lines[-2:] == [said("doctor.visits", count=1), said("doctor.well")]
    assert everything() == before


def test_no_visit_yet_is_no_fault_and_makes_no_folder() -> None:
    done = see()
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, said("doctor.well"))
    assert said("error.no_visits") in done.output
    assert not os.path.exists(os.path.join(data_folder(), "visits"))


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_what_is_open_to_others_is_closed_once(umask: int) -> None:
    _, checklist = visit_with_checklist()
    data, documents = Path(data_folder()), Path(documents_folder())
    merged = data / "visits" / "merged"
    merged.mkdir(0o777)
    (data / "writing-x.txt").write_text("words")
    copies = [merged / "aaaaaaaa (1).yaml", data / "visits" / "aaaaaaaa (2).yaml"]
    for copy in copies:
        copy.write_bytes(b"x")
    folders = [data, data / "visits", merged, documents]
    files = [*copies, *(data / "visits").glob("*.yaml*"), *data.glob("*.*"), checklist]
    files = list(dict.fromkeys(files))
    for path in folders:
        path.chmod(0o777 & ~umask)
    for path in files:
        path.chmod(0o666 & ~umask)
    before = everything()
    first, second = see().output, see().output
    assert {path: stat.S_IMODE(path.stat().st_mode) for path in (*folders, *files)} == {
        **dict.fromkeys(folders, 0o700),
        **dict.fromkeys(files, 0o600),
    }
    told = [said("doctor.closed", file=path) in first for path in (*folders, *files)]
    assert told == [umask != 0o077] * len(told)
    assert said("doctor.closed", file="") not in second
    assert everything() == before


def test_second_run_says_that_all_is_well() -> None:
    visit, _ = visit_with_checklist()
    Path(visit.path).chmod(0o644)
    outputs = [see().output.splitlines()[-1] for _ in range(2)]
    assert outputs == [said("doctor.put_right"), said("doctor.well")]


def test_folder_its_owner_may_only_read_can_be_saved_in_again() -> None:
    visit, _ = visit_with_checklist()
    folder = Path(visit.path).parent
    folder.chmod(0o500)
    assert said("doctor.closed", file=folder) in see().output
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_disk_that_takes_no_change_is_told_and_reading_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    visit, _ = visit_with_checklist()
    Path(visit.path).chmod(0o644)

    def refuse(*_: object) -> None:
        raise PermissionError(30, "read-only")

    monkeypatch.setattr(os, "chmod", refuse)
    monkeypatch.setattr(os, "access", lambda *_: False)
    done = see()
    lines = done.output.splitlines()
    assert said("doctor.not_closed", file=visit.path) in lines
    assert said("error.may_not_write", file=Path(visit.path).parent) in lines
    assert said("doctor.visits", count=1) in lines
    assert (done.exit_code, lines[-1]) == (0, said("doctor.look"))


def test_what_may_be_somebody_elses_too_keeps_its_mode(tmp_path: Path) -> None:
    visit, checklist = visit_with_checklist()
    data = Path(data_folder())
    (data / "holiday.txt").write_text("not ours")
    checklist.write_text("what somebody wrote over it")
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("x")
    (Path(visit.path).parent / "link.txt").symlink_to(elsewhere)
    for path, mode in ((data, 0o755), (checklist, 0o644), (elsewhere, 0o644)):
        path.chmod(mode)
    output = see().output
    assert [stat.S_IMODE(path.stat().st_mode) for path in (data, checklist, elsewhere)] == [
        0o755,
        0o644,
        0o644,
    ]
    assert said("doctor.not_ours", file=data) in output
    assert said("doctor.not_ours", file=checklist) in output
    assert str(elsewhere) not in output


def test_folder_without_visits_keeps_its_mode() -> None:
    data = Path(data_folder())
    data.mkdir(exist_ok=True)
    data.chmod(0o755)
    assert said("doctor.not_ours", file=data) in see().output
    assert stat.S_IMODE(data.stat().st_mode) == 0o755


class Case(NamedTuple):
    """What happens to a visit, and how the line about it begins: word, file, exit code."""

    happens: Callable[[Path, Path], Path]
    word: str
    code: int = 0
    well: bool = False


def unfinished_save(visit: Path, _: Path) -> Path:
    return Path(shutil.copy(visit, f"{visit}.tmp-abcdefgh"))


def damaged_copy(visit: Path, _: Path) -> Path:
    return Path(shutil.copy(visit, f"{visit}.damaged-0123456789ab"))


def unfinished_text(visit: Path, _: Path) -> Path:
    left = visit.parent.parent / "writing-x1.txt"
    left.write_text("words")
    left.chmod(0o600)
    return left


def unfinished_export(_: Path, checklist: Path) -> Path:
    return Path(shutil.copy(checklist, f"{checklist}.tmp-abcdefgh"))


def export_gone(_: Path, checklist: Path) -> Path:
    checklist.unlink()
    return checklist


def copy_beside(visit: Path, _: Path) -> Path:
    return Path(shutil.copy(visit, visit.parent / "aaaaaaaa (Ana's conflicted copy).yaml"))


def visit_file_gone(visit: Path, _: Path) -> Path:
    visit.unlink()
    return Path(f"{visit}.1")


def damaged(visit: Path, _: Path) -> Path:
    visit.write_bytes(visit.read_bytes()[:-60])  # the newest of four answers
    return visit


def unreadable(visit: Path, _: Path) -> Path:
    for path in visit.parent.iterdir():
        path.write_bytes(b"junk")
    return visit


CASES = {
    "unfinished save": Case(unfinished_save, "doctor.unfinished_save", well=True),
    "damaged copy": Case(damaged_copy, "notice.set_aside", well=True),
    "unfinished text": Case(unfinished_text, "doctor.unfinished_text"),
    "unfinished export": Case(unfinished_export, "doctor.unfinished_file"),
    "export gone": Case(export_gone, "doctor.export_gone", well=True),
    "copy beside": Case(copy_beside, "join.offer"),
    "visit file gone": Case(visit_file_gone, "doctor.no_visit_file"),
    "damaged": Case(damaged, "notice.damaged"),
    "unreadable": Case(unreadable, "error.unreadable", code=4),
}


@pytest.mark.parametrize("name", CASES)
def test_each_finding_is_named_with_its_file(name: str) -> None:
    case = CASES[name]
    visit, checklist = visit_with_checklist()
    path = case.happens(Path(visit.path), checklist)
    before = everything()
    done = see()
    line = said(case.word, file=path, visit=visit.path, count=3)
    assert line in done.output.splitlines()
    assert done.exit_code == case.code
    assert done.output.splitlines()[-1] == said("doctor.well" if case.well else "doctor.look")
    assert everything() == before


@pytest.mark.parametrize(("free", "lines"), [(99, 1), (100, 0)])
def test_disk_that_is_nearly_full_is_told(
    free: int, lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = shutil.disk_usage("/")._replace(total=10**12, free=free * 1024 * 1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
    assert see().output.splitlines().count(said("doctor.little_room", count=free)) == lines


@pytest.mark.parametrize(
    ("module", "word", "last"),
    [
        ("typst", "error.no_pdf", "doctor.look"),
        ("pypdf", "error.no_fillable", "doctor.look"),
        ("fontpkg_noto_sans_arabic", "doctor.missing.fonts", "doctor.look"),
        ("jinja2", "doctor.missing.html", "doctor.look"),
        ("icalendar", "doctor.missing.ics", "doctor.look"),
        ("yaml._yaml", "doctor.missing.yaml", "doctor.well"),
    ],
)
def test_part_that_is_not_installed_is_told(
    module: str, word: str, last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name == module else real(name))
    lines = see().output.splitlines()
    assert said(word) in lines
    assert lines[-1] == said(last)
