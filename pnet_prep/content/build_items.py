"""Plain topics to sections and items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.model.questionnaire import AskWhom, Item, ItemType, Option, OptionsFrom, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from pnet_prep.content.build_conditions import Conditions

Plain = dict[str, Any]


def build_sections(topics: list[Plain], conditions: Conditions) -> tuple[Section, ...]:
    """The parts of the interview, in order; a topic without ``section`` has none."""
    return tuple(
        Section(
            topic["section"],
            topic.get("title", ""),
            int(topic.get("place", 0)),
            tuple(_item(item, conditions) for item in topic["items"]),
        )
        for topic in topics
        if topic["items"]
    )


def _item(one: Plain, conditions: Conditions) -> Item:
    """Only the keys that are written are looked at: an item has few of the many it could have."""
    found: dict[str, Any] = {
        key: _READ[key](value) if key in _READ else value
        for key, value in one.items()
        if key not in _ELSEWHERE
    }
    if "when" in one:
        found["when"] = conditions.build(one["when"])
    if "items" in one:
        found["items"] = tuple(_item(child, conditions) for child in one["items"])
    return Item(one["id"], **found)


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
        )
        for name, option in options.items()
    )


_ELSEWHERE = frozenset({"id", "when", "items", "card"})
_READ: dict[str, Callable[[Any], object]] = {
    "type": {member.value: member for member in ItemType}.__getitem__,
    "ask_whom": AskWhom,
    "options": _options,
    "options_from": OptionsFrom,
    "seconds": int,
    **dict.fromkeys(("exclusive", "units", "covers", "sources"), tuple),
    **dict.fromkeys(("repeats", "private", "sensitive", "quick", "forward", "recognise"), _yes),
}
