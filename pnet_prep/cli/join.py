"""``pnet-prep join``: what others answered about a visit, brought in once the person wants it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.answers import STDIN
from pnet_prep.cli.faults import say_fault
from pnet_prep.cli.front_ends import front_end
from pnet_prep.cli.join_input import name_of, read_input
from pnet_prep.cli.join_one import Outcome, join_one
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.options import PlainOption, QuestionsOption
from pnet_prep.cli.pack import content
from pnet_prep.engine.fill import fill
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.interview import Notice
from pnet_prep.store.failures import not_saved
from pnet_prep.store.folder import data_folder
from pnet_prep.store.other_copies import other_copies, set_apart, set_form_apart

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.other_copies import OtherCopy


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
    copies = {copy.path: copy for copy in other_copies(data_folder())}
    given = files or sorted(copies)
    if not given:
        asks.tell((Notice(pack.words["join.no_copies"]),))
    if STDIN in given and not no_input and not sys.stdin.isatty():
        raise InputRefusedError("error.join_cannot_ask")
    code = 0
    for source in given:
        try:
            visit = _join(source, pack, asks, no_input=no_input)
            copy = copies.get(os.path.abspath(source))
            if visit and copy:
                _set_apart(copy, visit, pack, asks)
        except InputRefusedError as refused:  # one that cannot be used keeps no other out
            code = say_fault(refused)
    raise typer.Exit(code)


def _join(source: str, pack: Content, asks: FrontEnd, *, no_input: bool) -> str:
    """The visit that all of a file went into; empty where something of it stays outside."""
    name = name_of(source)
    if source == STDIN and sys.stdin.isatty():
        asks.tell((Notice(pack.words["join.paste"]),))
    given = read_input(source, name, pack)
    visit, whole = "", not given.torn
    for incoming in given.incoming:
        outcome, visit = join_one(name, incoming, pack, asks, no_input=no_input)
        if outcome is Outcome.LEFT:
            raise typer.Exit(left_code())
        whole = whole and outcome is Outcome.TAKEN
    if given.torn:
        raise InputRefusedError("error.form_torn", file=name)
    return visit if whole else ""


def _set_apart(copy: OtherCopy, visit: str, pack: Content, asks: FrontEnd) -> None:
    path = copy.path
    try:
        moved = set_form_apart(data_folder(), path, visit) if copy.form else set_apart(path)
    except OSError as error:
        raise not_saved(error, path) from error
    asks.tell((Notice(fill(pack.words["join.set_apart"], {"file": moved})),))
