"""What becomes a field of a form in a fillable PDF, and what each field is called.

A field has two names. The one that programs see is made of places and numbers alone, so that a
form that is passed on without its text tells nothing. The one that a screen reader says is the
text that the box or the lines belong to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator

TICK, ROOM = "tick", "room"
# Latin with Vietnamese and most of Africa's and Europe's languages, Greek, Cyrillic, and signs.
_TYPED = (
    (0x20, 0x24F),
    (0x384, 0x3CE),
    (0x400, 0x4FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x203A),
    (0x20AC, 0x20AC),
)
_NOT_ALONE = ("C", "M", "Z")  # categories of Unicode, but for the space


def typed_letters() -> str:
    """The letters that can be typed into a form whatever fonts the other computer has."""
    among = (chr(code) for first, last in _TYPED for code in range(first, last + 1))
    return "".join(c for c in among if c == " " or category(c)[0] not in _NOT_ALONE)


def name_fields(data: dict[str, Any], room: str) -> dict[str, tuple[str, ...]]:
    """Name each tick box and each room to write in the template's data.

    Gives, for each mark that the template puts there, what a screen reader says for the fields
    under it, in reading order. ``room`` says what room to write is for.
    """
    said: dict[str, tuple[str, ...]] = {}
    for place, question in enumerate(data["sheet"]["top"], 1):
        question["field"] = f"page-1-question-{place}"
        said[f"{question['field']}-{TICK}"] = (_numbered(question),)
    under = ""
    for block, name in zip(data["blocks"], _names(data["blocks"]), strict=True):
        block["field"] = name
        match block["kind"]:
            case "heading":
                under = block["text"]
            case "question":
                said[f"{name}-{TICK}"] = (_numbered(block),)
                if block["lines"]:
                    said[f"{name}-{ROOM}"] = (_joined(room, _numbered(block)),)
            case "ticks":
                things = tuple(map(_line, block["items"]))
                said[f"{name}-{TICK}"] = things
                if block["room"]:
                    said[f"{name}-{ROOM}"] = tuple(_joined(block["room"], one) for one in things)
            case "lines":
                said[f"{name}-{ROOM}"] = (_line(under) or room,)
            case _:
                pass
    return said


def _names(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """A name a block: the number on the paper where that is enough to tell it from the others."""
    taken: dict[str, int] = {}
    for block in blocks:
        number = f"-{block['number']}" if block["kind"] == "question" else ""
        name = f"{block['kind']}{number}"
        taken[name] = taken.get(name, 0) + 1
        again = taken[name] > 1 or not number
        yield f"{name}-{taken[name]}" if again else name


def _numbered(question: dict[str, Any]) -> str:
    return f"{question['number']}. {_line(question['text'])}"


def _joined(room: str, what: str) -> str:
    return f"{_line(room)}: {what}" if _line(room) else what


def _line(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())
