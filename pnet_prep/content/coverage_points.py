"""For each point of the inventory: where it is asked, paired, prepared, explained, warned of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.coverage_text import cell, ids, row, starred
from pnet_prep.engine.uses import uses_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pnet_prep.content.inventory import Point
    from pnet_prep.engine.uses import Use
    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Item

HEADS = (
    "point",
    "about",
    "asked",
    "question for the doctor",
    "sign",
    "prepared",
    "explained",
    "raised by its answers",
)
RAISED = len(HEADS) - 3
"""The place of the last column among those that say where a point is."""

Places = dict[str, tuple[list[str], ...]]
"""By point: what covers it, a list for each head from ``asked`` on."""


def point_lines(content: Content, points: Iterable[Point]) -> Iterator[str]:
    """A table a group, a point a row; a point that nothing covers says so."""
    places = places_of(content)
    yield from ("", "## Points")
    group = None
    for point in points:
        if point.group != group:
            group = point.group
            yield from ("", f"### {group}", "", row(HEADS), row("---" for _ in HEADS))
        held = places.get(point.id)
        cells = map(ids, held) if held else ("**nothing**", *("" for _ in HEADS[3:]))
        yield row((point.id, cell(point.about), *cells))


def places_of(content: Content) -> Places:
    """What covers each point, in the order of the content."""
    found: Places = {}
    for column, (name, covers) in _covering(content):
        for point in covers:
            held = found.setdefault(point, tuple([] for _ in HEADS[2:]))[column]
            if name not in held:
                held.append(name)
    return found


def _covering(content: Content) -> Iterator[tuple[int, tuple[str, tuple[str, ...]]]]:
    star, uses = starred(content.questionnaire), uses_of(content)
    for link_id, item in content.questionnaire.by_id.items():
        yield 0, (star(link_id), item.covers)
        yield from ((0, (f"{star(link_id)}: {one.id}", one.covers)) for one in item.options)
        yield from _raised(item, uses.get(link_id, {}))
    for column, held in enumerate(content.sourced.values(), 1):
        yield from ((column, (one.id, one.provenance.covers)) for one in held)


def _raised(
    item: Item, uses: Mapping[str, Iterable[Use]]
) -> Iterator[tuple[int, tuple[str, tuple[str, ...]]]]:
    """Questions and signs that look at an answer about a point; a list of many points says none."""
    for answer, found in uses.items():
        option = item.option(answer)
        covers = option.covers if option else () if item.options else item.covers
        yield from ((RAISED, (use.id, covers)) for use in found if use.kind in {"rule", "red_flag"})
