"""Random interviews on visit files, held to a small model after everything that happens."""

import os

import pytest

from tests.longer import times
from tests.unit.interviewing import hold_interviews

PARTS = 4


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk: what a power cut does to it is tried elsewhere."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.row("T8", "random interviews, each step held to a model")
@pytest.mark.parametrize("part", range(PARTS))
def test_interviews_hold_what_each_person_said_and_ask_only_what_is_open(part, survived):
    hold_interviews(times(400) // PARTS, part)
    survived(times(400) // PARTS)
