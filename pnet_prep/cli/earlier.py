"""The visits that one follows, one after the other, as far as they are here and can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.errors import PrepError

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.content import Content
    from pnet_prep.store.visit import Visit

MOST = 12
"""How many visits are looked back on; three years for somebody who is seen every three months."""


def earlier_of(visit: Visit, pack: Content) -> Picture | None:
    """The picture of the visit before, with what it left open filled from those before it.

    ``None`` without one, or where it was deleted or cannot be read, which is then said.
    """
    if not visit.head.follows:
        return None
    from pnet_prep.cli.last_answer import as_of_last_answer
    from pnet_prep.engine.earlier import filled

    picture = None
    for before in reversed(_chain(visit, pack)):
        if before.response.shown:
            told = as_of_last_answer(pack, before.response, picture)
            if picture:
                told = told.with_response(filled(told.response, picture.response, told.ready))
            picture = told
    return picture


def _chain(visit: Visit, pack: Content) -> list[Visit]:
    """The visits before, the last one first."""
    from pnet_prep.cli.telling import notices_of, say_once
    from pnet_prep.cli.unlocking import opened_visit
    from pnet_prep.engine.fill import fill
    from pnet_prep.store.folder import data_folder, visit_file

    found = [visit]
    while (follows := found[-1].head.follows) and len(found) <= MOST:
        if follows in {one.id for one in found}:
            break
        path = visit_file(data_folder(), follows)
        try:
            found.append(opened_visit(path, "unlock.earlier"))
        except PrepError as error:
            gone = error.word == "error.no_visit"
            # One that was deleted on purpose is missed only by the visit right after it.
            if not gone or len(found) == 1:
                word = "notice.earlier_gone" if gone else "notice.earlier_not_read"
                say_once(fill(pack.words[word], {"file": path}))
            break
        for text in notices_of(found[-1], pack):
            say_once(text)
    return found[1:]
