"""Every kind of question on real terminals of three sizes: all of it can be read, and its keys."""

import pytest

from pnet_prep.engine.text import show
from pnet_prep.interview.state import Mode
from pnet_prep.interview.wrapping import cells
from pnet_prep.model.interview import Ask
from tests.system.asker import POINTER, SIZES, Asker, whole
from tests.unit.kinds import kinds, listed, modes, typed

sizes = pytest.mark.parametrize(("rows", "columns"), SIZES)


def test_every_kind_of_place_in_an_interview_has_a_row():
    assert modes() == set(Mode) - {Mode.DONE}


@sizes
@pytest.mark.parametrize("name", kinds())
def test_question_pointer_and_keys_are_on_the_screen(name, rows, columns, asker):
    asker.ask(name, rows, columns)
    for text in asker.downward if name in listed() else []:
        asker.down_to(text)
        all_there(asker, rows, columns)
    if name in typed():
        asker.terminal.child.send("x")
        asker.terminal.until(lambda: "x" in asker.shown, "x")
        all_there(asker, rows, columns)
        assert POINTER in asker.shown or len(asker.screen.current) > columns
    assert asker.leave()[-1] == "Quit()"


def all_there(asker: Asker, rows: int, columns: int) -> None:
    """The whole question, broken at its spaces alone, and the keys."""
    screen, shown = asker.screen, asker.terminal.rows
    assert asker.hints, shown
    assert len(shown) == rows
    assert max(map(cells, shown)) <= columns
    if screen.ask is Ask.NOTHING or asker.told_first:
        return
    asked = " ".join(show(screen.text).split())
    if max(map(cells, asked.split())) < columns - 1:
        assert asked in " ".join(" ".join(shown).split()), shown
    assert whole(asked) in asker.shown


@pytest.mark.parametrize("name", kinds())
def test_a_window_of_another_size_shows_all_of_it_again(name, asker):
    asker.ask(name, *SIZES[-1])
    asker.leave()
    cut = asker.told_first
    asker.ask(name)
    there = to_the_longest_line(asker) if name in listed() else ""
    for rows, columns in (*SIZES[1:], *SIZES[:1]):
        asker.terminal.resize(rows, columns, quiet=0)
        asker.told_first = cut and rows == SIZES[-1][0]
        asker.terminal.until(lambda: asker.hints and points_at(asker, there), name)
        all_there(asker, rows, columns)
    assert asker.leave() == ["Quit()"]


def to_the_longest_line(asker: Asker) -> str:
    """Press Down until it is pointed at."""
    texts = asker.downward
    for text in texts[: texts.index(max(texts, key=len)) + 1]:
        asker.down_to(text)
    return whole(text)


def points_at(asker: Asker, text: str) -> bool:
    """Whether this line is pointed at, or as much of it as there is room for."""
    return bool(asker.pointed) >= bool(text) and (
        asker.pointed.startswith(text) or text.startswith(asker.pointed)
    )
