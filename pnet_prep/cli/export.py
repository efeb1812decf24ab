"""``pnet-prep export``: the checklist of a visit as files."""

import sys

from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.earlier import earlier_of
from pnet_prep.cli.last_answer import as_of_last_answer
from pnet_prep.cli.leaving_out import left_out
from pnet_prep.cli.options import LanguageOption, QuestionsOption, VisitArgument
from pnet_prep.cli.own_copy import Own, OwnOption, own_reader
from pnet_prep.cli.pack import content
from pnet_prep.cli.print_options import (
    BOTH_KINDS,
    FillableOption,
    ForOption,
    NamesOption,
    OutOption,
    Paper,
    PaperOption,
    Print,
    PrintOption,
    ToOption,
    Wish,
    WithoutOption,
)
from pnet_prep.cli.printing import write
from pnet_prep.cli.streams import print_line
from pnet_prep.cli.telling import missing, say_notices
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.text import show_line
from pnet_prep.model.reader import Reader


def run(
    visit: VisitArgument = "",
    to: ToOption = BOTH_KINDS,
    out: OutOption = "",
    paper: PaperOption = Paper.A4,
    print_size: PrintOption = Print.NORMAL,
    reader: ForOption = Reader.DOCTOR,
    without: WithoutOption = "",
    names: NamesOption = False,
    fillable: FillableOption = False,
    own: OwnOption = Own.NOBODY,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
) -> None:
    """Write the files and print their paths, one a line."""
    pack = content(questions, language)
    opened = opened_visit(chosen_visit(visit).path)
    hidden = left_out(without, pack.questionnaire)
    say_notices(opened, pack)
    reader, person = own_reader(reader, own, opened.response, pack.questionnaire)
    picture = as_of_last_answer(pack, opened.response, earlier_of(opened, pack), person)
    wish = Wish(to, out, paper, print_size, reader, hidden, names, fillable)
    written = write(opened, picture, wish, person)
    for path in written.paths:
        print(show_line(path))
    if opened.key:
        print_line(pack.words["written.not_locked"], sys.stderr)
    told = missing(written.missing, pack.words)
    for note in filter(None, (told, *written.notes)):
        print_line(note, sys.stderr)
    if written.refused:
        raise written.refused
