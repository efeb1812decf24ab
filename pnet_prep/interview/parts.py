"""The home screen of a visit: how far each part is, and the way into any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.facts import first_value
from pnet_prep.engine.flow import answered, is_open
from pnet_prep.interview.state import Mode, Spot, open_step
from pnet_prep.interview.still import to_ask
from pnet_prep.model.interview import Ask, Choice, Notice, Screen

if TYPE_CHECKING:
    from pnet_prep.engine.flow import Step
    from pnet_prep.interview.state import State

REVIEW = "review"
"""The last line: not a part of the questionnaire, and no section has this id."""


def parts_screen(state: State) -> Screen:
    """All parts in order, each with what is done of it; then the review."""
    wording = state.picture.wording
    found = state.steps()
    done = sum(answered(step, state.picture.response) for step in found)
    count = wording.say("parts.count", done=str(done), count=str(len(found)))
    parts = [Choice(name, _line(state, steps)) for name, steps in _by_part(found).items()]
    first = open_step(state)
    return Screen(
        ask=Ask.ONE,
        text=wording.words["parts.text"],
        part=wording.say("parts.title", visit=_visit(state), count=count),
        notices=(*state.notices, *more_to_tell(state), *to_ask(state)),
        choices=(*parts, Choice(REVIEW, wording.words["parts.review"])),
        help=wording.words["parts.help"],
        enter=first.section.id if first else REVIEW,
        can_go_back=bool(state.trail),
    )


def more_to_tell(state: State) -> tuple[Notice, ...]:
    """Which parts the full interview has more of, once all is said that page 1 needs."""
    response, wording = state.picture.response, state.picture.wording
    needed = _run(state, quick=True)
    if state.command or not needed or any(is_open(one, response) for one in needed):
        return ()
    found = [one for one in _run(state, quick=False) if is_open(one, response)]
    if not found:
        return ()
    if not state.quick:
        return (Notice(wording.words["parts.ready"]),)
    titles = dict.fromkeys(one.section.title for one in found)
    more = wording.say("parts.more", parts=wording.words["parts.join"].join(titles))
    return Notice(more), Notice(wording.words["parts.more_command"])


def into_part(state: State, name: str) -> State:
    """At the first open question of a part; one that is done is gone through again whole.

    What waits for somebody else comes only where nothing else is left in the part.
    """
    steps = _by_part(state.steps()).get(name, [])
    if not steps:
        return state.to(Spot(Mode.REVIEW))
    response = state.picture.response
    left = [step for step in steps if not answered(step, response)]
    found = [step for step in left if is_open(step, response)] or left or steps
    return state.to(Spot(Mode.ASK, found[0].place)).walk("" if left else name)


def next_in_part(state: State, asked: Step) -> Spot:
    """The next question of a part that is gone through again, answered or not; then home."""
    steps = _by_part(state.steps()).get(state.walking, [])
    places = [step.place for step in steps]
    following = places.index(asked.place) + 1 if asked.place in places else len(places)
    if following < len(places):
        return Spot(Mode.ASK, places[following])
    return Spot(Mode.PARTS)


def _run(state: State, *, quick: bool) -> tuple[Step, ...]:
    return state._replace(quick=quick).steps()


def _by_part(found: tuple[Step, ...]) -> dict[str, list[Step]]:
    parts: dict[str, list[Step]] = {}
    for step in found:
        parts.setdefault(step.section.id, []).append(step)
    return parts


def _line(state: State, steps: list[Step]) -> str:
    wording = state.picture.wording
    done = sum(answered(step, state.picture.response) for step in steps)
    status = "done" if done == len(steps) else "started" if done else "not_yet"
    said = wording.say(f"parts.{status}", done=str(done), count=str(len(steps)))
    return wording.say("parts.line", title=steps[0].section.title, status=said)


def _visit(state: State) -> str:
    """Whom the visit is with, and when, as far as that is known."""
    picture = state.picture
    doctor, day = (first_value(picture, (item, "")) for item in ("visit.with", "visit.date"))
    known = "_".join(name for name, said in (("with", doctor), ("on", day)) if said)
    word = f"parts.visit_{known}" if known else "parts.visit"
    return picture.wording.say(word, doctor=doctor, day=day)
