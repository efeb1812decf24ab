"""Which heavy libraries a command must not load: start-up time without a clock."""

import os
import subprocess
import sys
from importlib import import_module
from inspect import get_annotations
from pathlib import Path

import pytest

from pnet_prep.cli import app, print_options
from pnet_prep.cli.app import COMMANDS
from pnet_prep.lazily import SELDOM_USED

ROOT = Path(__file__).parent.parent
CASE = ROOT / "tests" / "cases" / "c1.yaml"
PROMPTS = {"questionary", "prompt_toolkit"}
DEAR = PROMPTS | {
    "rich",
    "pydantic",
    "jinja2",
    "icalendar",
    "pypdf",
    "asyncio",
    "importlib.metadata",
    "typst",
    "_hashlib",  # OpenSSL
}
LATER = set(SELDOM_USED)
OWN = {"pnet_prep.interview", "pnet_prep.engine.pairing", "pnet_prep.render"}
READ_ONLY = DEAR | LATER | {"filelock", "yaml"}
FORBIDDEN = {
    "--version": READ_ONLY | {"typer", "json", "dataclasses", "pathlib", "typing"},
    "--help": READ_ONLY | {"typer", "json", "dataclasses", "pathlib", "typing"},
    "list": READ_ONLY | OWN | {"pnet_prep.store.lines", "pnet_prep.model.response"},
    "where": READ_ONLY | OWN,
    "doctor": READ_ONLY - {"yaml"} | OWN,
    "show": READ_ONLY - {"textwrap"},
    "rehearse": READ_ONLY,
    "export --to md --out out": DEAR | LATER,
    "export --to txt --out out": DEAR | LATER | {"pnet_prep.engine.nameless"},
    "export --to json --out out": DEAR | LATER | {"pnet_prep.engine.nameless"},
    "export --to pdf --out out": (DEAR | LATER) - {"subprocess"},
    "export --to pdf --fillable --out out": DEAR - {"pypdf", "_hashlib"},
    "export --to html --out out": DEAR - {"jinja2", "_hashlib"},
    "form --out out": DEAR - {"jinja2", "_hashlib"},
    "export --to ics --out out": DEAR - {"icalendar"},
    f"start --answers {CASE} --no-input --out out": DEAR,
}
PROBE = """
import os, sys

leave = os._exit

def run(module):  # a module that was put off is only there to be found
    return "__getattr__" not in vars(module) or "__builtins__" in vars(module)

def report(code):
    with open(os.environ["LOADED"], "w") as file:
        file.write("\\n".join(name for name, module in sys.modules.items() if run(module)))
    leave(code)

os._exit = report
from pnet_prep.__main__ import main
main()
report(0)
"""


def loaded_by(arguments: str, folder: Path) -> set[str]:
    """Names of all modules in memory when the command is done; it must have worked."""
    report = folder / "loaded"
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments.split()],
        cwd=folder,
        env=os.environ | {"LOADED": str(report)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(report.read_text(encoding="utf-8").split("\n"))


@pytest.mark.parametrize("command", FORBIDDEN)
def test_command_loads_nothing_it_can_do_without(command: str, tmp_path: Path) -> None:
    loaded_by(f"start --answers {CASE} --no-input --out first", tmp_path)
    assert FORBIDDEN[command] & loaded_by(command, tmp_path) == set()


@pytest.mark.parametrize("command", ["start", "review", "show", "rehearse", "export"])
def test_typer_need_not_compile_what_it_reads_of_a_command(command: str) -> None:
    run = import_module(COMMANDS[command][0]).run
    for asked in (run, app._top, print_options._can_be_made):
        assert not [name for name, read in get_annotations(asked).items() if isinstance(read, str)]


def test_probe_sees_what_a_command_loads(tmp_path: Path) -> None:
    command = f"start --answers {CASE} --no-input --out out"
    assert {"typer", "subprocess", "yaml"} <= loaded_by(command, tmp_path)
