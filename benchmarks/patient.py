"""The example patient that everything is measured with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.picture import Picture, look
from pnet_prep.model.response import QuestionnaireResponse

CASE = Path(__file__).parent.parent / "tests" / "cases" / "zoe.yaml"


@dataclass(frozen=True)
class Patient:
    """The answers file, and all that follows from it."""

    case: Path
    picture: Picture

    @property
    def first_question(self) -> str:
        """What the interview asks first, as far as it surely fits on a line."""
        return self.picture.content.questionnaire.sections[0].items[0].text[:30]


def patient(case: Path = CASE) -> Patient:
    """Read the shipped questions and the patient's answers."""
    content = load()
    now = datetime.now(UTC)
    said = read_answers(case.read_bytes(), case.name, content, now, QuestionnaireResponse(()))
    return Patient(case, look(content, said.response, said.as_of or now.date()))
