"""The questionnaire as a form: what a caregiver can be asked where nobody looks after the order.

Left out is what has no place there (`left_out`); all else keeps its words, ids and conditions.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pnet_prep.engine.demands import leaves
from pnet_prep.engine.form_texts import form_words, meanings_in
from pnet_prep.engine.origin import beside, packs_said
from pnet_prep.engine.symptoms import is_card
from pnet_prep.model.conditions import All, Leaf, Operator
from pnet_prep.model.form import (
    For,
    Form,
    FormGroup,
    FormList,
    FormNote,
    FormOption,
    FormQuestion,
    FormSection,
    Kind,
)
from pnet_prep.model.questionnaire import AskWhom, ItemType, OptionsFrom, Quick, walk
from pnet_prep.model.response import ANSWERING, HELPERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.content import Content
    from pnet_prep.model.form import FormPart
    from pnet_prep.model.questionnaire import Item, Section
    from pnet_prep.model.rules import RedFlag, WordClass, WordList

ROWS, CARD_ROWS = 6, 7
NOBODY_YET = For()

_KINDS = {
    ItemType.CHOICE: Kind.ONE,
    ItemType.OPEN_CHOICE: Kind.ONE,
    ItemType.YES_NO_UNSURE: Kind.ONE,
    ItemType.CHOICES: Kind.MANY,
    ItemType.SCALE_0_10: Kind.SCALE,
    ItemType.TEXT: Kind.LINE,
    ItemType.DATE: Kind.LINE,
    ItemType.LONG_TEXT: Kind.LONG,
    ItemType.INTEGER: Kind.NUMBER,
    ItemType.QUANTITY: Kind.AMOUNT,
}
_HELPING = Leaf(ANSWERING, Operator.IS, ("caregiver", "together"))


class LeftOut(Enum):
    """Why a question is not in the form."""

    ALONE = "asked only while the patient is alone"
    PERSONAL = "what somebody keeps to themselves goes into no file that is sent"
    AFTER = "asked when the visit is over"
    EARLIER = "asks about an earlier visit, which the form does not know"
    QUICK = "asked in quick mode alone, which the form has not"
    QUESTIONS = "is about the questions for the doctor, which come once the answers are read"


def left_out(item: Item, section: Section) -> LeftOut | None:
    """Why the form does not ask this item itself; what lies inside goes with it."""
    if section.asked_by:
        return LeftOut.AFTER
    if item.personal:
        return LeftOut.PERSONAL
    if item.private or item.ask_whom is AskWhom.PATIENT:
        return LeftOut.ALONE
    if item.again or item.options_from is OptionsFrom.EARLIER:
        return LeftOut.EARLIER
    if item.options_from is OptionsFrom.SUGGESTIONS:
        return LeftOut.QUESTIONS
    return LeftOut.QUICK if item.quick is Quick.ONLY else None


def form_of(content: Content, form: str, visit: str = "", whose: For = NOBODY_YET) -> Form:
    """The form of these questions; ``form`` is an id made for this file alone."""
    maker = _Maker(content, whose)
    sections = tuple(maker.sections())
    flags = tuple(_flags(content))
    return Form(
        id=form,
        visit=visit,
        whose=whose,
        language=content.language,
        direction=content.direction,
        sections=sections,
        card=maker.card,
        card_end=maker.card_end,
        whens=maker.whens,
        flags=flags,
        places=content.places,
        recognised=maker.recognised,
        word_lists=dict(
            _needed_words(content, [*maker.whens.values(), *(one.when for one in flags)])
        ),
        meanings=meanings_in(sections, (*maker.card, *maker.card_end), content),
        words=form_words(content.words),
        notices=(*content.unchecked, *packs_said(content).split("\n")),
    )


def _flags(content: Content) -> Iterator[RedFlag]:
    for flag in content.red_flags:
        if flag.ask_whom is not AskWhom.PATIENT:
            yield flag._replace(do=beside(flag.do, flag.id, content))


def _needed_words(
    content: Content, conditions: Iterable[Condition]
) -> Iterator[tuple[str, WordList]]:
    """The known words, without kinds that nothing in the form asks for.

    Words of such a kind are then unknown to it, where the interview knows that they are of no kind
    that is asked for. That makes the same conditions true, for none says "not" of typed words.
    """
    asked = {
        value
        for condition in conditions
        for leaf in leaves(condition)
        if isinstance(leaf, Leaf)
        for value in leaf.values
    }
    for kind, words in content.word_lists.items():
        kept = (one for one in words.classes if one.id in asked)
        yield kind.value, words._replace(classes=tuple(map(_shortest, kept)))


def _shortest(one: WordClass) -> WordClass:
    """The kind without names that begin with another of its names, which finds them too."""
    beginnings = tuple(f"{name} " for name in one.names)
    return one._replace(names=tuple(n for n in one.names if not n.startswith(beginnings)))


class _Maker:
    """Turns items into parts of a form, and keeps what the script has to know of them."""

    def __init__(self, content: Content, whose: For) -> None:
        self._content = content
        self._known = frozenset(_known(whose))
        self.whens: dict[str, Condition] = {}
        self.recognised: dict[str, str] = {}
        groups = [one.items for one in content.questionnaire.by_id.values() if is_card(one)]
        cards = [{_relative(i): i for i in items} for items in groups]
        self._on_card = dict(_common(cards))
        ends = _ends(cards, self._on_card)
        asked = [self._question(i, name) for name, i in self._on_card.items() if not i.again]
        self.card = tuple(one for one in asked if one.id not in ends)
        self.card_end = tuple(one for one in asked if one.id in ends)

    def sections(self) -> Iterator[FormSection]:
        for section in self._content.questionnaire.sections:
            items = (item for item in section.items if item.link_id not in self._known)
            parts = tuple(part for item in items for part in self._parts(item, section))
            if parts:
                yield FormSection(section.id, section.title, parts)

    def _parts(self, item: Item, section: Section) -> Iterator[FormPart]:
        if left_out(item, section):
            return
        if item.link_id == HELPERS:
            asked = (one for one in item.items if one.link_id not in self._known)
            for child in asked:
                # In the form there is one helper: whoever fills it in.
                yield self._question(child._replace(when=_HELPING))
        elif item.repeats:
            yield self._list(item, section)
        elif item.type is ItemType.GROUP:
            gated, card = self._gate(item), is_card(item)  # its condition before those inside
            questions = tuple(map(self._question, self._asked(item, section)))
            yield FormGroup(item.link_id, item.text, item.help, questions, card, gated)
        elif item.type is ItemType.DISPLAY:
            yield FormNote(item.link_id, item.text, item.text_about, self._gate(item))
        else:
            yield self._question(item)

    def _list(self, item: Item, section: Section) -> FormList:
        gated, card = self._gate(item), is_card(item)
        return FormList(
            id=item.link_id,
            text=item.text,
            about=item.text_about,
            label=item.short,
            help=item.help,
            questions=tuple(map(self._question, self._asked(item, section))),
            rows=CARD_ROWS if card else ROWS,
            card=card,
            gated=gated,
        )

    def _asked(self, group: Item, section: Section) -> Iterator[Item]:
        """What a group asks beside the questions of the card."""
        cardlike = is_card(group)
        for item in walk(group.items):
            on_card = cardlike and _relative(item) in self._on_card
            if not on_card and item.type is not ItemType.GROUP and not left_out(item, section):
                yield item

    def _question(self, item: Item, name: str = "") -> FormQuestion:
        if item.recognise.value:
            self.recognised[name or item.link_id] = item.recognise.value
        return FormQuestion(
            id=name or item.link_id,
            kind=_KINDS[item.type],
            text=item.text,
            about=item.text_about,
            label=item.short,
            help=item.help,
            options=tuple(self._options(item)),
            alone=item.exclusive,
            units=item.units,
            own_words=item.type is ItemType.OPEN_CHOICE,
            gated=self._gate(item),
        )

    def _gate(self, item: Item) -> bool:
        conditions = [item.when] if item.when else []
        if item.ask_whom is AskWhom.CAREGIVER:
            conditions.append(_HELPING)
        if conditions:
            whole = conditions[0] if len(conditions) == 1 else All(tuple(conditions))
            self.whens[item.link_id] = whole
        return bool(conditions)

    def _options(self, item: Item) -> Iterator[FormOption]:
        words = self._content.words
        if item.type is ItemType.YES_NO_UNSURE:
            yield from (FormOption(name, words[f"answer.{name}"]) for name in ("yes", "no"))
        elif item.type is ItemType.SCALE_0_10:
            yield from (FormOption(str(number), str(number)) for number in range(11))
        elif item.options_from is OptionsFrom.PLACES:
            yield from (FormOption(place.id, place.name) for place in self._content.places)
        else:
            yield from (FormOption(one.id, one.text) for one in item.options)


def _known(whose: For) -> Iterator[str]:
    """What needs no question, because it is known for whom the form is."""
    if whose.who:
        yield ANSWERING
        yield "helper.name"
    if whose.person:
        yield "helper.relation"


def _relative(item: Item) -> str:
    return "." + item.link_id.rpartition(".")[2]


def _ends(cards: list[dict[str, Item]], common: dict[str, Item]) -> set[str]:
    """Those of the questions that every symptom has that come after what one alone is asked."""
    ends: set[str] = set()
    for card in cards:
        names = list(card)
        own = [place for place, name in enumerate(names) if name not in common]
        if own and own[0]:  # a list of one's own symptoms begins with their name
            ends.update(names[own[-1] + 1 :])
    return ends


def _common(cards: list[dict[str, Item]]) -> Iterable[tuple[str, Item]]:
    """The questions that every symptom has, by their relative ids."""
    for name, item in cards[0].items() if cards else ():
        same = item._replace(link_id="")
        if all(name in one and one[name]._replace(link_id="") == same for one in cards):
            yield name, item
