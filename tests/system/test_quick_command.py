"""``pnet-prep start --quick``: the real program says how long it takes and how to tell the rest."""

import pytest

from tests.system.program import answers, run, silent
from tests.system.scripted import as_lines, play
from tests.unit.quick_run import shipped, wanted
from tests.unit.talk import Talk


@pytest.fixture
def typed() -> str:
    """What C1 types in quick mode."""
    return as_lines(play(shipped(), wanted("c1"), quick=True)[0])


def plain(text: str) -> str:
    """What was printed, as one line."""
    return " ".join(text.split())


def test_page_1_is_written_and_the_rest_can_be_told_later(home, tmp_path, typed):
    out = tmp_path / "out"
    done = run("start", "--quick", "--plain", "--to", "md", "--out", out, typed=typed)
    silent(done)
    minutes = Talk(shipped(), quick=True).state.minutes()
    assert f"Quick mode takes about {minutes} minutes" in plain(done.stdout)
    assert "Page 1 is ready. When you have time" in plain(done.stdout)
    assert "To go on there, type: pnet-prep start\n" in done.stdout
    (written,) = out.iterdir()
    page = written.read_text(encoding="utf-8")
    for part in ("several spots", "Ulcers", "acid-lowering", "high calcium", "NET", "**3.**"):
        assert part in page
    assert "Lists to go through" not in page
    told = answers(home)
    later = run("start", "1", "--plain", typed="/quit\n")
    assert "Page 1 is ready. What is left adds to it" in plain(later.stdout)
    assert "Symptoms: started" in later.stdout
    assert answers(home) == told


@pytest.mark.usefixtures("home")
def test_leaving_early_names_the_command_that_goes_on_in_quick_mode(typed):
    begun = "".join(typed.splitlines(keepends=True)[:6])
    for arguments in ((), ("1",)):
        done = run("start", *arguments, "--quick", "--plain", typed=begun)
        assert done.returncode == 130
        assert plain(done.stderr).endswith("To go on, type: pnet-prep start --quick --plain")
