"""Standard streams that are closed, full, or cannot write a letter: no traceback, nothing lost."""

import os
from typing import IO

import pytest

from pnet_prep.cli import last_words
from pnet_prep.store.visit import new_visit, save
from tests.system.program import a_visit, answers, piped, read_to, refused, run, send, silent
from tests.unit.stored import with_said

LEFT, PIPE, STORE_FAILED = 130, 141, 4
PRINTING = [
    "--help",
    "start --help",
    "list",
    "show",
    "rehearse",
    "where",
    "doctor",
    "start --template",
    "check",
]


def closed_pipe() -> IO[bytes]:
    """The end to write to of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "wb")


@pytest.mark.parametrize("command", [*PRINTING, "forget"])
def test_reader_that_went_away(command, home):
    visit = a_visit(home)
    with closed_pipe() as gone:
        done = run(*command.split(), stdout=gone)
    assert refused(done, PIPE) == last_words.PIPE
    assert visit.exists()


@pytest.mark.parametrize("command", PRINTING)
def test_output_to_a_full_disk(command, home):
    a_visit(home)
    with open("/dev/full", "wb") as full:
        done = run(*command.split(), stdout=full)
    assert refused(done, STORE_FAILED) == last_words.NOT_WRITTEN


@pytest.mark.parametrize("output", ["pipe", "/dev/full"])
def test_interview_nobody_reads_leaves_with_everything_saved(output, home):
    a_visit(home)
    before = answers(home)
    with closed_pipe() if output == "pipe" else open(output, "wb") as gone:
        done = run("start", "1", "--plain", typed="1\n", stdout=gone)
    assert "pnet-prep start" in refused(done, LEFT)
    assert answers(home) == before


def test_answer_counts_where_the_reader_goes_away_meanwhile(home):
    with piped("start", "--plain") as program:
        read_to(program, b"> ")
        assert program.stdout
        program.stdout.close()
        send(program, "1")
        assert program.stdin
        program.stdin.close()
        assert program.stderr
        said = program.stderr.read().decode()
    assert program.returncode == LEFT
    assert said.count("\n") == 1
    assert "pnet-prep start" in said
    assert len(answers(home)) == 1


@pytest.mark.parametrize("typed", ["", "1\n", "1", "1\n\x04", "\x00\n", "1\n\udcff\udcfe\n"])
def test_end_of_input(typed, home):
    with open(home / "typed", "wb") as file:
        file.write(typed.encode("utf-8", "surrogateescape"))
    with open(home / "typed", "rb") as file:
        done = run("start", "--plain", stdin=file)
    assert "pnet-prep start" in refused(done, LEFT)
    if typed.startswith("1"):
        assert answers(home)[0].item == "person.answering"


CLOSED = ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"]


@pytest.mark.parametrize("streams", CLOSED)
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("start 1 --plain", LEFT),
        ("list", 0),
        ("show", 0),
        ("--version", 0),
        ("start --template", 0),
        ("forget", 2),
        ("sing", 2),
    ],
)
def test_closed_streams(streams, command, code, home):
    visit = a_visit(home)
    before = visit.read_bytes()
    in_shell = ("sh", "-c", f'exec "$@" {streams}', "sh")
    done = run(*command.split(), prefix=in_shell)
    assert done.returncode == code
    silent(done)
    assert len(done.stderr.splitlines()) <= 1
    assert visit.read_bytes() == before


@pytest.mark.parametrize("command", ["sing", "show 7", "start --answers nowhere"])
def test_error_that_cannot_be_told(command, home):
    a_visit(home)
    with open("/dev/full", "wb") as full:
        assert run(*command.split(), stderr=full).returncode == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_letters_the_output_cannot_write(encoding, home, tmp_path):
    out = tmp_path / "Überblick 📋"
    settings = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    save(with_said(new_visit(str(home)), "Dr. Zoë 張", "visit.with"))
    for command in (["show"], ["list"], ["export", "--to", "md", "--out", out], ["where"]):
        done = run(*command, **settings, encoding=encoding)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout
    (written,) = out.iterdir()
    assert "Zoë 張" in written.read_text(encoding="utf-8")


@pytest.mark.usefixtures("home")
def test_template_is_utf_8_wherever_it_is_printed(tmp_path):
    path = tmp_path / "template.yaml"
    with path.open("wb") as file:
        done = run("start", "--template", stdout=file, PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert path.read_bytes().decode("utf-8") == run("start", "--template").stdout


def test_names_of_folders_are_shown_so_that_nothing_in_them_acts(home, tmp_path):
    a_visit(home)
    out = tmp_path / "a\x1b[31mb\u202ec\udcff"
    for command in (["export", "--to", "md", "--out", out], ["where"], ["forget", "--yes"]):
        done = run(*command)
        assert (done.returncode, done.stderr) == (0, "")
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout
        assert "‹U+202E›" in done.stdout
    refused(run("export", "--out", tmp_path / "\x1b[31m", "--to", "md"), 2)
