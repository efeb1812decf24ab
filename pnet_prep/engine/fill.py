"""Filling in the slots of a sentence, in the form that fits a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OR = " | "
"""Stands between the forms of a sentence: "1 day", "2 days"."""

FORMS = "count.forms"
"""The word that says which numbers take each form but the last, in this language."""


def fill(pattern: str, slots: Mapping[str, str]) -> str:
    """``pattern`` with each ``{slot}`` filled once; what was filled in is never read again."""
    parts = pattern.split("{")
    out = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        out.append(slots[name] + rest if closed and name in slots else "{" + part)
    return "".join(out)


def say(words: Mapping[str, str], word: str, slots: Mapping[str, str]) -> str:
    """A sentence of ``words.yaml`` with its slots filled; of several forms the one that fits."""
    pattern = words[word]
    if OR in pattern:
        pattern = form(pattern, slots.get("count") or slots.get("minutes", ""), words[FORMS])
    return fill(pattern, slots)


def form(pattern: str, number: str, forms: str) -> str:
    """The form of ``pattern`` for a number; the last one where ``forms`` has no place for it.

    Each part of ``forms`` lists numbers: "1" alone, "*1" all that end so, "-*11" none of those.
    """
    found = pattern.split(OR)
    for one, numbers in zip(found, forms.split("|"), strict=False):
        listed = numbers.split()
        wanted = any(_is(number, some) for some in listed if some[0] != "-")
        if wanted and not any(_is(number, some[1:]) for some in listed if some[0] == "-"):
            return one
    return found[-1]


def _is(number: str, listed: str) -> bool:
    return number.endswith(listed[1:]) if listed[:1] == "*" else number == listed
