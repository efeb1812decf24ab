"""What an event does to a list: add, end, change or take out an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.flow import naming_step
from pnet_prep.engine.pasted_list import bare_entry
from pnet_prep.engine.reading import Read, read_choice, read_text
from pnet_prep.interview.also_option import also_option
from pnet_prep.interview.laters import left
from pnet_prep.interview.lists import ADD, CHANGE, COMPLETE, ENTRY, REMOVE, SPLIT, UNITE
from pnet_prep.interview.pasted import pasted, with_dose
from pnet_prep.interview.questions import NONE, own_answer
from pnet_prep.interview.same import at_same, parted, united
from pnet_prep.interview.same_screens import SAME
from pnet_prep.interview.speakers import new_id
from pnet_prep.interview.state import Mode, Spot, State
from pnet_prep.interview.taking import answer, ask_again, guess, removed, saved
from pnet_prep.model.interview import Chosen, Event, Given, Later, Meant, Notice, Passed
from pnet_prep.model.questionnaire import Recognise
from pnet_prep.model.values import ListMark, NonAnswer

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.model.response import Moment
    from pnet_prep.model.values import Value


def in_list(state: State, listed: Step, event: Event, moment: Moment) -> State:
    """An event on the screen of the whole list."""
    link_id = listed.item.link_id
    match event:
        case Chosen((chosen,)) if chosen == ADD:
            return state.to(Spot(Mode.ADD, (link_id, "")))
        case Chosen((chosen,)) if chosen == COMPLETE:
            return answer(state, listed, ListMark.COMPLETE, moment)
        case Chosen((chosen,)) if chosen.startswith(SAME):
            return at_same(state, listed, chosen)
        case Chosen((chosen,)) if chosen.startswith(ENTRY):
            return state.to(Spot(Mode.ENTRY, (link_id, chosen.removeprefix(ENTRY))))
        case Passed(how):
            own = own_answer(state, listed)
            done = own is not None and own.value is ListMark.COMPLETE
            keep = how is NonAnswer.SKIPPED and done
            return answer(state, listed, None if keep else how, moment)
        case Later():
            return left(state, listed, moment)
        case _:
            return ask_again(state, "problem.choose")


def in_adding(state: State, listed: Step, event: Event, moment: Moment) -> State:
    """An event while names are added, one after the other."""
    naming = listed.item.items[0]
    if isinstance(event, Later):
        return left(_home(state, listed), listed, moment)
    if isinstance(event, Passed):
        return _unnamed(state, listed, event, moment)
    if event == Chosen((NONE,)):
        return answer(_home(state, listed), listed, ListMark.COMPLETE, moment)
    if isinstance(event, Given) and naming.recognise is Recognise.MEDICINES:
        taken = None if isinstance(event, Meant) else _at_once(state, listed, event.text, moment)
        if taken:
            return taken
        event = event._replace(text=bare_entry(event.text))
    read = _read(state, listed, event)
    if read is None:
        return _ended(state, listed, moment)
    if read.problem or (read.value is None and not read.either):
        return ask_again(state, read.problem or "problem.choose")
    entry = new_id(moment)
    naming_of_it = naming_step(listed, entry)
    if read.either:
        spot = Spot(Mode.EITHER, naming_of_it.place, read.either)
        return state.to(spot)
    assert read.value is not None  # noqa: S101 - looked at above
    return added(state, naming_of_it, read.value, moment)


def _unnamed(state: State, listed: Step, event: Passed, moment: Moment) -> State:
    """An entry whose name somebody is not sure of, as long as more is asked about it.

    All else that is said in place of a name is said of the whole list.
    """
    more = any(not item.again for item in listed.item.items[1:])
    if event.how is not NonAnswer.NOT_SURE or not more:
        return in_list(_home(state, listed), listed, event, moment)
    state = saved(state, naming_step(listed, new_id(moment)).place, event.how, moment)
    return state.stay(*state.notices, Notice(state.picture.content.words["list.added_unnamed"]))


def _at_once(state: State, listed: Step, text: str, moment: Moment) -> State | None:
    """What follows where more than one name was typed: several entries, or a name and its dose."""
    return pasted(state, listed, text) or with_dose(state, listed, text, moment)


def added(state: State, naming: Step, value: Value, moment: Moment) -> State:
    """The state with one more name in a list, ready for the next one."""
    state = saved(state, naming.place, value, moment)
    wording = state.picture.wording
    said = wording.say("list.added", name=wording.value(naming.item, value))
    told = wording.words["list.added_private"] if naming.item.private else said
    return state.stay(*state.notices, Notice(told), *also_option(state, naming.item, value))


def in_entry(state: State, listed: Step, entry: str, event: Event, moment: Moment) -> State:
    """An event on the screen of one entry."""
    chosen = event.ids[0] if isinstance(event, Chosen) else ""
    home = _home(state, listed)
    if chosen == CHANGE:
        return home._replace(spot=Spot(Mode.ASK, naming_step(listed, entry).place))
    if chosen == SPLIT:
        return parted(home, listed, entry, moment)
    if chosen == UNITE:
        return united(home, listed, entry, moment)
    return removed(home, listed, entry, moment) if chosen == REMOVE else home


def _read(state: State, listed: Step, event: Event) -> Read | None:
    """What was added, or ``None`` for "that is all"."""
    naming = listed.item.items[0]
    match event:
        case Given(text) if text.strip() and not any(map(str.isalnum, text)):
            return Read(problem="problem.empty")
        case Given(text) if text.strip():
            read = read_text(naming, text, state.picture.today)
            return read if isinstance(event, Meant) else guess(state, naming, read)
        case Chosen(ids) if ids and ids != (COMPLETE,):
            return read_choice(naming, ids)
        case _:
            return None


def _home(state: State, listed: Step) -> State:
    """At the list itself: what was on the screen is not come back to."""
    return state._replace(spot=Spot(Mode.ASK, listed.place))


def _ended(state: State, listed: Step, moment: Moment) -> State:
    home = _home(state, listed)
    if not state.picture.response.entries(listed.item.link_id):
        return home
    return answer(home, listed, ListMark.COMPLETE, moment)
