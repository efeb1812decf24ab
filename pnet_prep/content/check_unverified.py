"""What rests on a source that nobody has read, or read in part: a list for a clinician."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.model.rules import GlossaryTerm, PairingRule, PreparationStep, RedFlag, Verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.content.parse import Parsed
    from pnet_prep.model.content import Content
    from pnet_prep.model.rules import Sourced

GROUPS = (Verified.NO, Verified.PARTIAL)
"""What is listed, and in which order."""


class Unverified(NamedTuple):
    """One text: how far its source was read, where it stands, what it says and rests on."""

    verified: str
    file: str
    line: int
    kind: str
    id: str
    covers: tuple[str, ...]
    sources: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        covers, sources = (", ".join(one) or "none" for one in (self.covers, self.sources))
        head = f"{self.file}:{self.line}: {self.verified} {self.kind} {self.id}"
        return f"{head} | covers {covers} | sources {sources} | {self.text}"

    def as_plain(self) -> dict[str, str | int | list[str]]:
        """Its parts by name, for JSON."""
        plain = self._asdict()
        return {name: list(v) if isinstance(v, tuple) else v for name, v in plain.items()}


def check_unverified(content: Content, parsed: Parsed) -> tuple[Unverified, ...]:
    """Questions, signs, steps and terms, and items with a source: ``no`` first, in file order.

    An item has the ``verified`` of its file's defaults; one on the symptom card is listed once.
    """
    found = dict.fromkeys([*_texts(content, parsed), *_items(content, parsed)])
    order = [one.value for one in GROUPS]
    return tuple(sorted(found, key=lambda one: (order.index(one.verified), one.file, one.line)))


def _texts(content: Content, parsed: Parsed) -> Iterator[Unverified]:
    for kind, held in content.sourced.items():
        for one in held:
            given = one.provenance
            if given.verified in GROUPS:
                file, node = parsed.index.ids[kind][one.id]
                yield Unverified(
                    given.verified.value,
                    file,
                    node.line,
                    kind,
                    one.id,
                    given.covers,
                    given.sources,
                    _says(one),
                )


def _items(content: Content, parsed: Parsed) -> Iterator[Unverified]:
    listed = set()
    for link_id, item in content.questionnaire.by_id.items():
        place = parsed.index.items[link_id]
        defaults = parsed.nodes[place.file].get("defaults")
        verified = Verified((defaults and defaults.text("verified")) or "no")
        at = (place.file, place.node.line)
        if item.sources and verified in GROUPS and at not in listed:
            listed.add(at)
            yield Unverified(
                verified.value, *at, "item", link_id, item.covers, item.sources, item.text
            )


def _says(one: Sourced) -> str:
    match one:
        case PairingRule():
            return one.ask
        case RedFlag():
            return one.do
        case PreparationStep():
            return one.text
        case GlossaryTerm():
            return f"{one.term}: {one.plain}"
