"""The same answers by file, by plain mode over a pipe and by keys give the same visit and paper."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.model.response import Answer, QuestionnaireResponse
from pnet_prep.model.values import NonAnswer
from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import open_visit
from tests.system.keys import answer, press_until, wait_for_row
from tests.system.scripted import TODAY, as_lines, play
from tests.system.terminal import Terminal
from tests.unit.keyboard import ENTER, SHIFT_TAB

CASES = Path(__file__).parents[1] / "cases"
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
FIRST, LAST = "Who is answering?", "Which three matter most to you?"
ONE_PERSON = ("c1", "c4", "c7", "c10")


def run(home: Path, *arguments: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pnet_prep", *arguments],
        env={"PNET_PREP_HOME": str(home), "PATH": "", "LANG": "C.UTF-8"},
        input=typed or "",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def said(home: Path) -> list[tuple[str, int, object]]:
    """Every answer of the one visit there: item, number of its list entry, value."""
    (listed,) = list_visits(str(home))
    response = open_visit(listed.path).response
    return sorted((a.item, _number(a, response), repr(a.value)) for a in response.shown if _told(a))


def _told(answer: Answer) -> bool:
    return answer.value is not NonAnswer.SKIPPED


def _number(answer: Answer, response: QuestionnaireResponse) -> int:
    return (
        response.entries(answer.item.rpartition(".")[0]).index(answer.entry) if answer.entry else 0
    )


@pytest.mark.parametrize("name", ONE_PERSON)
def test_plain_mode_gives_what_the_file_gives(name, tmp_path):
    path = CASES / f"{name}.yaml"
    content = load()
    wanted = read_answers(path.read_bytes(), name, content, NOW, QuestionnaireResponse(()))
    turns, _end = play(content, wanted.response)

    by_file, by_pipe = tmp_path / "file", tmp_path / "pipe"
    done = run(
        by_file,
        "start",
        "--answers",
        str(path),
        "--no-input",
        "--to",
        "md",
        "--out",
        str(by_file / "out"),
    )
    assert done.returncode == 0, done.stderr
    done = run(
        by_pipe,
        "start",
        "--plain",
        "--to",
        "md",
        "--out",
        str(by_pipe / "out"),
        typed=as_lines(turns),
    )
    assert done.returncode == 0, done.stderr + done.stdout[-2000:]

    lists_only = [row for row in said(by_pipe) if row not in said(by_file)]
    assert all(row[2] == "<ListMark.COMPLETE: 'complete'>" for row in lists_only)
    (one,), (other,) = (sorted((home / "out").glob("*.md")) for home in (by_file, by_pipe))
    assert one.read_text(encoding="utf-8") == other.read_text(encoding="utf-8")


def test_keys_on_a_real_terminal_give_what_the_file_gives(tmp_path):
    path = CASES / "c7.yaml"
    content = load()
    wanted = read_answers(path.read_bytes(), path.name, content, NOW, QuestionnaireResponse(()))
    turns, _end = play(content, wanted.response)
    by_file, by_keys = tmp_path / "file", tmp_path / "keys"
    out = ("--to", "md,pdf", "--out")
    done = run(by_file, "start", "--answers", str(path), "--no-input", *out, str(by_file / "out"))
    assert done.returncode == 0, done.stderr

    command = [sys.executable, "-m", "pnet_prep", "start", *out, str(by_keys / "out")]
    terminal = Terminal(command, 24, 80, PNET_PREP_HOME=str(by_keys))
    for turn in turns[:-1]:
        answer(terminal, turn)
    all_the_way_back_and_forward(terminal, by_keys, len(turns) * 2)
    answer(terminal, turns[-1])
    wait_for_row(terminal, "Page 1 is for your doctor.")
    assert terminal.end() == 0

    assert set(said(by_file)) <= set(said(by_keys))
    assert paper(by_file) == paper(by_keys)
    assert list((by_keys / "out").glob("*.pdf"))


def all_the_way_back_and_forward(terminal: Terminal, home: Path, most: int) -> None:
    """To the first question with Shift-Tab and to the last with Enter, which changes no byte."""
    wait_for_row(terminal, LAST)
    (visit,) = (home / "visits").glob("*.yaml")
    before = visit.read_bytes()
    press_until(terminal, SHIFT_TAB, FIRST, most)
    press_until(terminal, ENTER, LAST, most)
    assert visit.read_bytes() == before


def paper(home: Path) -> str:
    (path,) = (home / "out").glob("*.md")
    return path.read_text(encoding="utf-8")
