"""What every format takes and gives."""

from __future__ import annotations

from typing import Literal, NamedTuple


class RenderOptions(NamedTuple):
    """How to print, for formats that have pages. Large print is 18 points throughout."""

    paper: Literal["a4", "letter"] = "a4"
    print: Literal["normal", "large"] = "normal"


class Rendering(NamedTuple):
    """A finished document.

    ``missing`` holds what this computer has no letters for, in order of code points; a white
    square stands in its place, and the person must be told.
    """

    data: bytes
    missing: tuple[str, ...] = ()
