"""The visit and the way to it as dates for a calendar, in words that tell nothing of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pnet_prep.engine.clock_time import read_time, without_others
from pnet_prep.engine.facts import first_value
from pnet_prep.engine.steps import chosen_steps
from pnet_prep.model.calendar import Calendar, Task
from pnet_prep.model.rules import StepKind
from pnet_prep.model.values import DateSaid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pnet_prep.engine.picture import Picture

DATE, TIME, WITH, WHERE = "visit.date", "visit.time", "visit.with", "visit.where"


def calendar(picture: Picture) -> Calendar:
    """The appointment, if its day is known for sure, and what is still to be done for it."""
    words = picture.content.words
    stamp = max((answer.at for answer in picture.response.shown), default=0)
    day = _day(picture)
    if isinstance(day, str):
        return Calendar(why_not=words[day], stamp=stamp)
    said = [one.value for one in picture.response.at(TIME) if isinstance(one.value, str)]
    times = {read_time(text) for text in said}
    time = times.pop() if len(times) == 1 else ""
    told = [without_others(text) for text in (first_value(picture, (TIME, "")), *said)]
    note = words["sheet.join"].join(filter(None, dict.fromkeys(told)))
    name = first_value(picture, (WITH, ""))
    return Calendar(
        day=day.isoformat(),
        time=time,
        title=words["calendar.title"],
        note="" if time or not note else picture.wording.say("calendar.time", time=note),
        named=picture.wording.say("calendar.named", name=name) if name else "",
        where=first_value(picture, (WHERE, "")),
        tasks=tuple(_tasks(picture, day)),
        stamp=stamp,
    )


def _day(picture: Picture) -> date | str:
    """The day of the visit, or the word for why it is not known."""
    said = [answer.value for answer in picture.response.at(DATE) if answer.real]
    if not said:
        return "calendar.no_day"
    days = {value.edtf for value in said if isinstance(value, DateSaid)}
    if len(days) > 1:
        return "calendar.two_days"
    try:
        return date.fromisoformat(days.pop() or "")
    except (KeyError, ValueError):
        return "calendar.unsure_day"


def _tasks(picture: Picture, day: date) -> Iterator[Task]:
    """What is to be done, none of it in the past."""
    for step in chosen_steps(picture):
        if not step.calendar:
            continue
        due = day if step.kind is StepKind.AFTER else day - timedelta(days=step.days)
        if day >= picture.today:
            yield Task(step.id, step.calendar, max(due, picture.today).isoformat())
