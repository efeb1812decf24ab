"""The loop: show, ask, step, save. Every answer is on disk before the next question is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.flow import Asker
from pnet_prep.interview.alarms import still
from pnet_prep.interview.screens import screen
from pnet_prep.interview.speakers import CAREGIVER, first_asker, new_id
from pnet_prep.interview.state import Mode, Spot, State, resume_at
from pnet_prep.model.interview import Chosen, Notice
from pnet_prep.model.questionnaire import AskWhom
from pnet_prep.model.response import ANSWERING, BOTH, HELPERS, PATIENT, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import Answer


def begin(  # noqa: PLR0913 - all that a command knows of how to begin
    picture: Picture,
    *,
    answering: str,
    moment: Moment,
    quick: bool,
    command: str = "",
    at: Mode = Mode.PARTS,
) -> State:
    """A new interview, or one that was begun: at its home screen, or ``at`` its review.

    ``answering`` is ``patient`` or ``caregiver`` when that is known already, else empty: then it
    is an answer of a new visit, to be saved like any other, and not asked;
    ``command`` is what asks, where it is not ``start``: it asks at once what is open.
    """
    if not picture.response.shown:
        asker = first_asker(answering, moment) if answering else Asker()
        state = State(picture, asker, Spot(Mode.REVIEW), quick=quick)
        notices = (*_welcome(state), *unchecked(picture.content))
        state = state._replace(spot=resume_at(state), notices=notices)
        return _answered(state, answering, moment) if answering else state
    known = picture.response.entries(HELPERS)
    asker = _last_asker(picture, moment)
    if answering and not known and asker.caregiver != (answering == CAREGIVER):
        asker = first_asker(answering, moment)
    state = State(
        picture,
        asker,
        Spot(at),
        notices=(*unchecked(picture.content), *_from_another_day(picture, asker, moment)),
        flags_told=frozenset(one.flag.id for one in picture.flags),
        quick=quick,
        command=command,
    ).with_asker(asker)
    if command:
        told = Notice(picture.wording.words[f"{command}.welcome"])
        state = state._replace(spot=resume_at(state), notices=(told, *state.notices))
    return state.to(Spot(Mode.WHO), *state.notices) if known else state


def _answered(state: State, answering: str, moment: Moment) -> State:
    """The question who answers, answered before it is asked; what was to be said first stays."""
    if state.spot.place[0] != ANSWERING:
        return state
    from pnet_prep.interview.step import step

    first = step(state, Chosen((answering,)), moment)
    notices = (*state.notices, *first.notices)
    return first._replace(notices=notices, parts_told=state.parts_told)


def unchecked(content: Content) -> tuple[Notice, ...]:
    """That nobody who could tell has read the translation, where that is so."""
    return tuple(Notice(text) for text in content.unchecked)


def _welcome(state: State) -> Iterator[Notice]:
    """How long it takes, this way or the other, and what a person should know first."""
    wording = state.picture.wording
    own = "welcome.time_quick" if state.quick else "welcome.time"
    yield Notice(wording.say(own, minutes=str(state.minutes())))
    quick = state._replace(quick=True)
    if not state.quick and quick.steps():
        yield Notice(wording.say("welcome.quick", minutes=str(quick.minutes())))
    yield from (Notice(wording.words[word]) for word in ("welcome.saved", "welcome.not_instead"))


def converse(
    state: State,
    front_end: FrontEnd,
    moment: Callable[[], Moment],
    save: Callable[[tuple[Answer, ...]], None],
) -> State:
    """Ask until the person leaves or all is done; ``save`` returns only when the disk has it."""
    if state.new:
        save(state.new)
    while not state.left and state.spot.mode is not Mode.DONE:
        event = front_end.ask(screen(state))
        # Nobody waits for what follows an answer before the first question is there.
        from pnet_prep.interview.step import step

        state = step(state, event, moment())
        if state.new:
            save(state.new)
    return state


def _from_another_day(picture: Picture, asker: Asker, moment: Moment) -> tuple[Notice, ...]:
    told = [
        one
        for one in picture.flags
        if all(answer.on != moment.day for answer in one.answers)
        and (asker.alone or one.flag.ask_whom is not AskWhom.PATIENT)
    ]
    return still(told, picture.wording)


def _last_asker(picture: Picture, moment: Moment) -> Asker:
    last = picture.response.shown[-1]
    helpers = picture.response.entries(HELPERS)
    if last.by not in {PATIENT, BOTH}:
        return Asker(last.by, last.typed, last.by)
    nobody_named = new_id(moment) if last.by == BOTH else ""
    return Asker(last.by, last.typed, helpers[-1] if helpers else nobody_named)
