"""The screen of one question: its words, what was said before, and what may be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.again import ALL_RIGHT, kept_options
from pnet_prep.engine.glossary import meaning
from pnet_prep.engine.names import names_of
from pnet_prep.engine.phone import TEAM_PHONE, lines
from pnet_prep.engine.slots import Slots
from pnet_prep.engine.with_room import entry_name
from pnet_prep.interview.last_visit import look_over, offered, said_at_last_visit
from pnet_prep.model.interview import Ask, Choice, Later, Notice, Screen, Speaker
from pnet_prep.model.questionnaire import ItemType, OptionsFrom
from pnet_prep.model.response import ANSWERING, BOTH, HELPERS
from pnet_prep.model.values import NonAnswer, OwnWords

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.interview.answering import Row
    from pnet_prep.interview.state import State
    from pnet_prep.model.interview import Event
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer

ASKS = {
    ItemType.CHOICE: Ask.ONE,
    ItemType.OPEN_CHOICE: Ask.ONE,
    ItemType.YES_NO_UNSURE: Ask.ONE,
    ItemType.CHOICES: Ask.MANY,
    ItemType.SCALE_0_10: Ask.ONE,
    ItemType.LONG_TEXT: Ask.LONG,
}
"""How each kind of item is answered; all others by one line."""

NONE = "none"
"""The choice that says no to all others, in a list that has one."""

_PASSED = frozenset({NonAnswer.SKIPPED, NonAnswer.DECLINED})


def question(state: State, step: Step) -> Screen:
    """The screen of one item."""
    item = step.item
    own = own_answer(state, step) or offered(state, step)
    held = own.value if own else kept_options(state.picture, item)
    chosen = held if isinstance(held, tuple) else (str(held),)
    ask = ASKS.get(item.type, Ask.LINE)
    return Screen(
        ask=ask,
        text=asked(state, item),
        part=part_line(state, step),
        heading=_heading(state, step),
        notices=notices(state, step),
        choices=tuple(Choice(name, text, name in chosen) for name, text in _options(state, item)),
        exclusive=(ALL_RIGHT,) if item.about else item.exclusive,
        non_answers=() if item.link_id == ANSWERING else tuple(NonAnswer),
        current=_current(state, own, ask) if own else "",
        help=help_text(state, step),
        suggest=names_of(item, state.picture.content),
        words_too=item.type is ItemType.OPEN_CHOICE,
        also=_also(state, item),
        can_go_back=bool(state.trail),
        beside=() if item.link_id == ANSWERING else beside(state),
        private=item.private,
    )


def _also(state: State, item: Item) -> tuple[tuple[str, Row], ...]:
    if item.link_id == ANSWERING:
        return ()
    none: dict[str, Row] = {"none_of_these": NONE} if item.option(NONE) else {}
    if item.link_id == TEAM_PHONE:  # "Your care team: no." would come first in an emergency
        none["none"] = NonAnswer.SKIPPED
    places = state.picture.content.places if item.options_from is OptionsFrom.PLACES else ()
    named = ((name, place.id) for place in places for name in place.also)
    return (*also_said(state, **none, not_sure=NonAnswer.NOT_SURE), *named)


def also_said(state: State, **rows: Row) -> tuple[tuple[str, Row], ...]:
    """Other words for what can be chosen, as the content has them: "I don't know" is not sure."""
    words = state.picture.content.words
    return tuple(
        (text.strip().casefold(), row)
        for kind, row in rows.items()
        for text in words[f"also.{kind}"].split(";")
    )


def asked(state: State, item: Item) -> str:
    """The question as put to whoever is at the keyboard."""
    text = item.text_about if state.asker.caregiver and item.text_about else item.text
    return Slots(state.picture.wording, state.picture.views).fill(text)


def own_answer(state: State, step: Step) -> Answer | None:
    """What this person, or both together, said here last.

    What both passed over does not hide what one of them has said.
    """
    by = state.asker.by
    mine = [a for a in state.picture.response.at(*step.place) if a.by in {by, BOTH}]
    said = [a for a in mine if a.by == by or a.value not in _PASSED] or mine
    return said[-1] if said else None


def notices(state: State, step: Step) -> tuple[Notice, ...]:
    """What is said first: news, texts that ask nothing, and what others said here."""
    wording = state.picture.wording
    # What is private is said each time: somebody else may look on now, and numbers to call stay.
    new = [one for one in step.before if one.private or one.link_id not in state.parts_told]
    before = [Notice(text) for item in new for text in _display(state, item)]
    others = [
        Notice(wording.say("view.other", person=wording.person(a.by), answer=wording.answer(a)))
        for a in state.picture.response.at(*step.place)
        if a.by not in {state.asker.by, BOTH}
    ]
    if others and state.asker.by == BOTH:
        others.append(Notice(wording.words["view.agree"]))
    return (*state.notices, *before, *said_at_last_visit(state, step), *others)


def beside(state: State) -> tuple[tuple[Event, str], ...]:
    """What else can be done at a question, said aloud once a second person is known."""
    words = state.picture.content.words
    if not state.picture.response.entries(HELPERS):
        return ()
    return (Speaker(), words["key.who"]), (Later(), words["key.later"])


def part_line(state: State, step: Step) -> str:
    """Which part begins here and how long the rest takes, said once a part."""
    if step.section.id in state.parts_told:
        return ""
    found = state.steps()
    parts = list(dict.fromkeys(one.section.id for one in found))
    return state.picture.wording.say(
        "part.line" if len(parts) > 1 else "part.only",
        part=str(parts.index(step.section.id) + 1),
        parts=str(len(parts)),
        title=step.section.title,
        minutes=str(state.minutes()),
    )


def help_text(state: State, step: Step) -> str:
    """The help of an item and the meaning of each medical word on its screen, a line each."""
    item, before = step.item, [asked(state, one) for one in step.before]
    options = [option.text for option in item.options]
    texts = [*before, _heading(state, step), asked(state, item), item.help, *options]
    words = state.picture.content.words
    found = state.picture.ready.glossary.terms_in("\n".join(texts))
    meanings = [meaning(term, words) for term in found]
    return "\n".join(filter(None, [item.help, *meanings])) or words["help.none"]


def _heading(state: State, step: Step) -> str:
    if step.group is None:
        return ""
    if not step.group.repeats:
        return step.group.text
    if step.item.again and state.picture.earlier:
        return state.picture.earlier.wording.entry(step.group, step.entry)
    if step.group.options_from is OptionsFrom.SUGGESTIONS:
        return entry_name(state.picture, step.group, step.entry)
    if step.group.items[0].link_id == step.item.link_id:
        return ""
    return state.picture.wording.entry(step.group, step.entry)


def _display(state: State, item: Item) -> list[str]:
    said = [asked(state, item)]
    return said + list(lines(item.help_line, state.picture.wording)) if item.help_line else said


def _options(state: State, item: Item) -> list[tuple[str, str]]:
    wording = state.picture.wording
    if item.about:
        return look_over(state, item)
    if item.type is ItemType.YES_NO_UNSURE:
        return [(name, wording.words[f"answer.{name}"]) for name in ("yes", "no")]
    if item.type is ItemType.SCALE_0_10:
        return [(str(number), str(number)) for number in range(11)]
    if item.options_from is OptionsFrom.PLACES:
        return [(place.id, place.name) for place in state.picture.content.places]
    return [(option.id, option.text) for option in item.options]


def _current(state: State, own: Answer, ask: Ask) -> str:
    """The earlier answer in words, where the choices do not show it themselves."""
    match own.value:
        case NonAnswer():
            return state.picture.content.words[f"choose.{own.value.value}"]
        case OwnWords():
            return as_typed(own)
        case _:
            return as_typed(own) if ask in {Ask.LINE, Ask.LONG} else ""


def as_typed(answer: Answer) -> str:
    """The person's own words, ready to be kept or changed."""
    value = answer.value
    return value if isinstance(value, str) else str(getattr(value, "text", value))
