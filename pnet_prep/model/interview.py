"""What a front end is shown, and what it may give back. Front ends know nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pnet_prep.model.values import NonAnswer


class Ask(Enum):
    """How a screen is answered: read and go on, one choice, several, one line, or many lines."""

    NOTHING = "nothing"
    ONE = "one"
    MANY = "many"
    LINE = "line"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. ``chosen`` marks the answer given earlier."""

    id: str
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something said before the question: an echo, a hint, or an ``urgent`` sign."""

    text: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """One question in words, complete: a front end adds only its own key hints.

    ``part`` is said once, where a part begins; ``heading`` names what the question is about (a
    symptom, a medicine); ``notices`` come first. ``exclusive`` are choices that stand alone;
    ``ordered`` keeps the order of choosing, ``at_most`` limits it (0: no limit). ``current`` is the
    earlier answer in words; ``non_answers`` what may be said instead of an answer. ``enter`` is the
    choice an empty line takes, set only where that can do no harm; ``empty`` allows an empty line
    as an answer of its own. ``words_too`` offers free words beside the choices.
    """

    ask: Ask
    text: str
    part: str = ""
    heading: str = ""
    notices: tuple[Notice, ...] = ()
    choices: tuple[Choice, ...] = ()
    exclusive: tuple[str, ...] = ()
    non_answers: tuple[NonAnswer, ...] = ()
    current: str = ""
    help: str = ""
    enter: str = ""
    empty: bool = False
    words_too: bool = False
    ordered: bool = False
    at_most: int = 0
    can_go_back: bool = True


@dataclass(frozen=True, slots=True)
class Given:
    """Words that were typed, as they came (already through ``accept``)."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Ids of choices, in the order of choosing where that matters."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """Not sure, skipped, or rather not say."""

    how: NonAnswer


@dataclass(frozen=True, slots=True)
class Back:
    """To the question before."""


@dataclass(frozen=True, slots=True)
class Later:
    """Leave this one for another person, or for later."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody else answers from here on."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """To another place of the interview: ``parts`` or ``review``."""

    where: str


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave; everything said is kept."""


Event = Given | Chosen | Passed | Back | Later | Speaker | GoTo | Quit
