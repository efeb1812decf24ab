"""Checklist to bytes, one format a file, pure. ``RENDERERS`` is the one table of formats."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from pnet_prep.errors import InputRefusedError
from pnet_prep.render.rendering import Rendering, RenderOptions

if TYPE_CHECKING:
    from pnet_prep.model.checklist import Checklist
    from pnet_prep.render.rendering import Renderer

__all__ = ["RENDERERS", "RenderOptions", "Rendering", "render"]

RENDERERS = {
    "md": "pnet_prep.render.markdown",
    "pdf": "pnet_prep.render.pdf",
}
"""File ending to the module whose ``render`` makes it, imported only when it is asked for."""


def render(fmt: str, checklist: Checklist, options: RenderOptions) -> Rendering:
    """The checklist as a document of the format, a key of ``RENDERERS``.

    Raises ``InputRefusedError``: ``error.format`` for another ``fmt``, ``error.no_pdf`` where this
    computer cannot make PDF files.
    """
    if fmt not in RENDERERS:
        raise InputRefusedError("error.format", formats=", ".join(RENDERERS))
    renderer: Renderer = import_module(RENDERERS[fmt]).render
    return renderer(checklist, options)
