"""What commands say beside their result, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show
from pnet_prep.model.interview import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.store.visit import Visit


def say_notices(visit: Visit, words: dict[str, str]) -> None:
    """What happened while the visit was opened, such as a line that had to be mended."""
    for notice in visit.notices:
        print(fill(words[notice.word], dict(notice.slots)), file=sys.stderr)


def missing_notice(characters: Iterable[str], words: dict[str, str]) -> tuple[Notice, ...]:
    """Which characters could not be printed, if there were any."""
    listed = " ".join(show(character) for character in characters)
    slots = {"characters": listed}
    return (Notice(fill(words["print.missing"], slots), urgent=True),) if listed else ()
