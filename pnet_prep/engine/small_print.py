"""The end of the paper in small letters: where it comes from, when checked, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.origin import packs_said
from pnet_prep.engine.with_room import with_room
from pnet_prep.model.checklist import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.picture import Picture
    from pnet_prep.model.checklist import Block
    from pnet_prep.model.rules import Source

LONGEST_ADDRESS = 42
"""Letters: as long as those by which papers are known, such as doi.org/10.1210/jc.2012-1548."""


def sources(picture: Picture) -> Iterator[Block]:
    """What the questions with room rest on, by publisher, and since when it was not checked."""
    asked = with_room(picture)
    used = {one for question in asked for one in question.sources}
    found = [one for one in picture.content.sources if one.id in used]
    pages = picture.content.words["sheet.join"].join(_published(picture, found))
    days = " ".join(filter(None, (*_read(picture, found), _reviewed(picture))))
    if lines := [*filter(None, (pages, days, packs_said(picture.content)))]:
        yield Heading(1, picture.content.words["print.sources"], "sources")
        yield Paragraph("\n".join(lines), small=True)


def ending(picture: Picture) -> Iterator[Block]:
    """Who has read the translation, and that this is no medical advice."""
    if name := picture.content.reviewed_by:
        yield Paragraph(picture.wording.say("language.checked", name=name), small=True)
    yield Paragraph(picture.content.words["print.not_advice"], small=True)


def _published(picture: Picture, found: list[Source]) -> Iterator[str]:
    """What each publisher says: a long name and an address stand once for all pages they have."""
    wording = picture.wording
    works: dict[str, dict[str, list[str]]] = {}
    for one in found:
        works.setdefault(one.publisher, {}).setdefault(_to_type(one.url), []).append(one.title)
    join = wording.words["print.source_join"].join
    for publisher, sites in works.items():
        pages = (
            wording.say("print.source_page", title=join(titles), url=address)
            for address, titles in sites.items()
        )
        yield wording.say("print.source", publisher=publisher, pages=join(pages))


def _to_type(url: str) -> str:
    """The address of a page; of one that is too long to type from paper, only the site."""
    address = url.partition("://")[2]
    return address if len(address) <= LONGEST_ADDRESS else address.partition("/")[0]


def _read(picture: Picture, found: list[Source]) -> Iterator[str]:
    """When the pages were read, the one that was read longest ago counting for all."""
    if found:
        month = picture.wording.day(min(one.checked_on for one in found))
        yield picture.wording.say("print.read", checked=month)


def _reviewed(picture: Picture) -> str:
    """Since when none of the questions with room was checked, and when the first is due."""
    asked = {one.id for one in with_room(picture)}
    told_of = [rule.provenance for rule in picture.content.rules if rule.id in asked]
    checked = min((one.reviewed_on for one in told_of if one.reviewed_on), default="")
    due = min((one.review_by for one in told_of if one.review_by), default="")
    if not (checked and due):
        return ""
    days = {"checked": picture.wording.day(checked[:7]), "due": picture.wording.day(due[:7])}
    return picture.wording.say("print.reviewed", **days)
