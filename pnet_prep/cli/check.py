"""``pnet-prep check``: every fault of the questions, for the people who edit them."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.content.check import check
from pnet_prep.content.files import is_translation
from pnet_prep.content.report import counted
from pnet_prep.engine.text import show_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.check import Checked
    from pnet_prep.model.content import Content

NO_TRANSLATION = "Name the folder of a translation: one with a pack.yaml that has a language."
REFUSED_CODE = 2
FAULTS_CODE = 3


def run(
    folder: Annotated[str, typer.Argument(help=help_texts.FOLDER, metavar="[FOLDER]")] = "",
    release: Annotated[bool, typer.Option("--release", help=help_texts.RELEASE)] = False,
    unverified: Annotated[bool, typer.Option("--unverified", help=help_texts.UNVERIFIED)] = False,
    coverage: Annotated[bool, typer.Option("--coverage", help=help_texts.COVERAGE)] = False,
    witness: Annotated[str, typer.Option("--witness", metavar="ID", help=help_texts.WITNESS)] = "",
    as_json: Annotated[bool, typer.Option("--json", help=help_texts.JSON)] = False,
    fill: Annotated[bool, typer.Option("--to-translate", help=help_texts.TO_TRANSLATE)] = False,
) -> None:
    """Print each problem with its file, line and what to do; exit 3 if one of them is a fault.

    ``unverified``, ``coverage`` and ``witness`` print that alone, of a folder that can be read.
    ``fill`` is for a translation.
    """
    if folder and is_translation(folder):
        from pnet_prep.cli import check_translation

        check_translation.run(folder, release=release, fill=fill, as_json=as_json)
        return
    if fill:
        print(NO_TRANSLATION, file=sys.stderr)
        raise typer.Exit(REFUSED_CODE)
    # The day, not the moment: a review is due by a date.
    today = date.today()  # noqa: DTZ011
    found = check(folder, today, release=release)
    if witness and found.content:
        print(_witness(found.content, witness, today), end="")
    elif as_json:
        print(json.dumps(_plain(found), indent=2))
    elif coverage and found.content:
        from pnet_prep.content.coverage import coverage as lines_of

        print("\n".join(map(show_line, lines_of(found.content, found.points))))
    elif sys.stdout.isatty():
        _print_tables(found, only_unverified=unverified and found.content is not None)
    else:
        listed = unverified and found.content
        lines = map(str, found.unverified) if listed else _lines(found)
        print("\n".join(map(show_line, lines)))
    if found.faults:
        raise typer.Exit(FAULTS_CODE)


def _witness(content: Content, name: str, today: date) -> str:
    from pnet_prep.content.report import did_you_mean
    from pnet_prep.content.witness_file import ids_with_witness, witness_file

    try:
        return witness_file(content, name, today)
    except KeyError:
        hint = did_you_mean(name, ids_with_witness(content))
        print(f'"{show_line(name)}" is nothing that answers can raise{hint}', file=sys.stderr)
    except ValueError:
        print(f'nobody can raise "{show_line(name)}": see what check says of it', file=sys.stderr)
    raise typer.Exit(REFUSED_CODE)


def _print_tables(found: Checked, *, only_unverified: bool) -> None:
    from pnet_prep.cli.check_table import print_tables, print_unverified

    if only_unverified:
        print_unverified(found.unverified)
    else:
        print_tables(found)
        print(_sum(found))


def _plain(found: Checked) -> dict[str, object]:
    return {
        "problems": [problem._asdict() for problem in found.problems],
        "unverified": [one.as_plain() for one in found.unverified],
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
    unread = sum(one.verified == "no" for one in found.unverified)
    part = len(found.unverified) - unread
    return (
        f"{counted(found.faults, 'fault')}, {counted(warnings, 'warning')}; "
        f"{counted(unread, 'text')} on a source not yet read, {part} on one read in part"
    )
