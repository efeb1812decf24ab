"""Every id of a pack that saved visits, packs and links may refer to: what may never be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.content import Content


def ids_of(content: Content) -> Iterator[str]:
    """The ids of everything, and those of options as ``visit.stage:new``, in file order."""
    for link_id, item in content.questionnaire.by_id.items():
        yield link_id
        yield from (f"{link_id}:{option.id}" for option in item.options)
    for held in (
        content.rules,
        content.red_flags,
        content.preparation,
        content.glossary,
        content.places,
        content.sources,
    ):
        yield from (one.id for one in held)
    for words in content.word_lists.values():
        yield from (one.id for one in words.classes)
