"""An interview without a front end: events in, screens and answers out."""

from datetime import date
from typing import Self

from pnet_prep.engine.picture import look
from pnet_prep.interview.screens import screen
from pnet_prep.interview.session import begin
from pnet_prep.interview.state import Mode, resume_at
from pnet_prep.interview.step import step
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Chosen, Event, Given, Passed, Screen
from pnet_prep.model.response import Moment, Place, QuestionnaireResponse
from pnet_prep.model.values import NonAnswer, Value
from tests.unit.made import EMPTY

TODAY = "2026-11-23"


class Talk:
    """One sitting at the keyboard. Every method that answers gives the talk back.

    A visit that was begun goes on at its first open question, unless ``home`` asks for its home
    screen.
    """

    def __init__(
        self,
        content: Content,
        response: QuestionnaireResponse = EMPTY,
        *,
        answering: str = "",
        day: str = TODAY,
        quick: bool = False,
        home: bool = False,
    ) -> None:
        self._day = day
        picture = look(content, response, date.fromisoformat(day))
        self.state = begin(picture, answering=answering, moment=self._moment(response), quick=quick)
        if not home:
            begun = (*self.state.trail, self.state.spot)
            spots = [resume_at(self.state) if s.mode is Mode.PARTS else s for s in begun]
            self.state = self.state._replace(spot=spots[-1], trail=tuple(spots[:-1]))

    def do(self, *events: Event) -> Self:
        for event in events:
            self.state = step(self.state, event, self._moment(self.response))
        return self

    def choose(self, *ids: str) -> Self:
        return self.do(Chosen(ids))

    def each(self, *ids: str) -> Self:
        """One choice after the other, each on a screen of its own."""
        return self.do(*(Chosen((one,)) for one in ids))

    def type(self, *lines: str) -> Self:
        return self.do(*(Given(line) for line in lines))

    def skip(self, count: int = 1) -> Self:
        return self.do(*[Passed(NonAnswer.SKIPPED)] * count)

    @property
    def screen(self) -> Screen:
        return screen(self.state)

    @property
    def response(self) -> QuestionnaireResponse:
        """All that is in the visit, also what is kept from whoever is at the keyboard."""
        seen = self.state.picture.response
        kept = self.state.kept
        return QuestionnaireResponse((*seen.answers, *kept)) if kept else seen

    @property
    def mode(self) -> Mode:
        return self.state.spot.mode

    @property
    def place(self) -> Place:
        return self.state.spot.place

    @property
    def at(self) -> str:
        """The link id of the question on the screen; empty where there is none."""
        return self.place[0] if self.mode is Mode.ASK else ""

    @property
    def notices(self) -> list[str]:
        return [notice.text for notice in self.screen.notices]

    def said(self, item: str, entry: str = "") -> list[Value]:
        return [answer.value for answer in self.response.at(item, entry)]

    def _moment(self, response: QuestionnaireResponse) -> Moment:
        # Ids rest on the answers so far alone: the same answers get the same ids on every way.
        count = len(response.answers)
        return Moment(1_795_000_000_000, self._day, f"{count:08d}" * 2)
