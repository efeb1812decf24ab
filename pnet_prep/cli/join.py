"""``pnet-prep join``: what others answered about a visit, brought in once the person wants it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.faults import say_fault
from pnet_prep.cli.front_ends import front_end
from pnet_prep.cli.join_group import groups_of
from pnet_prep.cli.join_input import name_of, read_input
from pnet_prep.cli.join_one import Outcome, join_one
from pnet_prep.cli.leaving import left_code
from pnet_prep.cli.options import STDIN, LanguageOption, PlainOption, QuestionsOption
from pnet_prep.cli.pack import content
from pnet_prep.cli.unlocking import ask_nothing
from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show_line
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.interview import Notice
from pnet_prep.store.failures import not_saved
from pnet_prep.store.folder import data_folder
from pnet_prep.store.other_copies import other_copies, set_apart, set_form_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.cli.join_input import Incoming
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.lines import Lines
    from pnet_prep.store.other_copies import OtherCopy


def run(
    files: Annotated[
        list[str] | None, typer.Argument(help=help_texts.JOINED, metavar="[FILE]...")
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=help_texts.JOIN_NO_INPUT)] = False,
    plain: PlainOption = False,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
) -> None:
    """Show what the files would bring, ask, unite, and say what is there now."""
    pack = content(questions, language)
    asks = front_end(pack.words, plain=plain or no_input)
    copies = {copy.path: copy for copy in other_copies(data_folder())}
    given = files or sorted(copies)
    if not given:
        asks.tell((Notice(pack.words["join.no_copies"]),))
    if STDIN in given and not no_input and not sys.stdin.isatty():
        raise InputRefusedError("error.join_cannot_ask")
    if STDIN in given and sys.stdin.isatty():
        asks.tell((Notice(pack.words["join.paste"]),))
    if no_input or STDIN in given:
        ask_nothing()
    read, stays, code = _read(given, pack)
    waiting = Counter(source for source, _ in read)
    for group in groups_of(read):
        try:
            outcome, visit = join_one(
                group.name(pack.words), group.incoming, pack, asks, no_input=no_input
            )
        except InputRefusedError as refused:  # what cannot be used keeps no other out
            outcome, visit, code = Outcome.KEPT_OUT, "", say_fault(refused)
        if outcome is Outcome.LEFT:
            raise typer.Exit(left_code())
        waiting.subtract(group.sources)
        if outcome is Outcome.KEPT_OUT:
            stays.update(group.sources)
        done = (os.path.abspath(one) for one in group.sources if not waiting[one] | (one in stays))
        _set_apart([copies[path] for path in done if path in copies], visit, pack, asks)
    raise typer.Exit(code)


def _read(given: Iterable[str], pack: Content) -> tuple[list[tuple[str, Incoming]], set[str], int]:
    """All that can be read, the sources of which a part cannot be, and the exit code so far."""
    known: Lines = {}
    read: list[tuple[str, Incoming]] = []
    stays: set[str] = set()
    code = 0
    for source in dict.fromkeys(given):
        name = name_of(source)
        try:
            found = read_input(source, name, pack, known)
            read += [(source, incoming) for incoming in found.incoming]
            for incoming in found.incoming:
                known.update(incoming.found.lines)
            if found.torn:
                stays.add(source)
                code = say_fault(InputRefusedError("error.form_torn", file=name))
        except InputRefusedError as refused:
            stays.add(source)
            code = say_fault(refused)
    return read, stays, code


def _set_apart(copies: Iterable[OtherCopy], visit: str, pack: Content, asks: FrontEnd) -> None:
    for copy in copies:
        try:
            moved = (
                set_form_apart(data_folder(), copy.path, visit)
                if copy.form
                else set_apart(copy.path)
            )
        except OSError as error:
            raise not_saved(error, copy.path) from error
        asks.tell((Notice(fill(pack.words["join.set_apart"], {"file": show_line(moved)})),))
