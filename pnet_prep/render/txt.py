"""The checklist as a short message for a patient portal: plain lines that fit its box.

Nothing is ever cut: a text stands there whole, or it is counted in a sentence that says where it
is. Nothing is read as Markdown that the person did not type.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill, form
from pnet_prep.engine.text import in_order, show
from pnet_prep.render.rendering import Rendering

if TYPE_CHECKING:
    from pnet_prep.model.checklist import Checklist
    from pnet_prep.model.message import Message
    from pnet_prep.render.rendering import RenderOptions

LONGEST = 1500
"""Characters, counted as the strictest portals count: see `size`."""

Pieces = tuple[str, ...]


def render(checklist: Checklist, options: RenderOptions, /) -> Rendering:  # noqa: ARG001 - no paper
    """The message in UTF-8, Unicode form NFC. Nothing can be missing from it."""
    return Rendering(_fitted(checklist.message()).encode())


def size(text: str) -> int:
    """The length as a web page counts it: a line end as two, a sign beyond U+FFFF as two."""
    return len(text.encode("utf-16-le")) // 2 + text.count("\n")


def _fitted(message: Message) -> str:
    """The message with as many of its texts as fit, urgent signs before questions."""
    flags: Pieces = ()
    questions: Pieces = ()
    for flag in message.flags:
        if size(_written(message, (*flags, flag), questions)) <= LONGEST:
            flags = (*flags, flag)
    for question in message.questions:
        if size(_written(message, flags, (*questions, question))) <= LONGEST:
            questions = (*questions, question)
    return _written(message, flags, questions)


def _written(message: Message, flags: Pieces, questions: Pieces) -> str:
    parts = [_line(message.title)]
    if message.flags:
        left = _left(message, message.more_flags, len(message.flags) - len(flags))
        parts.append("\n".join(filter(None, (message.flags_title, *map(_line, flags), left))))
    if questions:
        parts += [message.opening, *map(_line, questions)]
    more = len(message.questions) - len(questions) + message.rest
    parts.append(_left(message, message.more_questions, more))
    parts.append("\n".join(map(_line, message.notes)))
    return "\n\n".join(filter(None, parts)) + "\n"


def _left(message: Message, pattern: str, count: int) -> str:
    number = str(count)
    return fill(form(pattern, number, message.forms), {"count": number}) if count else ""


def _line(text: str) -> str:
    return unicodedata.normalize("NFC", in_order(" ".join(show(text).split())))
