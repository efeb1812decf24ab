"""The content for a command: the shipped pack or the one named, through the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content import load as loading
from pnet_prep.store.folder import cache_folder

if TYPE_CHECKING:
    from pnet_prep.model.content import Content


def content(questions: str = "") -> Content:
    """The whole pack. Raises ``ContentError``."""
    return loading.load(questions, cache_folder())


def words(questions: str = "") -> dict[str, str]:
    """Only what the program itself says. Raises ``ContentError``."""
    return loading.load_words(questions, cache_folder())
