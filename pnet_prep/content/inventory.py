"""``inventory.txt``: the points that the content has to cover, which every ``covers`` names."""

from __future__ import annotations

from typing import NamedTuple

INVENTORY = "inventory.txt"
GROUP = "## "


class Point(NamedTuple):
    """One point: its id, what it is about, the group it stands in, and its line from 1."""

    id: str
    about: str
    group: str
    line: int


def read_inventory(text: str) -> tuple[Point, ...]:
    """The points in file order: an id and a few words a line, groups after ``##``."""
    found: list[Point] = []
    group = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(GROUP):
            group = line.removeprefix(GROUP).strip()
        elif line.strip() and not line.startswith("#"):
            name, _, about = line.strip().partition(" ")
            found.append(Point(name, about.strip(), group, number))
    return tuple(found)
