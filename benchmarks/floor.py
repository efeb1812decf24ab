"""The yardstick: what a command costs beside an interpreter that does nothing.

A machine's speed drifts while other work runs on it, so a command and its yardstick run in turn
(A B A B ...) and the ratio is taken pair by pair. CPU is user plus system time as the operating
system accounts it for the whole process; the median of the runs is reported.
"""

import os
import resource
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

FLOOR = (sys.executable, "-c", "pass")
KIB = 1024

Measure = Callable[[], float]
"""Does the work once and returns what it cost, in seconds or MiB."""


@dataclass(frozen=True)
class Paired:
    """Medians of two measures, in their unit, and the median of their ratios."""

    first: float
    second: float
    ratio: float


def pairwise(first: Measure, second: Measure, runs: int) -> Paired:
    """Run the two in turn, `runs` times each after one uncounted warm-up."""
    first()
    second()
    pairs = [(first(), second()) for _ in range(runs)]
    return Paired(
        median(a for a, _ in pairs),
        median(b for _, b in pairs),
        median(a / b for a, b in pairs),
    )


def process(command: Sequence[str], env: Mapping[str, str] | None = None) -> Measure:
    """A measure of the CPU seconds of a whole process.

    The measure raises ``RuntimeError`` with what the command wrote to stderr when it fails: a
    command that stops early must never look fast.
    """

    def once() -> float:
        used = _used(command, env)
        return used.ru_utime + used.ru_stime

    return once


def peak(command: Sequence[str], env: Mapping[str, str] | None = None) -> Measure:
    """A measure of the most memory that one process of a command holds, in MiB.

    Where a command starts others, it is the largest of them that counts. Fails as `process` does.
    It counts the pages of shared files too, such as those of a library, as far as the operating
    system has them at hand: more of them on a machine that has just used the library.
    """
    return lambda: _used(command, env).ru_maxrss / KIB


def _used(command: Sequence[str], env: Mapping[str, str] | None) -> resource.struct_rusage:
    with tempfile.TemporaryFile() as errors:
        quiet = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, errors.fileno(), 2),
        ]
        started = os.posix_spawn(
            command[0], list(command), os.environ if env is None else env, file_actions=quiet
        )
        _, status, used = os.wait4(started, 0)
        if status != 0:
            errors.seek(0)
            said = errors.read().decode(errors="replace")
            raise RuntimeError(f"{' '.join(command)} failed: {said}")
    return used
