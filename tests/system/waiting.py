"""Visits that stop just before a question of some kind, so that it is the next one to be asked."""

from collections.abc import Callable
from hashlib import sha256
from itertools import count
from pathlib import Path

from pnet_prep.content.load import load
from pnet_prep.engine.picture import look
from pnet_prep.interview.screens import screen
from pnet_prep.interview.session import begin
from pnet_prep.interview.state import Mode, State
from pnet_prep.interview.step import step
from pnet_prep.model.interview import Ask, Chosen, Event, Given, Passed, Screen
from pnet_prep.model.response import Moment, QuestionnaireResponse
from pnet_prep.model.values import NonAnswer
from pnet_prep.store.visit import new_visit, save
from tests.system.program import SECRET
from tests.system.scripted import TODAY

Waits = Callable[[State, Screen], bool]


def asks(kind: Ask) -> Waits:
    """A question of the interview that is answered in this way, not the first of all."""
    return lambda state, shown: shown.ask is kind and bool(state.picture.response.answers)


def reviews(state: State, _shown: Screen) -> bool:
    """The look at everything that was said."""
    return state.spot.mode is Mode.REVIEW


def visit_before(home: Path, waits: Waits) -> Screen:
    """Save a visit with answers up to what waits; the screen that comes up when it goes on."""
    ticks = (
        Moment(1_795_435_200_000 + n, TODAY.isoformat(), sha256(str(n).encode()).hexdigest()[:16])
        for n in count()
    )
    picture = look(load(), QuestionnaireResponse(()), TODAY)
    state = begin(picture, answering="", moment=next(ticks), quick=False)
    while not waits(state, shown := screen(state)):
        state = step(state, _answer(shown), next(ticks))
    save(new_visit(str(home)).with_answers(state.picture.response.answers))
    return shown


def _answer(shown: Screen) -> Event:
    if shown.ask in {Ask.LINE, Ask.LONG}:
        return Given(SECRET)
    if NonAnswer.SKIPPED in shown.non_answers:
        return Passed(NonAnswer.SKIPPED)
    return Chosen((shown.choices[0].id,))
