"""``pnet-prep doctor``: whether the files of this person and the program are in good order."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import typer

from pnet_prep import __version__
from pnet_prep.cli.options import LanguageOption, QuestionsOption
from pnet_prep.cli.pack import words
from pnet_prep.cli.streams import print_line
from pnet_prep.engine.fill import say
from pnet_prep.engine.text import show_line
from pnet_prep.errors import StoreError
from pnet_prep.store.exports import exports
from pnet_prep.store.folder import data_folder, documents_folder
from pnet_prep.store.health import (
    Finding,
    copies_beside,
    gone_exports,
    leftovers,
    little_room,
    may_not_write,
    visits_read,
)
from pnet_prep.store.modes import close, open_exports, open_files, open_folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.store.exports import Export
    from pnet_prep.store.modes import Open

_PARTS = {
    "pdf": ("typst",),
    "fonts": ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic"),
    "fillable": ("typst", "pypdf"),
    "html": ("jinja2",),
    "ics": ("icalendar",),
    "yaml": ("yaml._yaml",),
    "secure": ("pyrage",),
}
"""What can be done, and the modules it takes."""

_MISSING = {"pdf": "error.no_pdf", "fillable": "error.no_fillable"}
_NOT_NEEDED = {"yaml", "secure"}
"""Everything works without the fast reader, and visits are locked only by who wants that."""

_CLOSED = "doctor.closed"


def run(questions: QuestionsOption = None, language: LanguageOption = "") -> None:
    """Close what is open to others, say what else is found, and end with how it stands."""
    said = words(questions, language)
    found = []
    for finding in _findings(data_folder(), documents_folder()):
        found.append(finding)
        print_line(show_line(say(said, finding.word, finding.slots)))
    if not all(finding.well for finding in found):
        print_line(said["doctor.look"])
    elif any(finding.word == _CLOSED for finding in found):
        print_line(said["doctor.put_right"])
    else:
        print_line(said["doctor.well"])
    if any(finding.unread for finding in found):
        raise typer.Exit(StoreError.exit_code)


def _findings(data: str, documents: str) -> Iterator[Finding]:
    """All findings; what is closed first may be needed to read the rest."""
    yield from installed()
    yield from _closed(open_folders(data, documents))
    yield from _closed(open_files(data))
    log: tuple[Export, ...] = ()
    try:
        log = exports(data)
    except StoreError as error:
        yield Finding(error.word, error.slots)
    yield from _closed(open_exports(log))
    yield from visits_read(data)
    yield from may_not_write(data)
    yield from leftovers(data, log)
    yield from copies_beside(data)
    yield from gone_exports(log)
    yield from little_room(data)


def installed() -> Iterator[Finding]:
    """Which version runs on what, and what it can make here. Nothing large is loaded for it."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding("doctor.version", {"version": __version__, "python": python}, well=True)
    for part, modules in _PARTS.items():
        if all(map(_there, modules)):
            yield Finding(f"doctor.there.{part}", {}, well=True)
        else:
            word = _MISSING.get(part, f"doctor.missing.{part}")
            yield Finding(word, {}, well=part in _NOT_NEEDED)


def _closed(found: Iterable[Open]) -> Iterator[Finding]:
    for path, ours in found:
        if not ours:
            yield Finding("doctor.not_ours", {"file": path}, well=True)
        elif close(path):
            yield Finding(_CLOSED, {"file": path}, well=True)
        else:
            yield Finding("doctor.not_closed", {"file": path})


def _there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package around it is missing
        return False
