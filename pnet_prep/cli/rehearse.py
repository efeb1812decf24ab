"""``pnet-prep rehearse``: what a doctor asks of every symptom, and what to say to it."""

import sys

import typer

from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.front_ends import front_end
from pnet_prep.cli.last_answer import as_of_last_answer
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.options import LanguageOption, PlainOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import content
from pnet_prep.cli.start import say_left
from pnet_prep.cli.telling import say_notices
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.rehearse import rehearse
from pnet_prep.interview.plain_width import WIDEST
from pnet_prep.interview.rehearsal import all_lines, rehearse_with
from pnet_prep.interview.wrapping import wrap

COMMAND = "rehearse"


def run(
    visit: VisitArgument = "",
    plain: PlainOption = False,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
) -> None:
    """Show the six one by one; all as lines where no keys can be pressed."""
    pack = content(questions, language)
    opened = opened_visit(chosen_visit(visit).path)
    say_notices(opened, pack)
    rehearsed = rehearse(as_of_last_answer(pack, opened.response))
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        lines = (wrap(text, WIDEST) for text in all_lines(rehearsed, pack.words))
        print("\n".join(line for wrapped in lines for line in wrapped))
        return
    asks = front_end(pack.words, plain=plain)
    if not rehearse_with(asks, rehearsed, pack.words):
        say_left(pack, asks, COMMAND, plain=plain)
        raise typer.Exit(left_code())
