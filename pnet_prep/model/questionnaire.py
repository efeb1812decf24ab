"""The questionnaire: FHIR R4 ``Questionnaire`` vocabulary, as loaded from ``questions/``."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from pnet_prep.model.conditions import Condition
from pnet_prep.model.fixed import Fixed


class ItemType(Enum):
    """The kinds of question, and ``display`` for a text that asks nothing."""

    CHOICE = "choice"
    CHOICES = "choices"
    OPEN_CHOICE = "open_choice"
    YES_NO_UNSURE = "yes_no_unsure"
    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    SCALE_0_10 = "scale_0_10"
    QUANTITY = "quantity"
    INTEGER = "integer"
    GROUP = "group"
    DISPLAY = "display"


class AskWhom(Enum):
    """Who may be asked. ``PATIENT`` means the patient alone at the keyboard."""

    ANY = "any"
    PATIENT = "patient"
    CAREGIVER = "caregiver"


class OptionsFrom(Enum):
    """Where options come from when they are not written at the item."""

    HERE = ""
    PLACES = "places"
    SUGGESTIONS = "suggestions"
    EARLIER = "earlier"


class Quick(Enum):
    """Whether a question is asked in quick mode: not there, there too, or nowhere else."""

    NO = "no"
    YES = "yes"
    ONLY = "only"


class Recognise(Enum):
    """Which known words are looked for in what is typed."""

    NOTHING = ""
    MEDICINES = "medicines"
    SIGNS = "signs"


ENDS = ":?. ؟：？。"
"""What a text that is used as a label does not end with."""

NO_NAME = "other"
"""The option that stands for all that is not listed, and so is no name to offer."""


class Option(NamedTuple):
    """One answer to choose. ``said`` is its noun phrase for "because you said …".

    ``usual`` marks an answer that is nothing out of the ordinary: page 1 leaves it out. ``room``
    is how many questions get lines to write on after this answer; 0 leaves that as it is.
    ``aloud`` is how it is said in a sentence.
    """

    id: str
    text: str
    said: str = ""
    covers: tuple[str, ...] = ()
    usual: bool = False
    room: int = 0
    aloud: str = ""


class Item(NamedTuple):
    """One question (or group of questions). ``link_id`` never changes meaning.

    ``text_about`` is the wording for a caregiver; ``label`` the short name on paper; ``said`` a
    noun phrase for reasons; ``aloud`` a clause that says its answer, with {said} and {about};
    ``ask_each`` that each person is asked, whatever others said;
    ``private`` that it stays off paper: what the patient is asked alone, or what each person writes
    for nobody else; ``exclusive`` the option ids that exclude all others; ``units`` those a
    quantity may have; ``forward`` that a date looks ahead; ``recognise`` which known
    words are looked for in what is typed; ``suggest`` the lists whose names are offered meanwhile
    (a list of its own, or items with options); ``sheet`` the place of its answer on page 1;
    ``seconds`` the time a person needs for it; ``identifies`` that it says who or where somebody
    is. ``quick_when`` holds back a question of quick mode until it is true. The first item of a
    repeated group names its entries. ``again`` is asked only of what an earlier visit said: about
    its own group, or about the items named in ``about``, to be ticked where they changed.
    """

    link_id: str
    type: ItemType
    text: str
    text_about: str = ""
    label: str = ""
    said: str = ""
    aloud: str = ""
    help: str = ""
    options: tuple[Option, ...] = ()
    options_from: OptionsFrom = OptionsFrom.HERE
    exclusive: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    when: Condition | None = None
    repeats: bool = False
    items: tuple["Item", ...] = ()
    ask_whom: AskWhom = AskWhom.ANY
    ask_each: bool = False
    private: bool = False
    sensitive: bool = False
    identifies: bool = False
    quick: Quick = Quick.NO
    quick_when: Condition | None = None
    forward: bool = False
    recognise: Recognise = Recognise.NOTHING
    suggest: tuple[str, ...] = ()
    help_line: str = ""
    sheet: str = ""
    seconds: int = 0
    again: bool = False
    about: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def option(self, option_id: str) -> Option | None:
        """The option with this id, if the item has it."""
        return next((option for option in self.options if option.id == option_id), None)

    @property
    def personal(self) -> bool:
        """Whether each person answers it for themselves alone, and nobody else sees it."""
        return self.private and self.ask_whom is not AskWhom.PATIENT

    @property
    def short(self) -> str:
        """The name of this item on paper."""
        return self.label or self.text

    @property
    def bare(self) -> str:
        """The same without the mark at its end, to stand before a colon or in a sentence."""
        return self.short.rstrip(ENDS)


class Section(Fixed):
    """One part of the interview, in the order of ``place``.

    ``asked_by`` is the command that asks it, where that is not ``start``.
    """

    id: str
    title: str
    place: int
    items: tuple[Item, ...]
    asked_by: str = ""


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item and the items inside it, in the order they are asked."""
    for item in items:
        yield item
        if item.items:
            yield from walk(item.items)


class Questionnaire(Fixed):
    """All sections in order, with look-ups by ``link_id``, in the order of asking."""

    sections: tuple[Section, ...]

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every item."""
        return {item.link_id: item for part in self.sections for item in walk(part.items)}

    @cached_property
    def group_of(self) -> dict[str, str]:
        """The group an item lies in, for those that lie in one."""
        return {child.link_id: item.link_id for item in self.by_id.values() for child in item.items}

    @cached_property
    def always(self) -> frozenset[tuple[str, str]]:
        """The places that everybody is asked."""
        return frozenset((item.link_id, "") for item in self._sorted_out[0])

    @property
    def gates(self) -> tuple[Item, ...]:
        """The items that depend on answers, the outermost alone."""
        return self._sorted_out[1]

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The repeated groups."""
        return tuple(link_id for link_id, item in self.by_id.items() if item.repeats)

    @cached_property
    def personal(self) -> frozenset[str]:
        """The items and groups that each person answers for themselves alone."""
        return frozenset(link_id for link_id, item in self.by_id.items() if item.personal)

    @cached_property
    def _sorted_out(self) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        always: list[Item] = []
        gates: list[Item] = []
        for section in self.sections:
            _sort_out(section.items, always, gates)
        return tuple(always), tuple(gates)

    @cached_property
    def again_of(self) -> dict[str, str]:
        """For an item or group the one that asks whether its earlier answer still holds."""
        found: dict[str, str] = {}
        for item in self.by_id.values():
            if not item.again:
                continue
            if not item.about:
                group = self.by_id[self.group_of[item.link_id]]
                found.update((one.link_id, item.link_id) for one in (group, *group.items))
            for name in item.about:
                found[name] = item.link_id
        return found

    def list_of(self, link_id: str) -> str:
        """The repeated group an item lies in, however deep; empty for one that is asked once."""
        group = self.group_of.get(link_id, "")
        while group and not self.by_id[group].repeats:
            group = self.group_of.get(group, "")
        return group


def _sort_out(items: tuple[Item, ...], always: list[Item], gates: list[Item]) -> None:
    for item in items:
        if item.when or item.repeats or item.again:
            gates.append(item)
        else:
            always.append(item)
            _sort_out(item.items, always, gates)
