"""``pnet-prep export``: the checklist of a visit as files."""

from __future__ import annotations

import sys

from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.earlier import earlier_of
from pnet_prep.cli.last_answer import as_of_last_answer
from pnet_prep.cli.options import (
    BOTH_KINDS,
    OutOption,
    Paper,
    PaperOption,
    Print,
    PrintOption,
    QuestionsOption,
    ToOption,
    VisitArgument,
    Wish,
)
from pnet_prep.cli.own_copy import Own, OwnOption, reader_of
from pnet_prep.cli.pack import content
from pnet_prep.cli.printing import write
from pnet_prep.cli.telling import missing, say_notices
from pnet_prep.engine.text import show
from pnet_prep.store.visit import open_visit


def run(
    visit: VisitArgument = "",
    to: ToOption = BOTH_KINDS,
    out: OutOption = "",
    paper: PaperOption = Paper.A4,
    print_size: PrintOption = Print.NORMAL,
    own: OwnOption = Own.NOBODY,
    questions: QuestionsOption = None,
) -> None:
    """Write the files and print their paths, one a line."""
    opened = open_visit(chosen_visit(visit).path)
    pack = content(questions)
    say_notices(opened, pack)
    reader = reader_of(own, opened.response)
    picture = as_of_last_answer(pack, opened.response, earlier_of(opened, pack), reader)
    paths, unprinted = write(opened, picture, Wish(to, out, paper, print_size), reader)
    for path in paths:
        print(show(path))
    if told := missing(unprinted, pack.words):
        print(told, file=sys.stderr)
