"""All questions for the doctor: taking one off the list with a reason, and bringing it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.dropped import DROPPED, KNOWING, WHY
from pnet_prep.engine.flow import Step
from pnet_prep.engine.origin import because_from, beside
from pnet_prep.engine.outcomes import OWN_QUESTIONS
from pnet_prep.engine.pairing import TOP
from pnet_prep.engine.reading import read_choice, read_text
from pnet_prep.engine.wording import lower_first
from pnet_prep.interview.questions import asked
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.interview.taking import ask_again, removed, saved
from pnet_prep.model.interview import (
    Ask,
    Choice,
    Chosen,
    Event,
    Given,
    Later,
    Notice,
    Passed,
    Screen,
)
from pnet_prep.model.response import BOTH
from pnet_prep.model.values import OwnWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.model.prompt_list import SuggestedQuestion
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Moment

GO_ON = "go_on"
KEEP = "keep"
YES, NO = "yes", "no"
ON, OFF = "on:", "off:"
"""Before the id of a question that is on the list, and of one that is off it."""


def questions_screen(state: State) -> Screen:
    """Every question in its order, one's own among them; before them those that are off the list.

    These come first because a long list fills the screen: so it is seen that one has left.
    """
    picture, words = state.picture, state.picture.content.words
    on_it = [Choice(ON + one.id, _line(state, one)) for one in picture.suggestions]
    off = [Choice(OFF + one.id, _off_line(state, one)) for one in picture.off_the_list]
    return Screen(
        ask=Ask.ONE,
        text=words["questions.text"],
        part=words["questions.title"],
        notices=state.notices,
        choices=(Choice(GO_ON, words["questions.go_on"]), *off, *on_it),
        help=words["questions.help"],
        enter=GO_ON,
        numbered=True,
        can_go_back=bool(state.trail),
    )


def in_questions(state: State, event: Event) -> State:
    """An event on the screen of all questions."""
    match event:
        case Chosen((chosen,)) if chosen.startswith(ON):
            return _opened(state, chosen.removeprefix(ON))
        case Chosen((chosen,)) if chosen.startswith(OFF):
            return state.to(Spot(Mode.BRING_BACK, (WHY, chosen.removeprefix(OFF))))
        case Chosen() | Passed() | Later():
            return state.to(Spot(Mode.DONE if state.command else Mode.TOP))
        case _:
            return ask_again(state, "problem.choose")


def drop_screen(state: State) -> Screen:
    """Why one question is to leave the list; before that, that a sign stands behind it."""
    link_id, question = state.spot.place
    words, item = state.picture.content.words, _item(state, link_id)
    given = [Choice(option.id, option.text) for option in item.options]
    if link_id == KNOWING:
        given = [Choice(YES, words["drop.yes"])]
    return Screen(
        ask=Ask.ONE,
        text=asked(state, item),
        heading=_text(state, question),
        notices=(*state.notices, *_told(state, question)),
        choices=(Choice(KEEP, words["drop.keep"]), *given),
        help=item.help or words["help.none"],
        enter=KEEP,
        words_too=link_id == WHY,
    )


def in_drop(state: State, event: Event, moment: Moment) -> State:
    """An event on that screen; the reason is an answer, and only with it the question leaves."""
    link_id, question = state.spot.place
    if isinstance(event, (Passed, Later)) or event == Chosen((KEEP,)):
        return state.to(Spot(Mode.QUESTIONS))
    if link_id == KNOWING:
        if event != Chosen((YES,)):
            return ask_again(state, "problem.choose")
        return state.to(Spot(Mode.DROP, (WHY, question), typed=YES))
    item = _item(state, WHY)
    match event:
        case Chosen(ids):
            read = read_choice(item, ids)
        case Given(text):
            read = read_text(item, text, state.picture.today)
        case _:
            return ask_again(state, "problem.choose")
    if read.value is None:
        return ask_again(state, "problem.choose")
    if state.spot.typed:
        state = saved(state, (KNOWING, question), state.spot.typed, moment)
    state = saved(state, (WHY, question), read.value, moment)
    told = Notice(state.picture.content.words["questions.taken_off"])
    return state.to(Spot(Mode.QUESTIONS), *state.notices, told)


def bring_back_screen(state: State) -> Screen:
    """Whether a question that is off the list comes back."""
    words = state.picture.content.words
    return Screen(
        ask=Ask.ONE,
        text=words["back_on.text"],
        heading=_text(state, state.spot.place[1]),
        notices=state.notices,
        choices=(Choice(NO, words["back_on.no"]), Choice(YES, words["back_on.yes"])),
        enter=NO,
    )


def in_bringing_back(state: State, event: Event, moment: Moment) -> State:
    """An event on that screen; the reason stays in the visit, and no longer counts."""
    if event != Chosen((YES,)):
        return state.to(Spot(Mode.QUESTIONS))
    group = _item(state, DROPPED)
    section = next(s for s in state.picture.content.questionnaire.sections if group in s.items)
    state = removed(state, Step(group, "", section), state.spot.place[1], moment)
    told = Notice(state.picture.content.words["questions.brought_back"])
    return state.to(Spot(Mode.QUESTIONS), *state.notices, told)


def _opened(state: State, question: str) -> State:
    one = next((one for one in state.picture.suggestions if one.id == question), None)
    if one is None or (not one.own and not state.can_drop):
        return state
    if one.own:
        # One's own leaves only where it was written, and never by a reason.
        entry = question.removeprefix("own.")
        return state.to(Spot(Mode.ENTRY, (OWN_QUESTIONS, entry)))._replace(editing=True)
    return state.to(Spot(Mode.DROP, (KNOWING if one.urgent else WHY, question)))


def _item(state: State, link_id: str) -> Item:
    return state.picture.content.questionnaire.by_id[link_id]


def _text(state: State, question: str) -> str:
    picture = state.picture
    known = (*picture.suggestions, *picture.off_the_list)
    return next((one.text for one in known if one.id == question), "")


def _told(state: State, question: str) -> Iterator[Notice]:
    """Why the question is on the list, and who else chose it for the top three."""
    picture, wording = state.picture, state.picture.wording
    for one in picture.suggestions:
        if one.id == question and (because := because_from(one, picture.content)):
            yield Notice(because[:1].upper() + because[1:])
    for answer in picture.response.at(TOP):
        picked = isinstance(answer.value, tuple) and question in answer.value
        if picked and answer.by not in {state.asker.by, BOTH}:
            yield Notice(wording.say("questions.picked_by", person=wording.person(answer.by)))


def _line(state: State, one: SuggestedQuestion) -> str:
    wording = state.picture.wording
    text = beside(one.text, one.id, state.picture.content)
    kind = "own" if one.own else "picked" if one.picked else ""
    return wording.say(f"questions.{kind}", question=text) if kind else text


def _off_line(state: State, one: SuggestedQuestion) -> str:
    """Whoever gave the reason reads it again; others read who took it off."""
    wording, item = state.picture.wording, _item(state, WHY)
    said = [answer for answer in state.picture.response.at(WHY, one.id) if answer.real]
    own = [answer for answer in said if answer.by in {state.asker.by, BOTH}]
    if own:
        value = own[-1].value
        why = wording.value(item, value)
        why = why if isinstance(value, OwnWords) else lower_first(why)
        return wording.say("questions.off_why", why=why, question=one.text)
    if said:
        person = wording.person(said[-1].by)
        return wording.say("questions.off_by", person=person, question=one.text)
    return wording.say("questions.off", question=one.text)
