"""Where an interview stands. Nothing here is stored: only answers are."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.dropped import DROPPED
from pnet_prep.engine.flow import Asker, Step, first_open, minutes_left, naming_step
from pnet_prep.engine.pairing import TOP
from pnet_prep.engine.personal import for_reader

if TYPE_CHECKING:
    from pnet_prep.engine.pasted_list import Row
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.interview import Notice
    from pnet_prep.model.response import Answer, Place
    from pnet_prep.model.values import Value


class Mode(Enum):
    """What is on the screen: a step, or one of the few things beside it."""

    ASK = "ask"
    ADD = "add"
    ENTRY = "entry"
    SAME = "same"
    PASTED = "pasted"
    ROW = "row"
    EITHER = "either"
    WHO = "who"
    LATER = "later"
    ALONE = "alone"
    PARTS = "parts"
    REVIEW = "review"
    QUESTIONS = "questions"
    DROP = "drop"
    BRING_BACK = "bring_back"
    COPY = "copy"
    TOP = "top"
    DONE = "done"


class Spot(NamedTuple):
    """A place in the interview.

    ``either`` are readings to choose from, in mode ``EITHER``; ``typed`` and ``rows`` are several
    entries of a list that were given at once, in the modes ``PASTED`` and ``ROW``; in ``DROP``,
    ``typed`` is what was said of the sign behind a question; in ``SAME`` it is the second entry;
    in ``WHO`` whoever was chosen before, and nobody where a visit is opened: an answer does not
    tell on which computer it was given, so whoever answered last may be somewhere else.
    """

    mode: Mode
    place: Place = ("", "")
    either: tuple[Value, ...] = ()
    typed: str = ""
    rows: tuple[Row, ...] = ()


class State(NamedTuple):
    """The interview between two events.

    ``trail`` are the spots left behind, for going back; ``new`` the answers not yet saved;
    ``notices`` what to say before the next question; ``parts_told`` the parts, and the texts before
    questions, that were said in this sitting; ``editing`` that the review comes next;
    ``walking`` is the part that is gone through question by question, answered or not;
    ``alone_asked`` that nobody is asked again whether the patient is alone; ``handed_by`` who left
    the keyboard to the patient for what is private; ``command`` is what asks, if not ``start``;
    ``kept`` is what others wrote for themselves alone: the picture never holds it; ``copy_for`` is
    who wants a copy with their own.
    """

    picture: Picture
    asker: Asker
    spot: Spot
    trail: tuple[Spot, ...] = ()
    notices: tuple[Notice, ...] = ()
    parts_told: frozenset[str] = frozenset()
    flags_told: frozenset[str] = frozenset()
    editing: bool = False
    walking: str = ""
    alone_asked: bool = False
    handed_by: Asker | None = None
    quick: bool = False
    command: str = ""
    left: bool = False
    kept: tuple[Answer, ...] = ()
    copy_for: str = ""
    new: tuple[Answer, ...] = ()

    @property
    def can_drop(self) -> bool:
        """Whether questions can be taken off: before a visit, where the content provides for it."""
        return not self.command and DROPPED in self.picture.content.questionnaire.by_id

    def steps(self) -> tuple[Step, ...]:
        """All that is asked of whoever is at the keyboard."""
        return self.picture.steps(self.asker, quick=self.quick, command=self.command)

    def minutes(self) -> int:
        """Whole minutes that are left for whoever is at the keyboard, the top three too."""
        end = None if self.command else self.picture.content.questionnaire.by_id.get(TOP)
        return minutes_left(self.steps(), self.picture.response, end)

    def step(self, place: Place) -> Step | None:
        """The step with this place, if it is asked now; also the one that names a list entry."""
        link_id, entry = place
        group = self.picture.content.questionnaire.list_of(link_id)
        found = self.steps()
        if (step := next((step for step in found if step.place == place), None)) or not entry:
            return step
        lists = next((step for step in found if step.place == (group, "")), None)
        return (
            naming_step(lists, entry) if lists and lists.item.items[0].link_id == link_id else None
        )

    def with_asker(self, asker: Asker) -> State:
        """Somebody at the keyboard, who sees what they wrote for themselves and nobody else did."""
        picture = self.picture
        everything = (*picture.response.answers, *self.kept)
        shown, kept = for_reader(everything, picture.content.questionnaire, asker.own_eyes)
        if set(kept) != set(self.kept):
            picture = picture.with_response(picture.response._replace(answers=shown))
        return self._replace(asker=asker, picture=picture, kept=kept)

    def to(self, spot: Spot, *notices: Notice) -> State:
        """At another spot, the present one kept for going back."""
        return self._replace(spot=spot, trail=(*self.trail, self.spot), notices=notices)

    def stay(self, *notices: Notice) -> State:
        """At the same spot, with something to say first."""
        return self._replace(notices=notices)

    def walk(self, part: str) -> State:
        """Going through this part question by question, answered or not; none for no part."""
        return self._replace(walking=part)


def resume_at(state: State) -> Spot:
    """The first question nobody answered, or the review when there is none."""
    found = open_step(state)
    return Spot(Mode.ASK, found.place) if found else Spot(Mode.REVIEW)


def open_step(state: State) -> Step | None:
    """The first question nobody answered."""
    found = state.steps()
    position = first_open(found, state.picture.response)
    return found[position] if position < len(found) else None
