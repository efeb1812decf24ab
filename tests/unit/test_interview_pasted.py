"""A list of medicines given at once: nothing is added before somebody said that it is right."""

import os
import pty

import pytest

from pnet_prep.interview.pasted import DROP, DROP_ALL, EACH, KEEP, KEEP_ALL, MEANT, WHOLE
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Ask, Back, Chosen, Given, GoTo, Passed, Quit, Screen
from pnet_prep.model.values import NonAnswer
from tests.unit.heard import Heard
from tests.unit.keyboard import DOWN, ENTER, pasted, press
from tests.unit.made import MEDICINE_LIST, content
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

TOPIC = (
    MEDICINE_LIST
    + """\
      - {id: medicine.name, type: text, text: Name?, recognise: medicines}
      - {id: medicine.why, type: text, text: Why?}
      - {id: medicine.dose, type: text, text: How much?, sheet: line}
  - id: family
    type: group
    repeats: yes
    text: Who?
    items: [{id: family.name, type: text, text: Who?}]
  - {id: life.note, type: text, text: Anything else?}
"""
)
THREE = "- zinc 5 mg at night\n- iron\n- insulin 10 U"
NAMES = Screen(Ask.LINE, "Name?", empty=True, lines=True)


@pytest.fixture
def made() -> Content:
    return content(TOPIC)


@pytest.fixture
def adding(made) -> Talk:
    """Where the names of medicines are added."""
    return Talk(made).each("add")


def listed(talk: Talk) -> list[tuple[object, object]]:
    """Name and dose of each medicine."""
    return [
        (talk.said("medicine.name", entry)[-1], (talk.said("medicine.dose", entry) or [""])[-1])
        for entry in talk.response.entries("medicine")
    ]


def test_rows_are_shown_with_their_number_and_hints_and_none_is_added(adding):
    adding.type(THREE)
    assert adding.mode is Mode.PASTED
    assert "3 medicines" in adding.screen.text
    said = adding.notices
    assert said[:3] == ["1. zinc: 5 mg at night", "2. iron", "3. insulin: 10 U"]
    assert said[3].startswith("insulin: ")
    assert (len(said), listed(adding)) == (4, [])


def test_all_are_kept_with_their_words_and_the_list_goes_on(adding):
    adding.type(THREE).each(KEEP_ALL)
    assert listed(adding) == [("zinc", "5 mg at night"), ("iron", ""), ("insulin", "10 U")]
    assert adding.mode is Mode.ADD
    assert [name in " ".join(adding.notices) for name in ("zinc", "iron", "insulin")] == [True] * 3
    asked = []
    adding.type("")
    while adding.place[1]:
        asked.append((adding.at, adding.screen.heading))
        adding.type("one")
    assert ("medicine.dose", "iron") in asked
    assert ("medicine.dose", "zinc") not in asked


def test_each_is_kept_changed_or_left_out(adding):
    adding.type(THREE).each(EACH)
    assert (adding.mode, adding.screen.draft) == (Mode.ROW, "zinc 5 mg at night")
    adding.type("zinc 7 mg, rarely").each(DROP, KEEP)
    assert listed(adding) == [("zinc", "7 mg, rarely"), ("insulin", "10 U")]
    assert adding.mode is Mode.ADD


def test_a_row_is_said_once_and_own_words_begin_with_it(adding):
    adding.type(THREE).each(EACH)
    heard = Heard("\n")
    assert heard.ask(adding.screen) == Chosen((KEEP,))
    assert heard.said.count("5 mg at night") == 1
    own = press(adding.screen, DOWN * 2 + ENTER + ", rarely" + ENTER)
    assert own == Given("zinc 5 mg at night, rarely")


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [(DROP_ALL, []), (WHOLE, [("hair, skin and nails, 5 mg", "")])],
)
def test_all_are_left_out_or_were_only_one(adding, chosen, kept):
    adding.type("hair, skin and nails, 5 mg").each(chosen)
    assert (listed(adding), adding.mode) == (kept, Mode.ADD)


def test_name_that_may_be_misspelled_is_asked_about_before_it_is_kept(adding):
    adding.type("omeprazol 40 mg\nzinc").each(KEEP_ALL)
    assert listed(adding) == [("zinc", "")]
    assert [choice.id for choice in adding.screen.choices] == [KEEP, MEANT, DROP]
    assert listed(adding.each(MEANT))[1:] == [("omeprazole", "40 mg")]


