"""Plays wanted answers through the pure interview, so that real front ends can be driven alike."""

from datetime import date
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from pnet_prep.engine.picture import Picture, look
from pnet_prep.interview.alone import NOT_NOW
from pnet_prep.interview.asides import GO_ON, NEITHER
from pnet_prep.interview.lists import ADD, COMPLETE
from pnet_prep.interview.pasted import WHOLE
from pnet_prep.interview.plain_names import KEEP, Naming
from pnet_prep.interview.screens import screen
from pnet_prep.interview.session import begin
from pnet_prep.interview.speakers import chosen_as
from pnet_prep.interview.state import Mode, State
from pnet_prep.interview.step import step
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Ask, Chosen, Event, Given, Passed, Screen
from pnet_prep.model.response import Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords, Quantity

TODAY = date(2026, 11, 23)
EMPTY = QuestionnaireResponse(())
COMMANDS = {
    NonAnswer.NOT_SURE: "/notsure",
    NonAnswer.SKIPPED: "/skip",
    NonAnswer.DECLINED: "/rathernot",
}


class Turn(NamedTuple):
    """A screen and what the person does there."""

    screen: Screen
    event: Event


def play(
    content: Content,
    wanted: QuestionnaireResponse,
    into: QuestionnaireResponse = EMPTY,
    *,
    quick: bool = False,
    earlier: Picture | None = None,
) -> tuple[list[Turn], State]:
    """Every turn of an interview that gives exactly the wanted answers, and where it ends.

    ``into`` are the answers of an interview that was begun; ``earlier`` is the visit before it.
    """
    ticks = (
        Moment(1_795_435_200_000 + n, TODAY.isoformat(), sha256(str(n).encode()).hexdigest()[:16])
        for n in count(len(into.answers))
    )
    picture = look(content, into, TODAY, earlier)
    state = begin(picture, answering="", moment=next(ticks), quick=quick)
    turns = []
    while state.spot.mode is not Mode.DONE:
        shown = screen(state)
        event = _event(state, shown, wanted)
        turns.append(Turn(shown, event))
        state = step(state, event, next(ticks))
        assert len(turns) < 1000, "the interview does not end"
    return turns, state


def _event(state: State, shown: Screen, wanted: QuestionnaireResponse) -> Event:
    link_id, entry = state.spot.place
    here = state.picture.response.entries(link_id)
    there = wanted.entries(link_id)
    match state.spot.mode:
        case Mode.EITHER:
            return Chosen((NEITHER,))
        case Mode.ALONE:
            return Chosen((NOT_NOW,))
        case Mode.PARTS | Mode.COPY:
            return Chosen((shown.enter,))
        case Mode.WHO:
            return Chosen((chosen_as(state.asker),))
        case Mode.PASTED:
            return Chosen((WHOLE,))
        case Mode.REVIEW:
            return Chosen((GO_ON,))
        case Mode.TOP:
            said = [a.value for a in wanted.at("wish.top") if isinstance(a.value, tuple)]
            return Chosen(said[-1]) if said else Passed(NonAnswer.SKIPPED)
        case Mode.ADD:
            naming = state.picture.content.questionnaire.by_id[link_id].items[0]
            if len(here) < len(there):
                return _said(wanted.at(naming.link_id, there[len(here)])[-1], shown)
            return Chosen((COMPLETE,)) if shown.ask is Ask.ONE else Given("")
    item = state.picture.content.questionnaire.by_id[link_id]
    if item.repeats:
        return Chosen((ADD if len(here) < len(there) else COMPLETE,))
    group = state.picture.content.questionnaire.list_of(link_id)
    if entry and group:
        mine = state.picture.response.entries(group)
        place = mine.index(entry) if entry in mine else len(mine)
        others = wanted.entries(group)
        entry = others[place] if place < len(others) else ""
    answers = [a for a in wanted.at(link_id, entry) if a.by == wanted_by(wanted)]
    return _said(answers[-1], shown) if answers else Passed(NonAnswer.SKIPPED)


def wanted_by(wanted: QuestionnaireResponse) -> str:
    """Whose view the wanted answers are: that of whoever answered the first question."""
    return wanted.at("person.answering")[0].by


def _said(answer: Answer, shown: Screen) -> Event:
    match answer.value:
        case NonAnswer():
            return Passed(answer.value)
        case DateSaid(text) | Quantity(text) | OwnWords(text):
            return Given(text)
        case tuple():
            return Chosen(answer.value)
        case value if shown.ask is Ask.ONE:
            return Chosen((str(value),))
        case value:
            return Given(str(value))


def as_lines(turns: list[Turn]) -> str:
    """What a person types in plain mode to do the same."""
    return "".join(f"{line}\n" for turn in turns for line in _lines(turn))


def _lines(turn: Turn) -> list[str]:
    rows = [*(choice.id for choice in turn.screen.choices), *turn.screen.non_answers]
    match turn.event:
        case Chosen((number,)) if number.isdecimal():
            return [number]
        case Chosen(ids):
            return [", ".join(str(rows.index(one) + 1) for one in ids)]
        case Passed(how):
            return [COMMANDS[how]]
        case Given(text):
            lines = [f"/{line}" if line.startswith("/") else line for line in text.split("\n")]
            if turn.screen.ask is Ask.LONG:
                return [*lines, "."]
            return [*lines, KEEP] if Naming.of(text, turn.screen) else lines
    raise AssertionError(turn.event)
