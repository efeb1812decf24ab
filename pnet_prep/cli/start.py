"""``pnet-prep start``: a new visit or an earlier one, asked or read from a file, then printed."""

import sys
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.asking import Asked, ask_on
from pnet_prep.cli.front_ends import front_end
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.options import STDIN, LanguageOption, PlainOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import content, in_same_words, titles_of
from pnet_prep.cli.pick_visit import pick_visit
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
from pnet_prep.cli.telling import missing, say_copies, say_notices, say_packs
from pnet_prep.cli.unlocking import ask_nothing
from pnet_prep.engine.fill import fill
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.interview import Notice

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.visit import Visit


class Answering(StrEnum):
    """Who answers, as far as the command line says."""

    NOT_SAID = ""
    PATIENT = "patient"
    CAREGIVER = "caregiver"


def run(
    visit: VisitArgument = "",
    who: Annotated[
        Answering, typer.Option("--as", metavar="<patient|caregiver>", help=help_texts.AS)
    ] = Answering.NOT_SAID,
    quick: Annotated[bool, typer.Option("--quick", help=help_texts.QUICK)] = False,
    answers: Annotated[
        str, typer.Option("--answers", metavar="FILE", help=help_texts.ANSWERS)
    ] = "",
    no_input: Annotated[bool, typer.Option("--no-input", help=help_texts.NO_INPUT)] = False,
    template: Annotated[bool, typer.Option("--template", help=help_texts.TEMPLATE)] = False,
    plain: PlainOption = False,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
    to: ToOption = BOTH_KINDS,
    out: OutOption = "",
    paper: PaperOption = Paper.A4,
    print_size: PrintOption = Print.NORMAL,
) -> None:
    """Run an interview from wherever it stands to the written checklist."""
    pack = content(questions, language)
    if template:
        from pnet_prep.content.template import template_of

        # An answers file is UTF-8, whatever this terminal or shell writes.
        sys.stdout.buffer.write(template_of(pack).encode())
        return
    if no_input and not answers:
        raise InputRefusedError("error.no_input_needs_answers")
    asks = front_end(pack.words, plain=plain or no_input)
    if no_input or answers == STDIN:
        ask_nothing()
    if not answers:
        say_copies(pack.words)
    opened = _answered(answers, pack) if answers else pick_visit(visit, pack, asks)
    asked: Asked | None = None
    if opened is not None:
        opened = opened.with_packs(titles_of(pack))
        say_notices(opened, pack)
        say_packs(pack)
        asked = Asked(opened) if no_input else ask_on(opened, pack, asks, who.value, quick=quick)
    if asked is None:
        say_left(pack, asks, "start --quick" if quick else "start", plain=plain)
        raise typer.Exit(left_code())
    print_visit(asked, pack, asks, Wish(to, out, paper, print_size))


def _answered(file: str, pack: "Content") -> "Visit":
    from pnet_prep.cli.answers import visit_from

    return visit_from(file, pack)


def say_left(pack: "Content", asks: "FrontEnd", command: str, *, plain: bool) -> None:
    """Say that everything is saved, to somebody who leaves early, and which command goes on."""
    goes_on = in_same_words(f"{command} --plain" if plain else command)
    text = fill(pack.words["left"], {"command": goes_on})
    if sys.stdout.isatty():
        asks.tell((Notice(text),))
    else:
        # Whoever was reading a pipe may be the one who left.
        with suppress(OSError):
            print(text, file=sys.stderr)


def print_visit(
    asked: Asked, pack: "Content", asks: "FrontEnd", wish: Wish, *, handed_over: bool = True
) -> None:
    """Write the checklist and say where; ``handed_over`` adds what to do with page 1."""
    # Whoever is asked need not wait for what comes after the last question.
    from pnet_prep.cli.earlier import earlier_of
    from pnet_prep.cli.last_answer import as_of_last_answer
    from pnet_prep.cli.printing import write
    from pnet_prep.model.reader import Reader

    words, visit = pack.words, asked.visit
    earlier = earlier_of(visit, pack)
    written = write(visit, as_of_last_answer(pack, visit.response, earlier), wish)
    if written.paths:
        unlocked = (words["written.not_locked"],) if visit.key else ()
        asks.tell(
            tuple(Notice(text) for text in (words["written.title"], *written.paths, *unlocked))
        )
    if own := asked.copy_for:
        picture = as_of_last_answer(pack, visit.response, earlier, own)
        written = write(visit, picture, wish._replace(reader=Reader.ME), own)
        asks.tell(tuple(Notice(text) for text in (words["written.own"], *written.paths)))
    told = missing(written.missing, words)
    for note in filter(None, (told, *written.notes)):
        asks.tell((Notice(note, urgent=True),))
    if written.refused:
        raise written.refused
    if handed_over:
        asks.tell((Notice(words["written.hand_over"]),))
