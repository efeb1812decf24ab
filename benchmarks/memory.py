"""The memory of an export to PDF, beside what typst itself takes to set one word."""

import sys

from figures import Figure, times
from floor import pairwise, peak
from visit import Visit

ONE_WORD = (sys.executable, "-c", "import typst; typst.compile(b'word')")
FORMATS = "md,pdf"


def figures(visit: Visit) -> list[Figure]:
    """The peak of the whole command, and of typst alone."""
    pair = pairwise(visit.export_memory(FORMATS), peak(ONE_WORD, visit.env), visit.runs)
    return [
        Figure("memory", "typst alone, for one word", _mebibytes(pair.second), ""),
        Figure(
            "memory",
            f"export --to {FORMATS}",
            _mebibytes(pair.first),
            times(pair.ratio, "typst"),
            "60 MiB",
        ),
    ]


def _mebibytes(value: float) -> str:
    return f"{value:.0f} MiB"
