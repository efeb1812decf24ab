"""Standard streams on which nothing that is read or printed can fail for its letters."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

_STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


def open_closed_streams() -> None:
    """Give every stream that was closed before the start a place that holds nothing.

    Otherwise the next file to be opened would take its number, and get what is printed.
    """
    for name, mode in _STREAMS.items():
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - stays open


def print_any_letter() -> None:
    """Let a letter that standard output cannot write be printed as a question mark."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
