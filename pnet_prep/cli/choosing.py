"""One question that a command asks by itself, outside of an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.interview import Back, Chosen, Quit

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.interview import Screen


def choose(asks: FrontEnd, screen: Screen) -> str | None:
    """The id of what the person chose; empty where they go back, ``None`` where they leave."""
    while True:
        match asks.ask(screen):
            case Chosen((chosen,)):
                return chosen
            case Back() if screen.can_go_back:
                return ""
            case Quit():
                return None
            case _:
                continue
