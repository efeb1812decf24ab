"""The day and the hour of a visit go into a calendar only where they can be meant in one way."""

from datetime import date

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.calendar import calendar
from pnet_prep.engine.clock_time import read_time
from pnet_prep.engine.glossary import Glossary
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.rules import StepKind
from pnet_prep.model.values import DateSaid, NonAnswer
from tests.unit.made import MARIA, an_answer, seen

CONTENT = load()
TODAY = date(2026, 11, 23)
FIRST_OF_DECEMBER = DateSaid("Tuesday 1 December", "2026-12-01")


def of(*answers, today=TODAY):
    return calendar(seen(CONTENT, QuestionnaireResponse(answers), today))


def on(value, by="patient"):
    return an_answer("visit.date", value, by=by)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9:40", "09:40"),
        ("09.05", "09:05"),
        ("at 14:30", "14:30"),
        ("2 pm", "14:00"),
        ("2:15 p.m.", "14:15"),
        ("12 pm", "12:00"),
        ("12:30 am", "00:30"),
        ("11h15", "11:15"),
        ("12:10", "12:10"),
        ("9:40, come fifteen minutes early", "09:40"),
        ("8 o'clock", "08:00"),
        # morning or afternoon, more than one, or no time at all
        ("2:30", ""),
        ("6", ""),
        ("9", ""),
        ("between 9:00 and 11:00", ""),
        ("13 pm", ""),
        ("25:00", ""),
        ("9:75", ""),
        ("in the morning", ""),
        ("room 9.401", ""),
        ("1.12.2026", ""),
        ("9.12.2026", ""),
        ("", ""),
    ],
)
def test_a_time_is_read_only_where_it_is_sure(typed, read):
    assert read_time(typed) == read


def test_a_visit_is_an_appointment_and_what_is_to_be_done_for_it():
    made = of(
        on(FIRST_OF_DECEMBER), an_answer("visit.time", "9:40"), an_answer("visit.with", "Dr. Lee")
    )
    assert (made.day, made.time, made.title) == ("2026-12-01", "09:40", "Appointment")
    assert (made.named, made.note, made.why_not) == ("Appointment: Dr. Lee", "", "")
    due = {task.id: task.due for task in made.tasks}
    assert due["before.companion"] == "2026-11-24"
    assert due["bring.sheet"] == "2026-11-30"
    assert due["after.notes"] == "2026-12-01"


def test_nothing_is_due_in_the_past():
    made = of(on(FIRST_OF_DECEMBER))
    assert min(task.due for task in made.tasks) == TODAY.isoformat()
    assert of(on(FIRST_OF_DECEMBER), today=date(2026, 12, 2)).tasks == ()
    assert of(on(FIRST_OF_DECEMBER), today=date(2026, 12, 1)).tasks


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ((), "calendar.no_day"),
        ((on(NonAnswer.NOT_SURE),), "calendar.no_day"),
        ((on(DateSaid("after the holidays")),), "calendar.unsure_day"),
        ((on(DateSaid("in December", "2026-12")),), "calendar.unsure_day"),
        ((on(DateSaid("about the first", "2026-12-01~")),), "calendar.unsure_day"),
        ((on(DateSaid("that week", "2026-12-01/2026-12-05")),), "calendar.unsure_day"),
        ((on(DateSaid("x", "2026-12-99")),), "calendar.unsure_day"),
        (
            (on(FIRST_OF_DECEMBER), on(DateSaid("the second", "2026-12-02"), by=MARIA)),
            "calendar.two_days",
        ),
    ],
)
def test_a_day_that_is_not_sure_makes_no_appointment_and_says_why(answers, word):
    made = of(*answers)
    assert (made.day, made.tasks) == ("", ())
    assert made.why_not == CONTENT.words[word]


def test_two_people_who_say_the_same_day_agree():
    made = of(on(FIRST_OF_DECEMBER), on(DateSaid("on the first", "2026-12-01"), by=MARIA))
    assert made.day == "2026-12-01"


@pytest.mark.parametrize(
    "times", [("2:30",), ("9:40", "10:40"), ("in the morning",)], ids=" and ".join
)
def test_a_time_that_is_not_sure_is_repeated_in_its_words(times):
    said = [
        an_answer("visit.time", t, by=b) for t, b in zip(times, ("patient", MARIA), strict=False)
    ]
    made = of(on(FIRST_OF_DECEMBER), *said)
    assert made.time == ""
    assert made.note == f"Time: {' · '.join(times)}"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2:30 with Dr. Lee, oncology", "2:30"),
        ("10:00 AM (arrive 9:45), room 9.401", "10:00 AM, 9:45"),
        ("half past two, or three o'clock", "half past two, or three o'clock"),
        ("after my scan at Hill Clinic", ""),
    ],
)
def test_a_time_that_is_not_sure_names_nobody_and_no_place(typed, told):
    made = of(on(FIRST_OF_DECEMBER), an_answer("visit.time", typed))
    assert (made.time, made.note) == ("", f"Time: {told}" if told else "")


def test_titles_in_a_calendar_tell_nothing_of_health():
    titles = [step.calendar for step in CONTENT.preparation if step.calendar]
    titles += [text for word, text in CONTENT.words.items() if word.startswith("calendar.")][:2]
    assert len(titles) > 5
    telling = {"doctor", "clinic", "hospital", "medicine", "medicines", "symptoms", "tumor", "test"}
    glossary = Glossary(CONTENT.glossary)
    for title in titles:
        assert glossary.terms_in(title) == ()
        assert not telling & set(title.lower().split())


def test_only_steps_with_a_title_have_a_day_and_none_is_at_the_visit():
    for step in CONTENT.preparation:
        assert step.calendar or not step.days
        assert not (step.calendar and step.kind is StepKind.VISIT)
        assert step.kind is not StepKind.AFTER or step.days == 0
