"""Every text of a content folder that a patient can read, with its place in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.content.files import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pnet_prep.content.nodes import Node

MEANING = "plain"
"""The key of what a glossary term means, which is kept shorter than other texts."""

_TEXTS = frozenset(
    {
        "title",
        "text",
        "text_about",
        "label",
        "said",
        "aloud",
        "help",
        "ask",
        "ask_about",
        "why",
        "because",
        "calendar",
        "for",
        "do",
        MEANING,
        "more",
    }
)
_NOT_READ = frozenset({"sources.yaml", "places.yaml", "medicine_names.yaml"})
_NO_TEXT = frozenset({"when", "quick_when", "forms"})


class PatientText(NamedTuple):
    """One text: its file, its key (or option id), and its node."""

    file: str
    key: str
    node: Node

    @property
    def text(self) -> str:
        """The words."""
        return str(self.node.value)


def patient_texts(nodes: Mapping[str, Node]) -> Iterator[PatientText]:
    """All texts of all files, in file order. ``nodes`` are the files by name."""
    for file, node in nodes.items():
        if bare(file) not in _NOT_READ:
            yield from _inside(file, node)


def _inside(file: str, node: Node) -> Iterator[PatientText]:
    if isinstance(node.value, list):
        for part in node.value:
            yield from _inside(file, part)
    elif isinstance(node.value, dict):
        for key, part in node.value.items():
            if key in _TEXTS and isinstance(part.value, str):
                yield PatientText(file, key, part)
            elif key in {"options", "words"} and isinstance(part.value, dict):
                yield from _by_id(file, part.value)
            elif key not in _NO_TEXT:
                yield from _inside(file, part)


def _by_id(file: str, inside: Mapping[str, Node]) -> Iterator[PatientText]:
    for name, part in inside.items():
        if isinstance(part.value, str):
            yield PatientText(file, name, part)
        else:
            yield from _inside(file, part)
