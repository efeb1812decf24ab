"""Short facts side by side: two columns of the page say in half the height what one would."""

from __future__ import annotations

from itertools import groupby
from math import ceil

Told = tuple[str, list[str]]
"""A label and what was said, a text a view."""

_LINE = 38  # letters in half a page
_LONGEST = 3  # lines of a fact there
_MOST = 10  # facts side by side, which never break over two pages
_SAVES = 4 / 5  # of the lines in one column: what takes more in two is easier to read in one


def halves(facts: list[Told]) -> list[list[list[Told]]]:
    """The facts in order, in runs of one column each, or of two where that saves many lines."""
    runs: list[list[list[Told]]] = []
    for short, told in groupby(facts, key=lambda fact: lines_in_half(fact) <= _LONGEST):
        run = [*told]
        pieces = [run[place : place + _MOST] for place in range(0, len(run), _MOST)]
        made = [_split(piece) if len(piece) > 1 else [piece] for piece in pieces]
        saves = height(made) <= _SAVES * height([[run]])
        runs += made if short and saves else [[run]]
    return runs


def one_line(title: str, facts: list[Told]) -> Told | None:
    """All that was said about one thing as one fact, where that fits a line."""
    if len(facts) != 1 or len(facts[0][1]) != 1:
        return None
    label, (value,) = facts[0]
    said = f"{label}: {value}"
    return (title, [said]) if len(title) + len(said) <= 2 * _LINE and "\n" not in value else None


def _split(run: list[Told]) -> list[list[Told]]:
    """Two columns, the first as long as the second or a little longer."""
    lines = [*map(lines_in_half, run)]
    place = 1
    while place < len(run) - 1 and sum(lines[:place]) < sum(lines[place:]):
        place += 1
    return [run[:place], run[place:]]


def height(runs: list[list[list[Told]]]) -> int:
    """The lines that runs of one column or two take on a page, one below the other."""
    return sum(
        max(sum(_lines(fact, 2 * _LINE // len(columns)) for fact in column) for column in columns)
        for columns in runs
    )


def lines_in_half(fact: Told) -> int:
    """The lines that a fact takes in half the width of a page."""
    return _lines(fact, _LINE)


def _lines(fact: Told, width: int) -> int:
    label, values = fact
    said = f"{label}  " + "\n".join(values)
    return sum(ceil(max(1, len(line)) / width) for line in said.split("\n"))
