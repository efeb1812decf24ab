"""Entries of lists that two people may both have made of one thing: asked, never made into one.

A name does not prove it. One medicine can be taken in two strengths, and two aunts can have one
name, so only a person can say whether two entries are one.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.outcomes import OWN_QUESTIONS
from pnet_prep.engine.voices import named
from pnet_prep.model.questionnaire import OptionsFrom, walk
from pnet_prep.model.response import HELPERS
from pnet_prep.model.values import SameAs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer


_MOST_ALIKE = 10
"""Entries of one name that a further one is compared with: somebody's file may hold any number."""


class SameName(NamedTuple):
    """A list, a name that stands in it twice, and the two entries: each from another person."""

    group: Item
    name: str
    entries: tuple[str, str]


def same_names(picture: Picture, new: Iterable[Answer]) -> tuple[SameName, ...]:
    """The names that stand twice in a list since these answers came, each once."""
    came = {answer.place for answer in new}
    questionnaire = picture.content.questionnaire
    found: dict[tuple[str, str], SameName] = {}
    for group in map(questionnaire.by_id.__getitem__, questionnaire.lists):
        if not group.items:
            continue
        naming = group.items[0].link_id
        for one in alike(picture, group):
            if not came.isdisjoint((naming, entry) for entry in one.entries):
                found.setdefault((group.link_id, one.name), one)
    return tuple(found.values())


def alike(picture: Picture, group: Item) -> Iterator[SameName]:
    """Pairs of entries with equal names that no one person gave, and of which nobody said "two".

    Questions for the doctor are none: each is told of by itself wherever it stands.
    """
    if (
        group.private
        or group.link_id in {HELPERS, OWN_QUESTIONS}
        or group.options_from is OptionsFrom.SUGGESTIONS
    ):
        return
    response, naming = picture.response, group.items[0].link_id
    apart = _said_apart(picture, group)
    first: dict[str, list[str]] = {}
    for entry in response.entries(group.link_id):
        said = [answer for answer in response.at(naming, entry) if answer.real]
        if not said:
            continue
        who = {answer.by for answer in said}
        name = picture.wording.entry(group, entry)
        before = first.setdefault(_normal(name), [])
        for other in before[:_MOST_ALIKE]:
            pair = frozenset({other, entry})
            if pair not in apart and who.isdisjoint(
                answer.by for answer in response.at(naming, other)
            ):
                yield SameName(group, picture.wording.entry(group, other), (other, entry))
        before.append(entry)


def made_one(picture: Picture, group: Item, entry: str) -> tuple[tuple[str, str], ...]:
    """The pairs of which somebody said that they are one, and that stand as one at ``entry``."""
    response = picture.response
    return tuple(
        dict.fromkeys(
            (one.entry, one.value.entry)
            for one in response.links
            if isinstance(one.value, SameAs)
            and one.value.same
            and one.item == group.link_id
            and response.stands_at(group.link_id, one.entry) == entry
            and response.stands_at(group.link_id, one.value.entry) == entry
        )
    )


def kept_apart(picture: Picture, group: Item, entry: str) -> tuple[tuple[str, str], ...]:
    """The pairs of an entry and another of its name of which somebody said that they are two."""
    response = picture.response
    name = _normal(picture.wording.entry(group, entry))
    apart = _said_apart(picture, group)
    return tuple(
        (entry, other)
        for other in response.entries(group.link_id)
        if frozenset({entry, other}) in apart
        and _normal(picture.wording.entry(group, other)) == name
    )


def told_of(picture: Picture, group: Item, entry: str) -> str:
    """What is said of an entry, in a line with whose it is: to tell it from another like it."""
    response, wording = picture.response, picture.wording
    asked = [item.link_id for item in walk(group.items) if not item.private]
    said = [one for item in asked for one in response.at(item, entry) if one.real]
    words = dict.fromkeys(filter(None, map(wording.answer, said)))
    by = said[0].by if said else ""
    return named(picture, by, wording.words["because.join"].join(words))


def _said_apart(picture: Picture, group: Item) -> frozenset[frozenset[str]]:
    """The pairs of entries of a list of which somebody said that they are two."""
    return frozenset(
        frozenset({link.entry, link.value.entry})
        for link in picture.response.links
        if isinstance(link.value, SameAs) and not link.value.same and link.item == group.link_id
    )


def _normal(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
