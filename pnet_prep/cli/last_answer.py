"""A visit as it stood on the day of its last answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pnet_prep.engine.personal import NOBODY, seen_by
from pnet_prep.engine.picture import look
from pnet_prep.errors import InputRefusedError

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import QuestionnaireResponse


def as_of_last_answer(
    content: Content,
    response: QuestionnaireResponse,
    earlier: Picture | None = None,
    reader: str = NOBODY,
) -> Picture:
    """The visit on the day of its last answer, so that printing again gives the same.

    ``earlier`` is the visit that it follows. Of what people wrote for themselves alone it holds
    that of ``reader`` and no other. Raises ``InputRefusedError`` where nothing was said.
    """
    on = response.shown[-1].on if response.shown else ""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise InputRefusedError("error.no_answers") from None
    return seen_by(look(content, response, day, earlier), reader)
