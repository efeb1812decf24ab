"""Whether a rich terminal can be used here; where it cannot, plain mode takes over."""

from __future__ import annotations

import os
import sys


def usable() -> bool:
    """Whether prompts can be drawn on this terminal.

    They cannot off a terminal, on one that says it is dumb, where arrows and ticks cannot be
    encoded, and in Windows consoles that prompt_toolkit does not know (Git Bash, some editors).
    """
    streams = (sys.stdin, sys.stdout)
    if not all(stream is not None and stream.isatty() for stream in streams):
        return False
    if os.environ.get("TERM") in {"dumb", "unknown"}:
        return False
    if sys.stdout.encoding.lower().replace("-", "") != "utf8":
        return False
    return sys.platform != "win32" or _console_known()


def _console_known() -> bool:
    from prompt_toolkit.output import create_output

    try:
        create_output()
    except Exception as problem:
        # Its class can be imported on Windows alone.
        if type(problem).__name__ == "NoConsoleScreenBufferError":
            return False
        raise
    return True
