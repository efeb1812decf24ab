"""The pure step of the interview: state and event to the next state. No clock, disk or screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.again import kept_options
from pnet_prep.engine.pairing import TOP
from pnet_prep.engine.reading import Read, read_choice, read_text
from pnet_prep.engine.record import next_at
from pnet_prep.interview.alone import answered_alone, guarded
from pnet_prep.interview.asides import GO_ON, NEITHER, QUESTIONS
from pnet_prep.interview.dropping import in_bringing_back, in_drop, in_questions
from pnet_prep.interview.laters import for_whom, left
from pnet_prep.interview.list_step import added, in_adding, in_entry, in_list
from pnet_prep.interview.own_copy import answered_copy, finished
from pnet_prep.interview.parts import into_part
from pnet_prep.interview.pasted import in_pasted, with_unconfirmed
from pnet_prep.interview.questions import as_typed, own_answer
from pnet_prep.interview.same import in_same
from pnet_prep.interview.same_screens import asked_same
from pnet_prep.interview.speakers import asker_for, chosen_as, first_asker
from pnet_prep.interview.state import Mode, Spot, State, resume_at
from pnet_prep.interview.taking import answer, ask_again, born, guess, saved
from pnet_prep.model.interview import (
    Back,
    Chosen,
    Event,
    Given,
    GoTo,
    Later,
    Meant,
    Notice,
    Passed,
    Quit,
    Speaker,
)
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import ANSWERING, BOTH, HELPERS, PATIENT, Moment
from pnet_prep.model.values import DateSaid, NonAnswer, Quantity

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Asker, Step
    from pnet_prep.model.values import Value


_PLACES = frozenset({Mode.PARTS, Mode.REVIEW, Mode.QUESTIONS, Mode.TOP})
"""Where one can always go back to."""

CLOSED = frozenset({ItemType.CHOICE, ItemType.CHOICES, ItemType.YES_NO_UNSURE})
"""Questions that words do not answer."""


def step(state: State, event: Event, moment: Moment) -> State:
    """What follows. ``new`` of the result holds the answers to save before the next screen."""
    state = _told(state._replace(notices=(), new=()))
    # Nothing new is older than what is there, also where that is kept from who comes next.
    there = (*state.picture.response.answers, *state.kept)
    moment = moment._replace(ms=next_at(moment.ms, there))
    match event:
        case Quit():
            return with_unconfirmed(state, moment)._replace(left=True)
        case Back():
            return _back(state)
        case Speaker():
            return state.to(Spot(Mode.WHO, typed=chosen_as(state.asker)))
        case GoTo(where) if where == QUESTIONS and not state.can_drop:
            return ask_again(state, "command.not_here")
        case GoTo(where):
            state = with_unconfirmed(state, moment).to(Spot(Mode(where)))
            return state.walk("")._replace(editing=False)
        case _:
            return _at_spot(state, event, moment)


def _at_spot(state: State, event: Event, moment: Moment) -> State:
    match state.spot.mode:
        case Mode.EITHER:
            return _either(state, event, moment)
        case Mode.WHO:
            return _who(state, event, moment)
        case Mode.ALONE:
            return answered_alone(state, event)
        case Mode.LATER:
            return for_whom(state, event, moment)
        case Mode.PARTS:
            return _parts(state, event)
        case Mode.TOP:
            return finished(_top(state, event, moment))
        case Mode.QUESTIONS | Mode.DROP | Mode.BRING_BACK | Mode.COPY:
            return _at_questions(state, event, moment)
        case _:
            return _at_place(state, event, moment)


def _at_questions(state: State, event: Event, moment: Moment) -> State:
    match state.spot.mode:
        case Mode.QUESTIONS:
            return finished(in_questions(state, event))
        case Mode.DROP:
            return in_drop(state, event, moment)
        case Mode.BRING_BACK:
            return in_bringing_back(state, event, moment)
        case _:
            return answered_copy(state, event)


def _at_place(state: State, event: Event, moment: Moment) -> State:
    """At a question or a list; where that is no longer asked, the review is on the screen."""
    link_id, entry = state.spot.place
    match state.spot.mode:
        case Mode.ASK if asked := state.step(state.spot.place):
            if asked.item.repeats:
                return in_list(state, asked, event, moment)
            return _asked(state, asked, event, moment)
        case Mode.ADD if asked := state.step((link_id, "")):
            return in_adding(state, asked, event, moment)
        case Mode.PASTED | Mode.ROW if asked := state.step((link_id, "")):
            return in_pasted(state, asked, event, moment)
        case Mode.ENTRY if asked := state.step((link_id, "")):
            return in_entry(state, asked, entry, event, moment)
        case Mode.SAME if asked := state.step((link_id, "")):
            if asked_same(state, asked.item):
                return in_same(state, asked, event, moment)
            return finished(_review(state, event))
        case _:
            return finished(_review(state, event))


def _asked(state: State, asked: Step, event: Event, moment: Moment) -> State:
    if isinstance(event, Later):
        return left(state, asked, moment)
    own = own_answer(state, asked)
    if own and own.real and event in {Passed(NonAnswer.SKIPPED), Given(as_typed(own))}:
        agreed = state.asker.by == BOTH and isinstance(event, Given)
        return answer(state, asked, own.value if agreed else None, moment)
    ticked = kept_options(state.picture, asked.item) if own is None else ()
    if ticked and event == Passed(NonAnswer.SKIPPED):
        event = Chosen(ticked)  # as for an answer of one's own: what stands there stays
    if isinstance(event, Passed):
        return answer(state, asked, event.how, moment)
    read = _read(state, asked, event)
    if read.problem:
        return ask_again(state, read.problem)
    if read.either:
        return state.to(Spot(Mode.EITHER, asked.place, read.either))
    if asked.item.link_id == ANSWERING and (own is None or own.value != read.value):
        state = state.with_asker(_first(state, str(read.value), moment))
    return answer(state, asked, read.value, moment)


def _first(state: State, answering: str, moment: Moment) -> Asker:
    earlier = state.picture.earlier
    known = earlier.response.entries(HELPERS) if earlier else ()
    return first_asker(answering, moment, known[0] if len(known) == 1 else "")


def _read(state: State, asked: Step, event: Event) -> Read:
    match event:
        case Chosen((number,)) if asked.item.type is ItemType.SCALE_0_10:
            return read_text(asked.item, number, state.picture.today)
        case Chosen(ids):
            return read_choice(asked.item, ids)
        case Given(text) if asked.item.type not in CLOSED:
            read = read_text(
                asked.item, text, state.picture.today, born(state), state.picture.wording.dates
            )
            return read if isinstance(event, Meant) else guess(state, asked.item, read)
        case _:
            return Read(problem="problem.choose")


def _either(state: State, event: Event, moment: Moment) -> State:
    asked = state.step(state.spot.place)
    if not isinstance(event, Chosen) or asked is None:
        return ask_again(state, "problem.choose")
    either, chosen = state.spot.either, event.ids[0]
    state = state._replace(spot=state.trail[-1], trail=state.trail[:-1])
    value = _plain_words(either[0]) if chosen == NEITHER else either[int(chosen)]
    if isinstance(value, str) and chosen == NEITHER:
        return state
    if state.spot.mode is Mode.ADD:
        return added(state, asked, value, moment)
    return answer(state, asked, value, moment)


def _plain_words(value: Value) -> Value:
    """The words as they were typed, without a reading."""
    match value:
        case DateSaid(text):
            return DateSaid(text)
        case Quantity(text, number, str(unit)):
            return Quantity(text.removesuffix(f" {unit}"), number)
        case _:
            return value


def _who(state: State, event: Event, moment: Moment) -> State:
    if not isinstance(event, Chosen):
        return ask_again(state, "problem.choose")
    asker = asker_for(event.ids[0], state, moment)
    closed = state.alone_asked and asker.by != PATIENT
    state = state.with_asker(asker)._replace(handed_by=None, alone_asked=closed)
    spot = state.trail[-1] if state.trail else resume_at(state)
    helper, named = state.asker.helper, state.picture.response.entries(HELPERS)
    if (helper and helper not in named) or not _there(state, spot):
        spot = resume_at(state)
    there = state._replace(spot=spot, trail=state.trail[:-1])
    before = guarded(state, spot)
    asks = before.spot.mode is Mode.ALONE and asker.typed == PATIENT
    return there.to(before.spot) if asks else there


def _there(state: State, spot: Spot) -> bool:
    """Whether what is asked at a spot is asked of whoever is at the keyboard now."""
    link_id, _ = spot.place
    return not link_id or any(map(state.step, (spot.place, (link_id, ""))))


def _parts(state: State, event: Event) -> State:
    match event:
        case Chosen((part,)):
            return into_part(state, part)
        case Passed() | Later():
            return state.to(resume_at(state))
        case _:
            return ask_again(state, "problem.choose")


def _review(state: State, event: Event) -> State:
    match event:
        case Chosen((chosen,)) if chosen == GO_ON:
            return state.to(_after_review(state))._replace(editing=False)
        case Chosen((chosen,)) if chosen == QUESTIONS:
            return state.to(Spot(Mode.QUESTIONS))
        case Chosen((chosen,)):
            link_id, _, entry = chosen.partition("|")
            spot = Spot(Mode.ASK, (link_id, entry))
            return state.to(spot)._replace(editing=True)
        case Passed() | Later():
            return state.to(_after_review(state))
        case _:
            return ask_again(state, "problem.choose")


def _after_review(state: State) -> Spot:
    """The top three, which are chosen before a visit and not after it."""
    return Spot(Mode.DONE if state.command else Mode.TOP)


def _top(state: State, event: Event, moment: Moment) -> State:
    match event:
        case Chosen(ids) if ids:
            done = Spot(Mode.DONE, (TOP, ""))
            return saved(state.to(done), (TOP, ""), ids, moment)
        case Passed() | Later() | Chosen():
            return state.to(Spot(Mode.DONE))
        case _:
            return ask_again(state, "problem.choose")


def _back(state: State) -> State:
    trail = list(state.trail)
    while trail:
        spot = trail.pop()
        if spot == state.spot:
            continue
        if spot.mode in _PLACES or _still_asked(state, spot):
            editing = state.editing and spot.mode is not Mode.REVIEW
            return state._replace(spot=spot, trail=tuple(trail), editing=editing)
    return state.stay(Notice(state.picture.content.words["back.first"]))


def _still_asked(state: State, spot: Spot) -> bool:
    if spot.mode is not Mode.ASK:
        return False
    return state.step(spot.place) is not None


def _told(state: State) -> State:
    asked = state.step((state.spot.place[0], "")) or state.step(state.spot.place)
    if asked is None:
        return state
    told = {asked.section.id, *(text.link_id for text in asked.before)}
    return state._replace(parts_told=state.parts_told | told)
