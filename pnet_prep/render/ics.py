"""The visit as a calendar file (iCalendar, RFC 5545): an appointment, and tasks with reminders.

A calendar is seen by many: on a locked screen, at work, in a shared account. So nothing in the file
says what the appointment is about, who prepared it or with what. The time is that of the clock at
the place of the visit.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event, Todo

from pnet_prep.digest import sha256
from pnet_prep.engine.text import show
from pnet_prep.render.rendering import Rendering

if TYPE_CHECKING:
    from pnet_prep.model.calendar import Calendar as Visit
    from pnet_prep.model.calendar import Task
    from pnet_prep.model.checklist import Checklist
    from pnet_prep.render.rendering import RenderOptions

_MAKER = "-//checklist//appointment//EN"
_MORNING = timedelta(hours=9)
_DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def render(checklist: Checklist, options: RenderOptions, /) -> Rendering:
    """The file in UTF-8; no file, but the reason for it, where the day is not known for sure."""
    visit = checklist.calendar()
    if not visit.day:
        return Rendering(b"", note=visit.why_not)
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", _MAKER)
    made.add_component(_event(visit, options))
    for task in visit.tasks:
        made.add_component(_todo(task, visit, options))
    return Rendering(made.to_ical())


def _event(visit: Visit, options: RenderOptions) -> Event:
    title = _line(visit.named if options.names and visit.named else visit.title)
    day = date.fromisoformat(visit.day)
    event = Event()
    event.add("uid", _uid(options.visit, "visit"))
    event.add("dtstamp", _stamp(visit.stamp))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    if visit.time:
        event.add("dtstart", datetime.combine(day, time.fromisoformat(visit.time)))
        event.add_component(_alarm(visit.title, -_DAY))
    else:
        event.add("dtstart", day)
        event.add_component(_alarm(visit.title, _MORNING - _DAY))
    if visit.note:
        event.add("description", _line(visit.note))
    if options.names and visit.where:
        event.add("location", _line(visit.where))
    return event


def _todo(task: Task, visit: Visit, options: RenderOptions) -> Todo:
    todo = Todo()
    todo.add("uid", _uid(options.visit, task.id))
    todo.add("dtstamp", _stamp(visit.stamp))
    todo.add("summary", _line(task.title))
    todo.add("class", "PRIVATE")
    todo.add("due", date.fromisoformat(task.due))
    todo.add_component(_alarm(task.title, _MORNING, related="END"))
    return todo


def _alarm(title: str, trigger: timedelta, related: str = "START") -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(title))
    alarm.add("trigger", trigger, parameters={"RELATED": related})
    return alarm


def _uid(visit: str, part: str) -> str:
    """Always the same for one visit, so that a calendar changes its entry and adds no second one.

    Nobody can tell the visit from it.
    """
    digits = sha256(f"calendar {visit} {part}".encode()).hexdigest()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]))


def _stamp(milliseconds: int) -> datetime:
    """When the last answer was given, and not now: the same answers give the same bytes."""
    try:
        return (_EPOCH + timedelta(milliseconds=milliseconds)).replace(microsecond=0)
    except OverflowError:  # a visit file that was changed by hand
        return _EPOCH


def _line(text: str) -> str:
    return " ".join(show(text).split())
