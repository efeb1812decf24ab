"""Questions of a patient group asked beside the shipped ones, by the real program."""

import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.system.program import a_visit, answers, refused, run

PACK = Path(__file__).parents[1] / "packs" / "para"
SAID = """
as_of: "2026-11-23"
answers:
  person.answering: patient
  visit.stage: [deciding]
  para.told: found
  para.spells: [headache]
  para.now: "yes"
"""
ASKED = "Which medicines would get my blood pressure ready before surgery, and for how long?"
FROM = "From: Paraganglioma and pheochromocytoma, Example Rare Growth Group"
KEPT = "You also answered questions of others: Paraganglioma and pheochromocytoma."
FAULTS = 3


def flat(text: str) -> str:
    """The words of a text without marks of Markdown and without line ends."""
    return " ".join(re.sub(r"[\\*]", "", text).split())


def pdf_text(path: Path) -> str:
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return flat(" ".join(page.extract_text() for page in pages))


@pytest.fixture
def printed(home: Path, tmp_path: Path) -> Path:
    """The folder where a visit with a pack was printed."""
    file = tmp_path / "said.yaml"
    file.write_text(SAID, encoding="utf-8")
    out = tmp_path / "out"
    done = run("start", "--answers", file, "--no-input", "--questions", PACK, "--out", out)
    assert done.returncode == 0, done.stderr
    assert "Paraganglioma and pheochromocytoma, from Example Rare Growth Group" in done.stderr
    assert home.exists()
    return out


def test_added_questions_are_printed_with_where_they_are_from(printed: Path) -> None:
    text = flat((printed / "visit-2026-11-23.md").read_text(encoding="utf-8"))
    shown = flat(run("show", "--questions", PACK).stdout)
    paper = pdf_text(printed / "visit-2026-11-23.pdf")
    for form in (text, shown, paper):
        assert ASKED in form
        assert FROM in form
        assert "(from Example Rare Growth Group)" in form
        assert "https://rare-growth.example" in form.replace(" ", "")


def test_visit_opened_without_its_pack_keeps_all_and_says_so(printed: Path, home: Path) -> None:
    before = answers(home)
    shown = run("show")
    assert KEPT in shown.stderr
    assert ASKED not in shown.stdout
    assert "para" not in shown.stdout.casefold()
    out = printed.parent / "without"
    done = run("export", "--to", "md", "--out", out)
    assert (done.returncode, KEPT in done.stderr) == (0, True)
    done = run("start", "1", "--plain", typed="The visit\nDr. Rivera\n/quit\n")
    assert KEPT in done.stderr
    now = answers(home)
    assert set(before) < set(now)
    again = run("show", "--questions", PACK)
    assert ASKED in flat(again.stdout)
    assert KEPT not in again.stderr


def test_pack_that_was_asked_but_not_answered_is_not_missed(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "said.yaml"
    file.write_text("answers: {person.answering: patient}", encoding="utf-8")
    run("start", "--answers", file, "--no-input", "--questions", PACK, "--out", tmp_path / "out")
    assert home.exists()
    assert run("show").stderr == ""


def test_second_start_with_a_pack_reads_what_the_first_kept(home: Path) -> None:
    first = run("start", "--template", "--questions", PACK)
    kept = {path: path.stat().st_mtime_ns for path in (home / "cache").iterdir()}
    second = run("start", "--template", "--questions", PACK)
    assert "para.spells" in first.stdout
    assert second.stdout == first.stdout
    assert {path: path.stat().st_mtime_ns for path in (home / "cache").iterdir()} == kept


@pytest.mark.usefixtures("home")
def test_the_interview_asks_the_part_of_a_pack_under_its_name() -> None:
    done = run("start", "--plain", "--questions", PACK, typed="1\n" + "/skip\n" * 150)
    assert "Spells and stress hormones (from Example Rare Growth Group)" in flat(done.stdout)


HOSTILE = {
    "a shipped id": ("signs.yaml", "id: para.team", "id: q7", "prefix"),
    "banned": ("signs.yaml", "text: Sweating", "text: Stop your tablets", "banned"),
    "now": ("signs.yaml", "level: today", "level: now", "not-allowed"),
    "bomb": ("signs.yaml", "section:", "a: &a [x]\nb: [*a]\nsection:", "anchor"),
    "deep": ("signs.yaml", "section:", f"a: {'[' * 9000}\nsection:", "too-deep"),
    "huge": ("signs.yaml", "section:", f"# {'x' * 2_000_000}\nsection:", "too-large"),
    "escape": ("pack.yaml", "title: Para", 'title: "\\e]0;x\\a Para"\nfoo: "', "yaml"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pack_is_refused_and_nothing_is_lost(name, home, tmp_path) -> None:
    visit = a_visit(home)
    before = visit.read_bytes()
    file, old, new, code = HOSTILE[name]
    folder = tmp_path / "para"
    shutil.copytree(PACK, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = run("start", "1", "--plain", "--questions", folder)
    refused(done, FAULTS, problems=True)
    problems = done.stderr.splitlines()[1:]
    assert any(f"[{code}]" in line for line in problems)
    assert all(line.startswith("para/") for line in problems)
    checked = run("check", folder)
    assert (checked.returncode, checked.stderr) == (FAULTS, "")
    assert set(problems) <= set(checked.stdout.splitlines())
    assert visit.read_bytes() == before


def test_link_out_of_a_pack_is_never_read(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "para"
    shutil.copytree(PACK, folder)
    (folder / "more.yaml").symlink_to("/dev/zero")
    a_visit(home)
    for command in ("show", "check"):
        arguments = [folder] if command == "check" else ["--questions", folder]
        done = run(command, *arguments)
        assert done.returncode == FAULTS
        assert "para/more.yaml:1:1: [link]" in done.stdout + done.stderr
