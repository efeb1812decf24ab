"""What every front end can do. The interview knows no more about the person's screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pnet_prep.model.interview import Event, Notice, Screen


Heeding = Callable[[], AbstractContextManager[None]]
"""In its block signals are heeded, where the rest of the program lets them wait."""


class FrontEnd(Protocol):
    """Asks one screen at a time, in plain lines or in a rich terminal."""

    def ask(self, screen: Screen) -> Event:
        """Show the screen and wait for what the person does.

        A screen that asks nothing gives ``Chosen(())``. Help and mistyped answers stay inside;
        nothing a person types raises. The end of input, a closed terminal, Ctrl-C and Ctrl-D
        give ``Quit``; long text that was being written then comes first as ``Given``.
        """
        ...

    def tell(self, notices: tuple[Notice, ...]) -> None:
        """Say something without asking. Silent once nobody is there to read it."""
        ...
