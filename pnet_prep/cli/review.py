"""``pnet-prep review``: all that was said on numbered lines, then the top three, then the files."""

import typer

from pnet_prep.cli.asking import Asked, ask_on
from pnet_prep.cli.front_ends import front_end
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.options import LanguageOption, PlainOption, QuestionsOption, VisitArgument
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
from pnet_prep.cli.telling import say_notices, say_packs
from pnet_prep.interview.state import Mode


def run(
    visit: VisitArgument = "",
    plain: PlainOption = False,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
    to: ToOption = BOTH_KINDS,
    out: OutOption = "",
    paper: PaperOption = Paper.A4,
    print_size: PrintOption = Print.NORMAL,
) -> None:
    """Open a visit right at its review."""
    pack = content(questions, language)
    asks = front_end(pack.words, plain=plain)
    opened = pick_earlier(visit, pack, asks)
    asked: Asked | None = None
    if opened is not None:
        opened = opened.with_packs(titles_of(pack))
        say_notices(opened, pack)
        say_packs(pack)
        asked = ask_on(opened, pack, asks, "", at=Mode.REVIEW)
    if asked is None:
        say_left(pack, asks, "review", plain=plain)
        raise typer.Exit(left_code())
    print_visit(asked, pack, asks, Wish(to, out, paper, print_size))
