"""``pnet-prep forget``: delete a visit, its copies, and what was printed from it."""

import sys
from typing import Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.begin_from import visit_line
from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.options import LanguageOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import words
from pnet_prep.cli.streams import print_line
from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show_line
from pnet_prep.errors import InputRefusedError, StoreError
from pnet_prep.store.folder import data_folder
from pnet_prep.store.forget import forget


def run(
    visit: VisitArgument = "",
    questions: QuestionsOption = None,
    language: LanguageOption = "",
    yes: Annotated[bool, typer.Option("--yes", help=help_texts.YES)] = False,
) -> None:
    """Ask for a typed word, delete, and say what was deleted and what is out of reach."""
    said = words(questions, language)
    listed = chosen_visit(visit)
    print_line(fill(said["forget.what"], {"visit": show_line(visit_line(listed, said))}))
    if not yes and not _agreed(said):
        raise InputRefusedError("error.not_forgotten")
    gone = forget(data_folder(), listed.path)
    for what in ("removed", "changed", "missing", "failed"):
        for path in getattr(gone, what):
            print_line(fill(said[f"forget.{what}"], {"file": show_line(path)}))
    print_line(said["forget.limits"])
    if gone.failed:
        raise typer.Exit(StoreError.exit_code)


def _agreed(said: dict[str, str]) -> bool:
    print_line(said["forget.ask"])
    return sys.stdin.readline().strip().casefold() == said["forget.word"]
