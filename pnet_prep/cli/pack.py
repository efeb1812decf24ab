"""The content for a command: the shipped one, or what was named, through the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content import load as loading
from pnet_prep.store.folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pnet_prep.model.content import Content


def content(questions: Sequence[str] | None = None) -> Content:
    """Everything that is asked and said. ``questions`` are folders: a whole set, and packs.

    Raises ``ContentError``.
    """
    return loading.load(questions or (), cache_folder())


def titles_of(content: Content) -> dict[str, str]:
    """The packs that add to it, for the visit to remember: slug to title."""
    return {pack.slug: pack.title for pack in content.added}


def words() -> dict[str, str]:
    """Only what the program itself says. Raises ``ContentError``."""
    return loading.load_words((), cache_folder())
