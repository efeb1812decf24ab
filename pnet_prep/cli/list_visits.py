"""``pnet-prep list``: the visits, from their heads alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.cli.choose_visit import visits
from pnet_prep.cli.pack import words
from pnet_prep.cli.telling import say_copies, title_of
from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show_line
from pnet_prep.store.folder import saved_on

if TYPE_CHECKING:
    from pnet_prep.store.folder import Listed


def run() -> None:
    """Print a numbered line for each visit."""
    print_list(words())


def print_list(said: dict[str, str]) -> None:
    """Print the visits in the words of one language."""
    found = visits()
    if not found:
        print(said["list_visits.none"])
    for number, listed in enumerate(found, 1):
        slots = {
            "number": str(number),
            "title": title_of(listed, said),
            "date": _day(listed, said),
        }
        print(fill(said["list_visits.line"], slots))
    say_copies(said)


def _day(listed: Listed, said: dict[str, str]) -> str:
    """The day of the visit; of a locked one, when it was last saved, which helps to tell it."""
    if listed.locked and (day := saved_on(listed.path)):
        return fill(said["list_visits.saved_on"], {"day": day})
    return show_line(listed.head.visit_date) or said["list_visits.undated"]
