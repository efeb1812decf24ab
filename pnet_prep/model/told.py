"""What a checklist says, as data: for programs, with ids, and nothing shortened for paper."""

from pnet_prep.model.fixed import Fixed
from pnet_prep.model.rules import Source, StepKind
from pnet_prep.model.values import Value


class Person(Fixed):
    """Somebody whose view is told: ``patient``, ``both`` together, or a helper.

    ``name`` and ``relation`` are empty where they are not said.
    """

    id: str
    name: str
    relation: str


class Voice(Fixed):
    """One person's answer: the person's id, the answer in words and as a value, and the day."""

    by: str
    words: str
    value: Value
    on: str


class Told(Fixed):
    """What was told to one question; ``views`` is one answer a person.

    ``choice`` says that its values are ids of options. Inside a list ``group`` is the list,
    ``entry`` the id of the entry, and ``name`` what the entry is called.
    """

    item: str
    section: str
    label: str
    choice: bool
    group: str
    entry: str
    name: str
    views: tuple[Voice, ...]


class Asked(Fixed):
    """A question for the doctor, in the order of the list. ``told`` is what was told to it."""

    id: str
    text: str
    because: str
    why: str
    topic: str
    top: bool
    room: bool
    own: bool
    urgent: bool
    told: str
    sources: tuple[str, ...]


class Sign(Fixed):
    """A sign that should not wait, as it was reported. ``level`` is ``now`` or ``today``."""

    id: str
    level: str
    text: str


class Step(Fixed):
    """Something to do or bring."""

    id: str
    kind: StepKind
    text: str


class ChecklistData(Fixed):
    """The whole of it; ``reader`` is whom it is for, ``notice`` what it is not."""

    reader: str = "doctor"
    people: tuple[Person, ...] = ()
    signs: tuple[Sign, ...] = ()
    questions: tuple[Asked, ...] = ()
    answers: tuple[Told, ...] = ()
    steps: tuple[Step, ...] = ()
    sources: tuple[Source, ...] = ()
    notice: str = ""
