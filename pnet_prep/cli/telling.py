"""What commands say beside their result, on standard error."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from pnet_prep.cli.streams import print_line
from pnet_prep.engine.fill import fill, say
from pnet_prep.engine.text import show_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.model.content import Content
    from pnet_prep.store.folder import Listed
    from pnet_prep.store.visit import Visit


def say_notices(visit: Visit, content: Content) -> None:
    """What happened while the visit was opened, such as a line that had to be mended.

    Also which packs were answered and are not here now: of those, nothing is shown.
    """
    for text in notices_of(visit, content):
        _say(text)
    for title in _missing_packs(visit, content):
        _say(fill(content.words["pack.missing"], {"title": title}))


def notices_of(visit: Visit, content: Content) -> tuple[str, ...]:
    """What happened while a visit was opened, in words."""
    return tuple(say(content.words, one.word, one.slots) for one in visit.notices)


def title_of(listed: Listed, words: dict[str, str]) -> str:
    """What a visit is called in a list: whom it is with, as far as that can be read."""
    unnamed = words["list_visits.locked" if listed.locked else "list_visits.untitled"]
    return show_line(listed.head.title) or unnamed


def say_copies(words: dict[str, str]) -> None:
    """Which other copies of visits lie beside the visit files. They are never taken in unasked."""
    from pnet_prep.store.folder import data_folder
    from pnet_prep.store.other_copies import other_copies

    found = other_copies(data_folder())
    if len(found) == 1:
        word = "join.offer_form" if found[0].form else "join.offer"
        _say(fill(words[word], {"file": found[0].path}))
    elif found:
        _say(say(words, "join.offers", {"count": str(len(found))}))


@cache
def say_once(text: str) -> None:
    """Say something that holds for the whole run, however often it comes up."""
    _say(text)


def say_packs(content: Content) -> None:
    """Whose questions are asked beside the shipped ones."""
    for pack in content.added:
        slots = {"title": pack.title, "publisher": pack.publisher}
        _say(fill(content.words["pack.asked"], slots))


def _missing_packs(visit: Visit, content: Content) -> Iterator[str]:
    answered = {answer.item.partition(".")[0] for answer in visit.response.shown}
    titles = dict(visit.head.pack_titles)
    for slug in visit.head.packs:
        if slug in answered and not any(pack.slug == slug for pack in content.added):
            yield titles.get(slug, slug)


def _say(text: str) -> None:
    print_line(show_line(text), sys.stderr)


def missing(characters: Iterable[str], words: dict[str, str]) -> str:
    """Which characters could not be printed; empty when all could."""
    listed = " ".join(show_line(character) for character in characters)
    return fill(words["print.missing"], {"characters": listed}) if listed else ""
