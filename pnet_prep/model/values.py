"""The values an answer can hold, one small type a kind.

A ``choice`` or ``text`` is a ``str`` (an option id, or the person's words), ``choices`` a tuple of
option ids in the order given, ``integer`` and ``scale_0_10`` an ``int``.
"""

from __future__ import annotations

from enum import Enum

from pnet_prep.model.fixed import Fixed


class NonAnswer(Enum):
    """Said, but not an answer: kept apart because a doctor reads them differently."""

    NOT_SURE = "not_sure"
    SKIPPED = "skipped"
    DECLINED = "declined"


class ListMark(Enum):
    """About a repeated group: the person said "that is all", or took one entry out."""

    COMPLETE = "complete"
    REMOVED = "removed"


class DateSaid(Fixed):
    """A date in the person's words, and its EDTF value (ISO 8601-2) where the reading is sure."""

    text: str
    edtf: str | None = None


class Quantity(Fixed):
    """A measured value in the person's words; ``number`` is a decimal, ``unit`` one of the item's.

    Without a unit the number cannot be compared.
    """

    text: str
    number: str | None = None
    unit: str | None = None


class OwnWords(Fixed):
    """An ``open_choice`` answered in words instead of one of its options."""

    text: str


class AskLater(Fixed):
    """No answer but a note: ``whom`` to ask later, a person's id; empty for whoever comes back."""

    whom: str = ""


class SameAs(Fixed):
    """No answer but a link: whether an entry of a list is one thing with ``entry``, or another."""

    entry: str
    same: bool = True


Said = str | int | tuple[str, ...] | DateSaid | Quantity | OwnWords
Value = Said | NonAnswer | ListMark | AskLater | SameAs
