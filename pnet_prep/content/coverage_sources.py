"""For each source: what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.coverage_text import cell, ids, row, starred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.content import Content

KINDS = ("asked", "question for the doctor", "sign", "prepared", "explained", "names")


def source_lines(content: Content) -> Iterator[str]:
    """A source a row, in the order of ``sources.yaml``."""
    resting: dict[str, tuple[dict[str, None], ...]] = {}
    for column, name, sources in _resting(content):
        for source in sources:
            resting.setdefault(source, tuple({} for _ in KINDS))[column][name] = None
    heads = ("source", "title", *KINDS)
    yield from ("", "## Sources", "", row(heads), row("---" for _ in heads))
    for one in content.sources:
        held = resting.get(one.id)
        cells = map(ids, held) if held else ("**nothing**", *("" for _ in KINDS[1:]))
        yield row((f"`{one.id}`", cell(one.title), *cells))


def _resting(content: Content) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    star = starred(content.questionnaire)
    for link_id, item in content.questionnaire.by_id.items():
        yield 0, star(link_id), item.sources
    for column, held in enumerate(content.sourced.values(), 1):
        yield from ((column, one.id, one.provenance.sources) for one in held)
    for words in content.word_lists.values():
        yield from ((len(KINDS) - 1, one.id, one.sources) for one in words.classes)
    yield from ((len(KINDS) - 1, one.id, one.sources) for one in content.places)
