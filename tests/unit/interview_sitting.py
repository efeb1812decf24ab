"""An interview on a visit file, as a command runs it, held to the model after every event."""

from __future__ import annotations

from datetime import date
from functools import cache

from pnet_prep.content.load import load
from pnet_prep.engine.date_saying import say_date
from pnet_prep.engine.earlier import filled
from pnet_prep.engine.personal import seen_by
from pnet_prep.engine.picture import Picture, Ready
from pnet_prep.errors import StoreError
from pnet_prep.interview.screens import screen
from pnet_prep.interview.session import begin
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.interview.step import step
from pnet_prep.model.interview import Ask, Chosen, Event, Given, Screen, Speaker
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import HELPERS, Answer, Moment, Place, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, ListMark, Value
from pnet_prep.store.visit import new_visit, open_visit, save
from tests.unit.failing import Crash, Fault, failing
from tests.unit.interview_beside import Beside
from tests.unit.interview_model import Held, Model, Who, as_typed, real
from tests.unit.interview_moves import Moves
from tests.unit.interview_words import Typed
from tests.unit.made import EMPTY

MS = 1_795_000_000_000


@cache
def ready() -> Ready:
    """The shipped questions, made ready once for all interviews."""
    return Ready(load())


class Sitting:
    """Somebody at the keyboard: ``do`` is one event, ``come_back`` opens the file again.

    ``whole`` is false while an event is looked at, and stays so where something was wrong.
    """

    def __init__(self, home: str, told: QuestionnaireResponse = EMPTY, *, quick: bool) -> None:
        questions = ready().content.questionnaire
        self.home, self.quick = home, quick
        self.day, self.clock = "2026-11-23", 0
        self.earlier: Picture | None = None
        self.told: dict[Place, list[Value]] = {}
        self.entries = {answer.entry for answer in told.answers}
        self.visit = new_visit(home)
        if told.shown:
            self.visit = save(self.visit.with_answers(told.answers))
        self.beside = Beside(questions, model_of(told, questions.personal))
        self._screen: tuple[State | None, Screen] = None, Screen(Ask.NOTHING, "")
        self.state: State
        self.moves: Moves
        self.come_back(self.day)

    @property
    def model(self) -> Model:
        return self.beside.model

    @property
    def screen(self) -> Screen:
        if self._screen[0] is not self.state:
            self._screen = self.state, screen(self.state)
        return self._screen[1]

    @property
    def done(self) -> bool:
        return self.state.left or self.state.spot.mode is Mode.DONE

    def moment(self) -> Moment:
        """The clock may go backwards; the letters are never the same twice."""
        self.clock += 1
        back = (self.clock * 7919) % 1000 * 1_000_000
        return Moment(MS - back, self.day, f"{self.clock:08d}{self.clock:08x}")

    def do(self, event: Event, typed: Typed | None = None, fault: Fault | None = None) -> None:
        """One event: shown, answered, saved, and looked at from all sides."""
        before, shown, moment, spot = self.state, self.screen, self.moment(), self.state.spot
        self.whole = False
        held = self.model.copy()
        if isinstance(event, Given) and typed is None:
            typed = self._offered(event.text, spot.place)
        then = self.beside.take(event, shown, spot, typed, moment.nonce)
        after = step(before, event, moment)
        self._take_new(spot, after.new)
        if after.new and not self._saved(after.new, fault):
            self._after_a_crash(held)
            return
        self.state = after
        self._hand_back(event)
        self._check_held(held)
        self.moves.check(before, after, event, then)
        if not self.done:
            self.moves.check_screen(after, self.screen, earlier=self.earlier is not None)
        self.whole = True

    def come_back(self, day: str) -> None:
        """The program is started again; it knows who was there last."""
        self.day = day
        if self.model.held:
            self.visit = open_visit(self.visit.path)
        picture = Picture(ready(), self.visit.response, date.fromisoformat(day), self.earlier)
        self.state = begin(picture, answering="", moment=self.moment(), quick=self.quick)
        self.beside = Beside(self.beside.questions, self.model, known=self.beside.known)
        self.moves = Moves(self.beside, self.state)
        who = Who()
        if self.model.held:
            (_, by), last = max(self.model.held.items(), key=lambda one: one[1].since)
            who = Who(by, last.typed, self.state.asker.helper)
        self.beside.seat(who)
        self._check_held(self.model)
        self.whole = True

    def goes_on(self) -> None:
        """From the home screen on: the first question that is open comes."""
        first = self.moves.first_open(list(self.state.steps()), -1)
        self.do(Chosen((self.screen.enter,)))
        assert self.state.spot == first

    def begin_next(self) -> None:
        """A new visit that follows this one."""
        day = date.fromisoformat(self.visit.response.shown[-1].on)
        told = seen_by(Picture(ready(), self.visit.response, day, self.earlier))
        if self.earlier:
            told = told.with_response(filled(told.response, self.earlier.response, ready()))
        self.earlier = told
        for place, value in self.model.said():
            self.told.setdefault(place, []).append(value)
        questions, known = self.beside.questions, set(told.response.entries(HELPERS))
        self.visit = new_visit(self.home, follows=self.visit.id)
        self.beside = Beside(questions, Model(personal=questions.personal), known=known)
        self.come_back(self.day)

    def _offered(self, text: str, place: Place) -> Typed | None:
        """What it means to keep an answer of an earlier visit that the line was opened with."""
        for value in self.told.get(place, ()):
            if isinstance(value, DateSaid) and value.edtf and text == say_date(value.edtf):
                return Typed(text, DateSaid(text, value.edtf))
            if real(value) and text == as_typed(value):
                return Typed(text, value)
        return None

    def _take_new(self, spot: Spot, new: tuple[Answer, ...]) -> None:
        """Tell the model what it cannot know: ids of new entries, and what comes from before."""
        for name, dose in self.beside.fresh:
            naming = next(answer for answer in new if answer.value == name)
            assert naming.entry not in self.entries
            self.entries.add(naming.entry)
            self.model.say(naming.place, name, self.beside.who)
            if dose:
                group = naming.item.rpartition(".")[0]
                self.model.say((f"{group}.dose", naming.entry), dose, self.beside.who)
        asked = self.beside.questions.by_id.get(spot.place[0])
        if asked is None or not asked.again:
            return
        for one in new:
            if one.place == spot.place:
                continue
            item = self.beside.questions.by_id[one.item]
            assert one.value is ListMark.COMPLETE or one.value in self.told[one.place]
            assert (one.place, one.by) not in self.model.held
            assert item.type is not ItemType.SCALE_0_10
            assert not item.private
            self.model.bring(one.place, one.value, self.beside.who)
            self.entries.add(one.entry)

    def _saved(self, new: tuple[Answer, ...], fault: Fault | None) -> bool:
        """Save as the program does; false where that was stopped in the middle."""
        waiting = self.visit.with_answers(new)
        if fault is None:
            self.visit = save(waiting)
            return True
        try:
            with failing(fault):
                self.visit = save(waiting)
        except (StoreError, Crash):
            return False
        return True

    def _after_a_crash(self, held: Model) -> None:
        """An answer whose saving failed is there or not, and nothing else has changed."""
        try:
            there = open_visit(self.visit.path).response
        except StoreError:
            there = EMPTY
        if not _agrees(there, self.model, everything=True):
            assert _agrees(there, held, everything=True)
            self.beside.model = held
        self.come_back(self.day)

    def _hand_back(self, event: Event) -> None:
        """After what is private somebody says who goes on: until then, whoever was there before."""
        beside, after = self.beside, self.state
        if beside.handed and after.spot.mode is Mode.WHO and not isinstance(event, Speaker):
            beside.seat(beside.handed)
            beside.handed = None
        assert (after.asker.by, after.asker.typed) == (beside.who.by, beside.who.typed)
        beside.seat(beside.who._replace(helper=after.asker.helper))

    def _check_held(self, held: Model) -> None:
        """What is shown, and what the file says, is what was said; and it was said by these."""
        response, new = self.state.picture.response, self.state.new
        assert _agrees(response, self.model)
        if held.count == self.model.count:
            assert new == ()
            return
        assert {(answer.typed, answer.on) for answer in new} == {(self.beside.typed_by, self.day)}
        there = open_visit(self.visit.path).response
        assert set(there.answers) == {*response.answers, *self.state.kept}
        assert len({answer.at for answer in there.answers}) == len(there.answers)
        assert _agrees(there, self.model, everything=True)


def model_of(told: QuestionnaireResponse, personal: frozenset[str]) -> Model:
    held = {(a.place, a.by): Held(a.value, a.typed, n) for n, a in enumerate(told.shown, 1)}
    return Model(held, count=len(held), personal=personal)


def _agrees(response: QuestionnaireResponse, model: Model, *, everything: bool = False) -> bool:
    """Whether a response is what the model holds, each view once; ``everything`` of whoever."""
    shown = {(answer.place, answer.by): answer.value for answer in response.shown}
    notes = {(note.place, note.by): note.value for note in response.later}
    assert len(shown) == len(response.shown)
    return (shown, notes) == (model.shown(everything), model.later(everything))
