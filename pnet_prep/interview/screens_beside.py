"""The screens that are no question: who answers, the parts, the review, the top three and such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.interview.alone import alone_screen
from pnet_prep.interview.asides import either_screen, review_screen, top_screen, who_screen
from pnet_prep.interview.dropping import bring_back_screen, drop_screen, questions_screen
from pnet_prep.interview.laters import later_screen
from pnet_prep.interview.own_copy import copy_screen
from pnet_prep.interview.parts import parts_screen
from pnet_prep.interview.pasted import pasted_screen
from pnet_prep.interview.same_screens import asked_same, same_screen
from pnet_prep.interview.state import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pnet_prep.interview.state import State
    from pnet_prep.model.interview import Screen


_OF_MODE: Mapping[Mode, Callable[[State], Screen]] = {
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


def screen_beside(state: State) -> Screen:
    """What to show where no question is asked. A place that is not asked any more: the review."""
    mode, (link_id, _) = state.spot.mode, state.spot.place
    if mode in {Mode.PASTED, Mode.ROW} and (step := state.step((link_id, ""))):
        return pasted_screen(state, step)
    listed = state.step((link_id, "")) if mode is Mode.SAME else None
    if listed and (one := asked_same(state, listed.item)):
        return same_screen(state.picture, one, state.notices)
    return _OF_MODE.get(mode, review_screen)(state)
