"""Bad files and command lines: one plain sentence, the right exit code, and nothing is changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pnet_prep.content.files import questions_folder
from pnet_prep.store.folder import list_visits
from tests.system.program import SECRET, a_visit, refused, run

KIB = 1024
REFUSED, FAULTS = 2, 3

ANSWERS_FILES = {
    "empty": b"",
    "only spaces": b"  \n \n",
    "no mapping": SECRET.encode(),
    "nothing in it": b"as: patient\n",
    "unknown key": f"answers: {{}}\nnotes: {SECRET}\n".encode(),
    "unknown question": f"answers:\n  symptom.nothing: {SECRET}\n".encode(),
    "unknown question, far from any": f"answers:\n  qqqqqq: {SECRET}\n".encode(),
    "answer as a question": f"answers:\n  {SECRET}: because\n".encode(),
    "answer as part of an answer": f"answers:\n  visit.reason: {{{SECRET}: because}}\n".encode(),
    "answer as part of an entry": f"answers:\n  medicine:\n    - {SECRET}: daily\n".encode(),
    "answer as a person": f"answers: {{}}\nviews:\n  {SECRET}: {{}}\n".encode(),
    "answer twice": f"answers:\n  {SECRET}: a\n  {SECRET}: b\n".encode(),
    "unknown option": f"answers:\n  person.sex: {SECRET}\n".encode(),
    "unknown option in a list": f"answers:\n  visit.stage: [{SECRET}]\n".encode(),
    "unknown non-answer": f"answers:\n  visit.reason: {{none: {SECRET}}}\n".encode(),
    "list for a text": f"answers:\n  visit.reason: [{SECRET}, b]\n".encode(),
    "text for a list": f"answers:\n  family: {SECRET}\n".encode(),
    "text for an entry": f"answers:\n  family: [{SECRET}]\n".encode(),
    "text for a number": f"answers:\n  symptom.diarrhea.worst: {SECRET}\n".encode(),
    "number too high": b'answers:\n  symptom.diarrhea.worst: "77"\n',
    "unknown person answering": f"as: {SECRET}\nanswers: {{}}\n".encode(),
    "no day": f"as_of: {SECRET}\nanswers: {{}}\n".encode(),
    "binary": bytes(range(256)) * 8,
    "zero bytes": bytes(4 * KIB),
    "other encoding": f"answers:\n  visit.reason: {SECRET} caf\xe9\n".encode("latin-1"),
    "UTF-16": f"answers:\n  visit.reason: {SECRET}\n".encode("utf-16"),
    "control characters": f"answers:\n  visit.reason: {SECRET}\x1b[2J\n".encode(),
    "torn quotes": f'answers:\n  visit.reason: "{SECRET}'.encode(),
    "torn bracket": f"answers: {{visit.reason: {SECRET}".encode(),
    "colon inside": f"answers:\n  visit.reason: {SECRET}: b\n".encode(),
    "tab": f"answers:\n\tvisit.reason: {SECRET}\n".encode(),
    "bad escape": f'answers:\n  visit.reason: "{SECRET}\\q"\n'.encode(),
    "two documents": f"answers: {{}}\n---\nanswers: {{visit.reason: {SECRET}}}\n".encode(),
    "tag that would run": f'answers: !!python/object/apply:os.system ["{SECRET}"]'.encode(),
    "own tag": f"answers: !{SECRET} {{}}\n".encode(),
    "merge key": f"answers:\n  <<: {{visit.reason: {SECRET}}}\n".encode(),
    "anchor": f"answers: &{SECRET} {{}}\n".encode(),
    "alias": f"answers: *{SECRET}\n".encode(),
    "billion laughs": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nanswers: *c\n",
    "deep lists": b"answers: " + b"[" * 100_000,
    "deep mappings": b"answers: " + b"{a: " * 50_000,
    "deep blocks": b"\n".join(b" " * n + b"a:" for n in range(2_000)),
    "many values": b"answers: {must: [" + b"x," * 200_000 + b"]}",
    "one long line": b"answers:\n  visit.reason: " + b"a" * 900 * KIB,
    "two MiB": b"a" * 2 * KIB * KIB,
    "keys that collide": b"answers:\n" + b"  visit.reason: x\n" * 20_000,
}


@pytest.mark.parametrize("name", ANSWERS_FILES)
def test_answers_file_that_cannot_be_used(name, home, tmp_path):
    path = tmp_path / "given.yaml"
    path.write_bytes(ANSWERS_FILES[name])
    done = run("start", "--answers", path, "--no-input", "--out", tmp_path / "out")
    assert "given.yaml" in refused(done, REFUSED, problems=True)
    assert done.stdout == ""
    assert not list_visits(str(home))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("source", ["nowhere.yaml", "folder", "folder/nowhere/a.yaml", ""])
def test_answers_file_that_is_not_there(source, home, tmp_path):
    (tmp_path / "folder").mkdir()
    done = run("start", "--answers", source, "--no-input", cwd=tmp_path)
    refused(done, REFUSED)
    assert not list_visits(str(home))


@pytest.mark.parametrize("name", ["empty", "unknown question", "binary", "two MiB"])
def test_answers_from_a_pipe_that_cannot_be_used(name, home, tmp_path):
    path = tmp_path / "given.yaml"
    path.write_bytes(ANSWERS_FILES[name])
    with path.open("rb") as file:
        done = run("start", "--answers", "-", "--no-input", stdin=file)
    refused(done, REFUSED, problems=True)
    assert not list_visits(str(home))


COMMAND_LINES = [
    ["sing"],
    [SECRET],
    ["--sing"],
    ["-s"],
    ["start", "--sing"],
    ["start", f"--sing={SECRET}"],
    ["start", "--as", SECRET],
    ["start", "--quick=yes"],
    ["start", "--no-input"],
    *([command, "--to", "docx"] for command in ("start", "review", "after")),
    ["start", "one", SECRET],
    ["export", "--out"],
    ["export", "--to", SECRET],
    ["export", "--to", "md,docx"],
    ["export", "--to", ""],
    ["export", "--paper", "a3"],
    ["export", "--print", "huge"],
    ["show", "1", SECRET],
    ["check", "one", SECRET],
]
NO_VISIT = ["7", "0", "-1", "2026-01-01", SECRET, "²", "٧", "9" * 30, "../aaaaaaaa", "1.0", " "]


@pytest.mark.parametrize("arguments", COMMAND_LINES, ids=" ".join)
def test_command_line_that_does_not_fit(arguments, home):
    visit = a_visit(home)
    before = visit.read_bytes()
    done = run(*arguments)
    refused(done, REFUSED)
    assert done.stdout == ""
    assert visit.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["strat"], "closest is: pnet-prep start."),
        (["sing"], "no such command. To see what there is"),
        (["start", "--quik"], "closest is --quick. To see what fits, type: pnet-prep start --help"),
        (
            ["export", "--out"],
            "has to follow --out. To see what fits, type: pnet-prep export --help",
        ),
        (["start", "--quick=yes"], "--quick does not fit here. To see what fits"),
        (["--sing"], "type: pnet-prep --help"),
    ],
)
@pytest.mark.usefixtures("home")
def test_command_line_that_nearly_fits_is_told_what_does(arguments, told):
    assert told in refused(run(*arguments), REFUSED)


def test_program_without_a_command_says_what_there_is():
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == run("--help").stdout


@pytest.mark.parametrize(
    ("command", "named"),
    [
        *(("show", named) for named in NO_VISIT),
        *((command, NO_VISIT[0]) for command in ("export", "start", "forget")),
    ],
)
def test_visit_that_does_not_exist(command, named, home):
    visit = a_visit(home)
    before = visit.read_bytes()
    done = run(command, "--", named)
    assert "pnet-prep list" in refused(done, REFUSED)
    assert done.stdout == ""
    assert visit.read_bytes() == before


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", ["show", "export", "forget"])
def test_no_visit_yet(command):
    assert "pnet-prep start" in refused(run(command), REFUSED)


def test_which_of_several_visits(home):
    a_visit(home)
    a_visit(home, "bbbbbbbb")
    told = refused(run("export", "--to", "md"), REFUSED)
    assert "as in: pnet-prep export 1." in told
    assert "pnet-prep list" in told


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def made_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("questions\n")


def spoiled(file: str, data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_bytes(data)


QUESTIONS: dict[str, Callable[[Path], object]] = {
    "missing": shutil.rmtree,
    "a file": made_a_file,
    "empty": emptied,
    "without words": lambda folder: (folder / "words.yaml").unlink(),
    "a folder as a file": lambda folder: (folder / "more.yaml").mkdir(),
    "torn": spoiled("visit.yaml", b"section: visit\nitems: [\n"),
    "binary": spoiled("visit.yaml", bytes(range(256))),
    "empty file": spoiled("visit.yaml", b""),
    "bomb": spoiled("visit.yaml", b"a: &a [x]\nb: [*a]\n"),
    "huge": spoiled("visit.yaml", b"a" * 2 * KIB * KIB),
    "unknown key": spoiled("more.yaml", b"section: more\nsing: loud\n"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_that_cannot_be_used(name, home, tmp_path):
    visit = a_visit(home)
    before = visit.read_bytes()
    folder = tmp_path / "own"
    shutil.copytree(questions_folder(), folder)
    QUESTIONS[name](folder)
    out = tmp_path / "out"
    done = run("export", "--questions", folder, "--out", out)
    refused(done, FAULTS, problems=True)
    assert done.stdout == ""
    checked = run("check", folder)
    assert (checked.returncode, checked.stderr) == (FAULTS, "")
    lines = done.stderr.splitlines()[1:]
    assert set(lines) <= set(checked.stdout.splitlines())
    assert visit.read_bytes() == before
    assert not out.exists()


@pytest.mark.parametrize("arguments", [["start", "--plain"], ["start", "--template"], ["show"]])
def test_no_command_goes_on_without_its_questions(arguments, home):
    a_visit(home)
    done = run(*arguments, "--questions", home / "nowhere")
    refused(done, FAULTS, problems=True)
    assert done.stdout == ""
