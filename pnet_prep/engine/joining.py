"""Uniting what was said about one visit on several computers. Nothing is lost, nothing is chosen.

A visit is a set of attributed answers that only grows, so to join is to unite: in any order, any
number of times, with the same result (Shapiro et al., INRIA RR-7687, 2011).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.values import ListMark

if TYPE_CHECKING:
    from pnet_prep.model.response import Answer, Place


NAME_ITEM = "person.name"
"""The question for the patient's name: by its answers, two files can be about two people."""


class Brought(NamedTuple):
    """What another file of a visit would change in what is shown here.

    ``new`` are answers that would be shown and are not held yet, ``ended`` those shown now that
    would not be any more, ``views`` the places where a new answer differs from one by somebody
    else, or by the same person on another computer, that stays beside it; ``links`` what is said
    newly of whether two entries of a list are one.
    """

    new: tuple[Answer, ...]
    ended: tuple[Answer, ...]
    views: tuple[Place, ...]
    links: tuple[Answer, ...] = ()


def join(one: QuestionnaireResponse, other: QuestionnaireResponse) -> QuestionnaireResponse:
    """Everything that either holds."""
    united = {answer.id: answer for answer in (*one.answers, *other.answers)}
    answers = tuple(sorted(united.values(), key=lambda answer: (answer.at, answer.id)))
    return QuestionnaireResponse(answers, one.replaced | other.replaced)


def brought(here: QuestionnaireResponse, there: QuestionnaireResponse) -> Brought:
    """What joining ``there`` would do to what is shown ``here``."""
    united = join(here, there)
    held = {answer.id for answer in here.answers}
    stays = {answer.id for answer in united.shown}
    new = [a for a in united.shown if a.id not in held and not isinstance(a.value, ListMark)]
    return Brought(
        tuple(new),
        tuple(a for a in here.shown if a.id not in stays and not isinstance(a.value, ListMark)),
        tuple(dict.fromkeys(a.place for a in new if _differs(a, united))),
        tuple(link for link in united.links if link.id not in held),
    )


def same_patient(here: QuestionnaireResponse, there: QuestionnaireResponse, item: str) -> bool:
    """Whether two files can be about one person, going by the patient's name.

    ``item`` asks for the name. Where either does not say, they can.
    """
    names, others = _said(here, item), _said(there, item)
    return not names or not others or not names.isdisjoint(others)


def _said(response: QuestionnaireResponse, item: str) -> set[str]:
    return {
        " ".join(answer.value.casefold().split())
        for answer in response.at(item)
        if isinstance(answer.value, str)
    }


def _differs(answer: Answer, united: QuestionnaireResponse) -> bool:
    others = united.at(*answer.place) if answer.real else ()
    return any(other.real and other.value != answer.value for other in others)
