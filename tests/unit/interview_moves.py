"""Where an interview goes: what is asked next, what Back leads to, and what stands there."""

from __future__ import annotations

from pnet_prep.engine.flow import Step
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.model.interview import Back, Chosen, Event, GoTo, Quit, Screen, Speaker
from pnet_prep.model.values import OwnWords
from tests.unit.interview_beside import Beside, Then
from tests.unit.interview_model import as_typed, real


class Moves:
    """The way of one sitting: ``editing`` a line of the review, ``walking`` through a part."""

    def __init__(self, beside: Beside, state: State) -> None:
        self.beside = beside
        self.editing = False
        self.walking = ""
        self.went_by = {state.spot, *state.trail}

    def check(self, before: State, after: State, event: Event, then: Then) -> None:
        """Hold one move to the rules."""
        self.after, self.spot = after, before.spot
        match event:
            case Quit():
                assert after.left
                return
            case Speaker():
                assert after.spot.mode is Mode.WHO
            case GoTo(where):
                assert after.spot.mode.value == where
                self.editing, self.walking = False, ""
            case Back():
                self._check_back()
            case _:
                self._check_answered(event, then)
        assert after.spot.mode is not Mode.ASK or after.step(after.spot.place)
        if after.spot.mode is Mode.REVIEW:
            self.editing = False
        # Who is alone, or goes on, is asked on the way to the next question.
        self.went_by |= {after.spot, *after.trail[-1:]}

    def _check_back(self) -> None:
        """Back leads where somebody has been, or says that there is nothing before."""
        after = self.after
        if after.spot == self.spot:
            assert after.notices[0].text == after.picture.content.words["back.first"]
        else:
            assert after.spot in self.went_by

    def _check_answered(self, event: Event, then: Then) -> None:
        at, mode = self.after.spot, self.spot.mode
        match then, event:
            case Then.AGAIN, _:
                assert at == self.spot
                assert self.after.notices
            case Then.LIST, _:
                group = self.beside.questions.list_of(self.spot.place[0])
                assert at == Spot(Mode.ASK, (group, ""))
            case Then.NEXT, _:
                self._check_next()
            case _, Chosen((chosen,)) if mode is Mode.PARTS:
                self._check_part(chosen)
            case _, Chosen((chosen,)) if mode is Mode.REVIEW:
                self.editing = "|" in chosen
                assert not self.editing or "|".join(at.place) == chosen
            case _, Chosen((chosen,)) if mode is Mode.QUESTIONS:
                self.editing = chosen.startswith("on:own.")
            case _ if mode is Mode.PARTS:
                self.walking = ""

    def _check_part(self, part: str) -> None:
        """A part begins at what is open in it; one that is done is walked through again."""
        steps = [one for one in self.after.steps() if one.section.id == part]
        if not steps:
            assert self.after.spot.mode is Mode.REVIEW
            return
        model, who = self.beside.model, self.beside.who
        waiting = [steps[number] for number in model.open(steps, who)]
        unsaid = [one for one in steps if not model.answered(one, who)]
        self.walking = "" if unsaid else part
        assert self.after.spot.place == (waiting or unsaid or steps)[0].place

    def _check_next(self) -> None:
        """Only what is open is asked next: first what comes after, then what was passed over."""
        at = self.after.spot
        if self.editing:
            assert at.mode is Mode.REVIEW
            return
        steps = list(self.after.steps())
        places = [one.place for one in steps]
        here = places.index(self.spot.place) if self.spot.place in places else -1
        wanted = self._walked(steps, here) if self.walking else self.first_open(steps, here)
        assert at == wanted or at.mode in {Mode.WHO, Mode.ALONE}

    def _walked(self, steps: list[Step], here: int) -> Spot:
        """The next question of the part, answered or not; after the last one the home screen."""
        rest = [one for one in steps[here + 1 :] if one.section.id == self.walking]
        if here >= 0 and steps[here].section.id == self.walking and rest:
            return Spot(Mode.ASK, rest[0].place)
        self.walking = ""
        return Spot(Mode.PARTS)

    def first_open(self, steps: list[Step], here: int) -> Spot:
        """The first open question after one that was just answered; -1 for the first of all."""
        numbers = self.beside.model.open(steps, self.beside.who)
        after = [number for number in numbers if number > here]
        if not after and here in numbers:  # left for later just now
            return Spot(Mode.REVIEW)
        found = [*after, *numbers]
        return Spot(Mode.ASK, steps[found[0]].place) if found else Spot(Mode.REVIEW)

    def check_screen(self, state: State, shown: Screen, *, earlier: bool) -> None:
        """What a person said stands on the screen of its question, and nothing else is chosen."""
        check_screen(shown)
        model, spot = self.beside.model, state.spot
        if spot.mode is Mode.REVIEW:
            said = {"|".join(place) for place, value in model.said() if real(value)}
            asked = {"|".join(one.place) for one in state.steps()}
            assert {choice.id for choice in shown.choices} >= said & asked
        step = state.step(spot.place) if spot.mode is Mode.ASK else None
        if step is None or step.item.repeats:
            return
        mine = model.mine(spot.place, self.beside.who)
        chosen = {choice.id for choice in shown.choices if choice.chosen}
        match mine:
            case None:
                # What an earlier visit said may be offered to start from.
                assert earlier or not (chosen or shown.current)
            case _ if not real(mine):
                assert not chosen
            case OwnWords(text):
                assert (shown.current, chosen) == (text, set())
            case _ if shown.choices:
                assert chosen == set(mine if isinstance(mine, tuple) else [str(mine)])
            case _:
                assert shown.current == as_typed(mine)


def check_screen(screen: Screen) -> None:
    """What every screen promises a front end."""
    ids = [choice.id for choice in screen.choices]
    assert screen.text
    assert len(set(ids)) == len(ids)
    assert set(screen.exclusive) <= set(ids)
    assert not screen.enter or screen.enter in ids
    assert all(notice.text for notice in screen.notices)
