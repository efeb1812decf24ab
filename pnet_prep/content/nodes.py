"""The strict reader: YAML events to nodes that remember where they stand.

Every scalar stays text: YAML 1.1 reads ``no``, ``8:30``, ``010`` and dates as something else, and
keeps the last of two equal keys silently. Anchors, aliases, tags and merge keys are refused, and
size and depth are capped, so no file can hang the program or run anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from pnet_prep.content.files import MAX_BYTES
from pnet_prep.content.problem import Problem
from pnet_prep.engine.reading import LONGEST_ANSWER

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 20
MAX_NODES = 100_000
MAX_PROBLEMS = 100

MAX_SCALAR = LONGEST_ANSWER

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 allows nowhere in a file (section 5.1), such as NUL."""

_HINTS = {
    "found character that cannot start": "; use spaces instead of a tab, or put quotes around it",
    "mapping values are not allowed": '; put quotes around a text that holds ": "',
    "found unexpected end of stream": "; a closing quote or bracket is missing above",
    "did not find expected": "; compare its spaces, commas and brackets with the lines around it",
}

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list of nodes or a mapping, with its line and column (from 1)."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    keys: dict[str, tuple[int, int]] | None = None

    @property
    def inside(self) -> dict[str, Node]:
        """What a mapping holds; nothing for what is none."""
        return self.value if isinstance(self.value, dict) else {}

    def get(self, key: str) -> Node | None:
        """What a mapping holds under ``key``."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def text(self, key: str) -> str:
        """The text a mapping holds under ``key``, empty when there is none."""
        found = self.get(key)
        return found.value if found and isinstance(found.value, str) else ""

    def parts(self, key: str) -> list[Node]:
        """The list a mapping holds under ``key``, empty when there is none."""
        found = self.get(key)
        return found.value if found and isinstance(found.value, list) else []


def mappings(node: Node) -> Iterator[Node]:
    """Every mapping in a file, from the outside in, in file order."""
    if isinstance(node.value, dict):
        yield node
        for part in node.value.values():
            yield from mappings(part)
    elif isinstance(node.value, list):
        for part in node.value:
            yield from mappings(part)


def plain(node: Node) -> Any:  # noqa: ANN401 - text, list or dict
    """The node without its marks."""
    match node.value:
        case str():
            return node.value
        case list():
            return [plain(part) for part in node.value]
        case dict():
            return {key: plain(part) for key, part in node.value.items()}


def read(data: bytes, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """One YAML document as nodes, and every problem found. Never raises for bad input.

    ``file`` is the name to show in problems. No node is returned when the file cannot be read on.
    """
    reading = _Reading(file)
    try:
        if len(data) > MAX_BYTES:
            text = f"the file is larger than {MAX_BYTES // 1024} KiB: shorten it"
            reading.refuse(1, 1, "too-large", text)
        text = data.decode("utf-8-sig")
        if unreadable := _UNREADABLE.search(text):
            line, column = _place(text, unreadable.start())
            code = f"U+{ord(unreadable[0]):04X}"
            reading.refuse(line, column, "character", f"take out the character {code}")
        return reading.document(text), tuple(reading.problems)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        reading.report(
            line, 1, "encoding", "save the file as UTF-8: this line has another encoding"
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = error.problem or "syntax"
        hint = next((hint for begin, hint in _HINTS.items() if problem.startswith(begin)), "")
        reading.report(line, column, "yaml", f"this is not valid YAML: {problem}{hint}")
    except (yaml.YAMLError, RecursionError) as error:
        reading.report(1, 1, "yaml", f"this is not valid YAML: {type(error).__name__}")
    except _RefusedError:
        pass
    return None, tuple(reading.problems)


class _RefusedError(Exception):
    """Reading cannot go on; the problem is already noted."""


class _Reading:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.count = 0

    def report(self, line: int, column: int, code: str, text: str) -> None:
        if len(self.problems) == MAX_PROBLEMS:
            code, text = "too-many", "there are more faults: mend those above first, then try again"
        self.problems.append(Problem(self.file, line, column, code, text))
        if len(self.problems) > MAX_PROBLEMS:
            raise _RefusedError

    def refuse(self, line: int, column: int, code: str, text: str) -> None:
        self.report(line, column, code, text)
        raise _RefusedError

    def document(self, text: str) -> Node | None:
        events = yaml.parse(text, Loader=_LOADER)
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self.refuse(*_at(event), "documents", "the file holds a second document (---)")
                root = self.node(next(events), events, 1)
        if root is None:
            self.refuse(1, 1, "empty", "the file is empty")
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:  # noqa: ANN401
        line, column = _at(event)
        self.count += 1
        if depth > MAX_DEPTH:
            self.refuse(line, column, "too-deep", f"nested more than {MAX_DEPTH} deep")
        if self.count > MAX_NODES:
            self.refuse(line, column, "too-many", f"more than {MAX_NODES} values")
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                line, column, "alias", "write the text out: aliases (*name) are not allowed"
            )
        if event.anchor is not None:
            self.refuse(line, column, "anchor", "take out the anchor (&name): it is not allowed")
        if event.tag is not None:
            self.refuse(
                line, column, "tag", "take out the tag, or put the text in quotes: it begins with !"
            )
        if isinstance(event, yaml.ScalarEvent):
            if len(event.value) > MAX_SCALAR:
                text = f"a text longer than {MAX_SCALAR} letters: shorten it"
                self.refuse(line, column, "too-long", text)
            return Node(event.value, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(events, depth), line, column)
        keys: dict[str, tuple[int, int]] = {}
        return Node(self.mapping(events, depth, keys), line, column, keys)

    def sequence(self, events: Iterator[Any], depth: int) -> list[Node]:
        parts = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            parts.append(self.node(event, events, depth + 1))
        return parts

    def mapping(
        self, events: Iterator[Any], depth: int, keys: dict[str, tuple[int, int]]
    ) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key.value, str):
                self.report(key.line, key.column, "key", "a key has to be a single word")
            elif key.value == "<<":
                self.report(key.line, key.column, "merge", "merge keys (<<) are not allowed")
            elif key.value in found:
                text = f"this key stands twice; the first is in line {keys[key.value][0]}"
                self.report(key.line, key.column, "duplicate-key", text)
            else:
                found[key.value] = value
                keys[key.value] = (key.line, key.column)
        return found


def _place(text: str, position: int) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def _at(event: Any) -> tuple[int, int]:  # noqa: ANN401
    return event.start_mark.line + 1, event.start_mark.column + 1
