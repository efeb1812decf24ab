"""The symptoms a person has: those chosen from the lists, and those in own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.again import has_stopped
from pnet_prep.engine.facts import may_print, values, values_at_first
from pnet_prep.model.conditions import Leaf
from pnet_prep.model.questionnaire import Item, ItemType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture

OWN_SYMPTOMS = "symptom.own"
COLUMN = "column"


def symptoms_of(picture: Picture) -> Iterator[tuple[Item, str]]:
    """The card of each symptom that is there, and its entry (empty for one of ours), in order."""
    for card in picture.ready.cards:
        if card.link_id == OWN_SYMPTOMS:
            for entry in picture.response.entries(card.link_id):
                if not has_stopped(card, entry, picture.response):
                    yield card, entry
        elif card.when and not card.repeats and (card.link_id, "") in picture.views.active:
            yield card, ""


def worst_first(picture: Picture) -> list[tuple[Item, str]]:
    """The same, with those first to which anybody gave the largest number; in order without one."""
    return sorted(symptoms_of(picture), key=lambda one: -_worst(picture, *one))


def _worst(picture: Picture, group: Item, entry: str) -> int:
    """The largest number that may be printed of how bad a symptom is; -1 without one."""
    told = (
        answer.value
        for item in group.items
        if item.type is ItemType.SCALE_0_10 and not item.private
        for answer in picture.response.at(item.link_id, entry)
        if (item.link_id, entry) in picture.views.active
    )
    return max((value for value in told if isinstance(value, int)), default=-1)


def stopped_symptoms(picture: Picture) -> Iterator[tuple[Item, str]]:
    """The same for symptoms of an earlier visit that somebody said have stopped."""
    for card in picture.ready.cards:
        listed = picture.response.entries(card.link_id) if card.repeats else ("",)
        for entry in listed:
            over = has_stopped(card, entry, picture.response)
            if over and (entry or (card.link_id, "") not in picture.views.active):
                yield card, entry


def is_card(item: Item) -> bool:
    """Whether an item is the card of a symptom."""
    return bool(item.items) and any(child.sheet == COLUMN for child in item.items)


def told_on_cards(picture: Picture, items: Iterable[Item]) -> frozenset[str]:
    """The lists among ``items`` of which all that was chosen is told by the cards it opened.

    A list about which people differ is not among them, nor one of which nothing was chosen.
    """
    opens = {
        (item.when.item, option)
        for item in items
        if is_card(item) and isinstance(item.when, Leaf)
        if (item.link_id, "") in picture.views.active
        for option in item.when.values
    }
    lists = dict.fromkeys(one for one, _ in opens)
    return frozenset(one for one in lists if _is_told(picture, one, opens))


def _is_told(picture: Picture, name: str, opens: set[tuple[str, str]]) -> bool:
    place = (name, "")
    chosen = (one.value for one in picture.response.at(*place) if may_print(one))
    return (
        len(values(picture, place)) == 1
        and not values_at_first(picture, place)
        and all(
            isinstance(one, tuple) and opens.issuperset((name, o) for o in one) for one in chosen
        )
    )
