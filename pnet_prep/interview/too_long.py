"""A text that is too long for an answer: it waits on disk, and the person is told where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pnet_prep.interview.own_editor import Keeper


class Kept:
    """One such text of a field; at first none."""

    def __init__(self, keeper: Keeper, words: Mapping[str, str]) -> None:
        self._keeper = keeper
        self._words = words
        self._path = self._text = ""

    def add(self, text: str) -> None:
        """Keep this behind what is kept already."""
        self.keep("\n".join(filter(None, (self._text, text))))

    def keep(self, text: str) -> None:
        """Keep this text instead of the one before."""
        self._text = text
        # The new file is there before the old one goes.
        self._path, before = self._keeper.keep(text), self._path
        self._keeper.drop(before)

    def drop(self) -> None:
        """Delete it: all of it is answered, in fewer words."""
        self._keeper.drop(self._path)
        self._path = self._text = ""

    @property
    def where(self) -> str:
        """A sentence that says where it is; empty where nothing is kept."""
        return (
            fill(self._words["problem.too_long.kept"], {"file": self._path}) if self._path else ""
        )
