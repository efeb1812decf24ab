"""The few screens beside the questions: which reading, who answers, review, top three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.flow import answered
from pnet_prep.engine.origin import because_from
from pnet_prep.engine.outcomes import OWN_QUESTIONS
from pnet_prep.engine.to_ask import about
from pnet_prep.engine.voices import name_or_both, voices
from pnet_prep.interview.still import to_ask
from pnet_prep.model.interview import Ask, Choice, Notice, Screen
from pnet_prep.model.response import ANSWERING, BOTH, HELPERS, PATIENT
from pnet_prep.model.values import DateSaid, NonAnswer, Quantity

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.interview.state import State
    from pnet_prep.model.prompt_list import SuggestedQuestion
    from pnet_prep.model.values import Value

GO_ON = "go_on"
QUESTIONS = "questions"
NEITHER = "neither"
SOMEBODY_NEW = "new"
SAYS = "says:"
"""Before a caregiver's id: they type what the patient says."""

CANDIDATES = 9
"""How many questions are offered for the top three: what fits one screen without scrolling."""

TOP_COUNT = 3
NAMED = 3
"""Questions without an answer that the review names: it never nags."""


def either_screen(state: State) -> Screen:
    """Which of several readings is meant."""
    wording = state.picture.wording
    either = state.spot.either
    kind = {DateSaid: "date", Quantity: "unit"}.get(type(either[0]), "name")
    choices = [Choice(str(i), _reading(state, value)) for i, value in enumerate(either)]
    neither = Choice(NEITHER, wording.words[f"either.{kind}.neither"])
    return Screen(
        ask=Ask.ONE,
        text=wording.words[f"either.{kind}"],
        notices=state.notices,
        choices=(*choices, neither),
    )


def _reading(state: State, value: Value) -> str:
    match value:
        case DateSaid(_, str(edtf)):
            return state.picture.wording.day(edtf)
        case Quantity(_, _, str(unit)):
            return unit
        case _:
            item = state.picture.content.questionnaire.by_id[state.spot.place[0]]
            return state.picture.wording.value(item, value)


def who_screen(state: State) -> Screen:
    """Who answers from here on."""
    wording = state.picture.wording
    helpers = state.picture.response.entries(HELPERS)
    people = [(person, wording.person(person)) for person in (PATIENT, *helpers)]
    for helper in helpers[-1:] if state.asker.typed not in helpers else (state.asker.typed,):
        slots = {"name": wording.patient(), "person": wording.person(helper)}
        people.append((SAYS + helper, wording.say("who.says", **slots)))
    together = [(BOTH, wording.words["who.both"])] if helpers else []
    new = (SOMEBODY_NEW, wording.words["who.new"])
    now = state.spot.typed
    return Screen(
        ask=Ask.ONE,
        text=wording.words["who.text"],
        notices=state.notices,
        choices=tuple(Choice(name, text, name == now) for name, text in [*people, *together, new]),
        help=wording.words["who.help"],
    )


def review_screen(state: State) -> Screen:
    """Everything that was said, a numbered line each, in the order asked."""
    wording, response = state.picture.wording, state.picture.response
    found = state.steps()
    missing = [step for step in found if not answered(step, response)]
    lines = tuple(
        Choice("|".join(step.place), line) for step in found if (line := _line(state, step))
    )
    notes = [*state.notices, *to_ask(state)]
    if missing:
        notes.append(Notice(wording.say("review.missing", things=_missing(state, missing))))
    differ = [str(number) for number, line in enumerate(lines, 2) if _differs(state, line.id)]
    if differ:
        notes.append(Notice(wording.say("review.differ", lines=wording.listed(differ))))
    own = f"{OWN_QUESTIONS}|"
    if state.step((OWN_QUESTIONS, "")) and own not in {line.id for line in lines}:
        lines = (*lines, Choice(own, wording.words["review.own"]))
    if state.picture.suggestions and state.can_drop:
        count = str(len(state.picture.suggestions))
        lines = (*lines, Choice(QUESTIONS, wording.say("review.questions", count=count)))
    return Screen(
        ask=Ask.ONE,
        text=wording.words["review.text"],
        part=wording.words["review.title"],
        notices=tuple(notes),
        choices=(Choice(GO_ON, wording.words[f"review.{state.command or 'go_on'}"]), *lines),
        help=wording.words["review.help"],
        enter=GO_ON,
        numbered=True,
        can_go_back=bool(state.trail),
    )


def _differs(state: State, line: str) -> bool:
    """Whether two people see what stands on a line of the review differently."""
    link_id, _, entry = line.partition("|")
    item = state.picture.content.questionnaire.by_id[link_id]
    if item.repeats or link_id == ANSWERING:
        return False
    said = [one for one in state.picture.response.at(link_id, entry) if one.real]
    return len({one.by for one in said}) > 1 and len(voices(state.picture, item, said)) > 1


def _missing(state: State, missing: list[Step]) -> str:
    """The first few of what is not answered by name, and how many more there are."""
    wording = state.picture.wording
    named = [about(state.picture, step.item, step.entry) for step in missing[:NAMED]]
    if more := len(missing) - len(named):
        named.append(wording.say("review.more", count=str(more)))
    return wording.words["because.join"].join(named)


def _line(state: State, step: Step) -> str:
    wording, response = state.picture.wording, state.picture.response
    said = response.at(*step.place)
    entries = response.entries(step.item.link_id) if step.item.repeats else ()
    shown = ""
    if step.item.repeats:
        names = [name_or_both(state.picture, step.item, entry) for entry in entries]
        shown = wording.listed(names)
    shown = shown or "; ".join(voices(state.picture, step.item, said))
    if not shown:
        return ""
    if step.item.personal and (entries or any(answer.real for answer in said)):
        # Somebody may look on, and a screen reader or an old screen may say it again.
        shown = wording.words["review.kept"]
    label = about(state.picture, step.item, step.entry)
    return wording.say("review.line", label=label, answer=shown)


def top_screen(state: State) -> Screen:
    """The best questions, to choose three of and put in order."""
    wording = state.picture.wording
    found = state.picture.suggestions
    suggestions = found[:CANDIDATES]
    all_of_it = Notice(wording.say("top.all", count=str(len(found))))
    told = (all_of_it,) if state.can_drop else ()
    return Screen(
        ask=Ask.MANY,
        text=wording.words["top.text"],
        part=wording.words["top.title"],
        notices=(*state.notices, *told),
        choices=tuple(Choice(one.id, _offered(state, one), one.picked) for one in suggestions),
        non_answers=(NonAnswer.SKIPPED,),
        help=wording.words["top.help"],
        ordered=True,
        at_most=TOP_COUNT,
        can_go_back=True,
    )


def _offered(state: State, one: SuggestedQuestion) -> str:
    because = because_from(one, state.picture.content)
    if not because:
        return one.text
    return state.picture.wording.say("top.choice", question=one.text, because=because)
