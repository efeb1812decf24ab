"""The entry point answers `--version` and `--help` by itself and hands on everything else."""

import os
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from typer.testing import CliRunner

from pnet_prep import __main__, __version__
from pnet_prep.cli.app import COMMANDS, app_with
from pnet_prep.cli.last_words import GREETING

TOP_HELP = Path(__main__.__file__).parent / "cli" / "top_help.txt"


def program(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pnet_prep", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


def test_version_is_printed() -> None:
    done = program("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"pnet-prep {__version__}\n", "")


def test_help_is_what_typer_prints(golden: Callable[[str, str], None]) -> None:
    made = CliRunner().invoke(
        app_with(COMMANDS), ["--help"], prog_name="pnet-prep", env={"COLUMNS": "80"}
    )
    golden(str(TOP_HELP), made.output)
    done = program("--help")
    assert (done.returncode, done.stdout, done.stderr) == (0, made.output, "")


def test_help_is_short_enough_to_be_written_at_once() -> None:
    assert len(TOP_HELP.read_bytes()) <= 4096, "a pipe takes this much in one piece"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_closed_pipe_ends_in_one_sentence_and_no_traceback(option: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = program(option, stdout=writing)
    finally:
        os.close(writing)
    assert done.returncode == 141
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_missing_help_text_leaves_the_answer_to_the_whole_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(__main__, "__file__", "nowhere/__main__.py")
    monkeypatch.setattr(__main__, "_run_whole_program", lambda: asked.append("whole"))
    monkeypatch.setattr(sys, "argv", ["pnet-prep", "--help"])
    __main__.main()
    assert asked == ["whole"]


def test_interrupt_while_loading_leaves_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    loading = types.SimpleNamespace(run=interrupted)
    monkeypatch.setitem(sys.modules, "pnet_prep.cli.app", loading)
    monkeypatch.setattr(sys, "argv", ["pnet-prep", "list"])
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert left.value.code == 130


def test_unknown_word_is_refused_with_code_2() -> None:
    done = program("sing")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def at_terminal(*arguments: str) -> "pexpect.spawn[bytes]":
    return pexpect.spawn(sys.executable, ["-m", "pnet_prep", *arguments], timeout=30)


@pytest.mark.parametrize("front_end", [[], ["--plain"]], ids=["rich", "plain"])
def test_person_at_a_terminal_is_greeted_before_anything_else(front_end: list[str]) -> None:
    child = at_terminal("start", *front_end)
    child.expect_exact(GREETING)
    assert child.before == b""
    child.close(force=True)


@pytest.mark.parametrize("arguments", [["start", "--template"], ["start", "--help"], ["list"]])
def test_nobody_is_greeted_where_nothing_is_asked(arguments: list[str]) -> None:
    child = at_terminal(*arguments)
    shown = child.read().decode()
    child.close()
    assert child.exitstatus == 0
    assert GREETING not in shown
