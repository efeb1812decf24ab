"""``pnet-prep after``: what was told at a visit, asked or read from a file, then printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.asking import Asked, ask_on
from pnet_prep.cli.front_ends import front_end
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.options import STDIN, LanguageOption, PlainOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import content, titles_of
from pnet_prep.cli.pick_visit import pick_earlier
from pnet_prep.cli.print_options import (
    BOTH_KINDS,
    OutOption,
    Paper,
    PaperOption,
    Print,
    PrintOption,
    ToOption,
    Wish,
)
from pnet_prep.cli.start import print_visit, say_left
from pnet_prep.cli.telling import say_notices
from pnet_prep.cli.unlocking import ask_nothing

if TYPE_CHECKING:
    from pnet_prep.model.content import Content
    from pnet_prep.store.visit import Visit

COMMAND = "after"


def run(
    visit: VisitArgument = "",
    answers: Annotated[
        str, typer.Option("--answers", metavar="FILE", help=help_texts.ANSWERS)
    ] = "",
    plain: PlainOption = False,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
    to: ToOption = BOTH_KINDS,
    out: OutOption = "",
    paper: PaperOption = Paper.A4,
    print_size: PrintOption = Print.NORMAL,
) -> None:
    """Ask what became of the questions and what comes next, and print the checklist again."""
    pack = content(questions, language)
    asks = front_end(pack.words, plain=plain or bool(answers))
    if answers == STDIN:
        ask_nothing()
    opened = pick_earlier(visit, pack, asks)
    asked: Asked | None = None
    if opened is not None:
        opened = opened.with_packs(titles_of(pack))
        say_notices(opened, pack)
        if answers:
            asked = Asked(_answered(answers, pack, opened))
        else:
            asked = ask_on(opened, pack, asks, "", command=COMMAND)
    if asked is None:
        say_left(pack, asks, COMMAND, plain=plain)
        raise typer.Exit(left_code())
    print_visit(asked, pack, asks, Wish(to, out, paper, print_size), handed_over=False)


def _answered(file: str, pack: Content, visit: Visit) -> Visit:
    from pnet_prep.cli.answers import added_from

    return added_from(file, pack, visit)
