"""The form: the questions of the interview for one file that is filled in by hand or in a browser.

Texts are as in ``questions/``, with the slot ``{name}`` in them. What a person answers has the
place that the interview would give it, so ids are those of the questionnaire.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.rules import HelpPlace, RedFlag, WordList


class Kind(Enum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    SCALE = "scale"
    LINE = "line"
    LONG = "long"
    NUMBER = "number"
    AMOUNT = "amount"


class FormOption(NamedTuple):
    """One answer to choose."""

    id: str
    text: str


class FormQuestion(NamedTuple):
    """One question.

    ``about`` is the wording for a caregiver, empty where it is the same; ``label`` the name of its
    column on paper; ``alone`` the options that exclude all others; ``own_words`` offers free words
    beside the options; ``units`` are those of a measured value; ``gated`` that it depends on
    answers.
    """

    id: str
    kind: Kind
    text: str
    about: str
    label: str
    help: str
    options: tuple[FormOption, ...]
    alone: tuple[str, ...]
    units: tuple[str, ...]
    own_words: bool
    gated: bool


class FormNote(NamedTuple):
    """A text that asks nothing."""

    id: str
    text: str
    about: str
    gated: bool


class FormGroup(NamedTuple):
    """Questions under one heading. With ``card`` those of the symptom card stand around them."""

    id: str
    title: str
    help: str
    questions: tuple[FormQuestion, ...]
    card: bool
    gated: bool


class FormList(NamedTuple):
    """Questions that are asked once for every entry; the first one names it.

    ``rows`` are the lines for entries on paper; with ``card`` it takes what is told of symptoms.
    """

    id: str
    text: str
    about: str
    label: str
    help: str
    questions: tuple[FormQuestion, ...]
    rows: int
    card: bool
    gated: bool


FormPart = FormQuestion | FormNote | FormGroup | FormList


class FormSection(NamedTuple):
    """One part of the interview."""

    id: str
    title: str
    parts: tuple[FormPart, ...]


class Meaning(NamedTuple):
    """A medical word that stands in the form, and what it means."""

    term: str
    said: str


class For(NamedTuple):
    """Whose form it is: who answers (empty: to be asked), who that is in the visit, the name."""

    who: str = ""
    person: str = ""
    name: str = ""


class Form(NamedTuple):
    """All of it.

    ``id`` is made for this file alone, ``visit`` the visit it belongs to; ``card`` are the
    questions of every symptom, their ids beginning with a dot, and ``card_end`` those of them that
    come after what one symptom alone is asked. ``whens`` are the conditions of what
    is ``gated``, by id; ``recognised`` names the word list for each question whose typed words are
    looked at; ``words`` are the sentences of the program that the page needs, by their ids;
    ``notices`` what has to be known of a translation and of questions that others added.
    """

    id: str
    visit: str
    whose: For
    language: str
    direction: str
    sections: tuple[FormSection, ...]
    card: tuple[FormQuestion, ...]
    card_end: tuple[FormQuestion, ...]
    whens: Mapping[str, Condition]
    flags: tuple[RedFlag, ...]
    places: tuple[HelpPlace, ...]
    recognised: Mapping[str, str]
    word_lists: Mapping[str, WordList]
    meanings: tuple[Meaning, ...]
    words: Mapping[str, str]
    notices: tuple[str, ...]
