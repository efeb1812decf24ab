"""Answers are in the visit file and in what was printed, their owner's alone, and nowhere else."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.system.program import PROGRAM, SECRET, a_visit, answers, run
from tests.system.terminal import Terminal
from tests.unit.keyboard import CTRL_C, DOWN, ENTER

pytestmark = pytest.mark.row("T12", "looks for answers and open files where none may be")
ANSWERS = f"""\
as: patient
answers:
  person.name: {SECRET} name
  visit.with: {SECRET} doctor
  visit.date: {SECRET} day
  visit.reason: {SECRET} reason
  medicine: [{{medicine.name: {SECRET} medicine}}]
  wish.question: [{{wish.question.text: {SECRET} question}}]
"""


def files_in(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        for above, _names, files in os.walk(folder):
            yield from (Path(above, file) for file in files)


def holding_answers(*folders: Path) -> set[str]:
    """Every file there with an answer in it."""
    return {str(path) for path in files_in(*folders) if SECRET in text_of(path)}


def text_of(path: Path) -> str:
    data = path.read_bytes()
    if not data.startswith(b"%PDF"):
        return data.decode("utf-8", "replace")
    reader = PdfReader(path)
    told = [page.extract_text() for page in reader.pages]
    return f"{data!r} {' '.join(told)}"


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An answers file: the person's own, which stays where it is."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    path = tmp_path / "own" / "given.yaml"
    path.parent.mkdir()
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def lead_a_life(given: Path, out: Path) -> None:
    """Do all there is to do with a visit: take it from a file, go on, leave, print, look, fail."""
    assert run("start", "--answers", given, "--no-input", "--out", out).returncode == 0
    assert run("start", "1", "--plain", typed=f"\n{SECRET}\n").returncode == 130
    assert run("export", "--paper", "letter", "--out", out / "letter").returncode == 0
    terminal = Terminal([*PROGRAM, "start", "1"], 40, 80)
    terminal.wait_for("Enter")
    terminal.press(DOWN, ENTER, CTRL_C)
    assert terminal.end() == 130
    assert run("show").returncode == run("list").returncode == 0
    wrong = f"answers: {{visit.reason: [{SECRET}]}}"
    assert run("start", "--answers", "-", typed=wrong).returncode == 2


def test_answers_are_where_the_program_says_and_nowhere_else(home, given, tmp_path):
    out = tmp_path / "out"
    lead_a_life(given, out)
    holding = holding_answers(tmp_path) - {str(given)}
    assert len(holding) > 5
    assert holding <= set(run("where").stdout.splitlines())
    # No history, no log, no draft: the folder for temporary files and the others stay empty.
    assert {str(path.parent.relative_to(tmp_path)) for path in files_in(tmp_path)} == {
        "own",
        "out",
        "out/letter",
        "pnet-prep",
        "pnet-prep/cache",
        "pnet-prep/visits",
    }
    assert [path.name for path in home.iterdir() if path.is_file()] == ["exports.yaml"]


def test_forget_removes_every_file_that_holds_an_answer(home, given, tmp_path):
    out = tmp_path / "out"
    lead_a_life(given, out)
    (visit,) = (home / "visits").glob("*.yaml")
    (printed,) = out.glob("*.pdf")
    shutil.copy(visit, f"{visit}.tmp-abcdefgh")
    shutil.copy(visit, f"{visit}.damaged-0123456789ab")
    shutil.copy(visit, visit.with_name(f"{visit.stem} (copy).yaml"))
    shutil.copy(visit, f"{printed}.tmp-abcdefgh")
    holding = holding_answers(tmp_path) - {str(given)}
    assert holding <= set(run("where").stdout.splitlines())

    done = run("forget", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"Deleted: {path}" in done.stdout.splitlines() for path in holding)
    assert holding_answers(tmp_path) == {str(given)}
    assert list(files_in(out, home / "visits")) == []


@pytest.mark.parametrize("umask", ["000", "022", "077"])
@pytest.mark.parametrize("named", [True, False], ids=["PNET_PREP_HOME", "the user's folders"])
def test_every_file_is_the_owners_alone(umask, named, given, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    world = tmp_path / ("pnet-prep" if named else "home")
    named_home = os.environ["PNET_PREP_HOME"] if named else ""
    prefix = ("sh", "-c", f'umask {umask} && exec "$@"', "sh")
    for arguments in (
        ["start", "--answers", given, "--no-input"],
        ["start", "1", "--plain"],
        ["export", "--to", "md", "--out", tmp_path / "made" / "for" / "it"],
        ["export", "--to", "md", "--out", shared],
    ):
        done = run(*arguments, typed=f"\n{SECRET}\n", prefix=prefix, PNET_PREP_HOME=named_home)
        assert done.returncode in {0, 130}, done.stderr
    made = (world, tmp_path / "home" / "Documents" / "pnet-prep", tmp_path / "made")
    folders = {folder for one in made for folder in (one, *one.rglob("*")) if folder.is_dir()}
    files = set(files_in(*made, shared))
    assert len(files) > 8
    assert {mode(path) for path in files} == {0o600}
    assert {mode(path) for path in folders} == {0o700}
    assert mode(shared) == 0o755


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_no_answer_is_seen_from_outside_while_it_is_given(home):
    terminal = Terminal([*PROGRAM, "start"], 40, 80)
    terminal.wait_for("Who is answering?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("What name should stand on the sheet?")
    terminal.press(SECRET, ENTER)
    process = Path(f"/proc/{terminal.child.pid}")
    for seen in ("cmdline", "environ"):
        assert SECRET.encode() not in (process / seen).read_bytes()
    assert list(process.glob("task/*/children"))
    assert all(not listed.read_text() for listed in process.glob("task/*/children"))
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert SECRET in {answer.value for answer in answers(home)}


def test_what_a_printed_file_says_of_itself_holds_no_answer(home, tmp_path):
    a_visit(home)
    assert run("export", "--to", "pdf", "--out", tmp_path / "out").returncode == 0
    (pdf,) = (tmp_path / "out").iterdir()
    reader = PdfReader(pdf)
    assert SECRET in reader.pages[0].extract_text()
    assert reader.xmp_metadata
    for said in (pdf.name, str(reader.metadata), reader.xmp_metadata.stream.get_data().decode()):
        assert SECRET not in said
