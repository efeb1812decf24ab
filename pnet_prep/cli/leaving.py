"""Leaving early: signals that ask the program to end do what Ctrl-C does, everything saved.

The terminal is put right then, as after any other way to leave, and what was half typed in a long
text is kept.
"""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sys import UnraisableHookArgs
    from types import FrameType

LEFT_CODE = 130
"""Left early by keys or by the end of input."""

_SIGNAL_CODE = 128
_NAMES = ("SIGTERM", "SIGHUP", "SIGQUIT")  # Windows has the first alone
_ENDING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
_received: list[int] = []
_MOMENT = 0.02  # seconds


def leave_on_signals() -> None:
    """From now on, a signal that asks the program to end raises ``KeyboardInterrupt`` once."""
    for number in _ENDING:
        # One that is ignored already, as under nohup, stays so.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)
    sys.unraisablehook = _keep_leaving


def left_code() -> int:
    """The exit code of a run that was left early: 128 + n after signal n."""
    return _SIGNAL_CODE + _received[0] if _received else LEFT_CODE


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals wait until the block is done, so that what was just answered is saved too.

    Windows cannot do this; there a save that is cut off leaves the file as it was.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *_ENDING})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def heeding() -> Iterator[None]:
    """Heed signals again inside `undisturbed`, while the block waits for somebody."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        # One that waited already raises here.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, *_ENDING})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave(number: int, _frame: FrameType | None) -> None:
    # A terminal that closes often sends two, and the second must not break into the leaving.
    if not _received:
        _received.append(number)
        raise KeyboardInterrupt


def _keep_leaving(lost: UnraisableHookArgs) -> None:
    # Ctrl-C can come while Python tidies up between two lines, where nothing can be raised: it
    # would be printed and forgotten. So it comes once more a moment later.
    if issubclass(lost.exc_type, KeyboardInterrupt):
        from threading import Timer

        Timer(_MOMENT, signal.raise_signal, (signal.SIGINT,)).start()
    else:
        sys.__unraisablehook__(lost)
