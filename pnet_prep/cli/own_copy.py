"""Whose own copy a command writes: with what that person wrote for themselves alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.engine.personal import NOBODY
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.reader import Reader
from pnet_prep.model.response import HELPERS, PATIENT

if TYPE_CHECKING:
    from pnet_prep.model.questionnaire import Questionnaire
    from pnet_prep.model.response import QuestionnaireResponse


class Own(StrEnum):
    """Nobody's own copy, the patient's, or that of the one caregiver."""

    NOBODY = ""
    PATIENT = "patient"
    CAREGIVER = "caregiver"


OwnOption = Annotated[
    Own, typer.Option("--own", metavar="<patient|caregiver>", help=help_texts.OWN)
]


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


def own_reader(
    reader: Reader, own: Own, response: QuestionnaireResponse, questionnaire: Questionnaire
) -> tuple[Reader, str]:
    """Whom a file is for, and whose own copy it is: a person's id, or `NOBODY`.

    Who asks for a copy for themselves and is the only one who ever typed or helped need not say who
    they are: of anybody else, it could be another person's. Raises ``InputRefusedError``.
    """
    if own is not Own.NOBODY:
        if reader not in {Reader.DOCTOR, Reader.ME}:
            raise InputRefusedError("error.choices", option="--for", choices=Reader.ME.value)
        return Reader.ME, reader_of(own, response)
    if reader is not Reader.ME:
        return reader, NOBODY
    wrote = {answer.typed for answer in response.shown if answer.item in questionnaire.personal}
    people = {answer.typed for answer in response.shown} | {*response.entries(HELPERS)}
    if wrote and len(people) > 1:
        raise InputRefusedError("error.own_of_whom")
    return reader, next(iter(wrote), NOBODY)
