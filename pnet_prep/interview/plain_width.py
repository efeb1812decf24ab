"""How wide the lines of plain mode are."""

from __future__ import annotations

import os
import sys

WIDEST = 79
"""Columns of a line at most, also where the terminal is wider."""
NARROWEST = 20


def terminal_width() -> int:
    """Columns to use of the terminal behind standard output; `WIDEST` where there is none."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return WIDEST
    return max(NARROWEST, min(WIDEST, columns - 1)) if columns else WIDEST
