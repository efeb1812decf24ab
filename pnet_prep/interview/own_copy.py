"""The last question, only for who wrote something for themselves alone: a copy with it, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.personal import personal_of
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.model.interview import Ask, Choice, Chosen, Event, Later, Passed, Screen

if TYPE_CHECKING:
    from pnet_prep.model.response import Answer

NO_COPY = "no"
COPY = "yes"


def finished(state: State) -> State:
    """The state after the last question: done, unless a copy of one's own is to be offered."""
    if state.spot.mode is not Mode.DONE or not _own(state):
        return state
    return state._replace(spot=Spot(Mode.COPY))


def copy_screen(state: State) -> Screen:
    """Whether a copy with one's own is written too; an empty line is "no"."""
    words = state.picture.content.words
    return Screen(
        ask=Ask.ONE,
        text=words["copy.text"],
        notices=state.notices,
        choices=tuple(Choice(name, words[f"copy.{name}"]) for name in (NO_COPY, COPY)),
        help=words["copy.help"],
        enter=NO_COPY,
    )


def answered_copy(state: State, event: Event) -> State:
    """The interview is done; only a clear "yes" makes a copy."""
    match event:
        case Chosen((chosen,)) if chosen == COPY:
            return state._replace(copy_for=state.asker.own_eyes).to(Spot(Mode.DONE))
        case Chosen() | Passed() | Later():
            return state.to(Spot(Mode.DONE))
        case _:
            return state


def _own(state: State) -> tuple[Answer, ...]:
    picture, person = state.picture, state.asker.own_eyes
    return personal_of(picture.response, picture.content.questionnaire, person) if person else ()
