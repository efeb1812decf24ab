"""Calls to the operating system that fail, or after which nothing more happens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

FILES = ("open", "read", "write", "fsync", "close", "fstat", "stat", "lstat")
NAMES = ("listdir", "link", "replace", "unlink", "mkdir", "chmod")


class Crash(BaseException):
    """The program ends here: nothing catches this and goes on."""


@dataclass
class Fault:
    """The ``at``-th call fails, and with ``lasting`` every later one too; without code it ends."""

    code: int
    at: int
    lasting: bool
    calls: int = 0

    def strikes(self) -> bool:
        self.calls += 1
        return self.calls == self.at or (self.lasting and self.calls > self.at)


@contextmanager
def failing(fault: Fault) -> Iterator[None]:
    """Let calls of `os` fail as the fault says. A descriptor is closed even where close fails."""

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def made(*args: Any, **rest: Any) -> Any:
            if not fault.strikes():
                return call(*args, **rest)
            if name == "close":
                call(*args, **rest)
            raise OSError(fault.code, "made to fail") if fault.code else Crash

        return made

    with pytest.MonkeyPatch.context() as patch:
        for name in (*FILES, *NAMES):
            patch.setattr(os, name, wrapped(name, getattr(os, name)))
        yield
