"""What a short message to the team says, before it is shortened to fit."""

from typing import NamedTuple


class Message(NamedTuple):
    """A message for a patient portal, in the order it is read; every text is one whole piece.

    ``rest`` counts the questions with room to write beyond ``questions``. ``more_flags`` and
    ``more_questions`` are each the pattern for ``{count}`` left out, in its forms; ``forms`` says
    which of them fits a number; ``notes`` end it.
    """

    title: str = ""
    flags_title: str = ""
    flags: tuple[str, ...] = ()
    more_flags: str = ""
    opening: str = ""
    questions: tuple[str, ...] = ()
    rest: int = 0
    more_questions: str = ""
    forms: str = ""
    notes: tuple[str, ...] = ()
