"""What was said, each under its label: the facts of the pages behind the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.changes import checked_again, last_checked
from pnet_prep.engine.facts import first_words, kept_off, values, values_at_first
from pnet_prep.engine.with_room import entry_name
from pnet_prep.model.checklist import Fact, Facts
from pnet_prep.model.questionnaire import OptionsFrom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.questionnaire import Item


def facts_of(
    picture: Picture, items: Iterable[Item], entry: str = "", teller: str = ""
) -> tuple[Fact, ...]:
    """The facts of some items, in order; groups inside them are walked through.

    Where a ``teller`` is named above them, no answer needs the name.
    """
    found: list[Fact] = []
    for item in items:
        if item.items and not item.repeats:
            found.extend(facts_of(picture, item.items, entry, teller))
        elif shown := values(picture, (item.link_id, entry)):
            if teller:
                shown = (first_words(picture, (item.link_id, entry)),)
            before = values_at_first(picture, (item.link_id, entry))
            found.append(Fact(item.bare, (*shown, *before)))
    return tuple(found)


def entries_of(picture: Picture, group: Item, teller: str = "") -> Iterator[Facts]:
    """Each entry of a list with what was said about it, by the ``teller`` named above all."""
    for entry in picture.response.entries(group.link_id):
        if (group.link_id, "") in picture.views.active and not kept_off(group):
            name = entry_name(picture, group, entry)
            own = group.options_from is OptionsFrom.SUGGESTIONS
            named_in_two_ways = len(values(picture, (group.items[0].link_id, entry))) > 1
            about = group.items[0 if own or named_in_two_ways else 1 :]
            facts = facts_of(picture, about, entry, teller)
            if checked_again(picture, group) and (day := last_checked(picture, group, entry)):
                label = picture.content.words["change.checked_label"]
                facts = (*facts, Fact(label, (picture.wording.day(day),)))
            yield Facts(name, facts)
