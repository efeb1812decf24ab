"""Dropping what was typed before the question could be read, such as the rest of a paste."""

from __future__ import annotations

import sys
from contextlib import suppress

from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.input.typeahead import clear_typeahead


def drop_typeahead() -> None:
    """Forget keys that wait in prompt_toolkit and in the terminal."""
    source = get_app_session().input
    clear_typeahead(source)
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
        return
    import termios

    # Input that is no terminal (a pipe in a test) has no queue to empty.
    with suppress(termios.error, OSError):
        termios.tcflush(source.fileno(), termios.TCIFLUSH)
