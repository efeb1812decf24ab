"""The checklist as a tagged PDF (PDF/UA-1, ISO 14289-1), to print or to fill in on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.errors import InputRefusedError
from pnet_prep.render.document import document
from pnet_prep.render.typeset import typeset, typeset_letters

if TYPE_CHECKING:
    from pnet_prep.model.checklist import Checklist
    from pnet_prep.render.rendering import Rendering, RenderOptions

_LARGE_TYPED, _AS_IT_FITS = 18, 0  # points of what is typed into a form


def render(checklist: Checklist, options: RenderOptions, /) -> Rendering:
    """The document and the characters it could not show.

    Raises ``InputRefusedError`` (``error.no_pdf``) where typst cannot make it on this computer.
    """
    data = document(checklist, options)
    said = _fields(data, checklist) if options.fillable else {}
    made = typeset(data)
    return made._replace(data=_with_fields(made.data, said, data)) if said else made


def _fields(data: dict[str, Any], checklist: Checklist) -> dict[str, tuple[str, ...]]:
    from pnet_prep.render.fields import name_fields

    return name_fields(data, checklist.on_screen.room)


def _with_fields(made: bytes, said: dict[str, tuple[str, ...]], data: dict[str, Any]) -> bytes:
    from pnet_prep.render.fields import typed_letters

    try:
        from pnet_prep.render.fillable import with_fields
    except ImportError as error:
        raise InputRefusedError("error.no_fillable") from error
    letters = typeset_letters(typed_letters())
    return with_fields(made, said, letters, _LARGE_TYPED if data["large"] else _AS_IT_FITS)
