"""``pnet-prep share``: one file to send to whoever fills in a visit too."""

import os
import sys
from datetime import date
from typing import Annotated

import typer

from pnet_prep.cli import help_texts
from pnet_prep.cli.choose_visit import chosen_visit
from pnet_prep.cli.options import LanguageOption, QuestionsOption, VisitArgument
from pnet_prep.cli.pack import content
from pnet_prep.cli.passphrases import chosen_passphrase
from pnet_prep.cli.print_options import OutOption
from pnet_prep.cli.streams import print_line
from pnet_prep.cli.telling import say_notices
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.personal import to_share
from pnet_prep.engine.text import show_line
from pnet_prep.errors import InputRefusedError
from pnet_prep.store.age import with_passphrase
from pnet_prep.store.exports import write_export
from pnet_prep.store.folder import LOCKED, SUFFIX, data_folder, documents_folder
from pnet_prep.store.shared import to_send

PASSPHRASE = ("share.passphrase", "share.no_way_back")


def run(
    visit: VisitArgument = "",
    out: OutOption = "",
    everything: Annotated[bool, typer.Option("--all", help=help_texts.ALL)] = False,
    encrypt: Annotated[bool, typer.Option("--encrypt", help=help_texts.ENCRYPT)] = False,
    questions: QuestionsOption = None,
    language: LanguageOption = "",
) -> None:
    """Write the file, print its path, and say what it holds and what to do with it."""
    pack = content(questions, language)
    opened = opened_visit(chosen_visit(visit).path)
    say_notices(opened, pack)
    sent = to_share(opened.response, pack.questionnaire, everything=everything)
    if not sent.shown:
        raise InputRefusedError("error.no_answers")
    kind = "all" if everything else "share"
    today = date.today().isoformat()  # noqa: DTZ011 - the day it is written, for the log
    name = f"visit-{opened.head.day or today}-{kind}{SUFFIX}"
    path = os.path.join(out or documents_folder(), name)
    file = to_send(opened, sent)
    if encrypt:
        path += LOCKED
        file = with_passphrase(file, chosen_passphrase(pack.words, PASSPHRASE))
    written = write_export(data_folder(), opened.id, path, file, today)
    print(show_line(written))
    open_now = ("written.not_locked",) if opened.key else ()
    last = ("share.locked",) if encrypt else open_now
    for word in (f"share.holds_{kind}", "share.how", *last):
        print_line(pack.words[word], sys.stderr)
