"""A file that was cut, garbled or zeroed: no wrong answer, and nothing lost that a copy holds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from pnet_prep.engine.record import changed_outside
from pnet_prep.errors import StoreError
from pnet_prep.store.visit import Visit, open_visit, save
from tests.longer import dice, times
from tests.unit.stored import saved_visit, siblings, with_said

CASES = times(400)
pytestmark = pytest.mark.row("T6", "damaged files, none with a wrong answer")
Damage = Callable[[bytes, Random], Iterator[bytes]]


def cut(data: bytes, _: Random) -> Iterator[bytes]:
    """Cut at every byte."""
    for end in range(len(data)):
        yield data[:end]


def flipped(data: bytes, chance: Random) -> Iterator[bytes]:
    """One to eight bits turned over."""
    for _ in range(CASES):
        hurt = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            hurt[chance.randrange(len(hurt))] ^= 1 << chance.randrange(8)
        yield bytes(hurt)


def zeroed(data: bytes, chance: Random) -> Iterator[bytes]:
    """A stretch of zeros."""
    for _ in range(CASES):
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.randint(1, 600))
        yield data[:start] + bytes(end - start) + data[end:]


def spliced(data: bytes, chance: Random) -> Iterator[bytes]:
    """A stretch of the file where another one was."""
    for _ in range(CASES):
        start, source = chance.randrange(len(data)), chance.randrange(len(data))
        length = chance.randint(1, 300)
        yield data[:start] + data[source : source + length] + data[start + length :]


@pytest.mark.parametrize("damage", [cut, flipped, zeroed, spliced])
def test_damage_takes_at_most_the_newest_answer_and_changes_none(
    tmp_path: Path, survived: Callable[[], None], damage: Damage
) -> None:
    visit = saved_visit(tmp_path, 9).with_packs({"clinic": "A clinic"})
    visit = save(visit)
    visit = save(with_said(visit, "the newest", "life.newest"))
    given = set(visit.response.answers)
    older = {answer for answer in given if answer.value != "the newest"}
    path = Path(visit.path)
    whole = path.read_bytes()
    for hurt in damage(whole, dice(6)):
        if hurt == whole:
            continue
        path.write_bytes(hurt)
        opened = open_visit(visit.path)
        answers = set(opened.response.answers)
        assert {answer for answer in answers - given if not changed_outside(answer)} == set()
        assert answers >= older
        assert (opened.id, opened.head.packs) == (visit.id, ("clinic",))
        assert opened.notices or answers == given
        survived()


@pytest.mark.parametrize("damage", [cut, flipped, zeroed, spliced])
def test_damage_without_copies_takes_only_the_lines_it_touched(
    tmp_path: Path, survived: Callable[[], None], damage: Damage
) -> None:
    visit = saved_visit(tmp_path, 9)
    for ending in siblings(visit.path):
        Path(visit.path + ending).unlink()
    given = set(visit.response.answers)
    path = Path(visit.path)
    whole = path.read_bytes()
    kept = cases = 0
    for hurt in damage(whole, dice(7)):
        path.write_bytes(hurt)
        answers = set(readable(visit).response.answers)
        assert {answer for answer in answers - given if not changed_outside(answer)} == set()
        untouched = {a for line, a in visit.lines.items() if b"\n" + line + b"\n" in hurt}
        assert answers >= untouched
        kept += len(answers & given)
        cases += len(given)
        survived()
    assert kept > cases * (0.4 if damage is cut else 0.6)


@pytest.mark.parametrize("damage", [flipped, zeroed, spliced])
def test_damage_to_a_copy_is_no_change_to_the_visit(
    tmp_path: Path, survived: Callable[[], None], damage: Damage
) -> None:
    visit = saved_visit(tmp_path, 9)
    copy = Path(visit.path + ".1")
    for hurt in damage(copy.read_bytes(), dice(8)):
        copy.write_bytes(hurt)
        opened = open_visit(visit.path)
        assert opened.response == visit.response
        assert opened.notices == ()
        survived()


def readable(visit: Visit) -> Visit:
    """The visit as it can be opened, or an empty one where nothing is left to read."""
    try:
        return open_visit(visit.path)
    except StoreError as error:
        if error.word != "error.unreadable":
            raise
        return Visit(visit.path, visit.head, {})
