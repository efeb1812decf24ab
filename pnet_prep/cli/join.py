"""``pnet-prep join``: what others answered about a visit, brought in once the person wants it."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.answers import STDIN
from pnet_prep.cli.faults import say_fault
from pnet_prep.cli.front_ends import front_end
from pnet_prep.cli.join_one import Source, join_one
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.options import PlainOption, QuestionsOption
from pnet_prep.cli.pack import content
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.interview import Notice
from pnet_prep.store.atomic import MAX_BYTES, read_file
from pnet_prep.store.folder import data_folder
from pnet_prep.store.other_copies import other_copies
from pnet_prep.store.received import received

if TYPE_CHECKING:
    from pnet_prep.store.received import Received


def run(
    files: Annotated[
        list[str] | None, typer.Argument(help=help_texts.JOINED, metavar="[FILE]...")
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=help_texts.JOIN_NO_INPUT)] = False,
    plain: PlainOption = False,
    questions: QuestionsOption = None,
) -> None:
    """Show what each file would bring, ask, unite, and say what is there now."""
    pack = content(questions)
    asks = front_end(pack.words, plain=plain or no_input)
    copies = {copy.path for copy in other_copies(data_folder())}
    given = files or sorted(copies)
    if not given:
        asks.tell((Notice(pack.words["join.no_copies"]),))
    if STDIN in given and not no_input and not sys.stdin.isatty():
        raise InputRefusedError("error.join_cannot_ask")
    code = 0
    for source in given:
        name = "answers" if source == STDIN else os.path.basename(source)
        copy = os.path.abspath(source)
        try:
            one = Source(name, copy if copy in copies else "")
            if not join_one(one, _read(source, name), pack, asks, no_input=no_input):
                raise typer.Exit(left_code())
        except InputRefusedError as refused:  # one that cannot be used keeps no other out
            code = say_fault(refused)
    raise typer.Exit(code)


def _read(source: str, name: str) -> Received:
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == STDIN else read_file(source)
    except OSError as error:
        big = error.errno == errno.EFBIG
        word = "error.join_too_big" if big else "error.answers_not_read"
        raise InputRefusedError(word, file=name) from None
    return received(data, name)
