"""``pnet-prep check``: every fault of the questions, for the people who edit them."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.content.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.check import Checked

FAULTS_CODE = 3


def run(
    folder: Annotated[str, typer.Argument(help=help_texts.FOLDER, metavar="[FOLDER]")] = "",
    release: Annotated[bool, typer.Option("--release", help=help_texts.RELEASE)] = False,
    as_json: Annotated[bool, typer.Option("--json", help=help_texts.JSON)] = False,
) -> None:
    """Print each problem with its file, line and what to do; exit 3 if one of them is a fault."""
    # The day, not the moment: a review is due by a date.
    found = check(folder, date.today(), release=release)  # noqa: DTZ011
    if as_json:
        print(json.dumps(_plain(found), indent=2))
    elif sys.stdout.isatty():
        from pnet_prep.cli.check_table import print_tables

        print_tables(found)
        print(_sum(found))
    else:
        print("\n".join(_lines(found)))
    if found.faults:
        raise typer.Exit(FAULTS_CODE)


def _plain(found: Checked) -> dict[str, object]:
    return {
        "problems": [problem.as_plain() for problem in found.problems],
        "unverified": list(found.unverified),
        "reading_grades": found.grades,
    }


def _lines(found: Checked) -> Iterator[str]:
    yield from map(str, found.problems)
    if found.grades:
        grades = ", ".join(f"{file} {grade}" for file, grade in found.grades.items())
        yield f"Reading grade (Flesch-Kincaid): {grades}"
    yield _sum(found)


def _sum(found: Checked) -> str:
    warnings = len(found.problems) - found.faults
    unread = len(found.unverified)
    return f"{found.faults} faults, {warnings} warnings; {unread} texts on a source not yet read"
