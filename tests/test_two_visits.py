"""Two visits in a row through the whole program: plain lines over a pipe, and answers files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

VISITS = Path(__file__).parent / "visits"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def run(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pnet_prep", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PNET_PREP_HOME": str(home)},
    )


def given(home: Path, name: str) -> None:
    out = str(home / "out")
    done = run(
        home, "start", "--answers", str(VISITS / name), "--no-input", "--to", "md", "--out", out
    )
    assert done.returncode == 0, done.stderr


def visit_files(home: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((home / "visits").glob("*.yaml"))]


def test_a_second_visit_by_pipe_begins_from_the_first_and_leaves_it_alone(home):
    given(home, "first.yaml")
    (before,) = visit_files(home)
    lines = ["A new visit", "Yes, and ask me what has changed", "I am the patient"]
    done = run(
        home, "start", "--plain", typed="\n".join([*lines, "All of this is still right", ""])
    )
    assert done.returncode == 130, done.stderr
    assert "Begin from your visit of 3 May 2026? (Dr. Rivera)" in done.stdout
    assert "Name: Zoë Nuñez" in done.stdout
    assert "Allergies" not in done.stdout
    (new,) = set(visit_files(home)) - {before}
    assert b'"person.born"' in new
    assert b'"follows": ""' not in new
    assert before in visit_files(home)


def test_the_first_screen_goes_back_to_the_list_and_no_begins_anew(home):
    given(home, "first.yaml")
    lines = [
        "A new visit",
        "/back",
        "A new visit",
        "No, ask me everything anew",
        "I am the patient",
    ]
    done = run(home, "start", "--plain", typed="\n".join([*lines, ""]))
    assert done.returncode == 130, done.stderr
    assert "All of this is still right" not in done.stdout
    assert "What name should stand on the sheet?" in done.stdout


def test_an_answers_file_follows_a_visit_by_its_date(home):
    given(home, "first.yaml")
    given(home, "second.yaml")
    page = (home / "out" / "visit-2026-12-04.md").read_text(encoding="utf-8")
    assert "1 new since last time" in page
    assert "(worse: was 4)" in page


def test_an_answers_file_that_follows_no_visit_is_refused_and_nothing_is_saved(home):
    done = run(home, "start", "--answers", str(VISITS / "second.yaml"), "--no-input")
    assert done.returncode == 2
    assert not (home / "visits").exists()


def test_the_second_visit_can_be_printed_when_the_first_was_deleted(home):
    given(home, "first.yaml")
    given(home, "second.yaml")
    for path in (home / "visits").glob("*.yaml"):
        if b'follows: ""' in path.read_bytes():
            path.unlink()
    shown = run(home, "show", "1")
    assert shown.returncode == 0, shown.stderr
    assert "Ibuprofen, stopped by a doctor" in shown.stdout
    assert "was 4" not in shown.stdout


def test_after_a_visit_by_pipe_saves_each_answer_and_the_next_visit_knows(home):
    given(home, "first.yaml")
    lines = ["Not reached", "Answered", "Your own doctor asks.", ".", "/back", "/skip"]
    done = run(home, "after", "--plain", typed="\n".join([*lines, ""]))
    assert done.returncode == 130, done.stderr
    assert "Can I travel?" in done.stdout
    (saved,) = visit_files(home)
    assert b'"not_reached"' in saved
    assert b"Your own doctor asks." in saved
    given(home, "second.yaml")
    page = (home / "out" / "visit-2026-12-04.md").read_text(encoding="utf-8")
    assert "on the list before, not reached yet" in page


def test_after_a_visit_from_a_file_is_printed_with_the_checklist(home):
    given(home, "first.yaml")
    file, out = str(VISITS / "first_after.yaml"), str(home / "out")
    done = run(home, "after", "--answers", file, "--to", "md", "--out", out)
    assert done.returncode == 0, done.stderr
    page = (home / "out" / "visit-2026-05-03.md").read_text(encoding="utf-8")
    assert "## What we were told" in page
    assert "### Next steps" in page


def test_after_without_a_visit_says_so(home):
    assert run(home, "after", "--plain").returncode == 2


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda file: file.unlink(), "The visit before this one is no longer here."),
        (lambda file: file.write_bytes(b"no visit at all\n"), "An earlier visit cannot be read:"),
    ],
)
def test_an_earlier_visit_that_is_gone_or_unreadable_is_said_once(home, harm, said):
    given(home, "first.yaml")
    given(home, "second.yaml")
    for path in (home / "visits").glob("*.yaml"):
        if b'follows: ""' in path.read_bytes():
            for copy in path.parent.glob(f"*{path.stem}*"):
                if copy != path:
                    copy.unlink()
            harm(path)
    lines = "Go on to your questions for the doctor\n/skip\n"
    shown = run(
        home, "review", "--plain", "--to", "md", "--out", str(home), "2026-12-04", typed=lines
    )
    assert shown.returncode == 0, shown.stderr
    assert shown.stderr.count(said) == 1


def test_a_third_visit_asks_about_what_the_second_left_open(home):
    given(home, "first.yaml")
    begin = ["A new visit", "Yes, and ask me what has changed", "I am the patient"]
    assert run(home, "start", "--plain", typed="\n".join([*begin, ""])).returncode == 130
    undated = ["A new visit", "From another visit", "1", "I am the patient"]
    done = run(home, "start", "--plain", typed="\n".join([*undated, ""]))
    assert "Visit without a name, no date yet" in done.stdout
    assert "Name: Zoë Nuñez" in done.stdout
