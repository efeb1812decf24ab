"""Gentle hints on how a dose is written. They never block, and nothing is changed.

The signs are those of the list of error-prone abbreviations of the Institute for Safe Medication
Practices (ISMP).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pnet_prep.engine.pasted_list import UNITS
from pnet_prep.model.questionnaire import ItemType, Recognise

if TYPE_CHECKING:
    from pnet_prep.model.questionnaire import Item

_SHORT = r"\d\s?(?:iu|u)(?![^\W\d_])|(?<![^\W\d_])iu(?![^\W\d_])"
_MICRO = r"[µμ]g"
_ZERO = r"\d\.0(?!\d)"
_COUNTED = rf"\d[\d.,/]*\s?(?:{UNITS}|x|times?|hours?|days?|weeks?|months?)(?![^\W\d_])"


def dose_item(group: Item) -> Item | None:
    """In a list of medicines the text after the name: how much and how often."""
    texts = (i for i in group.items[1:] if i.type is ItemType.TEXT and i.sheet == "line")
    return (
        next(texts, None)
        if group.repeats and group.items[0].recognise is Recognise.MEDICINES
        else None
    )


def hints(dose: str) -> tuple[str, ...]:
    """Ids of what to say of a dose: units in short, a micro sign, a zero, a number alone."""
    text = dose.casefold()
    signs = {
        "dose.hint.units": re.search(_SHORT, text),
        "dose.hint.micro": re.search(_MICRO, text),
        "dose.hint.zero": re.search(_ZERO, text),
        "dose.hint.number": re.search(r"(?<![^\W_])\d", text) and not re.search(_COUNTED, text),
    }
    return tuple(word for word, found in signs.items() if found)
