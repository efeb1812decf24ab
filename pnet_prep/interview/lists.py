"""Lists of medicines, relatives, questions of one's own: add another, change, take out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.flow import naming_step
from pnet_prep.engine.same_names import kept_apart, made_one
from pnet_prep.interview.questions import (
    NONE,
    also_said,
    asked,
    beside,
    help_text,
    notices,
    own_answer,
    part_line,
    question,
)
from pnet_prep.interview.same_screens import offered
from pnet_prep.model.interview import Ask, Choice, Notice, Screen
from pnet_prep.model.questionnaire import Recognise
from pnet_prep.model.values import ListMark, NonAnswer

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.interview.state import State

ADD = "add"
COMPLETE = "complete"
CHANGE = "change"
REMOVE = "remove"
KEEP = "keep"
SPLIT, UNITE = "split", "unite"
"""What stands as one was given twice, or the other way round."""
ENTRY = "entry:"


def list_screen(state: State, step: Step) -> Screen:
    """The list so far, and what can be done with it."""
    words = state.picture.content.words
    entries = state.picture.response.entries(step.item.link_id)
    own = None if entries else own_answer(state, step)
    said = own.value if own else None
    wording = state.picture.wording
    names = {ENTRY + entry: wording.entry(step.item, entry) for entry in entries}
    listed = [Choice(one, wording.say("list.entry", name=name)) for one, name in names.items()]
    return Screen(
        ask=Ask.ONE,
        text=asked(state, step.item),
        part=part_line(state, step),
        notices=notices(state, step),
        choices=(
            Choice(ADD, words["list.add_more" if entries else "list.add_first"]),
            Choice(
                COMPLETE,
                words["list.complete" if entries else "list.none"],
                chosen=said is ListMark.COMPLETE,
            ),
            *offered(state, step),
            *listed,
        ),
        non_answers=tuple(NonAnswer),
        current=words[f"choose.{said.value}"] if isinstance(said, NonAnswer) else "",
        help=help_text(state, step),
        enter=COMPLETE if entries else "",
        can_go_back=bool(state.trail),
        adds=ADD,
        also=(
            *((name.casefold(), one) for one, name in names.items()),
            *also_said(state, add=ADD, none=COMPLETE, not_sure=NonAnswer.NOT_SURE),
        ),
        lines=_takes_many(step),
        beside=beside(state),
        private=step.item.private,
    )


def adding(state: State, step: Step) -> Screen:
    """The first question of the list, for an entry that is not there yet; nothing more ends it."""
    words = state.picture.content.words
    also = also_said(state, none=NONE, not_sure=NonAnswer.NOT_SURE)
    base = question(state, naming_step(step, ""))._replace(also=also)
    if base.ask is Ask.ONE:
        done = Choice(COMPLETE, words["list.complete"])
        return base._replace(choices=(*base.choices, done))
    many = _takes_many(step)
    word = "list.adding_many" if many else "list.adding"
    if state.notices:
        word = "list.next" if state.picture.response.entries(step.item.link_id) else ""
    hint = (Notice(words[word]),) if word else ()
    return base._replace(notices=(*base.notices, *hint), empty=True, current="", lines=many)


def _takes_many(step: Step) -> bool:
    """Whether several entries can be pasted or typed at once."""
    return step.item.items[0].recognise is Recognise.MEDICINES


def entry_screen(state: State, step: Step, entry: str) -> Screen:
    """What to do with one entry."""
    wording = state.picture.wording
    other = {
        SPLIT: made_one(state.picture, step.item, entry),
        UNITE: kept_apart(state.picture, step.item, entry),
    }
    return Screen(
        ask=Ask.ONE,
        text=wording.say("list.what_to_do", name=wording.entry(step.item, entry)),
        notices=state.notices,
        choices=tuple(
            Choice(name, wording.words[f"list.{name}"])
            for name in (CHANGE, REMOVE, *(name for name, is_so in other.items() if is_so), KEEP)
        ),
        enter=KEEP,
        private=step.item.private,
    )
