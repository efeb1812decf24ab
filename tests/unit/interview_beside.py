"""Beside an interview: what each event has to do, by the rules of the house alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from pnet_prep.engine.dropped import DROPPED, KNOWING, WHY
from pnet_prep.engine.pairing import TOP
from pnet_prep.interview.alone import ALONE
from pnet_prep.interview.asides import NEITHER, SAYS, SOMEBODY_NEW
from pnet_prep.interview.dropping import YES
from pnet_prep.interview.laters import MYSELF
from pnet_prep.interview.lists import ADD, COMPLETE, ENTRY, REMOVE
from pnet_prep.interview.pasted import DROP, DROP_ALL, EACH, KEEP, KEEP_ALL
from pnet_prep.interview.state import Mode, Spot
from pnet_prep.model.interview import Chosen, Event, Given, GoTo, Later, Passed, Quit, Screen
from pnet_prep.model.questionnaire import Item, ItemType, Questionnaire
from pnet_prep.model.response import BOTH, PATIENT, Place
from pnet_prep.model.values import ListMark, Value
from tests.unit.interview_model import NOT_SURE, SKIPPED, Model, Who, as_typed, real
from tests.unit.interview_words import CLOSED, Typed

ANSWERING = "person.answering"
NOBODY_ELSE = Who()
NOTHING = Typed("")
Row = tuple[Value, str]
"""An entry of a list: its name and, where that is told at once, its dose."""


class Then(Enum):
    """What an event leads to: the next question, the same again, a list, or somewhere else."""

    NEXT = "next"
    AGAIN = "again"
    LIST = "list"
    ELSEWHERE = "elsewhere"


@dataclass
class Beside:
    """The model, and who is at the keyboard; ``handed`` is who left it to the patient alone.

    ``typed_by`` is who typed the last event; ``readings`` the line whose readings are on the
    screen (``adding`` to a list), ``rows`` the rows of ``pasted`` that are, and ``fresh`` those
    that the last event put into the list; ``known`` are the helpers of the visit before.
    """

    questions: Questionnaire
    model: Model = field(default_factory=Model)
    who: Who = NOBODY_ELSE
    typed_by: str = PATIENT
    handed: Who | None = None
    known: set[str] = field(default_factory=set)
    readings: Typed = NOTHING
    pasted: Typed = NOTHING
    adding: bool = False
    rows: tuple[Row, ...] = ()
    fresh: tuple[Row, ...] = ()

    def take(
        self, event: Event, shown: Screen, spot: Spot, typed: Typed | None, letters: str
    ) -> Then:
        """Take an event on a screen; ``letters`` are the random ones that come with it."""
        self.fresh = ()
        then = Then.ELSEWHERE
        if isinstance(event, (Given, Chosen, Passed, Later)) and not isinstance(event, GoTo):
            ticked = tuple(choice.id for choice in shown.choices if choice.chosen)
            then = self._answered(event, ticked, spot, typed, letters)
        elif isinstance(event, (Quit, GoTo)) and spot.mode in {Mode.PASTED, Mode.ROW}:
            self.fresh = self.rows
        self.typed_by = self.who.typed
        return then

    def _answered(
        self,
        event: Event,
        ticked: tuple[str, ...],
        spot: Spot,
        typed: Typed | None,
        letters: str,
    ) -> Then:
        item = self.questions.by_id.get(spot.place[0])
        match spot.mode:
            case Mode.ASK if item and item.repeats:
                return self._list(event, spot.place)
            case Mode.ASK if item:
                return self._question(event, spot.place, ticked, typed, letters)
            case Mode.ADD if item:
                return self._add(event, item, typed)
            case Mode.PASTED | Mode.ROW:
                return self._rows(event, typed, alone=spot.mode is Mode.ROW)
            case Mode.EITHER:
                return self._either(event, spot)
            case Mode.WHO:
                return self._speaker(event, letters)
            case Mode.LATER:
                return self._left_for(event, spot.place)
            case Mode.DROP:
                return self._drop(event, spot, typed)
            case _:
                return self._aside(event, spot)

    def _aside(self, event: Event, spot: Spot) -> Then:
        """On the few screens that ask about no question."""
        match spot.mode, event:
            case Mode.ALONE, Chosen((chosen,)) if chosen == ALONE:
                self.handed = self.who
                self.seat(Who())
            case Mode.TOP, Chosen(ids) if ids:
                self.model.say((TOP, ""), ids, self.who)
            case Mode.BRING_BACK, Chosen((chosen,)) if chosen == YES:
                self.model.remove(DROPPED, spot.place[1], self.who)
            case Mode.ENTRY, Chosen((chosen,)) if chosen == REMOVE:
                self.model.remove(*spot.place, self.who)
        return Then.ELSEWHERE

    def seat(self, who: Who) -> None:
        """Somebody is at the keyboard now."""
        self.who, self.model.reader = who, who.reader

    def _speaker(self, event: Event, letters: str) -> Then:
        if not isinstance(event, Chosen):
            return Then.AGAIN
        (chosen,), helper = event.ids, self.who.helper
        self.handed = None
        match chosen:
            case "patient":
                self.seat(Who(PATIENT, PATIENT, helper))
            case "both":
                self.seat(Who(BOTH, BOTH, helper))
            case _ if chosen.startswith(SAYS):
                one = chosen.removeprefix(SAYS)
                self.seat(Who(PATIENT, one, one))
            case _:
                one = letters[:8] if chosen == SOMEBODY_NEW else chosen
                self.seat(Who(one, one, one))
        return Then.ELSEWHERE

    def _later(self, place: Place) -> Then:
        others = {PATIENT, *self.model.helpers()} - {self.who.typed}
        alone = self.questions.by_id[place[0]].personal
        if others and self.who.typed != BOTH and not alone:
            return Then.ELSEWHERE
        self.model.leave(place, "", self.who)
        return self._after(place)

    def _left_for(self, event: Event, place: Place) -> Then:
        if not isinstance(event, Chosen):
            return Then.AGAIN
        self.model.leave(place, "" if event.ids[0] == MYSELF else event.ids[0], self.who)
        return self._after(place)

    def _either(self, event: Event, spot: Spot) -> Then:
        if not isinstance(event, Chosen):
            return Then.AGAIN
        read = self.readings
        value = read.neither if event.ids[0] == NEITHER else read.either[int(event.ids[0])]
        if value is None:
            return Then.ELSEWHERE
        self.model.say(spot.place, value, self.who)
        return Then.ELSEWHERE if self.adding else self._after(spot.place)

    def _drop(self, event: Event, spot: Spot, typed: Typed | None) -> Then:
        """A question leaves the list with a reason; with a sign behind it that is known too."""
        link_id, question = spot.place
        match event:
            case Passed() | Later() | Chosen(("keep",)):
                return Then.ELSEWHERE
            case Chosen((chosen,)):
                value: Value = chosen
            case Given() if typed and typed.value is not None and link_id == WHY:
                value = typed.value
            case _:
                return Then.AGAIN
        if link_id == WHY:
            if spot.typed:
                self.model.say((KNOWING, question), spot.typed, self.who)
            self.model.say(spot.place, value, self.who)
        return Then.ELSEWHERE

    def _list(self, event: Event, place: Place) -> Then:
        match event:
            case Later():
                return self._later(place)
            case Chosen((chosen,)) if chosen == ADD or chosen.startswith(ENTRY):
                return Then.ELSEWHERE
            case Chosen((chosen,)) if chosen == COMPLETE:
                self.model.say(place, ListMark.COMPLETE, self.who)
            case Passed(how):
                if how is not SKIPPED or self.model.mine(place, self.who) != ListMark.COMPLETE:
                    self.model.say(place, how, self.who)
            case _:
                return Then.AGAIN
        return Then.NEXT

    def _question(
        self, event: Event, place: Place, ticked: tuple[str, ...], typed: Typed | None, letters: str
    ) -> Then:
        item = self.questions.by_id[place[0]]
        mine = self.model.mine(place, self.who)
        offered = place[0] in self.questions.again_of
        read = typed or NOTHING
        match event:
            case Later():
                return self._later(place)
            case Passed(how) if how is SKIPPED and real(mine):
                return self._after(place)
            case Passed(how) if how is SKIPPED and mine is None and ticked and not offered:
                self.model.say(place, ticked, self.who)
            case Passed(how):
                self.model.say(place, how, self.who)
            case Given(text) if mine is not None and real(mine) and text == as_typed(mine):
                self.model.say(place, mine, self.who)
            case Given() if typed is None or item.type in CLOSED:
                return Then.AGAIN
            case Given() if read.either:
                self.readings, self.adding = read, False
                return Then.ELSEWHERE
            case Given() if read.value is not None:
                self.model.say(place, read.value, self.who)
            case Chosen(ids):
                if place[0] == ANSWERING and ids[0] != mine:
                    known = self.known if len(self.known) == 1 else [letters[:8]]
                    self.seat(_first(ids[0], *known))
                self.model.say(place, _chosen(item, ids), self.who)
        return self._after(place)

    def _after(self, place: Place) -> Then:
        """A new name of an entry leads back to its list."""
        group = self.questions.list_of(place[0])
        named = group and self.questions.by_id[group].items[0].link_id == place[0]
        return Then.LIST if named and group not in {"helper", "after.question"} else Then.NEXT

    def _add(self, event: Event, item: Item, typed: Typed | None) -> Then:
        place = item.link_id, ""
        match event:
            case Later():
                return self._later(place)
            case Passed(how) if how is NOT_SURE and any(not one.again for one in item.items[1:]):
                self.fresh = ((how, ""),)
            case Passed():
                return self._list(event, place)
            case Given() if typed and len(typed.rows) == 1:
                self.fresh = typed.rows
            case Given() if typed and typed.rows:
                self.rows, self.pasted = typed.rows, typed
            case Given() if typed and typed.either:
                self.readings, self.adding = typed, True
            case Given() if typed and typed.value is not None:
                self.fresh = ((typed.value, ""),)
            case Chosen((chosen,)) if chosen != COMPLETE:
                self.fresh = ((chosen, ""),)
            case Given() | Chosen() if self.model.entries(item.link_id):
                self.model.say(place, ListMark.COMPLETE, self.who)
                return Then.NEXT
            case _:
                pass
        return Then.ELSEWHERE

    def _rows(self, event: Event, typed: Typed | None, *, alone: bool) -> Then:
        match event:
            case Chosen((chosen,)) if alone:
                self.fresh = self.rows[:1] if chosen == KEEP else ()
                assert chosen in {KEEP, DROP}
                self.rows = self.rows[1:]
            case Given() if alone and (typed is None or typed.rows):
                self.fresh = typed.rows if typed else self.rows[:1]
                self.rows = self.rows[1:]
            case Chosen((chosen,)) if chosen == EACH:
                pass
            case Chosen((chosen,)):
                whole = ((self.pasted.text.replace("\n", "; "), ""),)
                self.fresh = {KEEP_ALL: self.rows, DROP_ALL: ()}.get(chosen, whole)
                self.rows = ()
            case _:
                return Then.AGAIN
        return Then.ELSEWHERE


def _first(answering: str, one: str) -> Who:
    people = {"caregiver": Who(one, one, one), "together": Who(BOTH, BOTH, one)}
    return people.get(answering, Who())


def _chosen(item: Item, ids: tuple[str, ...]) -> Value:
    match item.type:
        case ItemType.CHOICES:
            options = [option.id for option in item.options] or list(ids)
            return tuple(one for one in options if one in ids)
        case ItemType.SCALE_0_10:
            return int(ids[0])
        case _:
            return ids[0]
