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


class Keeper(NamedTuple):
    """Where a text waits that is too long for an answer: the terminal may close meanwhile.

    ``keep`` gives the path of a private file with it, empty where there is none; ``drop`` deletes
    that file.
    """

    keep: Callable[[str], str]
    drop: Callable[[str], None]


NOWHERE = Keeper(lambda _: "", lambda _: None)

NO_EDITOR = "editor.none"


def no_editor(text: str) -> Edited:
    """Where no editor can be opened, such as between pipes."""
    return Edited(text, NO_EDITOR)
