"""The short message for a patient portal: when, what is urgent, and what matters most."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pnet_prep.engine.facts import day_of_visit
from pnet_prep.engine.fill import FORMS
from pnet_prep.engine.sheet import TOP, flag_lines
from pnet_prep.engine.with_room import with_room
from pnet_prep.model.message import Message

if TYPE_CHECKING:
    from pnet_prep.engine.picture import Picture


def message(picture: Picture) -> Message:
    """The message of a visit. It names nobody: a portal knows who writes."""
    words, top = picture.content.words, picture.suggestions[:TOP]
    return Message(
        title=_title(picture),
        flags_title=words["message.flags"],
        flags=flag_lines(picture),
        more_flags=words["message.more_flags"],
        opening=words["message.opening"],
        questions=tuple(
            picture.wording.say("message.question", number=str(number), question=one.text)
            for number, one in enumerate(top, 1)
        ),
        rest=len(with_room(picture)[TOP:]),
        more_questions=words["message.more"],
        forms=words[FORMS],
        notes=picture.content.unchecked,
    )


def _title(picture: Picture) -> str:
    """With the day, where that is known for sure: own words for it can be long."""
    with suppress(ValueError):  # a visit file that was changed by hand
        if edtf := day_of_visit(picture):
            return picture.wording.say("message.title", date=picture.wording.day(edtf))
    return picture.content.words["message.title_undated"]
