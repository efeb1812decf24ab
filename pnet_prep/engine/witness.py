"""A patient made up to order: the answers that a search found, as a response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.domains import UNANSWERED
from pnet_prep.model.response import PATIENT, Answer, QuestionnaireResponse

if TYPE_CHECKING:
    from datetime import date

    from pnet_prep.engine.domains import Domains
    from pnet_prep.engine.reach import Found


def response_of(found: Found, domains: Domains, today: date) -> QuestionnaireResponse:
    """The fewest answers that fit: what may stay unanswered does."""
    answers: list[Answer] = []
    day = today.isoformat()
    for (link_id, entry), (allowed, hits, out) in found.limits.items():
        if allowed & UNANSWERED:
            continue
        value = domains.of(link_id).value(allowed, hits, out)
        if value is not None:
            number = len(answers) + 1
            answers.append(
                Answer(f"answer{number}", link_id, entry, value, PATIENT, PATIENT, number, day)
            )
    return QuestionnaireResponse(tuple(answers))
