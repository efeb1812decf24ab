"""Which visit a command is about: a number from the list, a date, or the only one there is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pnet_prep.errors import InputRefusedError
from pnet_prep.store.failures import not_read
from pnet_prep.store.folder import data_folder, list_visits, visits_folder

if TYPE_CHECKING:
    from pnet_prep.store.folder import Listed


def chosen_visit(named: str) -> Listed:
    """The visit meant by ``named`` (empty: the only one).

    Raises ``InputRefusedError`` where none or several fit.
    """
    found = visits()
    if not found:
        raise InputRefusedError("error.no_visits")
    if not named:
        if len(found) == 1:
            return found[0]
        command = "".join(sys.argv[1:2])
        raise InputRefusedError("error.which_visit", count=str(len(found)), command=command)
    return matching(found, named)


def visits() -> tuple[Listed, ...]:
    """The visits of this person, in the order of the list. Raises ``StoreError``."""
    data = data_folder()
    try:
        return list_visits(data)
    except OSError as error:
        raise not_read(error, visits_folder(data)) from error


def matching(found: tuple[Listed, ...], named: str) -> Listed:
    """The visit with this number in the list, or this date (ISO 8601)."""
    if named.isdecimal() and 1 <= int(named) <= len(found):
        return found[int(named) - 1]
    dated = [listed for listed in found if listed.head.visit_date == named]
    if len(dated) != 1:
        raise InputRefusedError("error.no_such_visit")
    return dated[0]
