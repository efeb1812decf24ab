"""What a front end knows of the person's own editor: a long text goes in, and comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Edited(NamedTuple):
    """A text after the editor.

    ``word`` is the id of what to say where the text is not to be taken as the answer yet; ``left``
    that the program was told to end meanwhile.
    """

    text: str
    word: str = ""
    left: bool = False


Editor = Callable[[str], Edited]
"""Opens the editor on a text and waits until it is closed."""

NO_EDITOR = "editor.none"


def no_editor(text: str) -> Edited:
    """Where no editor can be opened, such as between pipes."""
    return Edited(text, NO_EDITOR)
