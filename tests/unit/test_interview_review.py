"""The end of an interview: a look at everything, the three that matter most, and done."""

from datetime import date

import pytest

from pnet_prep.engine.picture import look
from pnet_prep.interview.commands import Aside, command
from pnet_prep.interview.plain_screen import choice_lines
from pnet_prep.interview.session import begin, converse
from pnet_prep.interview.state import Mode
from pnet_prep.interview.terminal.list_state import ListState
from pnet_prep.model.content import Content
from pnet_prep.model.interview import (
    Back,
    Chosen,
    Event,
    Given,
    GoTo,
    Later,
    Notice,
    Passed,
    Quit,
    Screen,
)
from pnet_prep.model.response import Answer, Moment
from pnet_prep.model.values import ListMark, NonAnswer, Value
from tests.unit.keyboard import ENTER, press
from tests.unit.made import MARIA, PEOPLE, content, told
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.pain, type: yes_no_unsure, text: "Any pain?", label: Pain}
  - {id: life.worst, type: scale_0_10, text: How bad?, when: {item: life.pain, is: "yes"}}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    label: Medicines
    items:
      - {id: medicine.name, type: text, text: Name?}
      - {id: medicine.dose, type: text, text: How much?, label: Dose}
  - {id: life.note, type: text, text: Anything else?, label: Note}
  - {id: wish.top, type: choices, text: Your three?, options_from: suggestions}