@pytest.mark.parametrize("typed", ["- zinc", "1. zinc", "zinc,", "Rx 0012345-9 zinc"])
def test_one_entry_is_added_at_once_without_its_bullet_or_number(adding, typed):
    assert listed(adding.type(typed)) == [("zinc", "")]
    assert adding.mode is Mode.ADD


def test_one_entry_is_not_taken_apart(adding):
    assert listed(adding.type("zinc 5 mg")) == [("zinc 5 mg", "")]


def test_other_lists_are_not_taken_apart(made):
    talk = Talk(made).each("complete", "add").type("- Ann, Bea; Cleo")
    (entry,) = talk.response.entries("family")
    assert talk.said("family.name", entry) == ["- Ann, Bea; Cleo"]


def test_going_back_adds_nothing(adding):
    adding.type(THREE).do(Back())
    assert (listed(adding), adding.at) == ([], "medicine")


@pytest.mark.parametrize("event", [Quit(), GoTo("review")])
def test_leaving_keeps_what_was_not_confirmed_yet(adding, event):
    adding.type(THREE).do(event)
    assert [name for name, _ in listed(adding)] == ["zinc", "iron", "insulin"]


def test_leaving_at_a_row_keeps_it_and_those_after_it(adding):
    adding.type(THREE).each(EACH, DROP).do(Quit())
    assert [name for name, _ in listed(adding)] == ["iron", "insulin"]


@pytest.mark.parametrize("event", [Passed(NonAnswer.NOT_SURE), Given("words"), Chosen(())])
def test_what_fits_nowhere_asks_again(adding, event):
    adding.type(THREE).do(event)
    assert (adding.mode, listed(adding)) == (Mode.PASTED, [])
    adding.each(EACH).do(Passed(NonAnswer.SKIPPED))
    assert (adding.mode, listed(adding)) == (Mode.ROW, [])


def test_hint_on_a_dose_is_said_once_and_the_words_are_kept(adding):
    adding.type("zinc", "").do(Passed(NonAnswer.SKIPPED)).type("40 at night")
    assert listed(adding) == [("zinc", "40 at night")]
    words = shipped_words()
    assert words["dose.hint.number"] in adding.notices
    assert words["dose.hint.number"] not in adding.skip().notices


def test_a_paste_into_the_terminal_is_one_answer_with_all_its_rows(adding):
    adding.do(press(NAMES, pasted(THREE) + ENTER)).each(KEEP_ALL)
    assert [name for name, _ in listed(adding)] == ["zinc", "iron", "insulin"]


def test_a_paste_into_plain_lines_on_a_terminal_is_one_answer(adding):
    person, program = pty.openpty()
    with os.fdopen(program, "r", encoding="utf-8") as typed, open(os.devnull, "w") as out:
        os.write(person, f"{THREE}\n".encode())
        adding.do(PlainFrontEnd(shipped_words(), typed, out).ask(NAMES)).each(KEEP_ALL)
    os.close(person)
    assert [name for name, _ in listed(adding)] == ["zinc", "iron", "insulin"]


def test_name_and_dose_in_one_line_are_taken_apart_and_the_dose_is_not_asked(adding):
    adding.type("zinc, 5 mg at night", "iron 20 mg")
    assert adding.mode is Mode.ADD
    assert listed(adding) == [("zinc", "5 mg at night"), ("iron 20 mg", "")]
    zinc, iron = adding.response.entries("medicine")
    open_doses = [step.entry for step in adding.state.steps() if not adding.said(*step.place)]
    assert zinc in open_doses  # why it is taken is still open
    adding.type("").skip()
    assert adding.place == ("medicine.why", iron)


def test_dose_in_one_line_is_told_back_with_its_hints(adding):
    adding.type("insulin 10 U at night")
    assert adding.notices[0] == "Added: insulin 10 U at night."
    assert "units" in adding.notices[1]


def test_misspelled_name_with_its_dose_is_asked_about_before_it_is_added(adding):
    adding.type("omeprazol 40 mg twice a day")
    assert (adding.mode, listed(adding)) == (Mode.ROW, [])
    assert listed(adding.each(MEANT)) == [("omeprazole", "40 mg twice a day")]
    assert adding.mode is Mode.ADD
