"""Filling in the slots of a sentence."""

from __future__ import annotations


def fill(pattern: str, slots: dict[str, str]) -> str:
    """``pattern`` with each ``{slot}`` filled once; what was filled in is never read again."""
    parts = pattern.split("{")
    out = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        out.append(slots[name] + rest if closed and name in slots else "{" + part)
    return "".join(out)
