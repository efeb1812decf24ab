"""Options of the commands that print: what, where, how and for whom."""

from enum import StrEnum
from typing import Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.reader import Reader

BOTH_KINDS = "md,pdf"
"""The file kinds that are written where none is named."""


class Paper(StrEnum):
    """Paper sizes."""

    A4 = "a4"
    LETTER = "letter"


class Print(StrEnum):
    """Print sizes."""

    NORMAL = "normal"
    LARGE = "large"


class Wish(Fixed):
    """How, where and for whom to print.

    File kinds, folder (empty: the documents), paper and print size, reader, the ids of the
    questions that are left out, whether a calendar names the doctor and the place, and whether a
    PDF can be filled in on a screen.
    """

    kinds: str
    out: str
    paper: Paper
    print: Print
    reader: Reader = Reader.DOCTOR
    left_out: frozenset[str] = frozenset()
    names: bool = False
    fillable: bool = False


def _can_be_made(kinds: str) -> str:
    """The same kinds; refused at once, and not when all is answered, where one cannot be made."""
    if kinds != BOTH_KINDS:
        from pnet_prep.cli.printing import kinds_in

        kinds_in(kinds)
    return kinds


OutOption = Annotated[str, typer.Option("--out", metavar="FOLDER", help=help_texts.OUT)]
ToOption = Annotated[
    str, typer.Option("--to", metavar="KINDS", help=help_texts.TO, callback=_can_be_made)
]
PaperOption = Annotated[Paper, typer.Option("--paper", help=help_texts.PAPER)]
PrintOption = Annotated[Print, typer.Option("--print", help=help_texts.PRINT)]
ForOption = Annotated[Reader, typer.Option("--for", help=help_texts.FOR)]
WithoutOption = Annotated[str, typer.Option("--without", metavar="PARTS", help=help_texts.WITHOUT)]
NamesOption = Annotated[bool, typer.Option("--names", help=help_texts.NAMES)]
FillableOption = Annotated[bool, typer.Option("--fillable", help=help_texts.FILLABLE)]
