"""What became of the questions of a visit: answered, still open, or not reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.dropped import answered_already

if TYPE_CHECKING:
    from pnet_prep.model.response import QuestionnaireResponse

QUESTIONS = "after.question"
"""The list of questions after a visit: an entry is the id of the question."""

OUTCOME = "after.question.outcome"
ANSWERED = "answered"

OWN_QUESTIONS = "wish.question"
"""The list of questions that the person wrote."""


def outcomes(response: QuestionnaireResponse) -> dict[str, str]:
    """By the id of a question what was said last of it; one that is not known is left out.

    What was taken off the list because it was answered already counts as answered.
    """
    found = dict.fromkeys(answered_already(response), ANSWERED)
    for question in response.entries(QUESTIONS):
        for answer in response.at(OUTCOME, question)[-1:]:
            if isinstance(answer.value, str):
                found[question] = answer.value
    return found
