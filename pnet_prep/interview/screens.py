"""State to screen: what to show now, complete, for any front end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.interview.alone import alone_screen
from pnet_prep.interview.asides import either_screen, review_screen, top_screen, who_screen
from pnet_prep.interview.dropping import bring_back_screen, drop_screen, questions_screen
from pnet_prep.interview.laters import later_screen
from pnet_prep.interview.lists import adding, entry_screen, list_screen
from pnet_prep.interview.own_copy import copy_screen
from pnet_prep.interview.parts import parts_screen
from pnet_prep.interview.pasted import pasted_screen
from pnet_prep.interview.questions import question
from pnet_prep.interview.state import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pnet_prep.interview.state import State
    from pnet_prep.model.interview import Screen


_BESIDE: Mapping[Mode, Callable[[State], Screen]] = {
    Mode.EITHER: either_screen,
    Mode.WHO: who_screen,
    Mode.ALONE: alone_screen,
    Mode.LATER: later_screen,
    Mode.PARTS: parts_screen,
    Mode.QUESTIONS: questions_screen,
    Mode.DROP: drop_screen,
    Mode.BRING_BACK: bring_back_screen,
    Mode.TOP: top_screen,
    Mode.COPY: copy_screen,
}


def screen(state: State) -> Screen:
    """What to show. A place that is no longer asked shows the review instead."""
    link_id, entry = state.spot.place
    match state.spot.mode:
        case mode if made := _BESIDE.get(mode):
            return made(state)
        case Mode.ASK if step := state.step(state.spot.place):
            return list_screen(state, step) if step.item.repeats else question(state, step)
        case Mode.ADD if step := state.step((link_id, "")):
            return adding(state, step)
        case Mode.PASTED | Mode.ROW if step := state.step((link_id, "")):
            return pasted_screen(state, step)
        case Mode.ENTRY if step := state.step((link_id, "")):
            return entry_screen(state, step, entry)
        case _:
            return review_screen(state)
