"""One visit as it stands: views, words, fired flags and paired questions, worked out together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pnet_prep.engine.medicines import Recogniser
from pnet_prep.engine.pairing import fired_flags, pair
from pnet_prep.engine.views import Views, views_of
from pnet_prep.engine.wording import Wording

if TYPE_CHECKING:
    from datetime import date

    from pnet_prep.model.content import Content
    from pnet_prep.model.prompt_list import FiredFlag, SuggestedQuestion
    from pnet_prep.model.response import QuestionnaireResponse


class Picture:
    """Everything that follows from the answers. Each part is worked out when it is asked for."""

    def __init__(
        self,
        content: Content,
        response: QuestionnaireResponse,
        today: date,
        recogniser: Recogniser,
    ) -> None:
        self.content = content
        self.response = response
        self.today = today
        self.recogniser = recogniser

    @cached_property
    def views(self) -> Views:
        """Each person's view, and what is asked at all."""
        return views_of(
            self.response, self.content.questionnaire, self.today, self.recogniser.classes_of
        )

    @cached_property
    def wording(self) -> Wording:
        """The words for this visit."""
        return Wording(self.content, self.response)

    @cached_property
    def flags(self) -> tuple[FiredFlag, ...]:
        """Red flags that hold."""
        return fired_flags(self.content, self.views, self.wording)

    @cached_property
    def suggestions(self) -> tuple[SuggestedQuestion, ...]:
        """Questions worth asking, best first."""
        return pair(self.content, self.response, self.views, self.wording, self.flags)

    def with_response(self, response: QuestionnaireResponse) -> Picture:
        """The picture after more answers."""
        return Picture(self.content, response, self.today, self.recogniser)


def look(content: Content, response: QuestionnaireResponse, today: date) -> Picture:
    """The picture of a visit on a day."""
    return Picture(content, response, today, Recogniser(content.medicine_classes))
