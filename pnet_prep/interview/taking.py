"""Taking an answer: it is recorded, told back, and the next question is found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pnet_prep.engine.again import brought, reworded
from pnet_prep.engine.dose_hints import dose_item, hints
from pnet_prep.engine.flow import is_open
from pnet_prep.engine.reading import BORN, Read, sure_year
from pnet_prep.engine.record import agree, record, remove_entry
from pnet_prep.interview.alarms import alarm
from pnet_prep.interview.alone import guarded
from pnet_prep.interview.also_option import also_option
from pnet_prep.interview.parts import next_in_part
from pnet_prep.interview.state import Mode, Spot, State, resume_at
from pnet_prep.model.interview import Notice
from pnet_prep.model.questionnaire import OptionsFrom, Recognise
from pnet_prep.model.response import BOTH, HELPERS, Moment
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.model.questionnaire import Item
    from pnet_prep.model.response import Answer, Place
    from pnet_prep.model.values import Value


KEEPS_VIEWS = frozenset({NonAnswer.SKIPPED, NonAnswer.DECLINED, *ListMark})
"""What two people say together without agreeing on anything: each view stays."""


def answer(state: State, asked: Step, value: Value | None, moment: Moment) -> State:
    """Record a value (``None``: nothing) and go on to the next open question."""
    if value is not None:
        state = _hinted(saved(state, asked.place, value, moment), asked, value)
        state = state.stay(*state.notices, *also_option(state, asked.item, value))
    other_words = reworded(asked.group, asked.entry, state.picture.response)
    if asked.group and other_words and asked.item.again:
        naming = asked.group.items[0].link_id
        return state.to(Spot(Mode.ASK, (naming, asked.entry)), *state.notices)
    if (listed := _list_of_name(asked)) and not other_words:
        return state.to(Spot(Mode.ASK, (listed, "")), *state.notices)
    if state.editing:
        return state.to(Spot(Mode.REVIEW), *state.notices)._replace(editing=False)
    spot = next_in_part(state, asked) if state.walking else _next(state, asked)
    state = guarded(state, spot, *state.notices)
    return state.walk("") if spot.mode is Mode.PARTS else state


def saved(state: State, place: Place, value: Value, moment: Moment) -> State:
    """The state with a value recorded at a place, and what there is to say about it.

    An answer about an earlier visit brings over what it confirms; nothing said anew gives way. What
    two people agree on takes the place of every view that was on the screen.
    """
    asker, response = state.asker, state.picture.response
    new: list[Answer] = []
    for where, said in ((place, value), *brought(state.picture, place, value, asker.by)):
        if where != place and any(one.by == asker.by for one in response.at(*where)):
            continue
        link_id, entry = where
        agreed = where == place and asker.by == BOTH and said not in KEEPS_VIEWS
        made = (agree if agreed else partial(record, by=asker.by))(
            response,
            item=link_id,
            entry=entry,
            value=said,
            typed=asker.typed,
            moment=moment,
        )
        if made:
            new.append(made)
            response = response.with_answers((made,))
    return _with(state, tuple(new), _echo(state, value))


def removed(state: State, listed: Step, entry: str, moment: Moment) -> State:
    """The state with one entry of a list taken out."""
    made = remove_entry(
        state.picture.response,
        group=listed.item.link_id,
        entry=entry,
        by=state.asker.by,
        typed=state.asker.typed,
        moment=moment,
    )
    return _with(state, (made,) if made else (), ())


def noted(state: State, made: Answer | None) -> State:
    """The state with a note of what was left for later, if that is new."""
    return _with(state, (made,) if made else (), ())


def ask_again(state: State, problem: str) -> State:
    """The same question, with what to do first."""
    return state.stay(Notice(state.picture.content.words[problem]))


def guess(state: State, item: Item, read: Read) -> Read:
    """A typed name one letter from a known one becomes a choice between the two."""
    if item.recognise is not Recognise.MEDICINES or not isinstance(read.value, str):
        return read  # A sign is told in a sentence: to guess at it would only disturb.
    meant = guessed(state, item, read.value)
    return Read(either=(meant, read.value)) if meant else read


def guessed(state: State, item: Item, name: str) -> str:
    """The known name that a typed one may be meant for; empty without a guess."""
    known = state.picture.recognisers.at(item.link_id)
    return known.guess(name) if known else ""


def born(state: State) -> int | None:
    """The patient's year of birth, if it is known for sure."""
    said = state.picture.response.at(BORN)
    return sure_year(said[-1].value) if said else None


def _with(state: State, made: tuple[Answer, ...], echo: tuple[Notice, ...]) -> State:
    if not made:
        return state
    picture = state.picture.with_response(state.picture.response.with_answers(made))
    fired = [one for one in picture.flags if one.flag.id not in state.flags_told]
    urgent = [notice for one in fired for notice in alarm(one, picture.wording)]
    return state._replace(
        picture=picture,
        new=(*state.new, *made),
        notices=(*state.notices, *echo, *urgent),
        flags_told=state.flags_told | {one.flag.id for one in fired},
    )


def _hinted(state: State, asked: Step, value: Value) -> State:
    """With what there is to say of how a dose is written."""
    if asked.group is None or asked.item != dose_item(asked.group) or not isinstance(value, str):
        return state
    words = state.picture.content.words
    return state.stay(*state.notices, *(Notice(words[one]) for one in hints(value)))


def _echo(state: State, value: Value) -> tuple[Notice, ...]:
    wording = state.picture.wording
    if not isinstance(value, DateSaid):
        return ()
    if value.edtf is None:
        return (Notice(wording.words["echo.kept"]),)
    reading = wording.day(value.edtf)
    if reading.casefold() == value.text.casefold():
        return ()
    return (Notice(wording.say("echo.date", reading=reading)),)


def _next(state: State, asked: Step) -> Spot:
    """The next open question after this one; then whatever is open before it; then the review.

    A question that was left for later is not asked again at once where it is the last.
    """
    found = state.steps()
    places = [step.place for step in found]
    here = places.index(asked.place) if asked.place in places else -1
    response = state.picture.response
    after = next((step for step in found[here + 1 :] if is_open(step, response)), None)
    if after:
        return Spot(Mode.ASK, after.place)
    again = next((step for step in found if step.place == asked.place), None)
    left = again is not None and is_open(again, response)
    return Spot(Mode.REVIEW) if left else resume_at(state)


def _list_of_name(asked: Step) -> str:
    """The list whose entry this step names; empty for any other step."""
    group = asked.group
    made = group is not None and group.options_from is OptionsFrom.SUGGESTIONS
    if group is None or made or not group.repeats or group.link_id == HELPERS:
        return ""
    return group.link_id if group.items[0].link_id == asked.item.link_id else ""
