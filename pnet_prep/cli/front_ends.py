"""Which front end: the rich terminal where there is one, plain lines everywhere else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd

_OFF = {"", "0", "false"}


def front_end(words: dict[str, str], *, plain: bool) -> FrontEnd:
    """The front end for this terminal. ``ACCESSIBLE`` in the environment asks for plain lines."""
    wanted = plain or os.environ.get("ACCESSIBLE", "").casefold() not in _OFF
    if not wanted and _rich_terminal():
        from pnet_prep.interview.terminal.usable import usable

        if usable():
            from pnet_prep.interview.terminal.front_end import TerminalFrontEnd

            return TerminalFrontEnd(words)
    from pnet_prep.interview.plain import PlainFrontEnd

    return PlainFrontEnd.on_standard_streams(words)


def _rich_terminal() -> bool:
    both = sys.stdin.isatty() and sys.stdout.isatty()
    return both and os.environ.get("TERM", "") not in {"", "dumb"}
