"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from pnet_prep.cli import help_texts

STDIN = "-"
"""The name of a file that stands for standard input."""

VisitArgument = Annotated[str, typer.Argument(help=help_texts.VISIT, metavar="[VISIT]")]
QuestionsOption = Annotated[
    list[str] | None, typer.Option("--questions", metavar="FOLDER", help=help_texts.QUESTIONS)
]
LanguageOption = Annotated[
    str, typer.Option("--language", metavar="CODE", help=help_texts.LANGUAGE)
]
PlainOption = Annotated[bool, typer.Option("--plain", help=help_texts.PLAIN)]
