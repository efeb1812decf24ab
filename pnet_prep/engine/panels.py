"""The panels below the symptoms on page 1: what was told, medicines, family, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.changes import counted, has_changed, mark
from pnet_prep.engine.facts import first_answer, first_words, may_print, one_or_both, values
from pnet_prep.engine.reasons import said_of
from pnet_prep.engine.voices import name_or_both, only_teller, told_by
from pnet_prep.engine.wording import lower_first
from pnet_prep.model.checklist import Fact
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.values import OwnWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item

PANELS = (
    "diagnosis",
    "medicines",
    "allergies",
    "conditions",
    "family",
    "done",
    "planned",
    "else",
)
ALIKE = {"planned"}
"""Of their answers none needs a name of its own beside that of the panel."""


def panels(picture: Picture) -> tuple[Fact, ...]:
    """The panels that have something to say, in order."""
    return tuple(_panels(picture))


def usual(item: Item) -> set[str]:
    """The options that are nothing out of the ordinary, and need no room on page 1."""
    return {option.id for option in item.options if option.usual}


def all_usual(picture: Picture, item: Item, entry: str = "") -> bool:
    """Whether nobody said more than that."""
    nothing = usual(item)
    return all(a.value in nothing for a in picture.response.at(item.link_id, entry))


def _panels(picture: Picture) -> Iterator[Fact]:
    for panel in PANELS:
        items = [item for item in picture.ready.on_sheet.get(panel, ()) if not item.private]
        teller = _only_teller(picture, items)
        shown = [
            value
            for place, item in enumerate(items)
            for value in _values(picture, item, teller, named=place > 0 and panel not in ALIKE)
        ]
        if shown:
            # What changed comes first: there it is seen, also where the list has to be cut.
            changed = [text for text, moved in shown if moved]
            rest = [text for text, moved in shown if not moved]
            label = counted(picture, picture.content.words[f"sheet.panel.{panel}"], items)
            label = told_by(picture, label, teller)
            yield Fact(label, (*changed, *rest), _part(picture, items), len(changed))


def _part(picture: Picture, items: list[Item]) -> str:
    """The part of the checklist that tells the items in full."""
    sections = picture.content.questionnaire.sections
    return next(f"answers.{one.id}" for one in sections if items[0] in one.items)


def _only_teller(picture: Picture, items: list[Item]) -> str:
    """Who alone told the single items of a panel, where each of their answers needs the name."""
    if any(picture.response.entries(item.link_id) for item in items if item.repeats):
        return ""
    told = (
        answer
        for item in items
        if not item.repeats
        for answer in picture.response.at(item.link_id)
        if may_print(answer) and (item.link_id, "") in picture.views.active
    )
    return only_teller(picture, told)


def _values(
    picture: Picture, item: Item, teller: str, *, named: bool
) -> Iterator[tuple[str, bool]]:
    """What an item adds to its panel, each with whether it changed.

    A list that comes first in the panel needs no name of its own.
    """
    if (item.link_id, "") not in picture.views.active:
        return
    if item.repeats:
        for entry in picture.response.entries(item.link_id):
            yield _entry_line(picture, item, entry), has_changed(picture, item, entry)
    elif _worth_a_line(picture, item):
        said = values(picture, (item.link_id, ""))
        if teller:
            said = (first_words(picture, (item.link_id, "")),)
        unsure = picture.content.words["answer.not_sure"]
        if said == (picture.content.words["answer.yes"],):
            said = (item.short,)
        elif named or item.type is not ItemType.CHOICES or said == (unsure,):
            value = "; ".join(said)
            said = (picture.wording.say("sheet.labelled", label=item.short, value=value),)
        yield from ((text, False) for text in said)


def _worth_a_line(picture: Picture, item: Item) -> bool:
    """Page 1 has no room for "no" and "none of these": they stand on the pages behind."""
    nothing = {"no", *((one,) for one in item.exclusive), *usual(item)}
    said = [a.value for a in picture.response.at(item.link_id) if a.value not in nothing]
    return bool(said) and bool(values(picture, (item.link_id, "")))


def _entry_line(picture: Picture, group: Item, entry: str) -> str:
    details = [
        _detail(picture, child, entry)
        for child in group.items[1:]
        if child.sheet == "line" and not all_usual(picture, child, entry)
    ]
    changed = mark(picture, group, entry)
    if not any(detail.startswith(changed) for detail in details):
        details.append(changed)
    parts = [name_or_both(picture, group, entry), *filter(None, details)]
    return picture.content.words["sheet.comma"].join(parts)


def _detail(picture: Picture, item: Item, entry: str) -> str:
    """What is said of an entry, the short way: the whole of it stands on the pages behind."""
    place = item.link_id, entry
    answer = first_answer(picture, place)
    shown = one_or_both(picture, place)
    unsure = picture.wording.answer(answer) if answer and not shown else ""
    if unsure or shown.isdigit():  # "not sure" or a number alone does not say of what
        label = lower_first(item.short)
        return picture.wording.say("sheet.labelled", label=label, value=shown or unsure)
    if not item.options or len(values(picture, place)) > 1:
        return shown
    match answer.value if answer else None:
        case tuple() as chosen:
            return picture.wording.listed([said_of(item, one) for one in chosen])
        case str(chosen):
            return said_of(item, chosen)
        case OwnWords(text):
            return text
        case _:
            return lower_first(shown)
