"""Leaving a question for later, for a named person: the note, and whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.record import ask_later
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.interview.taking import answer, ask_again, noted
from pnet_prep.model.interview import Ask, Choice, Chosen, Event, Screen
from pnet_prep.model.response import BOTH, HELPERS, PATIENT, Moment

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step

MYSELF = "myself"


def left(state: State, asked: Step, moment: Moment) -> State:
    """A question left for later: whom to ask is asked where more than one person is known."""
    if _others(state) and not asked.item.personal:
        return state.to(Spot(Mode.LATER, asked.place))
    return _noted(state, asked, "", moment)


def later_screen(state: State) -> Screen:
    """Who can answer the question that is left."""
    wording = state.picture.wording
    people = [
        (one, wording.patient() if one == PATIENT else wording.person(one))
        for one in _others(state)
    ]
    return Screen(
        ask=Ask.ONE,
        text=wording.words["later.text"],
        notices=state.notices,
        choices=(
            *(Choice(one, name) for one, name in people),
            Choice(MYSELF, wording.words["later.myself"]),
        ),
        help=wording.words["later.help"],
    )


def for_whom(state: State, event: Event, moment: Moment) -> State:
    """An event on the screen that asks whom the question is left for."""
    asked = state.step(state.spot.place)
    if not isinstance(event, Chosen) or asked is None:
        return ask_again(state, "problem.choose")
    state = state._replace(spot=state.trail[-1], trail=state.trail[:-1])
    return _noted(state, asked, "" if event.ids[0] == MYSELF else event.ids[0], moment)


def _noted(state: State, asked: Step, whom: str, moment: Moment) -> State:
    link_id, entry = asked.place
    made = ask_later(
        state.picture.response,
        item=link_id,
        entry=entry,
        whom=whom,
        by=state.asker.by,
        typed=state.asker.typed,
        moment=moment,
    )
    return answer(noted(state, made), asked, None, moment)


def _others(state: State) -> tuple[str, ...]:
    """Everybody of this visit who is not at the keyboard now."""
    if state.asker.typed == BOTH:
        return ()
    people = (PATIENT, *state.picture.response.entries(HELPERS))
    return tuple(one for one in people if one != state.asker.typed)
