"""The result of a check as tables on a terminal; off a terminal it stays plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from pnet_prep.content.check import Checked


def print_tables(found: Checked) -> None:
    """Print the problems and the reading grades. Texts of a pack are never read as markup."""
    console = Console()
    if found.problems:
        problems = Table("Where", "What", "What to do", box=None)
        for one in found.problems:
            kind = "warning" if one.warning else "fault"
            place = f"{one.file}:{one.line}:{one.column}"
            problems.add_row(Text(place), Text(f"{kind}: {one.code}"), Text(one.text))
        console.print(problems)
    if found.grades:
        grades = Table("File", "Reading grade (Flesch-Kincaid)", box=None)
        for file, grade in found.grades.items():
            grades.add_row(Text(file), Text(str(grade)))
        console.print(grades)
