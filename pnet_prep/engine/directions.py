"""Words from right to left inside a line from left to right, and what stands beside them.

By themselves the two flow together: a number, a bracket or the next name behind such words is
drawn before them (UAX #9, rules W2, N1 and N2). So they are isolated from the rest of the line, as
``bdi`` would do in HTML. Where one text ends and the next begins is known by the marks between.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

# Hebrew to Arabic, and their later blocks.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LRM, _RLI, _PDI = "\u200e", "\u2067", "\u2069"
_NUMBER_OF_ITS_OWN = (
    rf"([{_RTL}](?:[^\w{_LRM}]|[\d_]){{0,40}}?)"
    rf"(?=(?<![\d.,:/–-])\d[\d.,:/–-]*\s?(?![{_RTL}])(?:[%°]|[^\W\d_]))"
)
# Words with no others and no bracket between them.
_PHRASE = rf"[{_RTL}](?:(?:[^\w{_LRM}()\[\]]|[\d_]|[{_RTL}])*[{_RTL}])?"
_FACT, _LABEL, _MARKS = " · ", ": ", ("; ", ", ")


def in_place(text: str) -> str:
    """A shown text, each part of which stays in its place, whatever stands beside it.

    Other text comes back as it is, and so does what has been through this before.
    """
    if _RLI in text or not re.search(f"[{_RTL}]", text):
        return text
    marked = re.sub(_NUMBER_OF_ITS_OWN, rf"\1{_LRM}", text)
    return _FACT.join(map(_labelled, marked.split(_FACT)))


def _labelled(text: str) -> str:
    """What stands behind a label, such as "Worst: " or "משה (son): ", is a text of its own."""
    parts = text.split(_LABEL)
    labels = list(takewhile(_is_label, parts[:-1]))
    value = _LABEL.join(parts[len(labels) :])
    return _LABEL.join(_isolated(part, *_MARKS) for part in (*labels, value))


def _is_label(text: str) -> bool:
    return "L" in map(unicodedata.bidirectional, text)


def _isolated(text: str, *marks: str) -> str:
    """What begins and ends with such words is theirs as a whole; of any other text, its parts."""
    if _is_whole(text):
        return f"{_RLI}{text}{_PDI}"
    if not marks:
        return re.sub(_PHRASE, rf"{_RLI}\g<0>{_PDI}", text)
    mark, *finer = marks
    return mark.join(_isolated(part, *finer) for part in text.split(mark))


def _is_whole(text: str) -> bool:
    strong = [kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}]
    closed = all(text.count(first) == text.count(last) for first, last in ("()", "[]"))
    return closed and bool(strong) and "L" not in {strong[0], strong[-1]}
