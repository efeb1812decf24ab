"""What commands say beside their result, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.store.visit import Visit


def say_notices(visit: Visit, words: dict[str, str]) -> None:
    """What happened while the visit was opened, such as a line that had to be mended."""
    for notice in visit.notices:
        print(show(fill(words[notice.word], notice.slots)), file=sys.stderr)


def missing(characters: Iterable[str], words: dict[str, str]) -> str:
    """Which characters could not be printed; empty when all could."""
    listed = " ".join(show(character) for character in characters)
    return fill(words["print.missing"], {"characters": listed}) if listed else ""
