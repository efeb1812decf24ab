"""The result of a check as tables on a terminal; off a terminal it stays plain lines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pnet_prep.engine.text import show_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.content.check import Checked
    from pnet_prep.content.check_unverified import Unverified
    from pnet_prep.content.problem import Problem


def print_tables(found: Checked) -> None:
    """Print the problems and the reading grades. Texts of a pack are never read as markup."""
    print_problems(found.problems)
    console = Console()
    if found.grades:
        grades = Table("File", "Reading grade (Flesch-Kincaid)", box=None)
        for file, grade in found.grades.items():
            grades.add_row(_cell(file), _cell(str(grade)))
        console.print(grades)


def print_problems(found: Iterable[Problem]) -> None:
    """Print the problems, a row each."""
    problems = Table("Where", "What", "What to do", box=None)
    for one in found:
        kind = "warning" if one.warning else "fault"
        place = f"{one.file}:{one.line}:{one.column}"
        problems.add_row(
            Text(show_line(place)), Text(f"{kind}: {one.code}"), Text(show_line(one.text))
        )
    if problems.row_count:
        Console().print(problems)


def print_unverified(found: Iterable[Unverified]) -> None:
    """Print what rests on a source not read, and on one read in part, a table each."""
    console = Console()
    for verified, them in groupby(found, lambda one: one.verified):
        table = Table("Where", "What", "Covers", "Sources", "Text", box=None, title_justify="left")
        table.title = Text(f"verified: {verified}")
        for one in them:
            where, what = f"{one.file}:{one.line}", f"{one.kind} {one.id}"
            cells = (where, what, ", ".join(one.covers), ", ".join(one.sources), one.text)
            table.add_row(*map(_cell, cells))
        console.print(table)


def _cell(text: str) -> Text:
    return Text(show_line(text))
