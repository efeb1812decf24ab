"""What a key of a mapping in ``questions/`` is: how its value is written, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a value is written."""

    TEXT = "text"
    ID = "id"
    IDS = "list of ids"
    TEXTS = "list of texts"
    YES = "yes or no"
    NUMBER = "whole number"
    DATE = "date, 2026-11-23"
    MONTH = "month, 2026-11"
    ONE_OF = "one of"
    SOME_OF = "some of"
    CONDITION = "condition"
    OPTIONS = "options"
    SHAPE = "mapping"
    SHAPES = "list of mappings"
    WORDS = "id: sentence"
    SOURCES = "id: source"
    ANSWERS = "link id: answer"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its kind, what it is for, the allowed words, or the shape of what is inside."""

    kind: Kind
    about: str
    required: bool = False
    allowed: tuple[str, ...] = ()
    shape: str = ""

    @property
    def written(self) -> str:
        """How the value is written, for the documentation."""
        match self.kind:
            case Kind.ONE_OF:
                return " | ".join(self.allowed)
            case Kind.SOME_OF:
                return f"list of {', '.join(self.allowed)}"
            case Kind.SHAPE:
                return self.shape
            case Kind.SHAPES:
                return f"list of {self.shape}"
            case _:
                return str(self.kind.value)


def words(enum: type[Enum]) -> tuple[str, ...]:
    """The values of an enum that can be written: all but the empty one."""
    return tuple(member.value for member in enum if member.value)


def one(about: str, *allowed: str, required: bool = False) -> Key:
    """A key whose value is one of a few words."""
    return Key(Kind.ONE_OF, about, required, allowed)


def text(about: str, *, required: bool = False) -> Key:
    """A key whose value is a text."""
    return Key(Kind.TEXT, about, required)
