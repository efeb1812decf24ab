"""The patient alone: asked for before what is private, closed unless somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.flow import Asker, is_open
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.model.interview import Ask, Choice, Chosen, Event, Notice, Screen
from pnet_prep.model.questionnaire import AskWhom

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step

NOT_NOW = "not_now"
ALONE = "alone"


def guarded(state: State, spot: Spot, *notices: Notice) -> State:
    """At a spot, unless what is private comes before it, or somebody has to take over again."""
    if state.handed_by is not None:
        return _back_to_both(state, spot, *notices)
    if not state.alone_asked and _passes_private(state, spot):
        return state.to(spot).to(Spot(Mode.ALONE), *notices)
    return state.to(spot, *notices)


def alone_screen(state: State) -> Screen:
    """Whether the patient is alone at the screen now; an empty line is "not now"."""
    words, wording = state.picture.content.words, state.picture.wording
    text = "alone.text_about" if state.asker.caregiver else "alone.text"
    choices = (NOT_NOW, ALONE)
    return Screen(
        ask=Ask.ONE,
        text=wording.say(text, name=wording.patient()),
        notices=state.notices,
        choices=tuple(Choice(name, words[f"alone.{name}"]) for name in choices),
        help=words["alone.help"],
        enter=NOT_NOW,
    )


def answered_alone(state: State, event: Event) -> State:
    """What is private is asked now, or stays closed for this sitting."""
    home, trail = state.trail[-1], state.trail[:-1]
    state = state._replace(alone_asked=True)
    if not isinstance(event, Chosen) or event.ids != (ALONE,):
        return state._replace(spot=home, trail=trail)
    state = state._replace(handed_by=state.asker).with_asker(Asker())
    private = _private(state)
    return state._replace(spot=Spot(Mode.ASK, private[0].place) if private else home, trail=trail)


def _private(state: State) -> list[Step]:
    """What is open and private, and asked of nobody but the patient alone."""
    response = state.picture.response
    found = state._replace(asker=Asker()).steps()
    return [step for step in found if _is_private(step) and is_open(step, response)]


def _is_private(step: Step) -> bool:
    return step.item.private and step.item.ask_whom is AskWhom.PATIENT


def _passes_private(state: State, spot: Spot) -> bool:
    """Whether open private questions stand before a spot in the order of asking."""
    if state.asker.alone or not (private := _private(state)):
        return False
    if spot.mode is not Mode.ASK:
        return True
    order = list(state.picture.content.questionnaire.by_id)
    return order.index(private[0].item.link_id) < order.index(spot.place[0])


def _back_to_both(state: State, spot: Spot, *notices: Notice) -> State:
    """After the private questions somebody says who goes on; nothing private is shown then."""
    step = state.step(spot.place) if spot.mode is Mode.ASK else None
    if step is not None and _is_private(step):
        return state.to(spot, *notices)
    state = state.with_asker(state.handed_by or state.asker)._replace(handed_by=None)
    return state.to(spot).to(Spot(Mode.WHO), *notices)
