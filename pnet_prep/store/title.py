"""What the head of a visit file repeats from the answers: whom the visit is with, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import DateSaid, OwnWords

if TYPE_CHECKING:
    from pnet_prep.model.response import Answer, QuestionnaireResponse
    from pnet_prep.store.head import Head

_TITLE_ITEM = "visit.with"
_DATE_ITEM = "visit.date"
_TITLE_LENGTH = 60


def titled(head: Head, response: QuestionnaireResponse) -> Head:
    """The head with the title and the date that the answers give now."""
    title, day = _title(response)[:_TITLE_LENGTH], _visit_date(response)
    return head._replace(title=title, visit_date=day)


def _title(response: QuestionnaireResponse) -> str:
    match _latest(response, _TITLE_ITEM):
        case str(text) | OwnWords(text):
            return " ".join(text.split())
        case _:
            return ""


def _visit_date(response: QuestionnaireResponse) -> str:
    match _latest(response, _DATE_ITEM):
        case DateSaid(_, str(edtf)):
            return edtf
        case _:
            return ""


def _latest(response: QuestionnaireResponse, item: str) -> object:
    """What was said last about an item: by the patient, or else by both, or else by another."""

    def rank(answer: Answer) -> tuple[bool, bool, int]:
        return answer.by == PATIENT, answer.by == BOTH, answer.at

    said = max((a for a in response.at(item) if a.real), key=rank, default=None)
    return None if said is None else said.value
