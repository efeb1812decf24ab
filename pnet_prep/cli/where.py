"""``pnet-prep where``: every file that holds answers."""

import os

from pnet_prep.cli.choose_visit import visits
from pnet_prep.cli.options import LanguageOption, QuestionsOption
from pnet_prep.cli.pack import words
from pnet_prep.cli.streams import print_line
from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show_line
from pnet_prep.store.copies import temps_of
from pnet_prep.store.exports import exports
from pnet_prep.store.folder import LOCK_SUFFIX, data_folder, unfinished_texts, visits_folder
from pnet_prep.store.forget import files_of


def run(questions: QuestionsOption = None, language: LanguageOption = "") -> None:
    """Print the folder of the visits, and every visit file and printed checklist in use."""
    said = words(questions, language)
    data = data_folder()
    print(fill(said["where.folder"], {"folder": show_line(visits_folder(data))}))
    for listed in visits():
        for path in files_of(listed.path):
            if not path.endswith(LOCK_SUFFIX):
                print(show_line(path))
    for path in unfinished_texts(data):
        print(show_line(path))
    if printed := exports(data):
        print_line(said["where.printed"])
        for target in dict.fromkeys(export.path for export in printed):
            missing = fill(said["forget.missing"], {"file": target})
            for path in (target, *temps_of(target)):
                print(show_line(path if os.path.lexists(path) else missing))
