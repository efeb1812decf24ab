"""What every format takes and gives."""

from __future__ import annotations

from typing import Literal

from pnet_prep.model.fixed import Fixed


class RenderOptions(Fixed):
    """How to print, for formats that have pages. Large print is 18 points throughout.

    For a calendar: the id of the visit, and whether the doctor and the place are named in it.
    ``fillable``: a PDF's tick boxes and lines can be filled in on a screen.
    """

    paper: Literal["a4", "letter"] = "a4"
    print: Literal["normal", "large"] = "normal"
    visit: str = ""
    names: bool = False
    fillable: bool = False


class Rendering(Fixed):
    """A finished document.

    ``missing`` holds what this computer has no letters for, in order of code points; a white
    square stands in its place, and the person must be told. Without ``data`` there is no file, and
    ``note`` says why.
    """

    data: bytes
    missing: tuple[str, ...] = ()
    note: str = ""
