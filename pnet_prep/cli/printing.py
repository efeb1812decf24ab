"""Writing the checklist of a visit to files: composed, rendered, saved privately, and logged."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from pnet_prep.engine.compose import compose
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.values import DateSaid
from pnet_prep.render import RENDERERS, RenderOptions, render
from pnet_prep.store.exports import write_export
from pnet_prep.store.folder import data_folder, documents_folder

if TYPE_CHECKING:
    from pnet_prep.cli.options import Wish
    from pnet_prep.engine.picture import Picture
    from pnet_prep.store.visit import Visit


def write(visit: Visit, picture: Picture, wish: Wish) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write every kind of file that is wished for.

    Gives the paths, and the characters that could not be printed. Raises ``PrepError``.
    """
    kinds = _kinds(wish.kinds)
    folder = wish.out or documents_folder()
    checklist = compose(picture)
    today = date.today().isoformat()  # noqa: DTZ011 - the day it is written, for the log
    options = RenderOptions(wish.paper.value, wish.print.value)
    paths, missing = [], dict[str, None]()
    for kind in kinds:
        made = render(kind, checklist, options)
        missing.update(dict.fromkeys(made.missing))
        path = os.path.join(folder, f"visit-{_stem(picture)}.{kind}")
        paths.append(write_export(data_folder(), visit.id, path, made.data, today))
    return tuple(paths), tuple(missing)


def _kinds(text: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    if not set(kinds) <= set(RENDERERS):
        raise InputRefusedError("error.format", formats=", ".join(RENDERERS))
    return kinds


def _stem(picture: Picture) -> str:
    """The day of the visit where it is known for sure, or else of the last answer."""
    answers = picture.response.at("visit.date")
    value = answers[-1].value if answers else None
    edtf = value.edtf if isinstance(value, DateSaid) and value.edtf else ""
    try:
        return date.fromisoformat(edtf).isoformat()
    except ValueError:
        return picture.today.isoformat()
