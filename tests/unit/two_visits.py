"""Two visits in a row: the pair of answers files in ``tests/visits``, and talks that follow."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Self

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.picture import Picture, look
from pnet_prep.interview.state import resume_at
from pnet_prep.model.content import Content
from pnet_prep.model.response import QuestionnaireResponse
from tests.unit.made import EMPTY
from tests.unit.talk import Talk

FOLDER = Path(__file__).parents[1] / "visits"
NOW = datetime(2026, 12, 1, tzinfo=UTC)


@cache
def shipped() -> Content:
    """The shipped questions."""
    return load()


def read_visit(
    name: str, earlier: Picture | None = None, into: QuestionnaireResponse = EMPTY
) -> Picture:
    """The visit of an answers file in ``tests/visits``, on its own day, added to ``into``."""
    data = (FOLDER / name).read_bytes()
    given = read_answers(data, name, shipped(), NOW, into, earlier)
    return look(shipped(), given.response, given.as_of or NOW.date(), earlier)


class Following(Talk):
    """A talk about a visit that follows ``earlier``, from its first question on."""

    def __init__(self, earlier: Picture, response: QuestionnaireResponse = EMPTY) -> None:
        super().__init__(earlier.content, response, answering="patient", day="2026-12-01")
        picture = look(earlier.content, response, date(2026, 12, 1), earlier)
        self.state = self.state._replace(picture=picture)
        self.state = self.state._replace(spot=resume_at(self.state))

    def to(self, link_id: str) -> Self:
        """Skip everything until a question is on the screen."""
        for _ in range(200):
            if self.at == link_id:
                return self
            self.skip()
        message = f"{link_id} is never asked"
        raise AssertionError(message)
