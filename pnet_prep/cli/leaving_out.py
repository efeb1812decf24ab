"""What is typed after ``--without``, as the questions it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.withheld import named, names
from pnet_prep.errors import InputRefusedError

if TYPE_CHECKING:
    from pnet_prep.model.questionnaire import Questionnaire


def left_out(typed: str, questionnaire: Questionnaire) -> frozenset[str]:
    """The ids of all questions that are named, with commas between the names.

    Raises ``InputRefusedError`` for a name that stands for nothing, with the closest one.
    """
    found: set[str] = set()
    for part in filter(None, map(str.strip, typed.split(","))):
        name = part.lower().replace(" ", "_").replace("-", "_")
        meant = named(questionnaire, name)
        if not meant:
            raise _unknown(name, questionnaire)
        found |= meant
    return frozenset(found)


def _unknown(name: str, questionnaire: Questionnaire) -> InputRefusedError:
    from difflib import get_close_matches

    known = ", ".join(section.id for section in questionnaire.sections)
    close = get_close_matches(name, names(questionnaire), n=1)
    if close:
        return InputRefusedError("error.no_part_close", name=name, close=close[0], parts=known)
    return InputRefusedError("error.no_part", name=name, parts=known)
