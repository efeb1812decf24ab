"""What a front end is shown, and what it may give back. Front ends know nothing else.

Tell events apart by their class, never by ``==``: as tuples, ``Given`` and ``GoTo`` of the same
text are equal.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pnet_prep.model.values import NonAnswer


class Ask(Enum):
    """How a screen is answered: read and go on, one choice, several, one line, or many lines."""

    NOTHING = "nothing"
    ONE = "one"
    MANY = "many"
    LINE = "line"
    LONG = "long"


class Choice(NamedTuple):
    """One thing to choose. ``chosen`` marks the answer given earlier."""

    id: str
    text: str
    chosen: bool = False


class Notice(NamedTuple):
    """Something said before the question: an echo, a hint, or an ``urgent`` sign."""

    text: str
    urgent: bool = False


class Screen(NamedTuple):
    """One question in words, complete: a front end adds only its own key hints.

    ``part`` is said once, where a part begins; ``heading`` names what the question is about (a
    symptom, a medicine); ``notices`` come first. ``exclusive`` are choices that stand alone;
    ``ordered`` keeps the order of choosing, ``at_most`` limits it (0: no limit). ``current`` is the
    earlier answer in words; ``non_answers`` what may be said instead of an answer. ``enter`` is the
    choice an empty line takes, set only where that can do no harm; ``empty`` allows an empty line
    as an answer of its own, ``lines`` several lines at once; ``numbered`` that a line is called by
    its number; ``suggest`` holds names to offer while one is typed, none of which is ever taken
    unless it was chosen. ``words_too`` offers free words beside the choices, begun with ``draft``;
    ``adds`` is the choice that leads to where words are typed, so that words typed here can be
    carried there; ``also`` are other words for what can be chosen, in small letters. ``can_drop``
    says that all questions for the doctor can be looked at. ``beside`` are events to offer as lines
    of a list; ``private`` leaves no answer on the screen.
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
    lines: bool = False
    numbered: bool = False
    suggest: tuple[str, ...] = ()
    words_too: bool = False
    draft: str = ""
    adds: str = ""
    also: tuple[tuple[str, str | NonAnswer], ...] = ()
    ordered: bool = False
    at_most: int = 0
    can_go_back: bool = True
    can_drop: bool = True
    beside: tuple[tuple[Event, str], ...] = ()
    private: bool = False


class Given(NamedTuple):
    """Words that were typed, as they came (already through ``accept``)."""

    text: str


class Meant(Given):
    """Words that stay as they are: names alike were offered, and one was chosen or none."""

    __slots__ = ()


class Chosen(NamedTuple):
    """Ids of choices, in the order of choosing where that matters."""

    ids: tuple[str, ...]


class Passed(NamedTuple):
    """Not sure, skipped, or rather not say."""

    how: NonAnswer


class Move:
    """Something other than an answer that a key alone says; each is equal to others of its kind."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class Back(Move):
    """To the question before."""

    __slots__ = ()


class Later(Move):
    """Leave this one for another person, or for later."""

    __slots__ = ()


class Speaker(Move):
    """Somebody else answers from here on."""

    __slots__ = ()


class GoTo(NamedTuple):
    """To another place of the interview: ``parts`` or ``review``."""

    where: str


class Quit(Move):
    """Leave; everything said is kept."""

    __slots__ = ()


Event = Given | Chosen | Passed | Back | Later | Speaker | GoTo | Quit
