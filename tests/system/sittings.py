"""A person who answers on a real terminal, and the pure interview that says what must come next."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from pnet_prep.content.load import load
from pnet_prep.engine.picture import look
from pnet_prep.interview.screens import screen
from pnet_prep.interview.session import begin
from pnet_prep.interview.state import Mode, State
from pnet_prep.interview.step import step
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Ask, Chosen, Event, Given, Passed
from pnet_prep.model.response import Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import NonAnswer
from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import open_visit
from tests.system.keys import keys_for
from tests.system.program import PROGRAM
from tests.system.scripted import Turn
from tests.system.terminal import Terminal

A_HAND = 0.005
"""Seconds between two keys of somebody who types very fast."""

Said = tuple[str, object]


def held(home: Path) -> Counter[Said]:
    """What the visit file holds, however often it was said."""
    found = [open_visit(one.path).response.answers for one in list_visits(str(home))]
    return said(answer for answers in found for answer in answers)


def said(answers: Iterator[Answer] | tuple[Answer, ...]) -> Counter[Said]:
    """What answers say of which question. Ids of answers and of entries are the program's own."""
    return Counter((answer.item, answer.value) for answer in answers)


class Sitting:
    """Somebody at a terminal; ``accepted`` is all they said and saw the next question after."""

    def __init__(self, home: Path, rolled: Random) -> None:
        self.rolled = rolled
        visits = list_visits(str(home))
        response = open_visit(visits[0].path).response if visits else QuestionnaireResponse(())
        self.before = said(response.answers)
        self.ticks = (_moment(number) for number in count())
        picture = look(_content(), response, date.today())  # noqa: DTZ011 - that of the program
        self.state = begin(picture, answering="", moment=next(self.ticks), quick=False)
        self.terminal = Terminal([*PROGRAM, "start", *["1"] * bool(visits)], 60, 80)
        self.stands()
        if self.state.spot.mode is Mode.PARTS:
            self.does(Chosen((screen(self.state).enter,)))

    @property
    def accepted(self) -> Counter[Said]:
        return said(self.state.picture.response.answers) - self.before

    def stands(self) -> None:
        """Wait until the next question is there, and the cursor with it."""
        beginning = " ".join(screen(self.state).text.split()[:4])
        self.terminal.until(
            lambda: (
                self.terminal.raw.endswith(b"\x1b[?25h")
                and any(row.strip().startswith(beginning) for row in self.terminal.rows)
            ),
            beginning,
        )

    def does(self, event: Event) -> None:
        """Answer and see the next question."""
        self.presses(event)
        self.state = self.after(event)
        self.stands()

    def presses(self, event: Event) -> None:
        self.terminal.raw = b""
        for key in keys_for(Turn(screen(self.state), event)):
            self.terminal.child.send(key)
            time.sleep(A_HAND)

    def after(self, event: Event) -> State:
        return step(self.state, event, next(self.ticks))

    def choice(self) -> Event:
        """An answer, another one each time as far as there is a choice."""
        shown = screen(self.state)
        words = shown.ask in {Ask.LINE, Ask.LONG}
        ways: list[Event] = [Passed(one) for one in shown.non_answers if one in _WAYS]
        ways += [] if words else [Chosen((one.id,)) for one in shown.choices[:3]]
        # What has to be named cannot be skipped.
        return self.rolled.choice(ways or [Given("somebody's own words" if words else "")])

    def answers(self) -> None:
        self.does(self.choice())

    def killed(self, pause: float) -> Counter[Said]:
        """Killed after keys that answer one more question; what that answer would say."""
        event = self.choice()
        self.presses(event)
        time.sleep(pause)
        self.terminal.child.kill(9)
        self.terminal.child.wait()
        assert b"Traceback" not in self.terminal.raw
        return said(self.after(event).picture.response.answers) - self.before


_WAYS = {NonAnswer.SKIPPED, NonAnswer.NOT_SURE}


@cache
def _content() -> Content:
    return load()


def _moment(number: int) -> Moment:
    nonce = sha256(str(number).encode()).hexdigest()[:16]
    return Moment(time.time_ns() // 1_000_000, date.today().isoformat(), nonce)  # noqa: DTZ011
