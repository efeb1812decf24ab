"""Red flags as they are said aloud: what to do, and whom to call. Never what may be behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.phone import lines
from pnet_prep.engine.reasons import told
from pnet_prep.model.interview import Notice
from pnet_prep.model.rules import Level, PrintFlag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pnet_prep.engine.wording import Wording
    from pnet_prep.model.prompt_list import FiredFlag
    from pnet_prep.model.rules import RedFlag


def alarm(fired: FiredFlag, wording: Wording) -> tuple[Notice, ...]:
    """What is said when a flag turns true, and that everything is saved meanwhile."""
    return _urgent(fired.flag.do, *_calls([fired.flag], wording), wording.words["flag.saved"])


def still(fired: Sequence[FiredFlag], wording: Wording) -> tuple[Notice, ...]:
    """What is said on another day about flags that were told before: each one, then whom to call.

    A flag that only its owner puts on paper is not named: somebody else may look at the screen.
    """
    if not fired:
        return ()
    said = [text for one in fired for text in (_told(one, wording), one.flag.do)]
    calls = _calls([one.flag for one in fired], wording)
    return _urgent(*said, *calls, wording.words["flag.saved"])


def _told(fired: FiredFlag, wording: Wording) -> str:
    said = told(fired.reasons, wording)
    if not said or fired.flag.print is PrintFlag.ASK:
        return wording.words["flag.still"]
    day = max(answer.on for answer in fired.answers)
    return wording.say("flag.told", said=said, day=wording.day(day))


def _calls(flags: Iterable[RedFlag], wording: Wording) -> list[str]:
    """The numbers to call, each once."""
    kinds: dict[str, None] = {}
    for flag in flags:
        urgent = ("emergency",) if flag.level is Level.NOW else ()
        kinds.update(dict.fromkeys(kind for kind in (flag.help_line, *urgent) if kind))
    return [line for kind in kinds for line in lines(kind, wording)]


def _urgent(*texts: str) -> tuple[Notice, ...]:
    return tuple(Notice(text, urgent=True) for text in texts)
