"""The home screen of a visit: what is done of each part, and the way into any of them."""

import pytest

from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Given, GoTo, Later
from pnet_prep.model.values import DateSaid, Value
from tests.unit.made import content, told
from tests.unit.talk import Talk

VISIT = """
section: visit
title: The visit
place: 10
items:
  - {id: visit.with, type: text, text: With whom?}
  - {id: visit.date, type: date, text: When?, forward: yes}
"""
LIFE = """
section: life
title: Life
place: 20
items:
  - {id: life.pain, type: yes_no_unsure, text: Any pain?, quick: yes}
  - {id: life.where, type: text, text: Where?, when: {item: life.pain, is: "yes"}}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    items:
      - {id: medicine.name, type: text, text: Name?}
      - {id: medicine.dose, type: text, text: How much?}
"""
END = """
section: end
title: Wishes
place: 30
items:
  - {id: end.note, type: text, text: Anything else?}
"""
SAID: dict[object, Value] = {
    "visit.with": "Dr. Rivera",
    "visit.date": DateSaid("1 December 2026", "2026-12-01"),
    "life.pain": "yes",
}


@pytest.fixture
def made() -> Content:
    return content(VISIT, LIFE, END)


@pytest.fixture
def home(made) -> Talk:
    """A visit that is opened again, one part done, one begun, one not."""
    return Talk(made, told(SAID), home=True)


def lines(talk: Talk) -> list[str]:
    return [choice.text for choice in talk.screen.choices]


def test_visit_opened_again_shows_how_far_each_part_is_and_the_review_last(home):
    assert home.mode is Mode.PARTS
    assert lines(home) == [
        "The visit: done",
        "Life: started, 1 of 3",
        "Wishes: not yet",
        "Review and print",
    ]
    assert home.screen.part == (
        "Visit with Dr. Rivera, 1 December 2026. 3 of 6 questions answered."
    )


@pytest.mark.parametrize(
    ("known", "title"),
    [
        ({"visit.with"}, "Visit with Dr. Rivera."),
        ({"visit.date"}, "Visit on 1 December 2026."),
        ({"life.pain"}, "Your visit."),
    ],
)
def test_visit_is_called_by_what_is_known_of_it(made, known, title):
    said = {item: value for item, value in SAID.items() if item in known}
    assert Talk(made, told(said), home=True).screen.part.startswith(title)


def test_new_visit_begins_with_its_first_question(made):
    assert Talk(made, home=True).at == "visit.with"


def test_enter_goes_on_at_the_first_open_question(home):
    assert home.screen.enter == "life"
    assert home.each("life").at == "life.where"


@pytest.mark.parametrize("event", [Later()])
def test_leaving_the_choice_open_goes_on_too(home, event):
    assert home.do(event).at == "life.where"


def test_any_part_can_be_entered_and_what_is_open_elsewhere_comes_after(home):
    assert home.each("end").at == "end.note"
    assert home.type("nothing").at == "life.where"


def test_done_part_is_gone_through_again_and_leads_home(home):
    before = home.response
    assert home.each("visit").at == "visit.with"
    assert home.type(home.screen.current).at == "visit.date"
    assert home.type(home.screen.current).mode is Mode.PARTS
    assert home.response == before
    assert home.each("life").at == "life.where"


def test_answer_can_be_changed_on_the_way_through_a_part(home):
    home.each("visit").type("Dr. Lee")
    assert home.said("visit.with") == ["Dr. Lee"]
    assert home.at == "visit.date"


def test_back_from_a_part_leads_home(home):
    assert home.each("visit").do(Back()).mode is Mode.PARTS


def test_list_of_a_done_part_is_gone_through_with_its_details(made):
    said = SAID | {"life.where": "belly", ("medicine.name", "m1"): "zinc", "end.note": "none"}
    talk = Talk(made, told(said | {("medicine.dose", "m1"): "one"}), home=True)
    talk.each("life", "complete").do(GoTo("parts")).each("life", "yes").skip().each("complete")
    assert talk.place == ("medicine.dose", "m1")
    assert talk.skip().mode is Mode.PARTS


def test_review_is_the_last_line_and_the_first_choice_once_all_is_answered(made, home):
    assert home.each("review").mode is Mode.REVIEW
    done = SAID | {"life.pain": "no", "medicine": "complete", "end.note": "none"}
    assert Talk(made, told(done), home=True).screen.enter == "review"


def test_parts_can_be_looked_at_from_any_question_and_left_again(made):
    talk = Talk(made).type("Dr. Rivera").do(GoTo("parts"))
    assert talk.mode is Mode.PARTS
    assert talk.do(Back()).at == "visit.date"


def test_words_are_no_part(home):
    assert home.do(Given("life")).mode is Mode.PARTS
    assert home.notices[0] == home.state.picture.content.words["problem.choose"]


def test_quick_run_counts_its_own_questions_alone(made):
    talk = Talk(made, told(SAID), home=True, quick=True)
    assert lines(talk) == ["Life: done", "Review and print"]
    assert "1 of 1" in talk.screen.part


def test_line_of_the_review_is_let_go_when_somebody_goes_to_a_part(made):
    talk = Talk(made, told({"life.pain": "no"})).do(GoTo("review")).each("life.pain|")
    talk.do(GoTo("parts")).each(talk.screen.choices[0].id)
    asked = talk.at
    talk.skip()
    assert talk.mode is Mode.ASK
    assert talk.at not in {asked, ""}
