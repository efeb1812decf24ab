"""The program is killed at random moments: every answer it had accepted is still there."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from pnet_prep.errors import StoreError
from pnet_prep.store.folder import visit_path
from pnet_prep.store.visit import open_visit, save
from tests.longer import dice, times
from tests.unit.stored import siblings, with_said

KILLS = times(100)
KILLS_OF_ONE_VISIT = 10
MOST_ANSWERS = 4
A_SAVE = 0.005
PATIENCE = 30
VISIT = "k3v9x2ab"
BOTH = ("patient", "k7h2m9qq")

# One process loads the program once; each order it gets forks a writer, which is what we kill.
WRITERS = """
import json, os, sys
import filelock
from pnet_prep.engine.record import record
from pnet_prep.model.response import Moment
from pnet_prep.store.ids import fresh_id
from pnet_prep.store.visit import new_visit, save

def write(data, told, person):
    accepted = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    visit = new_visit(data, visit="k3v9x2ab")
    while True:
        answer = record(
            visit.response, item="life.else", entry=fresh_id(), value="é " * 40, by=person,
            typed=person, moment=Moment(0, "2026-11-20", fresh_id()))
        visit = save(visit.with_answers([answer]))
        os.write(accepted, answer.id.encode() + b"\\n")

exec(sys.argv[1])
for order in sys.stdin:
    child = os.fork()
    if not child:
        write(*json.loads(order))
    print(child, flush=True)
    print(os.WTERMSIG(os.waitpid(child, 0)[1]), flush=True)
"""

NO_LOCKS = """
def refuse(*_, **__):
    raise OSError(38, "no locks here")

filelock.FileLock.acquire = refuse
"""
IN_PLACE = """
from pnet_prep.store import visit as visits

def in_place(path, data, **_):
    with open(path, "wb", buffering=0) as file:
        for line in data.splitlines(keepends=True):
            file.write(line)

visits.replace_file = in_place
"""
"""What programs do that write a file line by line: what is seen to lose answers."""


@dataclass
class Writer:
    """Forks processes that save answers without end, and kills them."""

    process: "subprocess.Popen[str]"
    person: str
    child: int = 0

    def start(self, data: Path, told: Path) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([str(data), str(told), self.person]) + "\n")
        self.process.stdin.flush()
        self.child = int(self.line())

    def kill(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        assert int(self.line()) == signal.SIGKILL  # it did not end by itself, by an error

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@contextmanager
def writer(person: str, changed: str = "") -> Iterator[Writer]:
    """A writer, after some Python that changes what it does."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITERS, changed],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Writer(process, person)


@pytest.mark.row("T3", "kills of a process that saves, alone and two at once")
@pytest.mark.parametrize(
    ("people", "kills", "changed"),
    [(("patient",), KILLS, ""), (BOTH, KILLS, ""), (BOTH, KILLS // 5, NO_LOCKS)],
    ids=["one", "two", "two without locks"],
)
def test_killed_writers_lose_no_accepted_answer(
    tmp_path: Path,
    survived: Callable[[int], None],
    people: tuple[str, ...],
    kills: int,
    changed: str,
) -> None:
    chance = dice(2)
    accepted = 0
    with ExitStack() as stack:
        writers = [stack.enter_context(writer(person, changed)) for person in people]
        for number in range(kills // KILLS_OF_ONE_VISIT):
            data, told = tmp_path / f"{number}", tmp_path / f"{number}.accepted"
            for _ in range(KILLS_OF_ONE_VISIT):
                for one in writers:
                    one.start(data, told)
                for one in chance.sample(writers, len(writers)):
                    wait_for(told, accepted_in(told) + chance.randint(0, MOST_ANSWERS))
                    time.sleep(chance.uniform(0, A_SAVE))
                    one.kill()
                check(data, told)
            accepted += accepted_in(told)
    assert accepted > kills
    survived(kills * len(people))


@pytest.mark.row("T3", "wrong ways to save, each seen to lose answers under kills")
def test_killed_writers_that_write_in_place_lose_answers(tmp_path: Path) -> None:
    chance = dice(3)
    told = tmp_path / "accepted"
    lost = kills = 0
    with writer("patient", IN_PLACE) as one:
        while not lost and kills < KILLS:
            one.start(tmp_path, told)
            wait_for(told, accepted_in(told) + 1)
            time.sleep(chance.uniform(0, A_SAVE))
            one.kill()
            kills += 1
            lost = not is_well(tmp_path, told)
    assert lost


def is_well(data: Path, told: Path) -> bool:
    with suppress(AssertionError, StoreError):
        check(data, told)
        return True
    return False


def accepted_in(told: Path) -> int:
    return told.read_bytes().count(b"\n") if told.exists() else 0


def wait_for(told: Path, answers: int) -> None:
    """Until so many answers were accepted: a busy computer may take its time."""
    end = time.monotonic() + PATIENCE
    while accepted_in(told) < answers:
        assert time.monotonic() < end, "no answer was accepted for a long time"
        time.sleep(A_SAVE / 10)


def check(data: Path, told: Path) -> None:
    """Everything accepted so far is there, nothing is damaged, and saving goes on."""
    accepted = set(told.read_text().split()) if told.exists() else set()
    path = visit_path(str(data), VISIT)
    if not accepted and not os.path.exists(path):
        return
    visit = open_visit(path)
    assert accepted <= {answer.id for answer in visit.response.answers}
    assert visit.notices == ()


def test_visit_of_killed_writers_is_tidy_after_the_next_save(tmp_path: Path) -> None:
    told = tmp_path / "accepted"
    with writer("patient") as one:
        for pause in range(10):
            one.start(tmp_path, told)
            wait_for(told, accepted_in(told) + 1)
            time.sleep(pause / 2_000)
            one.kill()
    visit = open_visit(visit_path(str(tmp_path), VISIT))
    save(with_said(visit, "the next day", "life.next"))
    assert siblings(visit.path) == {".1", ".2", ".3", ".lock"}
    assert len(open_visit(visit.path).response.shown) == len(visit.response.shown) + 1
