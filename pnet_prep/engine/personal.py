"""What each person writes for themselves alone: whose it is, and what is left when others look.

Such answers are taken out before anything is worked out from a visit, so that no screen, no reason
and no paper can hold them. They belong to whoever typed them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.response import QuestionnaireResponse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Questionnaire
    from pnet_prep.model.response import Answer

NOBODY = ""
"""The reader of what is handed over: they are shown nothing that somebody kept for themselves."""


def is_kept_from(answer: Answer, questionnaire: Questionnaire, reader: str) -> bool:
    """Whether an answer is not for ``reader``, a person's id or `NOBODY`.

    What is not known here, such as an item of a pack that is not loaded, may be personal too.
    """
    if answer.typed == reader:
        return False
    return answer.item in questionnaire.personal or answer.item not in questionnaire.by_id


def for_reader(
    answers: Iterable[Answer], questionnaire: Questionnaire, reader: str = NOBODY
) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    """The answers that a person may see, and those kept from them."""
    open_to: list[Answer] = []
    kept: list[Answer] = []
    for answer in answers:
        (kept if is_kept_from(answer, questionnaire, reader) else open_to).append(answer)
    return tuple(open_to), tuple(kept)


def seen_by(picture: Picture, reader: str = NOBODY) -> Picture:
    """The picture with nothing in it that somebody else wrote for themselves alone."""
    shown, kept = for_reader(picture.response.answers, picture.content.questionnaire, reader)
    return picture.with_response(picture.response._replace(answers=shown)) if kept else picture


def personal_of(
    response: QuestionnaireResponse, questionnaire: Questionnaire, person: str
) -> tuple[Answer, ...]:
    """What a person has written for themselves alone and not taken back, oldest first."""
    return tuple(
        answer
        for answer in response.shown
        if answer.item in questionnaire.personal and answer.typed == person and answer.real
    )


def to_share(
    response: QuestionnaireResponse, questionnaire: Questionnaire, *, everything: bool = False
) -> QuestionnaireResponse:
    """What goes to another person's computer: what stands, and the ids of what does not any more.

    Nothing private goes, nor what a person took back or changed since: of that the id is enough for
    the other computer not to show it. ``everything`` is for a new computer of one's own. Who merges
    the rest with what is there already loses nothing, because merging only adds.
    """
    if everything:
        return response
    by_id = questionnaire.by_id

    def open_to_others(answer: Answer) -> bool:
        item = by_id.get(answer.item)
        return item is not None and not item.private

    sent = tuple(answer for answer in response.standing if open_to_others(answer))
    named = {old for answer in sent for old in answer.replaces}
    kept = {
        one
        for answer in response.answers
        if not open_to_others(answer)
        for one in (answer.id, *answer.replaces)
    }
    return QuestionnaireResponse(sent, response.gone - named - kept)
