"""Standard streams on which nothing that is read or printed can fail for its letters."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

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


def print_line(text: str, stream: TextIO | None = None) -> None:
    """Print a sentence on ``stream`` (standard output), on a terminal without a word cut in two.

    What is no terminal gets the line as it is, and so does a name of a file wider than the window.
    """
    stream = stream or sys.stdout
    with suppress(AttributeError, OSError, ValueError):
        if stream.isatty() and (columns := os.get_terminal_size(stream.fileno()).columns):
            from textwrap import wrap

            text = "\n".join(
                wrap(text, columns - 1, break_long_words=False, break_on_hyphens=False)
            )
    print(text, file=stream, flush=True)
