"""One file that is joined: whose visit it is, what it would bring, and what is there afterwards."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.begin_from import visit_line
from pnet_prep.engine.fill import fill
from pnet_prep.engine.joining import brought, join, same_patient
from pnet_prep.engine.picture import look
from pnet_prep.engine.wording import Wording
from pnet_prep.errors import InputRefusedError, StoreError
from pnet_prep.interview.joining import (
    LEAVE,
    LOOK,
    TAKE,
    brought_lines,
    done_lines,
    join_screen,
    read_lines,
)
from pnet_prep.model.interview import Chosen, Notice, Quit
from pnet_prep.store.failures import not_saved
from pnet_prep.store.folder import Listed, data_folder, visit_path
from pnet_prep.store.other_copies import set_apart
from pnet_prep.store.visit import new_visit, open_visit, response_in, save

if TYPE_CHECKING:
    from pnet_prep.engine.joining import Brought
    from pnet_prep.engine.picture import Picture
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.model.content import Content
    from pnet_prep.store.received import Received
    from pnet_prep.store.visit import Visit

NAME_ITEM = "person.name"
"""The question for the patient's name: by its answers, two files can be about two people."""


class Source(NamedTuple):
    """A file to join: what it is called on the screen, and its path if it is to be set apart.

    That is a copy beside the visit files, once its answers are taken in.
    """

    name: str
    copy: str = ""


def join_one(
    source: Source, found: Received, pack: Content, asks: FrontEnd, *, no_input: bool
) -> bool:
    """Join a file, or leave all as it is; false when the person leaves instead.

    Raises ``PrepError``: then nothing was changed.
    """
    here = _visit_here(found.head.visit)
    doubts = _doubts(found, here, pack)
    if doubts and no_input:
        raise InputRefusedError("error.join_asks_first", file=source.name)
    told = _state(source, found, pack.words)
    if here and found.lines.keys() <= here.lines.keys():
        _tell(asks, *told, fill(pack.words["join.nothing"], {"file": source.name}))
        _set_apart(source, pack, asks)
        return True
    visit = here or new_visit(data_folder(), visit=found.head.visit, follows=found.head.follows)
    there = response_in(found.lines)
    today = date.today()  # noqa: DTZ011 - the person's own day
    united = look(pack, join(visit.response, there), today)
    change = brought(visit.response, there)
    notices = (*doubts, *told, *brought_lines(united, change))
    if no_input:
        _tell(asks, *notices)
    else:
        match _asked(asks, united, change, notices):
            case Quit():
                _tell(asks, fill(pack.words["join.left"], {"file": source.name}))
                return False
            case chosen if chosen == LEAVE:
                _tell(asks, fill(pack.words["join.left"], {"file": source.name}))
                return True
    titles = dict(found.head.pack_titles)
    packs = {slug: titles.get(slug, slug) for slug in found.head.packs}
    save(visit.with_lines(found.lines).with_packs(packs))
    _tell(asks, *done_lines(united, change))
    _set_apart(source, pack, asks)
    return True


def _asked(
    asks: FrontEnd, united: Picture, change: Brought, notices: tuple[str, ...]
) -> str | Quit:
    """What the person chose, after reading the new answers if they wanted to."""
    words = united.content.words
    said, unread = notices, bool(change.new)
    while True:
        shown = tuple(Notice(line) for line in said)
        match asks.ask(join_screen(words, shown, look=unread)):
            case Chosen((chosen,)) if chosen == LOOK:
                said, unread = read_lines(united, change), False
            case Chosen((chosen,)) if chosen in {TAKE, LEAVE}:
                return chosen
            case Quit() as leaving:
                return leaving
            case _:
                continue


def _visit_here(visit: str) -> Visit | None:
    path = visit_path(data_folder(), visit)
    if not os.path.lexists(path):
        return None
    opened = open_visit(path)
    if opened.read_only:
        raise StoreError("error.newer_format", file=path)
    return opened


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


def _state(source: Source, found: Received, words: dict[str, str]) -> tuple[str, ...]:
    """What is amiss with the file itself."""
    slots = {"file": source.name, "count": str(found.changed)}
    changed = "join.changed_one" if found.changed == 1 else "join.changed"
    amiss = {"join.damaged": not found.whole, changed: bool(found.changed)}
    return tuple(fill(words[word], slots) for word, is_so in amiss.items() if is_so)


def _set_apart(source: Source, pack: Content, asks: FrontEnd) -> None:
    if not source.copy:
        return
    try:
        moved = set_apart(source.copy)
    except OSError as error:
        raise not_saved(error, source.copy) from error
    _tell(asks, fill(pack.words["join.set_apart"], {"file": moved}))


def _tell(asks: FrontEnd, *lines: str) -> None:
    asks.tell(tuple(Notice(line) for line in lines))
