"""Two entries of a list, each from another person, that may be one thing: how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.same_names import alike, told_of
from pnet_prep.model.interview import Ask, Choice, Notice, Screen
from pnet_prep.model.response import BOTH, HELPERS, PATIENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.flow import Step
    from pnet_prep.engine.picture import Picture
    from pnet_prep.engine.same_names import SameName
    from pnet_prep.interview.state import State
    from pnet_prep.model.questionnaire import Item

YES, NO, UNSURE = "yes", "no", "unsure"
SAME = "same:"
"""Before two entries, as a choice of their list."""


def same_screen(picture: Picture, one: SameName, notices: tuple[Notice, ...] = ()) -> Screen:
    """What each person said of theirs, and whether that is one thing; nothing is chosen before."""
    words = picture.content.words
    told = (Notice(told_of(picture, one.group, entry)) for entry in one.entries)
    return Screen(
        ask=Ask.ONE,
        text=words["same.text"],
        heading=one.name,
        notices=(*notices, *told),
        choices=tuple(Choice(name, words[f"same.{name}"]) for name in (YES, NO, UNSURE)),
        help=words["same.help"],
    )


def who_says_screen(picture: Picture) -> Screen:
    """Whose word it is, where nobody is at the keyboard by name."""
    wording = picture.wording
    people = dict.fromkeys((*picture.response.people(), *picture.response.entries(HELPERS)))
    return Screen(
        ask=Ask.ONE,
        text=wording.words["same.who"],
        choices=(
            *(Choice(person, wording.person(person)) for person in (people or {PATIENT: None})),
            Choice(BOTH, wording.words["who.both"]),
        ),
        help=wording.words["same.help"],
    )


def offered(state: State, listed: Step) -> Iterator[Choice]:
    """A line of the list for each two entries that may be one."""
    for one in alike(state.picture, listed.item):
        text = state.picture.wording.say("list.same", name=one.name)
        yield Choice(SAME + "|".join(one.entries), text)


def asked_same(state: State, group: Item) -> SameName | None:
    """What is asked now; ``None`` once it is settled."""
    pair = {state.spot.place[1], state.spot.typed}
    return next((one for one in alike(state.picture, group) if {*one.entries} == pair), None)
