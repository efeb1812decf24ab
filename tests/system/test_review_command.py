"""``pnet-prep review``: the real program opens a visit at its review and goes on to paper."""

import pytest

from tests.system.program import a_visit, answers, refused, run, silent


def test_line_is_changed_and_the_checklist_written(home, tmp_path):
    a_visit(home)
    out = tmp_path / "out"
    done = run("review", "--to", "md", "--out", out, typed="edit 2\nAnn\n1\n/skip\n")
    silent(done)
    assert done.returncode == 0
    assert "Ann" in [answer.value for answer in answers(home)]
    (written,) = out.iterdir()
    assert str(written) in done.stdout.replace("\n", "")  # a long path is wrapped
    assert "Ann" in written.read_text(encoding="utf-8")


def test_leaving_in_the_middle_keeps_what_was_changed(home):
    a_visit(home)
    done = run("review", typed="/edit 2\nAnn\n")
    silent(done)
    assert done.returncode == 130
    assert "Ann" in [answer.value for answer in answers(home)]


@pytest.mark.usefixtures("home")
def test_without_a_visit_there_is_nothing_to_review():
    refused(run("review"), 2)
