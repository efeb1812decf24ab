"""What belongs together of all that is joined at once: the files of one visit are one question.

A visit that many sent answers for, or that a synced folder copied often, would else ask the same
many times, and save as often.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.cli.join_input import Incoming, name_of
from pnet_prep.engine.fill import say
from pnet_prep.engine.joining import NAME_ITEM

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from pnet_prep.store.lines import Lines
    from pnet_prep.store.received import Received


class Group(NamedTuple):
    """The sources that bring something about one visit, and all that they bring as one."""

    sources: tuple[str, ...]
    incoming: Incoming

    def name(self, words: dict[str, str]) -> str:
        """What they are called on the screen."""
        if len(self.sources) == 1:
            return name_of(self.sources[0])
        return say(words, "join.files", {"count": str(len(self.sources))})


def groups_of(given: Iterable[tuple[str, Incoming]]) -> tuple[Group, ...]:
    """The groups, in the order in which the first of each came.

    A form stays alone, and so does a file that is damaged or was changed: each has more to tell.
    Files go together only where they call the patient the same.
    """
    found: dict[Hashable, list[tuple[str, Incoming]]] = {}
    for number, (source, incoming) in enumerate(given):
        visit = incoming.found
        alone = incoming.form or not visit.whole or visit.changed
        key: Hashable = number if alone else (visit.head.visit, _names(visit))
        found.setdefault(key, []).append((source, incoming))
    return tuple(map(_group, found.values()))


def _group(together: list[tuple[str, Incoming]]) -> Group:
    sources = tuple(dict.fromkeys(source for source, _ in together))
    first = together[0][1]
    if len(together) == 1:
        return Group(sources, first)
    lines: Lines = {}
    packs: dict[str, None] = {}
    titles: dict[str, str] = {}
    for _, incoming in together:
        lines.update(incoming.found.lines)
        packs.update(dict.fromkeys(incoming.found.head.packs))
        titles.update(incoming.found.head.pack_titles)
    head = first.found.head._replace(packs=tuple(packs), pack_titles=tuple(titles.items()))
    return Group(sources, first._replace(found=first.found._replace(head=head, lines=lines)))


def _names(found: Received) -> frozenset[object]:
    """All that the patient was ever called in a file."""
    return frozenset(
        answer.value for answer in found.lines.values() if answer and answer.item == NAME_ITEM
    )
