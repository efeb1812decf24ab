"""``export`` for readers and without parts: names of files, what is said, and what is refused."""

from pathlib import Path

import pytest

from tests.system.program import refused, run

CASE = Path(__file__).parents[1] / "cases" / "zoe.yaml"


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    assert (
        run("start", "--answers", CASE, "--no-input", "--to", "md", "--out", folder).returncode == 0
    )
    return folder


def test_each_reader_has_files_of_their_own_that_where_and_forget_know(out):
    whole = (out / "visit-2026-12-01.md").read_bytes()
    for options, name in (
        (["--for", "family"], "visit-2026-12-01-family.md"),
        (["--for", "portal"], "visit-2026-12-01-portal.md"),
        (["--for", "forum"], "visit-forum.md"),
        (["--for", "me"], "visit-2026-12-01-me.md"),
        (["--without", "family"], "visit-2026-12-01-part.md"),
        (["--for", "family", "--without", "life"], "visit-2026-12-01-family-part.md"),
    ):
        done = run("export", "--to", "md", "--out", out, *options)
        assert (done.returncode, done.stdout) == (0, f"{out / name}\n")
        assert str(out / name) in run("where").stdout.splitlines()
    assert (out / "visit-2026-12-01.md").read_bytes() == whole
    forgotten = run("forget", "--yes")
    assert forgotten.returncode == 0
    assert "deletes the visit: Dr. A. Rivera, 1 December 2026." in forgotten.stdout
    assert list(out.iterdir()) == []


def test_a_pdf_that_cannot_be_made_keeps_no_other_file_back(out, tmp_path):
    package = tmp_path / "broken" / "typst"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("import os\nos.abort()\n", encoding="utf-8")
    kinds = ("--to", "pdf,md,html", "--out", out)
    done = run("export", *kinds, PYTHONPATH=str(package.parent))
    assert done.stdout == f"{out / 'visit-2026-12-01.md'}\n{out / 'visit-2026-12-01.html'}\n"
    assert refused(done, 2).startswith("This computer cannot make PDF files.")
    begun = run("start", "--answers", CASE, "--no-input", *kinds, PYTHONPATH=str(package.parent))
    assert begun.stdout.count(f"{out}") == 2
    assert refused(begun, 2).startswith("This computer cannot make PDF files.")


def test_whoever_posts_is_told_to_read_it_first(out):
    done = run("export", "--to", "md", "--for", "forum", "--out", out)
    assert done.stderr.startswith("Before you post it, read your own words through.")


def test_whoever_sends_urgent_signs_in_a_message_is_told_to_call(out):
    done = run("export", "--to", "txt", "--out", out)
    assert done.stderr == (
        "A message can wait unread. For the urgent signs in it, call your team today.\n"
    )
    without = run("export", "--to", "txt", "--without", "safety,symptoms", "--out", out)
    assert (without.returncode, without.stderr) == (0, "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--without", "famly"), 'There is no part called "famly". The closest is "family".'),
        (("--without", "family,strss"), 'There is no part called "strss".'),
        (("--without", "zzzz"), 'There is no part called "zzzz". The parts are: person, '),
        (("--for", "boss"), "After --for, write one of these: doctor, family, portal, forum, me."),
    ],
)
def test_an_unknown_name_is_refused_and_nothing_is_written(options, said, out):
    before = sorted(out.iterdir())
    done = run("export", "--to", "md", "--out", out, *options)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert sorted(out.iterdir()) == before


def test_spaces_capitals_and_hyphens_in_a_name_do_not_matter(out):
    done = run("export", "--to", "md", "--without", " Family , Tests-and treatment", "--out", out)
    assert done.returncode == 0
    (path,) = done.stdout.split()
    assert "Done so far" not in Path(path).read_text(encoding="utf-8")


def test_a_calendar_file_is_known_and_names_the_doctor_only_where_that_is_wished_for(out):
    path = out / "visit-2026-12-01.ics"
    assert run("export", "--to", "ics", "--out", out).stdout == f"{path}\n"
    assert "Rivera" not in path.read_text(encoding="utf-8")
    plain = path.read_bytes()
    assert run("export", "--to", "ics", "--names", "--out", out).returncode == 0
    assert "SUMMARY:Appointment: Dr. A. Rivera" in path.read_text(encoding="utf-8")
    assert run("export", "--to", "ics", "--out", out).returncode == 0
    assert path.read_bytes() == plain
    assert str(path) in run("where").stdout.splitlines()
    assert run("forget", "--yes").returncode == 0
    assert not path.exists()


def test_a_pdf_to_fill_in_stands_beside_the_one_to_print(out):
    assert run("export", "--to", "pdf", "--out", out).returncode == 0
    plain = out / "visit-2026-12-01.pdf"
    made, form = plain.read_bytes(), out / "visit-2026-12-01-fillable.pdf"
    done = run("export", "--to", "pdf,md", "--fillable", "--out", out)
    assert done.stdout.splitlines() == [str(form), str(out / "visit-2026-12-01.md")]
    assert "Save it there to keep what you type" in done.stderr
    assert plain.read_bytes() == made
    assert b"/AcroForm" in form.read_bytes()
    assert form.stat().st_mode & 0o777 == 0o600
    assert run("forget", "--yes").returncode == 0
    assert not form.exists()


def test_without_a_sure_day_there_is_no_calendar_file_and_the_others_are_written(out):
    done = run("export", "--to", "ics,md", "--without", "visit.date", "--out", out)
    assert done.returncode == 0
    assert done.stderr == "No calendar file was made. The day of the visit is not told yet.\n"
    assert [Path(line).suffix for line in done.stdout.splitlines()] == [".md"]


NOTED = """
answers:
  person.answering: patient
  person.name: Zoë
  mine.note: a worry of mine
"""


def test_whoever_wrote_for_themselves_gets_it_in_their_own_copy_alone(tmp_path):
    start = ("start", "--answers", "-", "--no-input", "--to", "md", "--out", tmp_path)
    assert run(*start, typed=NOTED).returncode == 0
    holding = {}
    for reader in ("doctor", "family", "portal", "forum", "me"):
        done = run("export", "--to", "md", "--for", reader, "--out", tmp_path)
        assert done.returncode == 0, done.stderr
        holding[reader] = "a worry of mine" in Path(done.stdout.strip()).read_text(encoding="utf-8")
    assert [reader for reader, holds in holding.items() if holds] == ["me"]
    assert "-own-patient.md" in done.stdout
    refused = run("export", "--for", "family", "--own", "patient", "--out", tmp_path)
    assert refused.returncode == 2
