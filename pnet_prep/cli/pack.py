"""The content for a command: the shipped pack or the one named, through the cache."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pnet_prep.content import load as loading

if TYPE_CHECKING:
    from pnet_prep.model.content import Content


def content(questions: str = "") -> Content:
    """The whole pack. Raises ``ContentError``."""
    return loading.load(questions, _cache_folder())


def words(questions: str = "") -> dict[str, str]:
    """Only what the program itself says. Raises ``ContentError``."""
    return loading.load_words(questions, _cache_folder())


def _cache_folder() -> str:
    if home := os.environ.get("PNET_PREP_HOME"):
        return os.path.join(os.path.abspath(os.path.expanduser(home)), "cache")
    from platformdirs import user_cache_dir

    return user_cache_dir("pnet-prep", appauthor=False)
