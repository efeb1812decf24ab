"""The question prompt list made for one person: suggested questions, reasons, fired flags."""

from pnet_prep.model.fixed import Fixed
from pnet_prep.model.response import Answer
from pnet_prep.model.rules import RedFlag


class Reason(Fixed):
    """What one person said that raised a question: their id and noun phrases in file order."""

    by: str
    phrases: tuple[str, ...]


class SuggestedQuestion(Fixed):
    """A question to ask, ready to print. ``because`` is a whole clause, empty for own questions.

    ``id`` is the rule's id, or ``own.ENTRY`` for a question the person wrote; ``urgent`` says that
    it belongs to a red flag that fired.
    """

    id: str
    text: str
    because: str
    why: str
    topic: str
    reasons: tuple[Reason, ...]
    sources: tuple[str, ...]
    picked: bool = False
    urgent: bool = False

    @property
    def own(self) -> bool:
        """Whether the person wrote it."""
        return self.id.startswith("own.")


class FiredFlag(Fixed):
    """A red flag that holds, with what was said and the answers that made it so."""

    flag: RedFlag
    reasons: tuple[Reason, ...]
    answers: tuple[Answer, ...]
