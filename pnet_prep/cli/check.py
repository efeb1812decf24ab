"""``pnet-prep check``: every fault of the questions, for the people who edit them."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.content.check import check

FAULTS_CODE = 3


def run(
    folder: Annotated[str, typer.Argument(help=help_texts.FOLDER, metavar="[FOLDER]")] = "",
    release: Annotated[bool, typer.Option("--release", help=help_texts.RELEASE)] = False,
    as_json: Annotated[bool, typer.Option("--json", help=help_texts.JSON)] = False,
) -> None:
    """Print each problem with its file, line and what to do; exit 3 if one of them is a fault."""
    found = check(folder, release=release)
    if as_json:
        print(json.dumps([problem.as_plain() for problem in found], indent=2))
    else:
        for problem in found:
            print(problem)
    faults = sum(not problem.warning for problem in found)
    if not as_json:
        print(f"{faults} faults, {len(found) - faults} warnings")
    if faults:
        raise typer.Exit(FAULTS_CODE)
