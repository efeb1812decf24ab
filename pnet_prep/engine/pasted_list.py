"""A list of medicines that was pasted or typed at once, as rows to confirm one by one.

Words stay as they were written. They are only taken apart: into rows at line ends, semicolons and
commas, and a row into name and the rest, where it is sure where the name ends. Nothing is computed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_BULLET = r"^\s*(?:[-*+•◦▪‣·–—>]+|\(?\d{1,2}[.)])\s+"
_BREAK = r"\s*[;\n]\s*"
_COMMA = r"\s*,\s+"

UNITS = (
    r"(?:mg|mcg|µg|μg|ug|g|grams?|milligrams?|micrograms?|ml|millilit(?:er|re)s?|iu|u|units?|%|"
    r"tab(?:let)?s?|cap(?:sule)?s?|pills?|drops?|puffs?|sprays?|shots?|patch(?:es)?|spoons?|"
    r"teaspoons?|tablespoons?|sachets?)"
)
"""Words that stand after the number of a dose, in small letters."""

_PRESCRIPTION = (
    r"^\s*(?:rx|prescription)\b(?:\s*(?:no|nr|number)\b)?[\s.:#]*\d(?:-?\d){4,}\b[\s.:,-]*"
    rf"(?=[^\W\d_]{{3}})(?!{UNITS}(?![^\W\d_]))"
)
"""The number that a pharmacy gave, before the name: not "Rx 50000 units"."""

_DOSE = rf"\s+(?=\d[\d.,/]*\s?{UNITS}(?![^\W\d_]))"
_WORDS = (
    r"(?:one\b|two\b|three\b|half\b|once\b|twice\b|daily\b|nightly\b|weekly\b|every\b|each\b|a "
    r"day\b|per\b|in the\b|at\b|with\b|before\b|after\b|when\b|as\b|if\b|only\b|for\b|and\b|or\b|"
    r"but\b|not\b|then\b|from\b|since\b|until\b|on\b|by\b|morning|evening|noon|night|bed)"
)
"""How the second half of an entry begins, and no name of a medicine."""

_GOES_ON = rf"(?:\d|{_WORDS})"
_SAME_ENTRY = rf"(?:\d[\d.,/]*\s?{UNITS}(?![^\W\d_])|{_WORDS})"
"""Also at the start of a line: there a number alone may begin a name, such as 5-HTP."""

_OFTEN = (
    r"(?<![^\W\d_])(?:once|twice|times|daily|nightly|weekly|monthly|hourly|every|each|per|with|"
    r"before|after|when|as needed|if needed|a (?:day|week|month)|at (?:night|noon|bedtime|lunch)|"
    r"in the|mornings?|evenings?|nights?)(?![^\W\d_])"
)
"""Words that say how often, or when, something is taken."""


class Row(NamedTuple):
    """One entry: its name, and what was written after it (empty where that is not sure)."""

    name: str
    rest: str = ""

    @property
    def words(self) -> str:
        """The whole row."""
        return f"{self.name} {self.rest}".strip()


def rows_in(text: str) -> tuple[Row, ...]:
    """The entries of a text, in order; a single one where it is no list."""
    lines: list[str] = []
    for line in re.split(_BREAK, text):
        if lines and re.match(_SAME_ENTRY, line, re.IGNORECASE):
            lines[-1] = f"{lines[-1]}; {line}"
        elif re.search(r"[^\W_]", line):
            lines.append(bare_entry(line))
    return tuple(map(row, _at_commas(lines[0]) if len(lines) == 1 else lines))


def says_how_often(dose: str) -> bool:
    """Whether a dose tells more than the amount, so that nothing about it is left to ask."""
    return re.search(_OFTEN, dose, re.IGNORECASE) is not None


def bare_entry(line: str) -> str:
    """A line without its bullet, its number or that of its prescription, and commas at its ends."""
    bare = re.sub(_BULLET, "", line)
    return re.sub(_PRESCRIPTION, "", bare, flags=re.IGNORECASE).strip(" \t,;")


def row(line: str) -> Row:
    """An entry taken apart where a dose begins, or at a comma before a number or such words."""
    for pattern in (_DOSE, rf"\s*,\s+(?={_GOES_ON})"):
        found = re.search(pattern, line, re.IGNORECASE)
        name = line[: found.start()].rstrip(" ,;:-–—") if found else ""
        if found and re.search(r"[^\W\d_]", name) and "," not in name:
            return Row(name, line[found.end() :])
    return Row(line)


def _at_commas(line: str) -> list[str]:
    """The names between commas; what goes on with the entry before stays with it."""
    pieces: list[str] = []
    for piece in re.split(_COMMA, line):
        if pieces and (re.match(_GOES_ON, piece, re.IGNORECASE) or not piece):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    return pieces
