"""Red flags as they are said aloud: what to do, and whom to call. Never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.phone import lines
from pnet_prep.model.interview import Notice
from pnet_prep.model.rules import Level

if TYPE_CHECKING:
    from pnet_prep.engine.wording import Wording
    from pnet_prep.model.prompt_list import FiredFlag


def alarm(fired: FiredFlag, wording: Wording) -> tuple[Notice, ...]:
    """What is said when a flag turns true, and that everything is saved meanwhile."""
    flag = fired.flag
    urgent = ("emergency",) if flag.level is Level.NOW else ()
    kinds = dict.fromkeys(kind for kind in (flag.help_line, *urgent) if kind)
    numbers = [line for kind in kinds for line in lines(kind, wording)]
    said = (flag.do, *numbers, wording.words["flag.saved"])
    return tuple(Notice(text, urgent=True) for text in said)


def still(fired: FiredFlag, wording: Wording) -> tuple[Notice, ...]:
    """What is said on another day about a flag that was told before."""
    return (Notice(wording.words["flag.still"], urgent=True), *alarm(fired, wording))
