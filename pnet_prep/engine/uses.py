"""What each answer can lead to: the questions, signs, steps and further items that look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.engine.dropped import DROPPED, KNOWING, WHY
from pnet_prep.engine.facts import kept_off, printed
from pnet_prep.engine.outcomes import OWN_QUESTIONS
from pnet_prep.engine.pairing import OWN_TEXT, TOP
from pnet_prep.engine.phone import COUNTRY
from pnet_prep.model.conditions import All, AnyOf, Count, Leaf, Not, Operator, Some, Within
from pnet_prep.model.questionnaire import Item, ItemType
from pnet_prep.model.response import ANSWERING, HELPERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.content import Content
    from pnet_prep.model.questionnaire import Questionnaire

BY_PROGRAM = frozenset(
    {ANSWERING, COUNTRY, HELPERS, OWN_QUESTIONS, OWN_TEXT, TOP, DROPPED, WHY, KNOWING}
)
"""Items whose answers steer the program itself, whatever the content says."""

_OPPOSITE = {"at least": "less than", "at most": "more than"}


class Use(NamedTuple):
    """Something that looks at an answer: a ``rule``, ``red_flag`` or ``step``, or an ``item``."""

    kind: str
    id: str


Uses = dict[str, dict[str, dict[Use, None]]]
"""By item, then by answer (an option id, or words such as "at least 7"), in the order found."""


def uses_of(content: Content) -> Uses:
    """Every answer that a condition names, and what may follow from it."""
    by_id = content.questionnaire.by_id
    found: Uses = {}
    for use, condition in holders(content):
        for item, answer in answers_named(condition, by_id):
            found.setdefault(item, {}).setdefault(answer, {})[use] = None
    return found


def answers_named(
    condition: Condition, by_id: Mapping[str, Item], *, sense: bool = True
) -> Iterator[tuple[str, str]]:
    """Items and answers that help a condition to be true, or false where ``sense`` is.

    A group is asked because of other answers: those are named in its place.
    """
    match condition:
        case All(parts) | AnyOf(parts) | Count(_, parts):
            for part in parts:
                yield from answers_named(part, by_id, sense=sense)
        case Not(part):
            yield from answers_named(part, by_id, sense=not sense)
        case Some(_, part):
            yield from answers_named(part, by_id, sense=sense)
        case Within(name, months):
            yield name, f"in the last {months} months" if sense else f"over {months} months ago"
        case Leaf(name) if by_id[name].type is ItemType.GROUP and (gate := by_id[name].when):
            yield from answers_named(gate, by_id, sense=sense)
        case Leaf():
            item = by_id[condition.item]
            yield from ((item.link_id, one) for one in _answers(condition, item, sense=sense))


def unread(content: Content, uses: Uses) -> Iterator[Item]:
    """Items whose answers nothing looks at and no paper shows: they are asked for nothing."""
    shown = on_paper(content.questionnaire)
    for link_id, item in content.questionnaire.by_id.items():
        asks = item.type not in {ItemType.GROUP, ItemType.DISPLAY}
        if asks and link_id not in uses and link_id not in shown and not steers(content, link_id):
            yield item


def steers(content: Content, link_id: str) -> bool:
    """Whether the program itself looks at an answer: who is here, what is picked, what to print."""
    of_helper = content.questionnaire.list_of(link_id) == HELPERS
    again = content.questionnaire.by_id[link_id].again
    return link_id in BY_PROGRAM or link_id == content.ask_to_print or of_helper or again


def on_paper(questionnaire: Questionnaire) -> frozenset[str]:
    """Ids of the items whose answers are printed somewhere when they are given."""
    found: set[str] = set()
    for section in questionnaire.sections:
        for item in section.items:
            if printed(item):
                # A list has its entries printed; one inside a group has not.
                found.update(_printed_inside(item.items if item.repeats else (item,)))
    found.update(one.link_id for one in questionnaire.by_id.values() if one.sheet)
    return frozenset(one for one in found if not kept_off(questionnaire.by_id[one]))


def _printed_inside(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if item.type is not ItemType.GROUP:
            yield item.link_id
        elif not item.repeats:
            yield from _printed_inside(item.items)


def holders(content: Content) -> Iterator[tuple[Use, Condition]]:
    """All that answers can raise or open, each with its condition, in the order of the content."""
    yield from ((Use("rule", rule.id), rule.when) for rule in content.rules if rule.when)
    yield from ((Use("red_flag", flag.id), flag.when) for flag in content.red_flags)
    yield from ((Use("step", step.id), step.when) for step in content.preparation if step.when)
    for link_id, item in content.questionnaire.by_id.items():
        if item.when:
            yield Use("item", link_id), item.when
        if item.quick_when:
            yield Use("item", link_id), item.quick_when


def _answers(leaf: Leaf, item: Item, *, sense: bool) -> Iterable[str]:
    match leaf.operator:
        case Operator.IS | Operator.HAS:
            return leaf.values if sense else _others(leaf, item)
        case Operator.IS_NOT:
            return _others(leaf, item) if sense else leaf.values
        case Operator.ANSWERED:
            return ("any answer",) if ("yes" in leaf.values) is sense else ("no answer",)
        case Operator.AT_LEAST | Operator.AT_MOST:
            bound = leaf.operator.value.replace("_", " ")
            said = bound if sense else _OPPOSITE[bound]
            return (f"{said} {leaf.values[0]} {leaf.unit}".strip(),)


def _others(leaf: Leaf, item: Item) -> tuple[str, ...]:
    """The answers that are not those of the leaf."""
    own = ("yes", "no") if item.type is ItemType.YES_NO_UNSURE else ()
    options = own or tuple(option.id for option in item.options)
    return tuple(one for one in options if one not in leaf.values) or ("any other",)
