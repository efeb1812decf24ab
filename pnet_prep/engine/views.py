"""Each person's view of a visit: own answers, gaps filled by the joint view, then the others'.

Two people's answers are never mixed in one evaluation: a condition is evaluated once a view.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.engine.again import stopped_unsaid
from pnet_prep.engine.conditions import truth
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.response import BOTH
from pnet_prep.model.values import ListMark
from pnet_prep.model.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from pnet_prep.model.questionnaire import Item, Questionnaire
    from pnet_prep.model.response import Answer, Place, QuestionnaireResponse

NOTHING_WITHHELD = Withheld()


class View(Fixed):
    """What one person's view holds at each place, as far as the questions are asked at all.

    ``classes`` gives the kinds of medicine or sign in what was typed at an item, ``None`` when it
    knows none of it. ``withheld`` is left out for the reader: unknown, whatever was said.
    """

    person: str
    answers: dict[Place, Answer]
    lists: dict[str, tuple[str, ...]]
    complete: frozenset[str]
    today: date
    classes: Callable[[str, str], frozenset[str] | None]
    withheld: Withheld = NOTHING_WITHHELD

    def at(self, item: str, entry: str) -> Answer | None:
        """The answer that counts for an item, inside the entry where it belongs to a list."""
        found = self.answers.get((item, entry)) if entry else None
        return found or self.answers.get((item, ""))

    def holds_as(self, other: View) -> bool:
        """Whether another person's view holds the same answers, in the same lists."""
        mine = self.answers, self.lists, self.complete
        return mine == (other.answers, other.lists, other.complete)


class Views(Fixed):
    """All views of a visit, the patient's first, and the places whose questions are asked.

    ``again`` are the questions about an earlier visit, in the order asked.
    """

    all: tuple[View, ...]
    active: frozenset[Place]
    again: tuple[Place, ...] = ()

    @cached_property
    def different(self) -> tuple[View, ...]:
        """The views without those that hold the same as one before: then the same follows."""
        found: list[View] = []
        for view in self.all:
            if not any(view.holds_as(other) for other in found):
                found.append(view)
        return tuple(found)


def views_of(  # noqa: PLR0913 - everything that decides what is asked
    response: QuestionnaireResponse,
    questionnaire: Questionnaire,
    today: date,
    classes: Callable[[str, str], frozenset[str] | None],
    again: tuple[Place, ...] = (),
    withheld: Withheld = NOTHING_WITHHELD,
) -> Views:
    """The views of everybody who answered; answers behind a closed gate are left out of them.

    ``again`` are the places of questions about an earlier visit that have something to ask.
    """
    views = tuple(
        [
            _whole_view(person, response, questionnaire, today, classes, withheld)
            for person in response.people()
        ]
    )
    # Only what depends on answers is decided anew: a visit asks for its views after each answer.
    active: set[Place] = set(questionnaire.always)
    behind = _behind(views, questionnaire) if questionnaire.gates else {}
    # What was said of an earlier visit holds also where that visit is no longer here.
    known = (a.place for a in response.shown if questionnaire.again_of.get(a.item) == a.item)
    asked_again = tuple(dict.fromkeys((*again, *known)))

    def decide(item: Item, entry: str) -> None:
        place = (item.link_id, entry)
        if item.again:
            return
        if item.when and not any(truth(item.when, view, entry) for view in views):
            _close(views, behind.get(item.link_id, ()), entry)
            return
        active.add(place)
        if item.items:
            for inside in response.entries(item.link_id) if item.repeats else (entry,):
                for child in item.items:
                    decide(child, inside)

    for item in questionnaire.gates:
        decide(item, "")
    active.update(asked_again)
    return Views(views, frozenset(active), asked_again)


def _close(views: tuple[View, ...], places: Iterable[Place], entry: str) -> None:
    """Leave the answers at these places out of all views; in a list, those of one entry."""
    for place in places:
        if not entry or place[1] == entry:
            for view in views:
                view.answers.pop(place, None)


def _behind(views: tuple[View, ...], questionnaire: Questionnaire) -> dict[str, list[Place]]:
    """The places that have answers, by each item and group that they stand behind."""
    found: dict[str, list[Place]] = {}
    for place in {place for view in views for place in view.answers}:
        name = place[0]
        while name:
            found.setdefault(name, []).append(place)
            name = questionnaire.group_of.get(name, "")
    return found


def _whole_view(  # noqa: PLR0913 - all that a view is made of
    person: str,
    response: QuestionnaireResponse,
    questionnaire: Questionnaire,
    today: date,
    classes: Callable[[str, str], frozenset[str] | None],
    withheld: Withheld,
) -> View:
    rank = {person: 2, BOTH: 1}
    chosen: dict[Place, Answer] = {}
    for answer in response.shown:
        held = chosen.get(answer.place)
        if held is None or rank.get(answer.by, 0) >= rank.get(held.by, 0):
            chosen[answer.place] = answer
    over = stopped_unsaid(questionnaire, chosen)
    lists = {
        link_id: tuple(e for e in response.entries(link_id) if (link_id, e) not in over)
        for link_id in questionnaire.lists
    }
    complete = frozenset(
        item for (item, entry), a in chosen.items() if a.value is ListMark.COMPLETE and not entry
    )
    return View(person, chosen, lists, complete, today, classes, withheld)
