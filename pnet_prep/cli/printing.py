"""Writing the checklist of a visit to files: composed, rendered, saved privately, and logged."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from pnet_prep.engine.compose import compose
from pnet_prep.engine.facts import day_of_visit
from pnet_prep.engine.personal import NOBODY
from pnet_prep.engine.readers import for_reader, shaped, shows_notes
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.reader import Reader
from pnet_prep.model.response import HELPERS, PATIENT
from pnet_prep.render import RENDERERS, RenderOptions, render
from pnet_prep.store.exports import write_export
from pnet_prep.store.folder import data_folder, documents_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.cli.print_options import Wish
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.checklist import Checklist
    from pnet_prep.store.visit import Visit

_ROOM = {"normal": 2300, "large": 0}
"""How much page 1 of a PDF surely holds, as `weight` counts; measured on A4 and Letter."""


class Written(Fixed):
    """What was written: the paths, the characters no letter was found for, and what to say to it.

    Without a path there was nothing to write, and ``notes`` say why. ``refused`` is a kind of file
    that cannot be made here, to raise once the others are told.
    """

    paths: tuple[str, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    refused: InputRefusedError | None


def write(visit: Visit, picture: Picture, wish: Wish, own: str = NOBODY) -> Written:
    """Write every kind of file that is wished for; ``own`` is the person whose own copy it is.

    Raises ``PrepError``.
    """
    kinds = kinds_in(wish.kinds)
    folder = wish.out or documents_folder()
    known = for_reader(picture, wish.reader, wish.left_out)
    whole = compose(known, own if shows_notes(wish.reader) else NOBODY)
    checklist = shaped(whole, wish.reader)
    on_paper = shaped(whole, wish.reader, _ROOM[wish.print])
    today = date.today().isoformat()  # noqa: DTZ011 - the day it is written, for the log
    options = RenderOptions(wish.paper.value, wish.print.value, visit.id, wish.names, wish.fillable)
    paths, missing, refused = [], dict[str, None](), None
    words = picture.content.words
    notes = dict.fromkeys(words[note] for note in _notes(kinds, checklist, wish))
    for kind in kinds:
        try:
            made = render(kind, on_paper if kind == "pdf" else checklist, options)
        except InputRefusedError as error:
            refused = error
            continue
        missing.update(dict.fromkeys(made.missing))
        if not made.data:
            notes[made.note] = None
            continue
        name = f"{_stem(known, wish, own)}{_ending(kind, wish)}"
        path = os.path.join(folder, name)
        paths.append(write_export(data_folder(), visit.id, path, made.data, today))
    return Written(tuple(paths), tuple(missing), tuple(notes), refused)


def kinds_in(text: str) -> tuple[str, ...]:
    """The kinds of files that are named, each once. Raises `InputRefusedError`."""
    kinds = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    if not set(kinds) <= set(RENDERERS):
        raise InputRefusedError("error.format", formats=", ".join(RENDERERS))
    return kinds


def _notes(kinds: tuple[str, ...], checklist: Checklist, wish: Wish) -> Iterator[str]:
    if wish.reader is Reader.FORUM:
        yield "written.forum"
    if "txt" in kinds and checklist.message().flags:
        yield "written.urgent"
    if "pdf" in kinds and wish.fillable:
        yield "written.fillable"


def _stem(picture: Picture, wish: Wish, own: str) -> str:
    """The name of the files: the day, whom they are for, and whether a part is left out.

    So what is made for one reader never takes the place of what was made for another.
    """
    day = "" if wish.reader is Reader.FORUM else _day(picture)
    reader = "" if wish.reader is Reader.DOCTOR else wish.reader.value
    whose = _of(picture, own) if own else reader
    return "-".join(filter(None, ("visit", day, whose, "part" if wish.left_out else "")))


def _ending(kind: str, wish: Wish) -> str:
    """What a file's name ends with; a PDF to fill in stands beside the one to print."""
    return "-fillable.pdf" if kind == "pdf" and wish.fillable else f".{kind}"


def _of(picture: Picture, own: str) -> str:
    """What sets apart the file of one person's own copy: never a name."""
    if own == PATIENT:
        return "own-patient"
    place = (*picture.response.entries(HELPERS), own).index(own)
    return "own-caregiver" + (f"-{place + 1}" if place else "")


def _day(picture: Picture) -> str:
    """The day of the visit where it is known for sure, or else of the last answer."""
    try:
        return date.fromisoformat(day_of_visit(picture)).isoformat()
    except ValueError:
        return picture.today.isoformat()
