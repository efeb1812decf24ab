"""The six questions of every doctor with what to say, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.fill import fill
from pnet_prep.model.interview import Ask, Back, Chosen, Notice, Quit, Screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pnet_prep.engine.rehearse import Rehearsed
    from pnet_prep.interview.front_end import FrontEnd


def rehearse_with(
    front_end: FrontEnd, rehearsed: Sequence[Rehearsed], words: Mapping[str, str]
) -> bool:
    """Show each until Enter is pressed; whether the person stayed to the end."""
    place = 0
    while place < len(rehearsed):
        match front_end.ask(_screen(rehearsed, place, words)):
            case Chosen():
                place += 1
            case Back() if place:
                place -= 1
            case Quit():
                return False
            case _:
                continue
    front_end.tell((Notice(words["rehearse.end"]),))
    return True


def all_lines(rehearsed: Sequence[Rehearsed], words: Mapping[str, str]) -> tuple[str, ...]:
    """All of it at once, for a reader who cannot press keys; an empty line before each."""
    said = (line for one in rehearsed for line in ("", *_lines(one, words)))
    return (words["rehearse.intro"], *said, "", words["rehearse.end"])


def _screen(rehearsed: Sequence[Rehearsed], place: int, words: Mapping[str, str]) -> Screen:
    position = {"number": str(place + 1), "count": str(len(rehearsed))}
    return Screen(
        ask=Ask.NOTHING,
        text="\n".join(_lines(rehearsed[place], words)),
        part=fill(words["rehearse.place"], position),
        notices=() if place else (Notice(words["rehearse.intro"]),),
        can_go_back=place > 0,
    )


def _lines(one: Rehearsed, words: Mapping[str, str]) -> tuple[str, ...]:
    said = (
        fill(words["rehearse.say"], {"said": one.said}) if one.said else words["rehearse.nothing"]
    )
    lines = (fill(words["rehearse.ask"], {"asked": one.asked}), said, one.left)
    return tuple(filter(None, lines))
