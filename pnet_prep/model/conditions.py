"""Conditions are data: a closed set of forms, never an expression. Truth is three-valued.

Tell the forms apart by their class, never by ``==``: as tuples, ``All`` and ``AnyOf`` of the same
parts are equal.
"""

from enum import Enum
from typing import NamedTuple

from pnet_prep.model.fixed import Fixed


class Operator(Enum):
    """What a leaf asks of one item's answer."""

    IS = "is"
    IS_NOT = "is_not"
    HAS = "has"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ANSWERED = "answered"

    __hash__ = object.__hash__  # there is one of each, and leaves are looked up by the thousand


class Leaf(NamedTuple):
    """One item compared with some values; any of them is enough.

    ``is``/``is_not`` compare an option (or ``not_sure``, ``skipped``, ``declined``); ``has`` looks
    into ``choices``, or into the classes of a typed name that is recognised; ``at_least`` and
    ``at_most`` compare a number, in ``unit`` for a quantity; ``answered`` is ``yes`` or ``no``.
    """

    item: str
    operator: Operator
    values: tuple[str, ...]
    unit: str = ""


class Within(Fixed):
    """The date given for ``item`` lies within the last ``months`` months."""

    item: str
    months: int


class All(NamedTuple):
    """Every part holds."""

    parts: tuple["Condition", ...]


class AnyOf(NamedTuple):
    """At least one part holds."""

    parts: tuple["Condition", ...]


class Not(NamedTuple):
    """The part is known not to hold."""

    part: "Condition"


class Count(Fixed):
    """At least ``at_least`` of the parts hold."""

    at_least: int
    parts: tuple["Condition", ...]


class Some(NamedTuple):
    """One entry of the repeated group ``group`` fits ``where``, every leaf about that entry."""

    group: str
    where: "Condition"


Condition = Leaf | Within | All | AnyOf | Not | Count | Some
