"""Whose own copy a command writes: with what that person wrote for themselves alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.engine.personal import NOBODY
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.response import HELPERS, PATIENT

if TYPE_CHECKING:
    from pnet_prep.model.response import QuestionnaireResponse


class Own(StrEnum):
    """Nobody's own copy, the patient's, or that of the one caregiver."""

    NOBODY = ""
    PATIENT = "patient"
    CAREGIVER = "caregiver"


OwnOption = Annotated[Own, typer.Option("--own", help=help_texts.OWN)]


def reader_of(own: Own, response: QuestionnaireResponse) -> str:
    """The person's id, or `NOBODY`.

    Raises ``InputRefusedError`` where no caregiver is known, or more than one.
    """
    match own:
        case Own.NOBODY:
            return NOBODY
        case Own.PATIENT:
            return PATIENT
        case Own.CAREGIVER:
            known = response.entries(HELPERS)
            if len(known) != 1:
                raise InputRefusedError("error.whose_copy")
            return known[0]
