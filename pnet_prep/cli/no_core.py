"""No copy of what is in memory is written to disk if the program falls over."""

from __future__ import annotations

import sys
from contextlib import suppress


def leave_no_core() -> None:
    """Ask the system not to write a core file. Windows has none."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
