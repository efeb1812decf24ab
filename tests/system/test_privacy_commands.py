"""Every command there is, under an open umask: no answer where none belongs, and no open file."""

import os
import stat
from pathlib import Path

import pytest

from pnet_prep.cli.app import COMMANDS
from tests.system.program import SECRET, a_visit, answers, run
from tests.system.test_privacy import files_in, holding_answers

pytestmark = pytest.mark.row("T12", "looks for answers and open files where none may be")
REAL = "wide river and quiet lamp"
OPEN = ("sh", "-c", 'umask 000 && exec "$@"', "sh")
"""Before a command: every file that it makes without saying how would be open to all."""

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


def test_no_command_leaves_or_says_an_answer_where_none_belongs(place, home):
    work = place / "work"
    for arguments, typed in LIFE:
        done = run(*arguments, typed=typed, prefix=OPEN, cwd=work)
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
    done = run("forget", "--yes", prefix=OPEN)
    assert done.returncode == 0
    assert holding_answers(place) == {str(work / "copy.yaml")}
    assert {str(path.parent.relative_to(place)) for path in files_in(place)} <= {
        "work",
        "pnet-prep",
        "pnet-prep/cache",
        "pnet-prep/visits",
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(os.lstat(path).st_mode)


def test_every_command_is_looked_at():
    assert {arguments[0] for arguments, _ in LIFE} | {"forget"} == set(COMMANDS)
