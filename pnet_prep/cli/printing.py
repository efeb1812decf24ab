"""Writing the checklist of a visit to files: composed, rendered, saved privately, and logged."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from pnet_prep.engine.compose import compose
from pnet_prep.engine.personal import NOBODY
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.response import HELPERS, PATIENT
from pnet_prep.model.values import DateSaid
from pnet_prep.render import RENDERERS, RenderOptions, render
from pnet_prep.store.exports import write_export
from pnet_prep.store.folder import data_folder, documents_folder

if TYPE_CHECKING:
    from pnet_prep.cli.options import Wish
    from pnet_prep.engine.picture import Picture
    from pnet_prep.store.visit import Visit


def write(
    visit: Visit, picture: Picture, wish: Wish, reader: str = NOBODY
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write every kind of file that is wished for; for a ``reader`` a copy of their own.

    Gives the paths, and the characters that could not be printed. Raises ``PrepError``.
    """
    kinds = _kinds(wish.kinds)
    folder = wish.out or documents_folder()
    checklist = compose(picture, reader)
    today = date.today().isoformat()  # noqa: DTZ011 - the day it is written, for the log
    options = RenderOptions(wish.paper.value, wish.print.value)
    paths, missing = [], dict[str, None]()
    for kind in kinds:
        made = render(kind, checklist, options)
        missing.update(dict.fromkeys(made.missing))
        path = os.path.join(folder, f"visit-{_stem(picture)}{_of(picture, reader)}.{kind}")
        paths.append(write_export(data_folder(), visit.id, path, made.data, today))
    return tuple(paths), tuple(missing)


def _kinds(text: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    if not set(kinds) <= set(RENDERERS):
        raise InputRefusedError("error.format", formats=", ".join(RENDERERS))
    return kinds


def _of(picture: Picture, reader: str) -> str:
    """What sets apart the file of one person's own copy: never a name."""
    if not reader:
        return ""
    if reader == PATIENT:
        return "-own-patient"
    place = (*picture.response.entries(HELPERS), reader).index(reader)
    return "-own-caregiver" + (f"-{place + 1}" if place else "")


def _stem(picture: Picture) -> str:
    """The day of the visit where it is known for sure, or else of the last answer."""
    answers = picture.response.at("visit.date")
    value = answers[-1].value if answers else None
    edtf = value.edtf if isinstance(value, DateSaid) and value.edtf else ""
    try:
        return date.fromisoformat(edtf).isoformat()
    except ValueError:
        return picture.today.isoformat()
