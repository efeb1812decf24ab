"""Facts that say the same few things about several things, side by side as one table."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from pnet_prep.model.checklist import Facts
from pnet_prep.model.fixed import Fixed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.checklist import Block, Sheet

_MOST_COLUMNS = 4
_LONGEST_CELL = 60


class Table(Fixed):
    """Rows under ``columns``. A row's first cell names its thing.

    In the table of page 1 that cell has a column name too, in others it has none.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def symptom_table(sheet: Sheet) -> Table:
    """The table of page 1, without the columns that say nothing of any symptom."""
    width = max(1, len(sheet.columns))
    rows = [(row.name, *row.cells, *[""] * width)[:width] for row in sheet.symptoms]
    said = [place == 0 or any(row[place].strip() for row in rows) for place in range(width)]
    head, *body = (tuple(compress(row, said)) for row in (sheet.columns or ("",), *rows))
    return Table(head, tuple(body))


def tabulated(blocks: tuple[Block, ...]) -> Iterator[Block | Table]:
    """The blocks in order, with each run of two or more short, alike ``Facts`` as a table."""
    run: list[Facts] = []
    for block in blocks:
        if isinstance(block, Facts) and _short(block):
            if len(_labels([*run, block])) > _MOST_COLUMNS:
                yield from _closed(run)
                run = []
            run.append(block)
        else:
            yield from _closed(run)
            run = []
            yield block
    yield from _closed(run)


def _closed(run: list[Facts]) -> Iterator[Block | Table]:
    if len(run) < 2:  # a table of one row is harder to read than its facts
        yield from run
        return
    columns = _labels(run)
    said = [(facts.title, {fact.label: fact.values[0] for fact in facts.facts}) for facts in run]
    yield Table(columns, tuple((title, *(row.get(c, "") for c in columns)) for title, row in said))


def _labels(run: list[Facts]) -> tuple[str, ...]:
    """The labels of all, each once, in order of first appearance."""
    return tuple(dict.fromkeys(fact.label for facts in run for fact in facts.facts))


def _short(facts: Facts) -> bool:
    labels = {fact.label for fact in facts.facts}
    return (
        0 < len(labels) == len(facts.facts) <= _MOST_COLUMNS
        and 0 < len(facts.title) <= _LONGEST_CELL
        and all(
            len(fact.values) == 1 and len(fact.values[0]) <= _LONGEST_CELL for fact in facts.facts
        )
    )
