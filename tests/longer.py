"""How often the random tests try, and from which seed: `pytest --longer 10 --seed 7` set both."""

from dataclasses import dataclass
from random import Random


@dataclass
class Run:
    """The run of tests that is going on; set before any test is read."""

    longer: int = 1
    seed: int = 0


RUN = Run()


def times(count: int) -> int:
    """So many tries in an everyday run, and more in a longer one."""
    return count * RUN.longer


def dice(number: int | str) -> Random:
    """The random numbers of one test, the same in every run with the same seed."""
    return Random(f"{RUN.seed} {number}" if RUN.seed else number)
