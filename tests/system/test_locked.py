"""A locked visit from end to end: on a real terminal, with stock age, and with no word on disk."""

import signal
from pathlib import Path

import pexpect
import pytest

from pnet_prep.store.locking import lock_visit
from pnet_prep.store.visit import new_visit, open_visit, save
from tests.system.program import PROGRAM, SECRET, piped, read_to, run, send
from tests.system.terminal import Terminal
from tests.unit.keyboard import CTRL_C, ENTER
from tests.unit.locked import PASSPHRASE, WRONG, key
from tests.unit.stored import with_said

REAL = "wide river and quiet lamp"
"""A passphrase that is locked with for real: each use takes a second or more."""


@pytest.fixture
def locked(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A locked visit on a computer whose folder for temp files is empty."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    visit = save(with_said(new_visit(str(home)), f"{SECRET} before", "visit.reason"))
    return Path(lock_visit(visit.path, key()).file)


def in_the_open(*folders: Path) -> list[Path]:
    """The files in which an answer can be read."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in files if SECRET.encode() in path.read_bytes()]


def answers_in(path: Path) -> set[object]:
    return {answer.value for answer in open_visit(str(path), key()).response.shown}


def test_no_word_of_an_interview_is_on_disk_in_the_open(locked, home, tmp_path):
    told = run("start", "1", "--plain", typed=f"{PASSPHRASE}\n1\n1\n{SECRET} name\n")
    assert told.returncode == 130, told.stderr
    with piped("start", "1", "--plain") as program:
        for line in (PASSPHRASE, "1", "1", f"{SECRET} again"):
            send(program, line)
            read_to(program, b"> ")
        program.send_signal(signal.SIGKILL)
    terminal = Terminal([*PROGRAM, "start", "1"], 40, 80)
    terminal.wait_for("passphrase")
    terminal.until(lambda: not terminal.echoes, "what is typed is hidden")
    terminal.press(PASSPHRASE, ENTER)
    terminal.wait_for("move")
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert in_the_open(home, tmp_path / "temp") == []
    assert {f"{SECRET} before", f"{SECRET} name"} < answers_in(locked)
    assert {path.stat().st_mode & 0o777 for path in locked.parent.iterdir()} == {0o600}
    assert (tmp_path / "temp").exists()
    assert list((tmp_path / "temp").iterdir()) == []


def test_passphrase_is_not_shown_on_the_terminal_and_leaving_leaves_all_as_it_is(locked):
    before = locked.read_bytes()
    terminal = Terminal([*PROGRAM, "show"], 40, 80)
    terminal.wait_for("passphrase")
    terminal.until(lambda: not terminal.echoes, "what is typed is hidden")
    terminal.press(WRONG, ENTER)
    terminal.wait_for("does not open it")
    assert WRONG not in terminal.text
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert locked.read_bytes() == before


@pytest.mark.system("age")
def test_stock_age_opens_a_visit_with_its_key_file_and_the_passphrase_alone(locked):
    command = ["-d", "-i", f"{locked}".removesuffix(".age") + ".key.age", str(locked)]
    age = pexpect.spawn("age", command, encoding="utf-8", timeout=20)
    age.expect("[Pp]assphrase")
    age.sendline(PASSPHRASE)
    age.expect(f"{SECRET} before")
    age.expect("end: 1")
    age.close()


@pytest.mark.system("age")
def test_what_is_locked_to_send_opens_with_stock_age_and_the_passphrase_alone(home, tmp_path):
    save(with_said(new_visit(str(home)), f"{SECRET} sent", "life.else"))
    done = run("share", "--encrypt", "--out", tmp_path, typed=f"{REAL}\n{REAL}\n")
    sent = Path(done.stdout.strip())
    assert SECRET.encode() not in sent.read_bytes()
    age = pexpect.spawn("age", ["-d", str(sent)], encoding="utf-8", timeout=60)
    age.expect("[Pp]assphrase")
    age.sendline(REAL)
    age.expect(f"{SECRET} sent")
    age.close()


@pytest.mark.usefixtures("locked")
def test_core_files_are_off_while_answers_are_in_memory():
    with piped("start", "1", "--plain") as program:
        send(program, PASSPHRASE)
        read_to(program, b"> ")
        limits = Path(f"/proc/{program.pid}/limits").read_text(encoding="utf-8")
        program.kill()
    (core,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert core.split()[4] == "0"


@pytest.mark.usefixtures("locked")
def test_passphrase_is_in_no_command_line_and_no_environment():
    with piped("start", "1", "--plain") as program:
        send(program, PASSPHRASE)
        read_to(program, b"> ")
        told = [Path(f"/proc/{program.pid}/{what}").read_bytes() for what in ("cmdline", "environ")]
        program.kill()
    assert PASSPHRASE.encode() not in b"".join(told)
