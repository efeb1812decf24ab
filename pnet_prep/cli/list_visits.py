"""``pnet-prep list``: the visits, from their heads alone."""

from __future__ import annotations

from pnet_prep.cli.choose_visit import visits
from pnet_prep.cli.pack import words
from pnet_prep.cli.telling import say_copies, title_of
from pnet_prep.engine.fill import fill
from pnet_prep.engine.text import show_line


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
            "date": show_line(listed.head.visit_date) or said["list_visits.undated"],
        }
        print(fill(said["list_visits.line"], slots))
    say_copies(said)
