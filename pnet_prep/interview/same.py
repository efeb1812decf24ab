"""The word of whoever is at the keyboard that two entries of a list are one thing, or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.record import link
from pnet_prep.engine.same_names import kept_apart, made_one
from pnet_prep.interview.same_screens import NO, SAME, YES
from pnet_prep.interview.state import Mode, Spot
from pnet_prep.interview.taking import ask_again, noted
from pnet_prep.model.interview import Chosen, Later, Notice, Passed

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.interview.state import State
    from pnet_prep.model.interview import Event
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Moment


def at_same(state: State, listed: Step, chosen: str) -> State:
    """At the question about the two entries that a line of the list stands for."""
    first, _, second = chosen.removeprefix(SAME).partition("|")
    return state.to(Spot(Mode.SAME, (listed.item.link_id, first), typed=second))


def in_same(state: State, listed: Step, event: Event, moment: Moment) -> State:
    """An event on that screen; without a clear word both entries stay as they are."""
    home = state._replace(spot=Spot(Mode.ASK, listed.place))
    match event:
        case Chosen((chosen,)) if chosen in {YES, NO}:
            pair = (state.spot.place[1], state.spot.typed)
            return _said(home, listed.item, pair, moment, same=chosen == YES)
        case Chosen() | Passed() | Later():
            return home
        case _:
            return ask_again(state, "problem.choose")


def parted(state: State, listed: Step, entry: str, moment: Moment) -> State:
    """The state with an entry that was made of several taken apart again."""
    for pair in made_one(state.picture, listed.item, entry):
        state = _said(state, listed.item, pair, moment, same=False)
    return state


def united(state: State, listed: Step, entry: str, moment: Moment) -> State:
    """The state after the word that an entry is one with the others of its name after all.

    Where somebody else says that they are two, both stay, and that is told.
    """
    for pair in kept_apart(state.picture, listed.item, entry):
        state = _said(state, listed.item, pair, moment, same=True)
    return state


def _said(state: State, group: Item, pair: tuple[str, str], moment: Moment, *, same: bool) -> State:
    made = link(
        state.picture.response,
        group=group.link_id,
        entries=pair,
        same=same,
        by=state.asker.by,
        typed=state.asker.typed,
        moment=moment,
    )
    after = noted(state, made)
    response = after.picture.response
    one = len({response.stands_at(group.link_id, entry) for entry in pair}) == 1
    word = "same.one" if one else "same.others" if same else "same.two"
    told = Notice(state.picture.content.words[word])
    return after.stay(*after.notices, *((told,) if told not in after.notices else ()))
