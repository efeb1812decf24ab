"""``pnet-prep check`` on a translation, for the people who write it."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import typer

from pnet_prep.content.check_translation import check_translation
from pnet_prep.content.report import counted
from pnet_prep.content.to_translate import to_translate
from pnet_prep.engine.text import show_line
from pnet_prep.store.atomic import replace_file

if TYPE_CHECKING:
    from pnet_prep.content.check_translation import CheckedTranslation

FAULTS_CODE = 3


def run(folder: str, *, release: bool, fill: bool, as_json: bool) -> None:
    """Print each problem and how far the translation is; exit 3 if one of them is a fault.

    ``fill`` writes its files anew, with a place for every text that is missing.
    """
    found = check_translation(folder, release=release)
    if fill and found.faults:
        print("Nothing was written. Mend these lines first:")
    elif fill:
        _write(folder, found)
        return
    if as_json:
        problems = [problem._asdict() for problem in found.problems]
        print(json.dumps({"problems": problems, "translation": found.tally._asdict()}, indent=2))
    elif sys.stdout.isatty():
        from pnet_prep.cli.check_table import print_problems

        print_problems(found.problems)
        print(_sum(found))
    else:
        print("\n".join([*(show_line(str(problem)) for problem in found.problems), _sum(found)]))
    if found.faults:
        raise typer.Exit(FAULTS_CODE)


def _write(folder: str, found: CheckedTranslation) -> None:
    """Write every file; one that was there is kept beside it, with a ~ at the end of its name."""
    for name, text in to_translate(found.found).items():
        path = os.path.join(folder, name)
        data = text.encode()
        if os.path.exists(path):
            with open(path, "rb") as file:
                if file.read() == data:
                    continue
            os.replace(path, f"{path}~")
        replace_file(path, data)
        print(show_line(path))
    print(_progress(found))


def _sum(found: CheckedTranslation) -> str:
    warnings = len(found.problems) - found.faults
    faults = counted(found.faults, "fault")
    return f"{faults}, {counted(warnings, 'warning')}; {_progress(found)}"


def _progress(found: CheckedTranslation) -> str:
    tally = found.tally
    texts = counted(tally.texts, "text")
    return (
        f"{tally.translated} of {texts} translated, {tally.missing} missing, "
        f"{tally.stale} stale, {tally.optional} that may stay empty"
    )
