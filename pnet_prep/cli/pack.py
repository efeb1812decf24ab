"""The content for a command: the shipped one, or what was named, through the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content import load as loading
from pnet_prep.store.folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pnet_prep.model.content import Content

_said_in: list[tuple[tuple[str, ...], str]] = [((), "")]
"""The folders and the language of what was loaded last: a fault is said in its words."""


def content(questions: Sequence[str] | None = None, language: str = "") -> Content:
    """Everything that is asked and said. ``questions`` are folders: a whole set, and packs.

    ``language`` is a translation that is shipped. Raises ``ContentError``, and
    ``InputRefusedError`` for a language that is not there.
    """
    folders = tuple(questions or ())
    found = loading.load(folders, cache_folder(), language)
    _said_in[0] = (folders, language)
    return found


def titles_of(content: Content) -> dict[str, str]:
    """The packs that add to it, for the visit to remember: slug to title."""
    return {pack.slug: pack.title for pack in content.added}


def words(questions: Sequence[str] | None = None, language: str = "") -> dict[str, str]:
    """Only what the program itself says. Raises as ``content``."""
    folders = tuple(questions or ())
    said = loading.load_words(folders, cache_folder(), language)
    _said_in[0] = (folders, language)
    return said


def words_of_fault() -> dict[str, str]:
    """What the program says, in the words of what was loaded last. Raises ``ContentError``."""
    folders, language = _said_in[0]
    return loading.load_words(folders, cache_folder(), language)


def in_same_words(command: str) -> str:
    """The command as it has to be typed to go on with the same questions, in the same language."""
    folders, language = _said_in[0]
    if not folders and not language:
        return command
    from shlex import quote

    named = [f"--questions {quote(folder)}" for folder in folders]
    return " ".join((command, *named, *((f"--language {language}",) if language else ())))
