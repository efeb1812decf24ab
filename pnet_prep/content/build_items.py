"""Plain topics to sections and items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pnet_prep.model.questionnaire import AskWhom, Item, ItemType, Option, OptionsFrom, Section

if TYPE_CHECKING:
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
    def yes(key: str) -> bool:
        return one.get(key) == "yes"

    return Item(
        link_id=one["id"],
        type=ItemType(one["type"]),
        text=one["text"],
        text_about=one.get("text_about", ""),
        label=one.get("label", ""),
        said=one.get("said", ""),
        help=one.get("help", ""),
        options=tuple(_option(name, text) for name, text in one.get("options", {}).items()),
        options_from=OptionsFrom(one.get("options_from", "")),
        exclusive=tuple(one.get("exclusive", ())),
        units=tuple(one.get("units", ())),
        when=conditions.of(one),
        repeats=yes("repeats"),
        items=tuple(_item(child, conditions) for child in one.get("items", ())),
        ask_whom=AskWhom(one.get("ask_whom", "any")),
        private=yes("private"),
        sensitive=yes("sensitive"),
        quick=yes("quick"),
        forward=yes("forward"),
        recognise=yes("recognise"),
        help_line=one.get("help_line", ""),
        sheet=one.get("sheet", ""),
        seconds=int(one.get("seconds", "0")),
        covers=tuple(one.get("covers", ())),
        sources=tuple(one.get("sources", ())),
    )


def _option(name: str, option: str | Plain) -> Option:
    if isinstance(option, str):
        return Option(name, option)
    return Option(name, option["text"], option.get("said", ""), tuple(option.get("covers", ())))
