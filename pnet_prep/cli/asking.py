"""An interview on a visit file: the clock, fresh ids and saving, handed to the pure loop."""

from __future__ import annotations

import gc
import sys
import time
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.earlier import earlier_of
from pnet_prep.cli.leaving import undisturbed
from pnet_prep.cli.no_core import leave_no_core
from pnet_prep.engine.fill import say
from pnet_prep.engine.picture import look
from pnet_prep.errors import StoreError
from pnet_prep.interview.parts import more_to_tell
from pnet_prep.interview.session import begin, converse
from pnet_prep.interview.state import Mode
from pnet_prep.model.interview import Ask, Notice, Quit, Screen
from pnet_prep.model.response import Moment
from pnet_prep.store.ids import fresh_id
from pnet_prep.store.visit import save

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import Answer
    from pnet_prep.store.visit import Visit

_MS = 1_000_000
_CAN_BE_MENDED = frozenset(
    f"error.{why}" for why in ("no_room", "may_not_write", "no_folder", "file_held", "not_saved")
)


class Asked(NamedTuple):
    """A visit after an interview, and who wants a copy with what they wrote for themselves."""

    visit: Visit
    copy_for: str = ""


def ask_on(
    visit: Visit,
    pack: Content,
    asks: FrontEnd,
    answering: str,
    *,
    quick: bool = False,
    command: str = "",
    at: Mode = Mode.PARTS,
) -> Asked | None:
    """Ask until all is done; ``None`` when the person left, with everything saved.

    ``command`` is what asks, where it is not ``start``; ``at`` is where a visit is opened.
    """
    held = visit
    leave_no_core()
    # What is loaded by now stays to the end: to look through it for waste would delay the prompt.
    gc.freeze()
    gc.enable()

    def keep(new: tuple[Answer, ...]) -> None:
        nonlocal held
        known = len(held.notices)
        held = _saved(held.with_answers(new), pack, asks)
        if told := held.notices[known:]:
            asks.tell(tuple(Notice(say(pack.words, n.word, n.slots)) for n in told))

    today = date.today()  # noqa: DTZ011 - the person's own day
    picture = look(pack, visit.response, today, earlier_of(visit, pack))
    state = begin(picture, answering=answering, moment=_now(), quick=quick, command=command, at=at)
    with undisturbed():  # the front end heeds signals while it waits, and nobody else does
        state = converse(state, asks, _now, keep)
    if quick and not state.left and (more := more_to_tell(state)):
        asks.tell(more)
    return None if state.left else Asked(held, state.copy_for)


def _saved(visit: Visit, pack: Content, asks: FrontEnd) -> Visit:
    """The visit as it is on the disk.

    Somebody at a terminal can make room, or close what holds the file, and try again: their last
    answer is nowhere else. Raises `StoreError` where nobody can, or they leave.
    """
    while True:
        try:
            return save(visit)
        except StoreError as error:
            if error.word not in _CAN_BE_MENDED or not (sys.stdin and sys.stdin.isatty()):
                raise
            why = Notice(say(pack.words, error.word, error.slots), urgent=True)
            again = pack.words["save.again"]
            failed = Screen(Ask.NOTHING, again, notices=(why,), can_go_back=False)
            if isinstance(asks.ask(failed), Quit):
                raise


def _now() -> Moment:
    today = date.today().isoformat()  # noqa: DTZ011 - the person's own day
    return Moment(time.time_ns() // _MS, today, fresh_id() + fresh_id())
