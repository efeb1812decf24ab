"""Entries of lists that two people may both have made of one thing: told, never made into one.

A name does not prove it. One medicine can be taken in two strengths, and two aunts can have one
name, so only a person can say whether two entries are one.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.model.response import HELPERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer


class SameName(NamedTuple):
    """A list, and a name that stands in it twice: once from one person, once from another."""

    group: Item
    name: str


def same_names(picture: Picture, new: Iterable[Answer]) -> tuple[SameName, ...]:
    """The names that stand twice in a list since these answers came, each once."""
    came = {answer.place for answer in new}
    questionnaire = picture.content.questionnaire
    found: dict[SameName, None] = {}
    for link_id in questionnaire.lists:
        group = questionnaire.by_id[link_id]
        if group.items and not group.private and link_id != HELPERS:
            naming = group.items[0].link_id
            for one, other in _alike(picture, group):
                if not came.isdisjoint({(naming, one), (naming, other)}):
                    found[SameName(group, picture.wording.entry(group, one))] = None
    return tuple(found)


def _alike(picture: Picture, group: Item) -> Iterator[tuple[str, str]]:
    """Pairs of entries with equal names that no one person gave."""
    naming = group.items[0].link_id
    first: dict[str, list[str]] = {}
    for entry in picture.response.entries(group.link_id):
        said = [answer for answer in picture.response.at(naming, entry) if answer.real]
        if not said:
            continue
        who = {answer.by for answer in said}
        before = first.setdefault(_normal(picture.wording.entry(group, entry)), [])
        for other in before:
            if who.isdisjoint(answer.by for answer in picture.response.at(naming, other)):
                yield other, entry
        before.append(entry)


def _normal(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
