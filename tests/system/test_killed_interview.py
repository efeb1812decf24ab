"""An interview killed at random moments: every answer that was accepted is still there."""

import subprocess
import sys
import time

import pytest

from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import open_visit
from tests.longer import dice, times

KILLS = times(60)
ENOUGH = 60
"""Answers after which a new visit begins: well before the review, where nothing is recorded."""

LONGEST_DELAY = 0.02
"""Seconds between the last line sent and the kill, at most: a save takes about a third of it."""


def ask(home, named):
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "pnet_prep", "start", *named, "--plain", "--to", "md"],
        env={"PNET_PREP_HOME": str(home), "PATH": "", "LANG": "C.UTF-8", "HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def reaches_prompt(process):
    """Read until the program waits for a line; false when it ended instead."""
    seen = b""
    while not seen.endswith(b"> "):
        byte = process.stdout.read(1)
        if not byte:
            return False
        seen += byte
    return True


def answers(home):
    return [a for one in list_visits(str(home)) for a in open_visit(one.path).response.answers]


@pytest.mark.row("T4", "kills of an interview in plain lines")
@pytest.mark.parametrize("seed", [1, 2])
def test_no_accepted_answer_is_lost(seed, tmp_path, survived):
    rolled = dice(seed)
    home, accepted = tmp_path / "0", 0
    for kill in range(KILLS // 2):
        if accepted > ENOUGH:
            home, accepted = tmp_path / str(kill), 0
        process = ask(home, ["1"] if accepted else [])
        assert reaches_prompt(process)
        if accepted:
            go_on(process)
        for _ in range(rolled.randint(0, 4)):
            send(process, accepted)
            assert reaches_prompt(process)
            accepted += 1
        send(process, accepted)
        time.sleep(rolled.uniform(0, LONGEST_DELAY))
        process.kill()
        process.communicate()
        held = len(answers(home))
        assert accepted <= held <= accepted + 1
        accepted = held
        survived(1)


def go_on(process):
    """From the home screen of the visit to its first open question."""
    process.stdin.write(b"\n")
    process.stdin.flush()
    assert reaches_prompt(process)


def send(process, accepted):
    """Answer the question at hand: who answers, and "not sure" to all that follows."""
    process.stdin.write(b"/notsure\n" if accepted else b"1\n")
    process.stdin.flush()
