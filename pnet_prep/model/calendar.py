"""What goes into a calendar: the day of a visit and what to do until then, in neutral words."""

from typing import NamedTuple


class Task(NamedTuple):
    """Something to do: the id of its step, a title that tells nothing, and the day (ISO 8601)."""

    id: str
    title: str
    due: str


class Calendar(NamedTuple):
    """A visit as an appointment.

    ``day`` is an ISO date, empty where it is not known for sure: then ``why_not`` says so. ``time``
    is ``HH:MM`` on the clock of the place, empty where it is not sure; ``note`` then repeats the
    times that were said. ``named`` and ``where`` are for those who want the doctor and the place in
    their calendar. ``stamp`` is when the last answer was given, in UTC milliseconds.
    """

    day: str = ""
    time: str = ""
    title: str = ""
    note: str = ""
    named: str = ""
    where: str = ""
    tasks: tuple[Task, ...] = ()
    stamp: int = 0
    why_not: str = ""
