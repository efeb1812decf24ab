"""Collecting problems, all at once, each at its place in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.content.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pnet_prep.content.nodes import Node


MOST_FAULTS = 100
"""Faults of one file that are told; nobody mends more before the next try."""

MORE = "there are more faults than these: mend the others first, then try again"


UNKNOWN, MISSING = "unknown-key", "missing-key"
OF_KEYS = frozenset({UNKNOWN, MISSING})
"""Faults that leave the rest of a file as it is meant."""


def counted(number: int, one: str) -> str:
    """A number with the English word for what is counted, as it is said of one: "1 fault"."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def problem_at(file: str, node: Node, code: str, text: str, *, warning: bool = False) -> Problem:
    """A problem where a node stands."""
    return Problem(file, node.line, node.column, code, text, warning)


class Report:
    """The problems found in one file; with ``private``, of which no word may be repeated.

    Of very many faults only the first ones are kept, and one more that says so.
    """

    def __init__(self, file: str, *, private: bool = False) -> None:
        self.file = file
        self.private = private
        self.problems: list[Problem] = []
        self._faults = 0
        self.holds_all = True
        """Whether all that the file defines is known, whatever is amiss with its keys."""

    def at(self, node: Node, code: str, text: str, *, warning: bool = False) -> None:
        """Note a problem where ``node`` stands."""
        self._note(problem_at(self.file, node, code, text, warning=warning))

    def at_key(self, node: Node, key: str, code: str, text: str) -> None:
        """Note a problem where ``key`` of the mapping ``node`` stands."""
        line, column = (node.keys or {}).get(key, (node.line, node.column))
        self._note(Problem(self.file, line, column, code, text))

    def _note(self, problem: Problem) -> None:
        self._faults += not problem.warning
        self.holds_all &= problem.warning or problem.code in OF_KEYS
        if self._faults <= MOST_FAULTS:
            self.problems.append(problem)
        elif not problem.warning and self._faults == MOST_FAULTS + 1:
            self.holds_all = False
            self.problems.append(problem._replace(code="too-many", text=MORE))

    def near(self, word: str, known: Iterable[str]) -> str:
        """A hint with the closest known word; nothing where no more faults are kept.

        To look for one takes long, so that it must not be done for each of a hundred thousand.
        """
        return did_you_mean(word, known) if self._faults < MOST_FAULTS else ""

    def quoted(self, word: str) -> str:
        """A word of the file inside a message: in a private one it might be an answer."""
        return "this" if self.private else f'"{word}"'


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the closest known word, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""
