"""Which front end: the rich terminal where there is one, plain lines everywhere else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from pnet_prep.cli.editor import drop, editor_here, keep
from pnet_prep.cli.leaving import heeding
from pnet_prep.interview.own_editor import Keeper
from pnet_prep.interview.terminal.usable import usable
from pnet_prep.model.interview import Notice

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd

_OFF = {"", "0", "false"}


def front_end(words: dict[str, str], *, plain: bool) -> FrontEnd:
    """The front end for this terminal. ``ACCESSIBLE`` in the environment asks for plain lines."""
    kept = Keeper(keep, drop)
    wanted = plain or os.environ.get("ACCESSIBLE", "").casefold() not in _OFF
    if not wanted and usable():
        from pnet_prep.interview.terminal.front_end import TerminalFrontEnd

        return TerminalFrontEnd(words, editor_here(), kept, heeding)
    from pnet_prep.interview.plain import PlainFrontEnd

    plain_lines = PlainFrontEnd.on_standard_streams(words, editor_here(), kept, heeding)
    if not wanted and sys.stdin is not None and sys.stdin.isatty():
        plain_lines.tell((Notice(words["plain.taken_over"]),))
    return plain_lines
