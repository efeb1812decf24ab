"""Why a question is raised, in the words of the person whose answers raised it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.wording import lower_first, said_aloud
from pnet_prep.model.conditions import Leaf
from pnet_prep.model.prompt_list import Reason
from pnet_prep.model.questionnaire import ItemType, Recognise
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import OwnWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.conditions import Cause
    from pnet_prep.engine.wording import Wording
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer


def reasons(causes: Iterable[Cause], wording: Wording) -> tuple[Reason, ...]:
    """What each person said, one noun phrase a cause, list entries named before what is theirs."""
    by_person: dict[str, dict[tuple[str, str], list[str]]] = {}
    for cause in causes:
        if not cause.spoken:
            continue
        answer = cause.answer
        phrase = "" if _names_entry(cause, wording) else _phrase(cause, wording)
        key = (cause.group, answer.entry) if cause.group else ("", answer.id)
        by_person.setdefault(_speaker(answer), {}).setdefault(key, []).append(phrase)
    return tuple(
        Reason(by, tuple(_joined(key, phrases, wording) for key, phrases in said.items()))
        for by, said in by_person.items()
    )


def because(found: tuple[Reason, ...], wording: Wording) -> str:
    """The reasons as one clause; empty when there is nothing to say."""
    clauses = []
    for by, said in _said(found, wording):
        if by == PATIENT:
            clauses.append(wording.say("because.you_said", reasons=said))
        else:
            person = wording.person(by)
            clauses.append(wording.say("because.person_said", person=person, reasons=said))
    return wording.words["because.join"].join(clauses)


def told(found: tuple[Reason, ...], wording: Wording) -> str:
    """What was said, for a doctor to read: bare phrases, others than the patient by name."""
    clauses = [
        said if by == PATIENT else wording.say("view.line", person=wording.person(by), answer=said)
        for by, said in _said(found, wording)
    ]
    return wording.words["because.join"].join(clauses)


def _said(found: tuple[Reason, ...], wording: Wording) -> Iterator[tuple[str, str]]:
    for reason in found:
        if said := wording.listed(list(dict.fromkeys(p for p in reason.phrases if p))):
            yield reason.by, said


def _speaker(answer: Answer) -> str:
    return PATIENT if answer.by == BOTH else answer.by


def _joined(key: tuple[str, str], phrases: list[str], wording: Wording) -> str:
    said = wording.listed(list(dict.fromkeys(p for p in phrases if p)))
    group = wording.content.questionnaire.by_id.get(key[0])
    if group is None:
        return said
    name = wording.entry_in_sentence(group, key[1])
    if not said:
        return name
    return wording.say("because.entry", entry=name, said=said)


def _names_entry(cause: Cause, wording: Wording) -> bool:
    group = wording.content.questionnaire.by_id.get(cause.group)
    return group is not None and group.items[0].link_id == cause.leaf.item


def _phrase(cause: Cause, wording: Wording) -> str:
    item = wording.content.questionnaire.by_id[cause.leaf.item]
    value = cause.answer.value
    if isinstance(cause.leaf, Leaf) and isinstance(value, (tuple, str)) and item.options:
        held = value if isinstance(value, tuple) else (value,)
        return wording.listed([said_of(item, o) for o in held if o in cause.leaf.values])
    if isinstance(cause.leaf, Leaf) and item.recognise is Recognise.SIGNS:
        signs = wording.content.word_lists[item.recognise].classes
        return wording.listed([one.text for one in signs if one.id in cause.leaf.values])
    if item.type is ItemType.YES_NO_UNSURE and value == "yes":
        return item.said or lower_first(item.short)
    if isinstance(value, OwnWords):
        return value.text
    shown = wording.value(item, value)
    if item.type is ItemType.LONG_TEXT:  # it stands whole among the answers
        shown = said_aloud(shown)
    return f"{item.said} {shown}" if item.said else shown


def said_of(item: Item, chosen: str) -> str:
    """An option as a noun phrase; the id of one that is not there, as after a change by hand."""
    option = item.option(chosen)
    if option is None:
        return chosen
    return option.said or lower_first(option.text)
