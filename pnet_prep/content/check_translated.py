"""Whether a translated text can stand where the English stands: what must be the same is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.content.report import Report, did_you_mean
from pnet_prep.content.shapes import SHAPES
from pnet_prep.content.validate import validate
from pnet_prep.digest import sha256
from pnet_prep.engine.text import show

if TYPE_CHECKING:
    from pnet_prep.content.nodes import Node
    from pnet_prep.content.texts import Text

_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}\Z")
"""A BCP 47 tag, as far as a browser and a PDF need it."""

COMMANDS = (
    *("start", "review", "show", "rehearse", "after", "list", "export"),
    *("share", "join", "form", "where", "forget", "doctor", "protect", "unprotect", "check"),
)
"""What is typed after the name of the program; ``cli`` has the same names."""

_PROGRAM = rf"pnet-prep(?: (?:{'|'.join(COMMANDS)})\b)?"
_KEPT = re.compile(rf"\{{\w+\}}|(?<!\w)/[a-z]+|(?<!\w)--[a-z-]+|{_PROGRAM}")
"""What the program fills in, and what people type letter by letter."""

LONGEST_NAME = 120
"""Letters of who has read a translation: it is printed."""

_NUMBER = re.compile(r"\d+")
_PHONES = "places.yaml"
_KEYS = SHAPES["translated text"]


class Translated(NamedTuple):
    """A text and what a translation has for it: the hash it was made from, the words, a note.

    They are ``None`` where there is nothing, and ``now`` has no words where they are not yet
    written.
    """

    text: Text
    of: Node | None = None
    now: Node | None = None
    note: Node | None = None

    @property
    def stale(self) -> bool:
        """Whether it was made from other English words than are there now."""
        return self.of is not None and self.of.value != mark(self.text)

    @property
    def begun(self) -> bool:
        """Whether there are words for it, be they of a text that has changed since."""
        return self.now is not None and bool(self.now.value)

    @property
    def done(self) -> bool:
        """Whether it says the text in the other language, as it is now."""
        return self.begun and not self.stale


def mark(text: Text) -> str:
    """The hash that names the English words of a text: the first six hex digits of its SHA-256."""
    said = text.said
    return sha256(("\n".join(said) if isinstance(said, list) else said).encode()).hexdigest()[:6]


def check_head(head: Node, report: Report) -> None:
    """Check ``pack.yaml`` of a translation."""
    validate(head, "translation", report)
    if head.get("language") and not _TAG.match(head.text("language")):
        text = 'this has to be the tag of a language, such as "es" or "pt-BR"'
        report.at_key(head, "language", "not-allowed", text)
    if len(head.text("reviewed_by")) > LONGEST_NAME:
        text = f"this has {LONGEST_NAME} letters at most"
        report.at_key(head, "reviewed_by", "too-long", text)


def check_said(node: Node, made: Translated, report: Report) -> bool:
    """Check one entry of a translation; whether it can be used, be it empty."""
    if not isinstance(node.value, dict):
        report.at(node, "kind", 'this has to be two lines: "of" and "is"')
        return False
    before = len(report.problems)
    for key in node.value:
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"; known here: {', '.join(_KEYS)}"
            report.at_key(node, key, "unknown-key", f'"{key}" does not belong here{hint}')
    for key, about in _KEYS.items():
        if about.required and key not in node.value:
            report.at(node, "missing-key", f'"{key}" is missing here: {about.about}')
    if len(report.problems) == before and made.now is not None and made.now.value:
        _check_words(made.now, made, report)
    return len(report.problems) == before


def _check_words(now: Node, made: Translated, report: Report) -> None:
    said = made.text.said
    if isinstance(said, list):
        if not isinstance(now.value, list):
            report.at(now, "kind", 'this has to be a list: a line for each, starting with "- "')
            return
        parts = now.value
    else:
        parts = [now]
    for part in parts:
        if not isinstance(part.value, str):
            report.at(part, "kind", 'this has to be a text; put it in quotes if it holds ": "')
            return
        if not part.value.strip():
            report.at(part, "empty", "this text is empty")
        if show(part.value) != part.value:
            told = "a letter here cannot be seen, or turns the line around: type the text anew"
            report.at(part, "character", told)
    if isinstance(said, str) and isinstance(now.value, str) and not made.stale:
        _check_kept(now, said, now.value, made.text.file, report)


def _check_kept(now: Node, english: str, translated: str, file: str, report: Report) -> None:
    """Slots and commands are there, no others are, and phone numbers are those of the English."""
    wanted, there = set(_KEPT.findall(english)), set(_KEPT.findall(translated))
    for part in sorted(wanted - there):
        report.at(now, "slot", f"{part} is missing: it stays as it is")
    for part in sorted(there - wanted):
        report.at(now, "slot", f"{part} does not stand in the English text: take it out")
    if file == _PHONES and numbers_in(english) != numbers_in(translated):
        report.at(now, "number", "the numbers to call have to be those of the English text")


def numbers_in(text: str) -> list[str]:
    """The numbers in a text, in plain digits: some languages write them with their own."""
    return ["".join(str(int(digit)) for digit in found) for found in _NUMBER.findall(text)]
