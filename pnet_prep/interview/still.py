"""What is still to be asked of somebody, as a screen says it before its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.to_ask import still_to_ask
from pnet_prep.model.interview import Notice

if TYPE_CHECKING:
    from pnet_prep.interview.state import State


def to_ask(state: State) -> tuple[Notice, ...]:
    """Whom to ask still, and about what."""
    return tuple(map(Notice, still_to_ask(state.picture, state.asker.own_eyes)))
