"""``pnet-prep unprotect``: let a locked visit open without a passphrase again."""

import sys

import typer

from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.leaving import undisturbed
from pnet_prep.cli.options import LanguageOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import words
from pnet_prep.cli.streams import print_line
from pnet_prep.cli.unlocking import key_of
from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show_line
from pnet_prep.errors import StoreError
from pnet_prep.store.custody import both_there
from pnet_prep.store.folder import LOCKED, real_file
from pnet_prep.store.locking import open_for_good


def run(
    visit: VisitArgument = "",
    questions: QuestionsOption = None,
    language: LanguageOption = "",
) -> None:
    """Ask for the passphrase, write the visit as it is without a lock, and say so."""
    said = words(questions, language)
    path = chosen_visit(visit).path
    real = real_file(path)
    if not real.endswith(LOCKED) and not both_there(real):
        print_line(said["unprotect.already"])
        return
    key = key_of(path)
    with undisturbed():
        done = open_for_good(path, key)
    print_line(fill(said["unprotect.done"], {"file": show_line(done.file)}))
    for left in done.kept:
        print_line(fill(said["unprotect.kept"], {"file": show_line(left)}))
    for left in done.failed:
        print_line(fill(said["unprotect.failed"], {"file": show_line(left)}), sys.stderr)
    if done.failed:
        raise typer.Exit(StoreError.exit_code)
