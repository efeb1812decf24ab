"""Plain topics to sections and items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.content.cards import WRITTEN_OUT
from pnet_prep.model.questionnaire import (
    AskWhom,
    Item,
    ItemType,
    Option,
    OptionsFrom,
    Quick,
    Recognise,
    Section,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pnet_prep.content.build_conditions import Conditions

Plain = dict[str, Any]

_APART = WRITTEN_OUT | {"id", "when", "quick_when", "items"}


def build_sections(topics: list[Plain], conditions: Conditions) -> tuple[Section, ...]:
    """The parts of the interview, in order; a topic without ``section`` has none."""
    return tuple(
        Section(
            topic["section"],
            topic.get("title", ""),
            int(topic.get("place", 0)),
            tuple(_item(item, conditions) for item in topic["items"]),
            topic.get("asked_by", ""),
        )
        for topic in topics
        if topic["items"]
    )


def _item(one: Plain, conditions: Conditions) -> Item:
    others = {key: part for key, part in one.items() if key not in _APART}
    made = Item(
        one["id"],
        when=conditions.of(one),
        quick_when=conditions.of(one, "quick_when"),
        items=tuple([_item(child, conditions) for child in one.get("items", ())]),
        **{key: _READ[key](part) if key in _READ else part for key, part in others.items()},
    )
    return made._replace(items=_kept_back(made)) if made.private and made.items else made


def _kept_back(group: Item) -> tuple[Item, ...]:
    """What stands inside a private group: as private, and asked of the same people."""
    inside = (child._replace(private=True, ask_whom=group.ask_whom) for child in group.items)
    return tuple(child._replace(items=_kept_back(child)) for child in inside)


def _yes(text: str) -> bool:
    return text == "yes"


def _options(options: Plain) -> tuple[Option, ...]:
    return tuple(
        Option(name, option)
        if isinstance(option, str)
        else Option(
            name,
            option["text"],
            option.get("said", ""),
            tuple(option.get("covers", ())),
            _yes(option.get("usual", "")),
            int(option.get("room", 0)),
            option.get("aloud", ""),
        )
        for name, option in options.items()
    )


_READ: dict[str, Callable[[Any], Any]] = {
    "type": ItemType,
    "ask_whom": AskWhom,
    "options": _options,
    "options_from": OptionsFrom,
    "recognise": Recognise,
    "quick": Quick,
    "seconds": int,
    **dict.fromkeys(("exclusive", "units", "suggest", "about", "covers", "sources"), tuple),
    **dict.fromkeys(("repeats", "ask_each", "private", "sensitive", "identifies"), _yes),
    **dict.fromkeys(("forward", "again"), _yes),
}