doctor_questions:
"""
RULES = "".join(
    f"  - {{id: r{n}, ask: Ask {n}?, always: yes, why: Why., topic: tests, priority: 3}}\n"
    for n in range(12)
)
SAID: dict[object, Value] = {
    "life.pain": "no",
    "medicine": ListMark.COMPLETE,
    ("medicine.name", "m1"): "zinc",
    ("medicine.dose", "m1"): "one",
    "life.note": "fine",
}


@pytest.fixture
def made() -> Content:
    return content(TOPIC + RULES)


@pytest.fixture
def talk(made) -> Talk:
    """At the review, everything answered."""
    return Talk(made, told(SAID))


def lines(talk: Talk) -> dict[str, str]:
    """The line of each place in the review."""
    return {choice.id: choice.text for choice in talk.screen.choices[1:]}


def test_review_lists_everything_that_was_said_in_the_order_asked(talk):
    assert talk.mode is Mode.REVIEW
    assert list(lines(talk)) == ["life.pain|", "medicine|", "medicine.dose|m1", "life.note|"]
    assert lines(talk)["life.pain|"] == "Pain: No"
    assert "zinc" in lines(talk)["medicine.dose|m1"]


def test_review_shows_both_views_with_names():
    response = told({("helper.name", MARIA): "Maria", "life.note": "tired"}, by=MARIA)
    response = told({"life.note": "fine", "person.name": "Leo"}, into=response)
    talk = Talk(content(PEOPLE, TOPIC + RULES), response).do(GoTo("review"))
    assert "Maria: tired" in lines(talk)["life.note|"]
    assert "Leo: fine" in lines(talk)["life.note|"]


def test_review_says_how_much_is_open_and_lists_only_what_was_said(made):
    talk = Talk(made, told({"life.pain": NonAnswer.DECLINED})).do(GoTo("review"))
    assert list(lines(talk)) == ["life.pain|"]
    assert any("Medicines; Note." in said for said in talk.notices)


def test_list_that_was_skipped_is_not_one_with_nothing_on_it(made):
    skipped = Talk(made, told({"medicine": NonAnswer.SKIPPED})).do(GoTo("review"))
    assert lines(skipped)["medicine|"] == "Medicines: skipped"
    empty = Talk(made, told({"medicine": ListMark.COMPLETE})).do(GoTo("review"))
    assert lines(empty)["medicine|"] == "Medicines: nothing to add"


def test_changed_line_leads_back_to_the_review(talk):
    talk.each("life.note|").type("tired")
    assert talk.mode is Mode.REVIEW
    assert talk.said("life.note") == ["tired"]


def test_line_that_is_left_alone_leads_back_to_the_review(talk):
    before = talk.response
    assert talk.each("life.note|").do(Back()).mode is Mode.REVIEW
    assert talk.each("life.note|").do(Later()).mode is Mode.REVIEW
    assert talk.each("life.note|").skip().mode is Mode.REVIEW
    assert talk.response.shown == before.shown


def test_list_is_changed_from_the_review_and_leads_back_to_it(talk):
    talk.each("medicine|", "entry:m1", "change").type("zinc 25")
    assert talk.at == "medicine"
    talk.each("add").type("iron", "")
    assert talk.mode is Mode.REVIEW


def test_question_opened_by_a_change_counts_as_open(talk):
    talk.each("life.pain|", "yes")
    assert talk.mode is Mode.REVIEW
    assert any("How bad." in said for said in talk.notices)
    assert Talk(talk.state.picture.content, talk.response).at == "life.worst"


def test_going_back_from_the_review_goes_on_from_there(made):
    talk = Talk(made).each("yes").do(GoTo("review"))
    talk.each("life.pain|").do(Back(), Back())
    assert talk.at == "life.worst"
    assert talk.type("7").at == "medicine"


def test_review_in_the_middle_goes_back_to_where_one_was(made):
    talk = Talk(made).each("yes").do(GoTo("review"), Back())
    assert talk.at == "life.worst"


def test_words_at_the_review_choose_nothing(talk):
    assert talk.do(Given("no")).mode is Mode.REVIEW
    assert len(talk.notices) == 1


@pytest.mark.parametrize("event", [Chosen(("go_on",)), Later(), Passed(NonAnswer.SKIPPED)])
def test_review_leads_on_to_the_top_three(talk, event):
    assert talk.do(event).mode is Mode.TOP
    assert (talk.screen.at_most, talk.screen.ordered) == (3, True)
    assert len(talk.screen.choices) == 9


def test_three_are_chosen_in_ones_own_order(talk):
    talk.each("go_on").choose("r5", "r0", "r3")
    assert talk.mode is Mode.DONE
    assert talk.said("wish.top") == [("r5", "r0", "r3")]
    assert [one.id for one in talk.state.picture.suggestions[:3]] == ["r5", "r0", "r3"]


def test_choice_of_three_is_shown_again_and_can_be_changed(made, talk):
    talk.each("go_on").choose("r5", "r0")
    again = Talk(made, talk.response).each("go_on")
    assert [choice.id for choice in again.screen.choices if choice.chosen] == ["r5", "r0"]
    assert again.choose("r1").said("wish.top") == [("r1",)]


def test_nobody_has_to_choose(talk):
    talk.each("go_on").skip()
    assert (talk.mode, talk.said("wish.top")) == (Mode.DONE, [])


def test_back_from_the_top_three_leads_to_the_review(talk):
    assert talk.each("go_on").do(Back()).mode is Mode.REVIEW


class Scripted:
    """A front end that answers from a list, and the screens it was shown."""

    def __init__(self, *events: Event) -> None:
        self.events = list(events)
        self.log: list[str] = []

    def ask(self, screen: Screen) -> Event:
        self.log.append(f"ask {screen.text}")
        return self.events.pop(0)

    def tell(self, notices: tuple[Notice, ...]) -> None:
        self.log.extend(notice.text for notice in notices)

    def save(self, new: tuple[Answer, ...]) -> None:
        self.log.extend(f"save {answer.item}" for answer in new)


def test_every_answer_is_saved_before_the_next_question(made):
    scripted = Scripted(Chosen(("no",)), Given("xyzzy"), Passed(NonAnswer.SKIPPED), Quit())
    moments = (Moment(n, "2026-11-23", f"{n:016d}") for n in range(9))
    end = converse(Talk(made).state, scripted, lambda: next(moments), scripted.save)
    assert scripted.log == [
        "ask Any pain?",
        "save life.pain",
        "ask Which medicines?",
        "ask Which medicines?",
        "save medicine",
        "ask Anything else?",
    ]
    assert end.left


@pytest.mark.parametrize("typed", ["edit 3", "/edit 3", "EDIT  3", " /Edit 3 "])
def test_line_is_called_by_its_number(talk, typed):
    called = command(typed, talk.screen)
    assert called == Chosen(("medicine|",))
    assert isinstance(called, Chosen)
    assert talk.do(called).at == "medicine"


@pytest.mark.parametrize("typed", ["edit 0", "edit 9", "/edit 9999"])
def test_number_that_no_line_has_is_told(talk, typed):
    assert command(typed, talk.screen) is Aside.NO_LINE


@pytest.mark.parametrize("typed", ["edit", "edit it 3", "edit -1"])
def test_other_words_call_no_line(talk, typed):
    assert command(typed, talk.screen) is None


def test_only_numbered_lines_are_called(talk):
    assert command("edit 1", talk.screen._replace(numbered=False)) is None
    assert command("/edit 1", talk.screen._replace(numbered=False)) is Aside.UNKNOWN


def test_both_front_ends_show_the_numbers_that_are_called(talk):
    words, shown = shipped_words(), talk.screen
    plain = "\n".join(choice_lines(shown, words, 79))
    rich = [line.text for line in ListState.of(shown, words).lines]
    for number, choice in enumerate(shown.choices, 1):
        assert f"{number}. {choice.text}" in plain
        assert rich[number - 1] == f"{number}. {choice.text}"
    assert press(shown, "/edit 3" + ENTER) == Chosen(("medicine|",))


def test_letter_still_finds_a_numbered_line(talk):
    state = ListState.of(talk.screen, shipped_words())
    state.spell("n")
    assert state.pointed is not None
    assert state.lines[state.pointed].text.startswith("5. Note")


def test_a_few_open_questions_are_named_and_the_others_counted(made):
    few = Talk(made, told(SAID | {"life.pain": "yes"})).do(GoTo("review"))
    (said,) = [one for one in few.notices if "Not answered" in one]
    assert "How bad" in said
    assert "more" not in said
    many = Talk(made, told({"life.pain": "yes", ("medicine.name", "m1"): "zinc"}))
    (said,) = [one for one in many.do(GoTo("review")).notices if "Not answered" in one]
    assert said.endswith("How bad; Medicines; zinc, dose; and 1 more.")


def test_own_questions_can_be_added_from_the_review():
    own = """
  - id: wish.question
    type: group
    repeats: yes
    text: Own questions?
    items: [{id: wish.question.text, type: text, text: What?}]
doctor_questions:
"""
    pack = content(TOPIC.replace("doctor_questions:\n", own.lstrip("\n")) + RULES)
    talk = Talk(pack, told(SAID)).do(GoTo("review"))
    assert talk.screen.choices[-1].id == "wish.question|"
    talk.each("wish.question|", "add").type("Can I fly?", "")
    assert talk.mode is Mode.REVIEW
    assert talk.screen.choices[-1].text.endswith("Can I fly?")


def test_visit_can_be_opened_right_at_its_review(made):
    picture = look(made, told({"life.pain": "no"}), date(2026, 11, 23))
    now = Moment(0, "2026-11-23", "n" * 16)
    assert begin(picture, answering="", moment=now, quick=False, at=Mode.REVIEW).spot.mode is (
        Mode.REVIEW
    )
