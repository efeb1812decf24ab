"""What a new visit begins from: the last one, another one, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.cli.choosing import choose
from pnet_prep.cli.telling import title_of
from pnet_prep.cli.unlocking import opened_visit
from pnet_prep.engine.date_saying import say_date, saying
from pnet_prep.engine.fill import fill
from pnet_prep.model.interview import Ask, Back, Choice, Screen
from pnet_prep.store.folder import data_folder, saved_on
from pnet_prep.store.visit import new_visit

if TYPE_CHECKING:
    from pnet_prep.interview.front_end import FrontEnd
    from pnet_prep.store.folder import Listed
    from pnet_prep.store.visit import Visit

YES, NO, ANOTHER = "yes", "no", "another"
SHOWN = 8
"""How many visits are offered; others are reached by their number in the list."""


def begin_from(
    found: tuple[Listed, ...], words: dict[str, str], asks: FrontEnd
) -> Visit | Back | None:
    """A new visit, following one of those in ``found`` if the person wants that.

    ``Back`` where they go back, ``None`` where they leave. Nothing is written yet.
    """
    last = _latest(found)
    ways = {
        YES: "begin.yes",
        **({ANOTHER: "begin.another"} if len(found) > 1 else {}),
        NO: "begin.no",
    }
    first = Screen(
        ask=Ask.ONE,
        text=fill(
            words["begin.dated" if last.head.visit_date else "begin.undated"],
            {"day": _day(last, words), "title": title_of(last, words)},
        ),
        choices=tuple(Choice(name, words[word]) for name, word in ways.items()),
        help=words["begin.help"],
    )
    which = Screen(
        ask=Ask.ONE,
        text=words["begin.which"],
        choices=visit_choices(found, words),
    )
    while way := choose(asks, first):
        if way == YES:
            return visit_after(last)
        if way == NO:
            return new_visit(data_folder())
        path = choose(asks, which)
        if path is None:
            return None
        if path:
            return visit_after(next(one for one in found if one.path == path))
    return None if way is None else Back()


def visit_after(before: Listed, visit: str = "") -> Visit:
    """A new visit that follows another; locked like that one, for it takes over from it.

    ``visit`` is its id, where it is not to be a new one.
    """
    key = opened_visit(before.path).key if before.locked else None
    return new_visit(data_folder(), visit=visit, follows=before.head.visit, key=key)


def visit_choices(found: tuple[Listed, ...], words: dict[str, str]) -> tuple[Choice, ...]:
    """The first visits of a list, by their paths, to choose one of."""
    return tuple(Choice(one.path, visit_line(one, words)) for one in found[:SHOWN])


def visit_line(listed: Listed, words: dict[str, str]) -> str:
    """A visit as it stands in a list: whom it is with, and the day in words."""
    slots = {"title": title_of(listed, words), "date": _day(listed, words)}
    return fill(words["pick.visit"], slots)


def _latest(found: tuple[Listed, ...]) -> Listed:
    """The visit with the latest date; where none has one, the first of the list."""
    return max(found, key=lambda one: one.head.visit_date)


def _day(listed: Listed, words: dict[str, str]) -> str:
    if listed.locked and (day := saved_on(listed.path)):
        return fill(words["list_visits.saved_on"], {"day": say_date(day)})
    if listed.head.day:
        return say_date(listed.head.day, saying(words))
    return listed.head.visit_date or words["list_visits.undated"]
