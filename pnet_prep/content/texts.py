"""Every text of a content folder that can be said in another language, under a name that lasts.

The name is made of ids alone, never of the place in the file or of the words: a text keeps it
however the files are put in order. ``shapes.SHAPES`` says which keys are texts, so a key that is
added there can be translated at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pnet_prep.content.defined import shape_of
from pnet_prep.content.keys import Kind
from pnet_prep.content.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pnet_prep.content.nodes import Node

FILE = "file"
"""The group of what a file says of itself, such as the title of a part."""

_GROUPS = {"first": "items", "screens": "items", "card_end": "card"}
"""Lists of a topic whose ids are of one kind."""

_NEVER = frozenset({"url"})
_LISTS = frozenset({"names", "forms", "not_after"})
_OPTIONAL = _LISTS | {"say"}
"""What another language may need or not: words people type, and how a word is said aloud."""


class Text(NamedTuple):
    """One text, or one list of words: ``group`` and ``name`` find it in a file of a translation.

    ``holder`` is the mapping it stands in, under ``key``. What is ``optional`` is not missed.
    """

    file: str
    group: str
    name: str
    key: str
    holder: dict[str, Node]
    optional: bool = False

    @property
    def node(self) -> Node:
        """Where it stands."""
        return self.holder[self.key]

    @property
    def said(self) -> str | list[str]:
        """The words, or the list."""
        value = self.node.value
        return [str(part.value) for part in value] if isinstance(value, list) else str(value)


def texts(nodes: Mapping[str, Node]) -> Iterator[Text]:
    """All texts of files that are checked, in file order. ``nodes`` are the files by name."""
    for file, node in nodes.items():
        yield from _of_file(file, node)


def _of_file(file: str, node: Node) -> Iterator[Text]:
    shape = SHAPES[shape_of(file)]
    for name, part in node.inside.items():
        kind = shape[name].kind
        if kind is Kind.SHAPES:
            group = _GROUPS.get(name, name)
            for entry in node.parts(name):
                yield from _of_entry(Text(file, group, "", "", {}), entry, shape[name].shape)
        elif kind is Kind.WORDS:
            yield from (Text(file, name, word, word, part.inside) for word in part.inside)
        elif kind is Kind.SOURCES:
            # A source is called what its publisher calls it; there may be a translation of it.
            for source, one in part.inside.items():
                at = Text(file, name, source, "", one.inside, optional=True)
                yield from _own(at, "source")
        elif _is_text(name, kind):
            yield Text(file, FILE, name, name, node.inside, name in _OPTIONAL)


def _of_entry(at: Text, entry: Node, shape: str) -> Iterator[Text]:
    """The texts of an entry and of those inside it; ``at.name`` is what stands before its id."""
    name = f"{at.name}{entry.text('id')}"
    here = at._replace(name=name, holder=entry.inside)
    yield from _own(here, shape)
    within = at._replace(name=f"{name}.") if shape == "symptom" else at
    for child in entry.parts("items"):
        yield from _of_entry(within, child, "item")


def _own(at: Text, shape: str) -> Iterator[Text]:
    for key, part in at.holder.items():
        kind = SHAPES[shape][key].kind
        if kind is Kind.OPTIONS:
            for option, one in part.inside.items():
                there = at._replace(name=f"{at.name}.options.{option}", holder=one.inside)
                if isinstance(one.value, str):
                    name = f"{there.name}.text"
                    yield there._replace(name=name, key=option, holder=part.inside)
                else:
                    yield from _own(there, "option")
        elif _is_text(key, kind):
            optional = at.optional or key in _OPTIONAL
            yield at._replace(name=f"{at.name}.{key}", key=key, optional=optional)


def _is_text(key: str, kind: Kind) -> bool:
    return (kind is Kind.TEXT and key not in _NEVER) or key in _LISTS
