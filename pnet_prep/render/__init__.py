"""Checklist to bytes, one format a file, pure. ``RENDERERS`` is the one table of formats."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from pnet_prep.errors import InputRefusedError
from pnet_prep.render.rendering import Rendering, RenderOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from pnet_prep.model.checklist import Checklist

__all__ = ["RENDERERS", "RenderOptions", "Rendering", "render"]

RENDERERS = {
    "md": "pnet_prep.render.markdown",
    "pdf": "pnet_prep.render.pdf",
    "txt": "pnet_prep.render.txt",
    "html": "pnet_prep.render.html",
    "json": "pnet_prep.render.json",
    "ics": "pnet_prep.render.ics",
}
"""File ending to the module that makes it, imported only when it is asked for.

Its ``render(checklist, options)`` gives a `Rendering`: the same input, the same bytes.
"""


def render(fmt: str, checklist: Checklist, options: RenderOptions) -> Rendering:
    """The checklist as a document of the format, a key of ``RENDERERS``.

    Raises ``InputRefusedError``: ``error.format`` for another ``fmt``, ``error.no_pdf`` where this
    computer cannot make PDF files.
    """
    if fmt not in RENDERERS:
        raise InputRefusedError("error.format", formats=", ".join(RENDERERS))
    renderer: Callable[[Checklist, RenderOptions], Rendering]
    renderer = import_module(RENDERERS[fmt]).render
    return renderer(checklist, options)
