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
    return picture.with_response(QuestionnaireResponse(shown)) if kept else picture


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
    answers: Iterable[Answer], questionnaire: Questionnaire, *, everything: bool = False
) -> tuple[Answer, ...]:
    """The answers that go to another person's computer: none that is private.

    ``everything`` is for a new computer of one's own. Who merges the rest with what is there
    already loses nothing, because merging only adds.
    """
    by_id = questionnaire.by_id
    return tuple(
        answer
        for answer in answers
        if everything or ((item := by_id.get(answer.item)) is not None and not item.private)
    )
