"""Every command there is, under each umask: no answer where none belongs, and no open file."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pnet_prep.cli.app import COMMANDS
from tests.system.program import SECRET, a_visit, answers, run
from tests.system.test_privacy import files_in, holding_answers

pytestmark = pytest.mark.row("T12", "looks for answers and open files where none may be")
REAL = "wide river and quiet lamp"
UMASKS = ("000", "022", "077")
"""The first leaves every file open to all that is made without saying how."""

HANDED_ON = """
import sys

def note(event, told):
    if event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.putenv"}:
        with open(%r, "a") as seen:
            print(event, told, file=seen)

sys.addaudithook(note)
"""
"""Run at the start of each command: notes what it hands to other programs, and its environment."""

LIFE: tuple[tuple[list[str], str], ...] = (
    (["check"], ""),
    (["start", "1", "--plain"], f"\n1\n{SECRET} typed\n/quit\n"),
    (["review", "--plain"], "1\n/review\n/quit\n"),
    (["show"], ""),
    (["rehearse"], ""),
    (["list"], ""),
    (["export", "--to", "md,html,pdf,txt,json,ics", "--out", "out"], ""),
    (["export", "--to", "pdf", "--fillable", "--out", "out"], ""),
    (["form", "--out", "out"], ""),
    (["share", "--out", "out"], ""),
    (["share", "--all", "--out", "out"], ""),
    (["join", "copy.yaml", "--no-input"], ""),
    (["after", "--plain", "--out", "out"], "1\n/quit\n"),
    (["protect"], f"{REAL}\n{REAL}\n"),
    (["show"], f"{REAL}\n"),
    (["unprotect"], f"{REAL}\n"),
    (["doctor"], ""),
    (["where"], ""),
)
"""Each command with what is typed into it, in an order in which each has something to do."""

ON_PAPER = {"show", "review", "rehearse", "start", "after", "list"}
"""What these say is what was answered."""


@pytest.fixture
def place(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A visit, a copy of it from elsewhere, and a folder for temp files that has to stay empty."""
    for name in ("temp", "work"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    (tmp_path / "work" / "copy.yaml").write_bytes(a_visit(home).read_bytes())
    return tmp_path


@pytest.fixture
def handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that tells what programs were given on their command line and in the environment."""
    seen = tmp_path / "seen" / "handed_on"
    seen.parent.mkdir()
    code = HANDED_ON % str(seen)
    (seen.parent / "sitecustomize.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(seen.parent))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return seen


def test_what_a_program_hands_on_is_seen(handed_on):
    """Or else nothing would be found out about the commands."""
    for handing in (
        "import subprocess; subprocess.run(['true', 'an answer'])",
        "import subprocess; subprocess.run(['true'], env={'a': 'an answer'})",
        "import os; os.environ['a'] = 'an answer'",
        "import os; os.execvp('true', ['true', 'an answer'])",
    ):
        handed_on.unlink(missing_ok=True)
        subprocess.run([sys.executable, "-c", handing], check=True)
        assert "an answer" in handed_on.read_text(encoding="utf-8"), handing


@pytest.mark.parametrize("umask", UMASKS)
def test_no_command_leaves_or_says_an_answer_where_none_belongs(umask, place, home, handed_on):
    work = place / "work"
    prefix = ("sh", "-c", f'umask {umask} && exec "$@"', "sh")
    for arguments, typed in LIFE:
        done = run(*arguments, typed=typed, prefix=prefix, cwd=work)
        assert done.returncode in {0, 130}, (arguments, done.stderr)
        assert SECRET not in done.stderr, arguments
        assert "Traceback" not in done.stderr, arguments
        assert arguments[0] in ON_PAPER or SECRET not in done.stdout, arguments
        assert list((place / "temp").iterdir()) == [], arguments
        made = [path for path in files_in(home, work) if path.name != "copy.yaml"]
        assert {mode(path) for path in made} == {0o600}, arguments
        assert {mode(path) for path in (home, *home.rglob("*")) if path.is_dir()} == {0o700}
    known = set(run("where").stdout.splitlines())
    holding = holding_answers(place) - {str(work / "copy.yaml")}
    assert len(holding) > 6
    assert holding <= known
    assert any(f"{SECRET} typed" in str(answer.value) for answer in answers(home))
    done = run("forget", "--yes", prefix=prefix)
    assert done.returncode == 0
    assert not handed_on.exists() or SECRET not in handed_on.read_text(encoding="utf-8")
    assert holding_answers(place) == {str(work / "copy.yaml")}
    assert {str(path.parent.relative_to(place)) for path in files_in(place)} <= {
        "seen",
        "work",
        "pnet-prep",
        "pnet-prep/cache",
        "pnet-prep/visits",
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(os.lstat(path).st_mode)


def test_every_command_is_looked_at():
    assert {arguments[0] for arguments, _ in LIFE} | {"forget"} == set(COMMANDS)
