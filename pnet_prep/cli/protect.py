"""``pnet-prep protect``: lock a visit with a passphrase."""

import os
import sys

import typer

from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.leaving import undisturbed
from pnet_prep.cli.options import LanguageOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import words
from pnet_prep.cli.passphrases import chosen_passphrase
from pnet_prep.cli.streams import print_line
from pnet_prep.cli.unlocking import MOST_KEYS, first_key, key_of, remember
from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show_line
from pnet_prep.errors import StoreError
from pnet_prep.store import age
from pnet_prep.store.age import Key, NotOpenedError
from pnet_prep.store.custody import both_there, sealed_keys
from pnet_prep.store.exports import exports
from pnet_prep.store.folder import (
    LOCKED,
    data_folder,
    key_files,
    real_file,
    unlocked_name,
    visit_name,
)
from pnet_prep.store.keys_beside import keys_of_visits
from pnet_prep.store.locking import Changed, lock_visit

BEFORE = ("protect.what", "protect.no_way_back", "protect.choose", "protect.same")


def run(
    visit: VisitArgument = "",
    questions: QuestionsOption = None,
    language: LanguageOption = "",
) -> None:
    """Say what it means, ask for a passphrase twice, lock, and say what stays readable."""
    said = words(questions, language)
    path = chosen_visit(visit).path
    real = real_file(path)
    if real.endswith(LOCKED):
        if not both_there(real):
            print_line(said["protect.already"])
            return
        key = key_of(path)  # of a visit that was locked before, only leftovers are to go
    else:
        key = _key(real, chosen_passphrase(said, BEFORE))
    with undisturbed():
        done = lock_visit(path, key)
    remember(key)
    print_line(fill(said["protect.done"], {"file": show_line(done.file)}))
    _say_sheet(done.file, said)
    _say_readable(done, path, said)
    if done.failed:
        raise typer.Exit(StoreError.exit_code)


def _key(real: str, passphrase: str) -> Key:
    """The key for a passphrase: the one it opens already, or a new one.

    Locked visits with one passphrase share a key, so that one typing opens them all. Where a part
    of this visit is locked, only the key of that will do. Raises ``StoreError``.
    """
    own = _own_keys(real)
    locked_part = os.path.lexists(unlocked_name(real) + LOCKED)
    others = () if locked_part else keys_of_visits(data_folder())
    try:
        return first_key((*own, *others)[:MOST_KEYS], passphrase, _any)
    except NotOpenedError:
        if own and locked_part:
            raise
    return age.fresh_key(passphrase)


def _any(_: Key) -> bool:
    return True


def _own_keys(real: str) -> tuple[bytes, ...]:
    try:
        return sealed_keys(real)
    except OSError:
        return ()


def _say_sheet(file: str, said: dict[str, str]) -> None:
    """What to write down, in the order it will be needed."""
    key = key_files(file)[0]
    slots = {"file": show_line(file), "key": show_line(key)}
    print()
    for word in ("title", "passphrase", "visit", "key", "backup", "open", "without", "command"):
        print(fill(said[f"protect.sheet.{word}"], slots))
    print()


def _say_readable(done: Changed, path: str, said: dict[str, str]) -> None:
    """What the lock does not reach: copies, papers and files to send, and what no program can."""
    for left in done.failed:
        print_line(fill(said["protect.failed"], {"file": show_line(left)}), sys.stderr)
    visit = visit_name(path)
    papers = [one.path for one in exports(data_folder()) if one.visit == visit]
    there = [one for one in dict.fromkeys((*done.kept, *papers)) if os.path.lexists(one)]
    if there:
        print_line(said["protect.readable"])
        for one in there:
            print(show_line(one))
    print_line(said["protect.limits"])
