"""Figures and the plain table they are printed in. Nothing here judges."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number beside the bar it is held to. ``bar`` is empty for a yardstick.

    ``row`` is a short name for the group; ``cost`` and ``ratio`` are ready to print.
    """

    row: str
    what: str
    cost: str
    ratio: str
    bar: str = ""


HEADS = Figure("group", "what was run", "cost", "ratio", "bar")


def milliseconds(seconds: float) -> str:
    """Two significant digits are as much as a busy machine can tell."""
    value = seconds * 1000
    return f"{value:.0f} ms" if value >= 10 else f"{value:.2g} ms"


def times(ratio: float, of_what: str) -> str:
    """A ratio with what it is a ratio of."""
    return f"{ratio:.2f} x {of_what}" if ratio < 10 else f"{ratio:.1f} x {of_what}"


def table(figures: Iterable[Figure]) -> str:
    """All figures in columns as wide as they need to be."""
    rows = [(one.row, one.what, one.cost, one.ratio, one.bar) for one in (HEADS, *figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])
