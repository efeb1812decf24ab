"""A whole interview in plain lines, with slips of the finger, and as a screen reader hears it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.interview.wrapping import cells
from pnet_prep.model.interview import Ask, Chosen
from pnet_prep.model.response import QuestionnaireResponse
from tests.system.program import answers, run
from tests.system.scripted import TODAY, Turn, as_lines, play

CASE = Path(__file__).parents[1] / "cases" / "c4.yaml"
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
WRONG = {Ask.ONE: "99999", Ask.MANY: "99999, 2", Ask.LINE: "/no", Ask.LONG: "/no"}
"""A line that is no answer to a question of this kind."""

ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b.")


@pytest.fixture(scope="module")
def turns() -> list[Turn]:
    wanted = read_answers(CASE.read_bytes(), CASE.name, load(), NOW, QuestionnaireResponse(()))
    return play(load(), wanted.response)[0]


def values(home: Path) -> list[tuple[str, str]]:
    return [(one.item, repr(one.value)) for one in answers(home)]


def clumsy(turns: list[Turn]) -> Iterator[str]:
    """The same answers after help, wrong lines, a look at the list, and a step back and forth."""
    for turn, after in zip(turns, [*turns[1:], None], strict=True):
        yield f"/help\n{WRONG.get(turn.screen.ask, '')}\n/list\n{as_lines([turn])}"
        if after and after.screen.non_answers and plainly_asked(turn):
            yield "/back\n\n"


def plainly_asked(turn: Turn) -> bool:
    """Whether this is a question of its own, with an answer that an empty line keeps."""
    return (
        turn.screen.ask in {Ask.ONE, Ask.MANY}
        and bool(turn.screen.non_answers)
        and not turn.screen.enter
        and isinstance(turn.event, Chosen)
    )


def spoken(text: str) -> str:
    """What is left for the ear: no colors, no moves of a cursor, one space between words."""
    kept = ESCAPES.sub("", text)
    lines = (line.rpartition("\r")[2] for line in re.sub(".\b", "", kept).split("\n"))
    return "\n".join(re.sub(" +", " ", line) for line in lines)


def test_a_clumsy_interview_in_two_sittings_is_the_same_and_can_be_heard(turns, home):
    done = run("start", "--plain", "--to", "md", "--out", home / "out", typed=as_lines(turns))
    assert done.returncode == 0, done.stderr
    straight = values(home)
    said = done.stdout
    for path in (home / "visits").iterdir():
        path.unlink()

    pieces = list(clumsy(turns))
    assert sum("/back" in piece for piece in pieces) > 9
    middle = next(i for i, turn in enumerate(turns) if i > len(turns) / 2 and plainly_asked(turn))
    first, rest = split_at(pieces, middle)
    left = run("start", "--plain", typed=first)
    assert left.returncode == 130
    assert left.stderr.endswith("pnet-prep start --plain\n")
    done = run("start", "1", "--plain", "--to", "md", "--out", home / "out", typed="\n" + rest)
    assert done.returncode == 0, done.stderr + done.stdout[-2000:]
    assert values(home) == straight
    for text in (said, left.stdout, done.stdout):
        assert text == spoken(text)
        assert max(map(cells, text.splitlines())) <= 79


def split_at(pieces: list[str], turn: int) -> tuple[str, str]:
    """What is typed before this turn, and from it on."""
    starts = [place for place, piece in enumerate(pieces) if piece.startswith("/help")]
    return "".join(pieces[: starts[turn]]), "".join(pieces[starts[turn] :])
