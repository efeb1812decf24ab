"""How a question of the form is worded: for the patient, for who helps, or for both.

Where nobody knows yet who answers, the page holds the words for the patient, and beside those that
differ the words for a caregiver.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pnet_prep.model.form import FormList, FormNote, FormQuestion

_ASKED = re.compile(r"[?\u061f\uff1f](?=\s|$)")


class Piece(NamedTuple):
    """Some words; ``about`` are those for a caregiver in their place, where they differ."""

    text: str
    about: str | None = None


def worded(one: FormQuestion | FormNote | FormList, who: str) -> tuple[list[Piece], list[Piece]]:
    """What is asked, and what is said after it of how to answer.

    ``who`` is who answers, as in ``For``.
    """
    text = one.about if one.about and who == "caregiver" else one.text
    about = one.about if one.about and not who else text
    asked, beside = zip(_parted(text), _parted(about), strict=True)
    return _pieces(*asked), _pieces(*beside)


def _parted(text: str) -> tuple[str, str]:
    ends = [found.end() for found in _ASKED.finditer(text)] or [len(text)]
    return text[: ends[-1]], text[ends[-1] :].strip()


def _pieces(text: str, about: str) -> list[Piece]:
    """The text in pieces: what both wordings begin and end with stands there once."""
    if text == about:
        return [Piece(text)] if text else []
    own, other = text.split(), about.split()
    head = _same(own, other)
    tail = _same(own[head:][::-1], other[head:][::-1])
    ends = len(own) - tail, len(other) - tail
    pieces = (
        Piece("".join(f"{word} " for word in own[:head])),
        Piece(" ".join(own[head : ends[0]]), " ".join(other[head : ends[1]])),
        Piece("".join(f" {word}" for word in own[ends[0] :])),
    )
    return [one for one in pieces if one.text or one.about]


def _same(words: list[str], others: list[str]) -> int:
    """How many words they begin with in common."""
    pairs = zip(words, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
