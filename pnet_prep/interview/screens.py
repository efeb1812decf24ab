"""State to screen: what to show now, complete, for any front end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.interview.lists import adding, entry_screen, list_screen
from pnet_prep.interview.questions import question
from pnet_prep.interview.state import Mode

if TYPE_CHECKING:
    from pnet_prep.interview.state import State
    from pnet_prep.model.interview import Screen


def screen(state: State) -> Screen:
    """What to show. A place that is no longer asked shows the review instead."""
    return _shown(state)._replace(can_drop=state.can_drop)


def _shown(state: State) -> Screen:
    link_id, entry = state.spot.place
    match state.spot.mode:
        case Mode.ASK if step := state.step(state.spot.place):
            return list_screen(state, step) if step.item.repeats else question(state, step)
        case Mode.ADD if step := state.step((link_id, "")):
            return adding(state, step)
        case Mode.ENTRY if step := state.step((link_id, "")):
            return entry_screen(state, step, entry)
        case _:
            # Much to load, and the first screen of all is a question.
            from pnet_prep.interview.screens_beside import screen_beside

            return screen_beside(state)
