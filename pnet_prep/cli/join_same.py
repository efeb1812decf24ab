"""After joining: whether two entries that came from two people are one, asked of who is there."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

from pnet_prep.cli.choosing import choose
from pnet_prep.engine.picture import look
from pnet_prep.engine.record import link
from pnet_prep.engine.same_names import same_names
from pnet_prep.interview.same_screens import NO, YES, same_screen, who_says_screen
from pnet_prep.model.interview import Notice
from pnet_prep.model.response import Moment
from pnet_prep.store.ids import fresh_id
from pnet_prep.store.visit import save

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.model.response import Answer
    from pnet_prep.store.visit import Visit

_MS = 1_000_000


def ask_same(visit: Visit, new: Iterable[Answer], pack: Content, asks: FrontEnd) -> None:
    """Ask of each name that stands twice since the new answers came, and save each answer."""
    today = date.today()  # noqa: DTZ011 - the person's own day
    picture = look(pack, visit.response, today)
    came, who = tuple(new), ""
    asked: set[tuple[str, str]] = set()
    while left := [one for one in same_names(picture, came) if one.entries not in asked]:
        asked.add(left[0].entries)
        said = choose(asks, same_screen(picture, left[0])._replace(can_go_back=False))
        if said is None:
            return  # what was joined is saved already
        if said not in {YES, NO}:
            continue
        who = who or choose(asks, who_says_screen(picture)._replace(can_go_back=False)) or ""
        if not who:
            return
        made = link(
            visit.response,
            group=left[0].group.link_id,
            entries=left[0].entries,
            same=said == YES,
            by=who,
            typed=who,
            moment=Moment(time.time_ns() // _MS, today.isoformat(), fresh_id() + fresh_id()),
        )
        visit = save(visit.with_answers([made] if made else []))
        picture = picture.with_response(visit.response)
        asks.tell((Notice(pack.words["same.one" if said == YES else "same.two"]),))
