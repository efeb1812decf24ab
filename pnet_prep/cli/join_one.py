"""One visit that is joined: whose it is, what it would bring, and what is there afterwards."""

from __future__ import annotations

import os
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.begin_from import visit_line
from pnet_prep.cli.choosing import choose
from pnet_prep.cli.join_same import ask_same
from pnet_prep.cli.join_where import Nowhere, place_of
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.fill import fill, say
from pnet_prep.engine.joining import NAME_ITEM, brought, join, same_patient
from pnet_prep.engine.picture import look
from pnet_prep.engine.wording import Wording
from pnet_prep.errors import InputRefusedError, StoreError
from pnet_prep.interview.joining import (
    LOOK,
    TAKE,
    brought_lines,
    done_lines,
    form_lines,
    join_screen,
    new_alarms,
    next_lines,
    read_lines,
)
from pnet_prep.model.interview import Notice
from pnet_prep.model.response import HELPERS
from pnet_prep.store.folder import Listed, data_folder, visit_file
from pnet_prep.store.visit import new_visit, response_in, save

if TYPE_CHECKING:
    from pnet_prep.cli.join_input import Incoming
    from pnet_prep.engine.joining import Brought
    from pnet_prep.engine.picture import Picture
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.age import Key
    from pnet_prep.store.head import Head
    from pnet_prep.store.received import Received
    from pnet_prep.store.visit import Visit


class Outcome(Enum):
    """Whether all of it is in the visit now, or some of it stays outside, or the person left."""

    TAKEN = "taken"
    KEPT_OUT = "kept out"
    LEFT = "left"


class Joined(NamedTuple):
    """How it went, and the id of the visit."""

    outcome: Outcome
    visit: str = ""


def join_one(
    name: str, incoming: Incoming, pack: Content, asks: FrontEnd, *, no_input: bool
) -> Joined:
    """Join what came in a file, or leave all as it is; ``name`` is the name of the file to show.

    Raises ``PrepError``: then nothing was changed.
    """
    match _place(incoming, pack, asks, no_input=no_input):
        case Nowhere() as leaving:
            _tell(asks, fill(pack.words["join.left"], {"file": name}))
            return Joined(Outcome.LEFT if leaving.quits else Outcome.KEPT_OUT)
        case here, incoming:
            pass
    if here and here.read_only:
        raise StoreError("error.newer_format", file=here.path)
    if not incoming.found.lines and incoming.form:
        _tell(asks, fill(pack.words["join.no_answers"], {"file": name}))
        return Joined(Outcome.KEPT_OUT)
    return _join(name, incoming, here, pack, asks, no_input=no_input)


def _place(
    incoming: Incoming, pack: Content, asks: FrontEnd, *, no_input: bool
) -> tuple[Visit | None, Incoming] | Nowhere:
    """The visit that the answers go into, ``None`` for a new one, and whose they are."""
    here = _visit_here(incoming.found.head.visit)
    if incoming.form:
        from pnet_prep.cli.join_form import settled

        return settled(here, incoming, pack, asks, no_input=no_input)
    if here:
        return here, incoming
    place = place_of(incoming.found, pack.words, asks, no_input=no_input)
    return place if isinstance(place, Nowhere) else (place, incoming)


def _join(
    name: str,
    incoming: Incoming,
    here: Visit | None,
    pack: Content,
    asks: FrontEnd,
    *,
    no_input: bool,
) -> Joined:
    found, form = incoming.found, incoming.form
    doubts = _doubts(found, here, pack)
    if doubts and no_input:
        raise InputRefusedError("error.join_asks_first", file=name)
    told = _state(name, found, pack.words)
    if here and not form and here.id != found.head.visit:
        listed = visit_line(Listed("", here.head), pack.words)
        told = (*told, fill(pack.words["join.into"], {"visit": listed}))
    whole = not (form and form.unread)
    if here and found.lines.keys() <= here.lines.keys():
        _tell(asks, *told, fill(pack.words["join.nothing"], {"file": name}))
        return Joined(Outcome.TAKEN if whole else Outcome.KEPT_OUT, here.id)
    visit = here or _new_visit(found.head, incoming.key)
    there = response_in(found.lines)
    today = date.today()  # noqa: DTZ011 - the person's own day
    united = look(pack, join(visit.response, there), today)
    change = brought(visit.response, there)
    notices = (*doubts, *told, *brought_lines(united, change))
    if form:
        left = tuple((one.item, one.entry) for one in form.unread)
        notices = (*notices, *form_lines(united, left, form.not_theirs))
    if no_input:
        _tell(asks, *notices)
    else:
        chosen = _asked(asks, united, change, notices)
        if chosen != TAKE:
            _tell(asks, fill(pack.words["join.left"], {"file": name}))
            return Joined(Outcome.LEFT if chosen is None else Outcome.KEPT_OUT)
    titles = dict(found.head.pack_titles)
    packs = {slug: titles.get(slug, slug) for slug in found.head.packs}
    saved = save(visit.with_lines(found.lines).with_packs(packs))
    _tell(asks, *done_lines(united, change, asked=not no_input))
    if form:  # a form tells no signs: a visit that is shared was told them when it was answered
        asks.tell(new_alarms(united.with_response(visit.response), united))
    if not no_input:
        ask_same(saved, change.new, pack, asks)
    new = here is None and not saved.response.entries(HELPERS)
    _tell(asks, *next_lines(pack.words, change, form=bool(form), new=new))
    return Joined(Outcome.TAKEN if whole else Outcome.KEPT_OUT, visit.id)


def _asked(
    asks: FrontEnd, united: Picture, change: Brought, notices: tuple[str, ...]
) -> str | None:
    """What the person chose, after reading the new answers if they wanted to; `None` to leave."""
    words = united.content.words
    chosen = choose(asks, join_screen(words, notices, look=bool(change.new)))
    if chosen == LOOK:
        chosen = choose(asks, join_screen(words, read_lines(united, change), look=False))
    return chosen


def _new_visit(head: Head, key: Key | None) -> Visit:
    return new_visit(data_folder(), visit=head.visit, follows=head.follows, key=key)


def _visit_here(visit: str) -> Visit | None:
    path = visit_file(data_folder(), visit)
    return opened_visit(path) if os.path.lexists(path) else None


def _doubts(found: Received, here: Visit | None, pack: Content) -> tuple[str, ...]:
    """Why a file may not belong to what is here: a visit that is not, or another patient's name."""
    if here is None:
        listed = visit_line(Listed("", found.head), pack.words)
        return (fill(pack.words["join.new_visit"], {"visit": listed}),)
    there = response_in(found.lines)
    if same_patient(here.response, there, NAME_ITEM):
        return ()
    names = {
        "here": Wording(pack, here.response).patient(),
        "there": Wording(pack, there).patient(),
    }
    return (fill(pack.words["join.other_patient"], names),)


def _state(name: str, found: Received, words: dict[str, str]) -> tuple[str, ...]:
    """What is amiss with the file itself."""
    slots = {"file": name, "count": str(found.changed)}
    amiss = {"join.damaged": not found.whole, "join.changed": bool(found.changed)}
    return tuple(say(words, word, slots) for word, is_so in amiss.items() if is_so)


def _tell(asks: FrontEnd, *lines: str) -> None:
    asks.tell(tuple(Notice(line) for line in lines))
