"""What the content says beside the questionnaire: doctor questions, red flags, sources."""

from enum import Enum
from typing import NamedTuple

from pnet_prep.model.conditions import Condition
from pnet_prep.model.fixed import Fixed
from pnet_prep.model.questionnaire import AskWhom


class Certainty(Enum):
    """How far sources agree on the fact behind a text."""

    SETTLED = "settled"
    DIFFERS = "differs"
    CENTER_RULE = "center_rule"


class Verified(Enum):
    """Whether the source was read: whole, in part, or not yet."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"


class Level(Enum):
    """How urgent a red flag is: emergency services now, or the care team today."""

    NOW = "now"
    TODAY = "today"


class PrintFlag(Enum):
    """Whether a fired flag goes on paper by itself, or only if the patient wants it there."""

    ALWAYS = "always"
    ASK = "ask"


class StepKind(Enum):
    """When a preparation step is done."""

    BEFORE = "before"
    BRING = "bring"
    VISIT = "visit"
    AFTER = "after"


class Provenance(NamedTuple):
    """Where a text comes from. Dates are ISO 8601; ``covers`` are ids of the content inventory."""

    covers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    certainty: Certainty = Certainty.SETTLED
    verified: Verified = Verified.NO
    reviewed_on: str = ""
    review_by: str = ""


class PairingRule(NamedTuple):
    """A question worth asking the doctor, and the answers that raise it.

    ``ask_about`` is the wording for a caregiver alone; ``priority`` runs from 1 (first) to 5;
    ``stages`` and ``clinicians`` rank and never hide; rules with the same ``fold`` are near
    duplicates; ``flags`` are red flags it belongs to; ``because`` replaces a reason that would
    have nothing to say; ``always`` marks a rule meant for everybody.
    """

    id: str
    ask: str
    ask_about: str
    when: Condition | None
    why: str
    topic: str
    priority: int
    stages: tuple[str, ...]
    clinicians: tuple[str, ...]
    fold: str
    flags: tuple[str, ...]
    because: str
    always: bool
    provenance: Provenance


class RedFlag(Fixed):
    """Answers that should not wait for the visit. ``do`` says what to do, never why."""

    id: str
    when: Condition
    level: Level
    do: str
    print: PrintFlag
    ask_whom: AskWhom
    help_line: str
    provenance: Provenance


class PreparationStep(Fixed):
    """Something to do or bring, for everybody or ``when`` the answers call for it.

    ``calendar`` is what stands in a calendar for it: words that tell nothing; empty where nothing
    does. It is due so many ``days`` before the visit.
    """

    id: str
    text: str
    kind: StepKind
    when: Condition | None
    provenance: Provenance
    calendar: str = ""
    days: int = 0


class GlossaryTerm(NamedTuple):
    """A medical word, what it means in plain words, and how to say it aloud.

    ``forms`` are other spellings that count as the same term.
    """

    id: str
    term: str
    plain: str
    say: str
    more: str
    forms: tuple[str, ...]
    provenance: Provenance


Sourced = PairingRule | RedFlag | PreparationStep | GlossaryTerm
"""Every kind of text that comes with a provenance."""


class WordClass(Fixed):
    """A kind of medicine, or of sign, and the words people type for it, in lower case."""

    id: str
    text: str
    names: tuple[str, ...]
    sources: tuple[str, ...]


class WordList(Fixed):
    """Kinds whose words are looked for in what is typed.

    ``not_after`` are words that undo one of those when they stand right before it, such as "no".
    """

    classes: tuple[WordClass, ...]
    not_after: tuple[str, ...] = ()


class Source(NamedTuple):
    """Where a fact was read. ``checked_on`` is the ISO month it was last looked at."""

    id: str
    title: str
    publisher: str
    url: str
    checked_on: str


class HelpPlace(Fixed):
    """A country and the numbers to call there; empty where none is known.

    ``also`` are other names that people type for it.
    """

    id: str
    name: str
    emergency: str
    crisis: str
    abuse: str
    checked_on: str
    sources: tuple[str, ...]
    also: tuple[str, ...] = ()


class AddedPack(Fixed):
    """Questions of a clinic or a patient group, asked beside the shipped ones.

    All its ids begin with ``slug`` and a dot, and no other ids do. ``audience`` says whom it is
    for; ``contact`` is a web or e-mail address, shown and never opened.
    """

    slug: str
    title: str
    audience: str
    publisher: str
    contact: str
