"""The real program run as people run it, and what holds for whatever it says when it refuses."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from pnet_prep.cli import last_words
from pnet_prep.model.response import Answer
from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import new_visit, open_visit, save
from tests.unit.stored import with_said

PROGRAM = (sys.executable, "-m", "pnet_prep")
SECRET = "SECRET-ANSWER"
"""Stands in every answer that is given, and so may stand in nothing that is no answer."""

MODES_BIND = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
)
"""Before a command: the modes of files hold for it, also when the tests are run by root."""

PROBLEM = re.compile(r"[^\s:]+:\d+:\d+: \[[a-z-]+\] \S.*")
"""A line that says where a file has to be mended."""

Done = subprocess.CompletedProcess[str]


def run(
    *arguments: str | Path,
    typed: str | None = "",
    prefix: Sequence[str] = (),
    stdin: IO[bytes] | None = None,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int | IO[bytes] = subprocess.PIPE,
    cwd: Path | None = None,
    encoding: str = "utf-8",
    **env: str,
) -> Done:
    """Run the program to its end, with these lines typed into a pipe unless it has other input."""
    return subprocess.run(
        [*prefix, *PROGRAM, *map(str, arguments)],
        input=None if stdin else typed,
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        cwd=cwd,
        env={**os.environ, **env},
        encoding=encoding,
        timeout=60,
        check=False,
    )


def piped(*arguments: str) -> "subprocess.Popen[bytes]":
    """Start the program between pipes, to talk with it line by line."""
    pipe = subprocess.PIPE
    return subprocess.Popen([*PROGRAM, *arguments], stdin=pipe, stdout=pipe, stderr=pipe)


def read_to(program: "subprocess.Popen[bytes]", end: bytes) -> None:
    """Read what the program prints until it comes to this."""
    assert program.stdout
    seen = b""
    while not seen.endswith(end):
        byte = program.stdout.read(1)
        assert byte, seen.decode()
        seen += byte


def send(program: "subprocess.Popen[bytes]", line: str) -> None:
    """Type a line."""
    assert program.stdin
    program.stdin.write(f"{line}\n".encode())
    program.stdin.flush()


def refused(done: Done, code: int, *, problems: bool = False) -> str:
    """The one sentence of a program that refused as it should; with ``problems``, lines below."""
    assert done.returncode == code, done.stderr
    sentence, *lines = done.stderr.splitlines() or [""]
    assert sentence.endswith((".", ":")) or ": pnet-prep" in sentence, done.stderr
    assert len(sentence.split()) <= 40, sentence
    assert sentence != last_words.UNKNOWN
    assert bool(lines) is problems, done.stderr
    assert all(map(PROBLEM.fullmatch, lines)), done.stderr
    silent(done)
    return sentence


def silent(done: Done) -> None:
    """Nothing that was said on standard error may hold an answer, or the inside of the program."""
    assert SECRET not in done.stderr
    assert "Traceback" not in done.stderr


def a_visit(home: Path, visit: str = "aaaaaaaa") -> Path:
    """The file of a visit with two answers, each saved by itself."""
    made = save(with_said(new_visit(str(home), visit=visit), f"{SECRET} one", "person.name"))
    return Path(save(with_said(made, f"{SECRET} two", "visit.reason")).path)


def answers(home: Path) -> tuple[Answer, ...]:
    """What is kept of the one visit there."""
    (listed,) = list_visits(str(home))
    return open_visit(listed.path).response.answers
