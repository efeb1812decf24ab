"""The calendar file is valid, gives nothing away, and is the same for the same answers."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.text import show
from pnet_prep.model.calendar import Calendar, Task
from pnet_prep.render import RenderOptions, render
from tests.unit.checklists import visit
from tests.unit.hostile import CONTROLS, HOSTILE

SAMPLE = Calendar(
    day="2026-12-01",
    time="09:40",
    title="Appointment",
    named="Appointment: Dr. A. Rivera",
    where="Hill Clinic; floor 2, room 7",
    tasks=(Task("bring.sheet", "Pack the bag", "2026-11-30"),),
    stamp=1_795_435_200_123,
)
ALL_DAY = SAMPLE._replace(time="", note="Time: 2:30")
PLAIN = RenderOptions(visit="7abcdefg")
NAMED = RenderOptions(visit="7abcdefg", names=True)


def made(calendar: Calendar, options: RenderOptions = PLAIN) -> bytes:
    return render("ics", visit()._replace(calendar=lambda: calendar), options).data


def parts(data: bytes, kind: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk(kind))


def event(calendar: Calendar, options: RenderOptions = PLAIN) -> Any:
    (one,) = parts(made(calendar, options), "VEVENT")
    return one


def test_an_appointment_stands_at_its_time_by_the_clock_of_the_place():
    one = event(SAMPLE)
    assert one["SUMMARY"] == "Appointment"
    assert one.decoded("DTSTART") == datetime(2026, 12, 1, 9, 40)  # noqa: DTZ001 - of the place
    assert b"DTSTART:20261201T094000\r\n" in made(SAMPLE)
    (alarm,) = one.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-1)
    assert alarm["DESCRIPTION"] == "Appointment"


def test_without_a_sure_time_it_lasts_all_day_and_repeats_what_was_said():
    one = event(ALL_DAY)
    assert one.decoded("DTSTART") == date(2026, 12, 1)
    assert one["DESCRIPTION"] == "Time: 2:30"
    (alarm,) = one.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-15)  # nine in the morning of the day before


def test_tasks_are_due_on_their_day_with_a_reminder_that_morning():
    (todo,) = parts(made(SAMPLE), "VTODO")
    assert todo["SUMMARY"] == "Pack the bag"
    assert todo.decoded("DUE") == date(2026, 11, 30)
    (alarm,) = todo.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=9)
    assert alarm["TRIGGER"].params["RELATED"] == "END"


def test_everything_is_private_and_stamped_with_the_last_answer():
    for one in (*parts(made(SAMPLE), "VEVENT"), *parts(made(SAMPLE), "VTODO")):
        assert one["CLASS"] == "PRIVATE"
        assert one.decoded("DTSTAMP") == datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_nothing_names_the_doctor_the_place_or_this_program_unless_it_is_wished_for():
    plain = made(SAMPLE).decode().lower()
    for told in ("rivera", "clinic", "pnet", "prep", "doctor", "7abcdefg", "bring.sheet"):
        assert told not in plain
    one = event(SAMPLE, NAMED)
    assert one["SUMMARY"] == "Appointment: Dr. A. Rivera"
    assert one["LOCATION"] == "Hill Clinic; floor 2, room 7"
    assert [alarm["DESCRIPTION"] for alarm in one.walk("VALARM")] == ["Appointment"]
    assert event(SAMPLE._replace(named=""), NAMED)["SUMMARY"] == "Appointment"


def test_ids_are_stable_differ_and_belong_to_one_visit():
    other = RenderOptions(visit="7zzzzzzz")

    def ids(calendar, options=PLAIN):
        data = made(calendar, options)
        return [str(one["UID"]) for kind in ("VEVENT", "VTODO") for one in parts(data, kind)]

    moved = SAMPLE._replace(day="2026-12-02", stamp=SAMPLE.stamp + 1)
    assert ids(SAMPLE) == ids(moved)
    assert len({*ids(SAMPLE), *ids(SAMPLE, other)}) == 4


def test_an_unknown_day_makes_no_file_and_says_why():
    none = Calendar(why_not="No day.")
    rendering = render("ics", visit()._replace(calendar=lambda: none), NAMED)
    assert (rendering.data, rendering.note) == (b"", "No day.")


def test_the_most_distant_stamp_does_no_harm():
    assert made(SAMPLE._replace(stamp=2**53 - 1))


@pytest.mark.parametrize("text", [*HOSTILE, *CONTROLS])
def test_hostile_words_are_only_words(text):
    calendar = SAMPLE._replace(named=text, where=text, note=text)
    data = made(calendar, NAMED)
    shown = " ".join(show(text).split())
    (one,) = parts(data, "VEVENT")
    assert str(one.get("SUMMARY", "")) == (shown if text else "Appointment")
    assert len(parts(data, "VALARM")) == 2
    assert len(parts(data, "VEVENT")) == len(parts(data, "VTODO")) == 1


@given(st.text(max_size=200))
def test_lines_are_folded_at_75_bytes_and_read_back_as_they_were(text):
    data = made(SAMPLE._replace(named=f"A {text}", where=f"B {text}"), NAMED)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.endswith(b"END:VCALENDAR\r\n")
    data.decode()
    one = parts(data, "VEVENT")[0]
    assert str(one["SUMMARY"]) == " ".join(show(f"A {text}").split())
    assert str(one["LOCATION"]) == " ".join(show(f"B {text}").split())
