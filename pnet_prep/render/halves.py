"""Short facts side by side: two columns of the page say in half the height what one would."""

from __future__ import annotations

from math import ceil

Told = tuple[str, list[str]]
"""A label and what was said, a text a view."""

_LINE = 38  # letters in half a page
_LONGEST = 3  # lines of a fact there
_MOST = 10  # facts side by side, which never break over two pages


def halves(facts: list[Told]) -> list[list[list[Told]]]:
    """The facts in order, in runs of one column each, or of two where the facts are short."""
    runs: list[list[Told]] = []
    last_was_short = None
    for fact in facts:
        short = lines_in_half(fact) <= _LONGEST
        if short is not last_was_short or len(runs[-1]) == _MOST:
            runs.append([])
        runs[-1].append(fact)
        last_was_short = short
    return [
        _split(run) if len(run) > 1 and lines_in_half(run[0]) <= _LONGEST else [run] for run in runs
    ]


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


def lines_in_half(fact: Told) -> int:
    """The lines that a fact takes in half the width of a page."""
    label, values = fact
    said = f"{label}  " + "\n".join(values)
    return sum(ceil(max(1, len(line)) / _LINE) for line in said.split("\n"))
