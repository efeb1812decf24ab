"""How long questions take: a rule by kind, where the content does not say. Our own estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.model.questionnaire import ItemType

if TYPE_CHECKING:
    from pnet_prep.model.questionnaire import Item

SECONDS = {
    ItemType.CHOICE: 8,
    ItemType.CHOICES: 12,
    ItemType.OPEN_CHOICE: 8,
    ItemType.YES_NO_UNSURE: 6,
    ItemType.TEXT: 20,
    ItemType.LONG_TEXT: 30,
    ItemType.DATE: 12,
    ItemType.SCALE_0_10: 8,
    ItemType.QUANTITY: 12,
    ItemType.INTEGER: 8,
    ItemType.GROUP: 8,
    ItemType.DISPLAY: 5,
}
"""Seconds for each kind; a group is the screen of a list, without what is then named there."""

QUESTION, LINE = 4, 1
"""Seconds for lines of which several may fit: for the question, and for reading each line."""


def seconds_of(item: Item) -> int:
    """The seconds a person needs; ``questions/README.md`` says the rule in words."""
    lines = len(item.options) if item.type is ItemType.CHOICES else 0
    return item.seconds or (QUESTION + LINE * lines if lines else SECONDS[item.type])
