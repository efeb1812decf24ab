"""What follows from each thing a person can do at a question."""

import pytest

from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Ask, Back, Given, GoTo, Later, Passed, Quit
from pnet_prep.model.values import DateSaid, NonAnswer, Quantity, Value
from tests.unit.made import content, told
from tests.unit.talk import Talk

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: person.born, type: date, text: When were you born?}
  - {id: life.pain, type: yes_no_unsure, text: Any pain?}
  - {id: life.where, type: text, text: Where?, when: {item: life.pain, is: "yes"}}
  - {id: life.began, type: date, text: When?}
  - {id: life.sugar, type: quantity, text: How low?, units: [mg/dL, mmol/L]}
  - id: life.signs
    type: choices
    text: Which?
    exclusive: [none]
    options: {fever: Fever, chill: Chills, none: None}
  - {id: life.note, type: long_text, text: Anything else?}
"""
TEXTS = """
section: life
title: Life
place: 20
items:
  - {id: life.start, type: display, text: A few lists come first.}
  - {id: life.alone, type: display, text: For you alone., private: yes}
  - {id: life.pain, type: yes_no_unsure, text: Any pain?}
  - {id: life.note, type: text, text: Anything else?}
"""
SAID: dict[str, Value] = {"person.born": DateSaid("1980", "1980"), "life.pain": "no"}


@pytest.fixture
def made() -> Content:
    return content(TOPIC)


@pytest.fixture
def talk(made) -> Talk:
    """At the question when it began, those before it answered."""
    return Talk(made, told(SAID))


def test_new_visit_begins_with_its_first_question_and_a_welcome(made):
    talk = Talk(made)
    assert talk.at == "person.born"
    assert len(talk.notices) == 3
    assert not talk.screen.can_go_back


def test_answer_is_recorded_and_the_next_question_follows(made):
    talk = Talk(made).type("1980")
    assert talk.said("person.born") == [DateSaid("1980", "1980")]
    assert [answer.item for answer in talk.state.new] == ["person.born"]
    assert talk.at == "life.pain"


def test_part_and_time_are_said_once(made):
    talk = Talk(made)
    assert "Life" in talk.screen.part
    assert talk.type("1980").screen.part == ""


def test_text_before_a_question_is_said_once_but_what_is_private_each_time():
    talk = Talk(content(TEXTS))
    assert talk.notices[-2:] == ["A few lists come first.", "For you alone."]
    talk.each("no").do(Back())
    assert (talk.at, talk.notices) == ("life.pain", ["For you alone."])


@pytest.mark.parametrize("how", list(NonAnswer))
def test_every_non_answer_is_kept_and_goes_on(talk, how):
    talk.do(Passed(how))
    assert talk.said("life.began") == [how]
    assert talk.at == "life.sugar"


def test_skip_keeps_an_earlier_answer_and_not_sure_replaces_it(talk):
    talk.type("May 2026").do(Back()).skip()
    assert talk.said("life.began") == [DateSaid("May 2026", "2026-05")]
    assert talk.at == "life.sugar"
    talk.do(Back(), Passed(NonAnswer.NOT_SURE))
    assert talk.said("life.began") == [NonAnswer.NOT_SURE]


def test_later_is_noted_as_no_answer_and_goes_on(talk):
    before = talk.response
    assert talk.do(Later()).at == "life.sugar"
    assert talk.response.shown == before.shown
    assert [note.place for note in talk.response.later] == [("life.began", "")]


def test_what_was_left_for_later_is_asked_once_more_at_the_end(talk):
    talk.do(Later()).skip(3)
    assert talk.at == "life.began"
    assert talk.do(Later()).mode is Mode.REVIEW


def test_leaving_the_last_question_for_later_leads_to_the_review(talk):
    assert talk.skip(3).do(Later()).mode is Mode.REVIEW
    assert Talk(talk.state.picture.content, talk.response).at == "life.note"


def test_back_then_forward_changes_nothing(talk):
    talk.type("May 2026").choose()
    before = talk.response
    talk.do(Back())
    assert talk.screen.current == "May 2026"
    assert talk.type("May 2026").response == before
    assert talk.state.new == ()
    assert talk.at == "life.sugar"


def test_kept_words_keep_their_reading_on_another_day(made):
    talk = Talk(made, told(SAID)).type("three weeks ago")
    read = talk.said("life.began")
    later = Talk(made, talk.response, day="2026-12-20").do(GoTo("review"))
    later.choose("life.began|")
    assert later.type(later.screen.current).said("life.began") == read


def test_back_at_the_first_question_stays_there(made):
    talk = Talk(made).do(Back())
    assert (talk.at, len(talk.notices)) == ("person.born", 1)


def test_back_passes_over_questions_that_are_no_longer_asked(made):
    talk = Talk(made).type("1980").each("yes").type("back")
    talk.do(Back(), Back())
    assert talk.at == "life.pain"
    talk.each("no")
    assert talk.at == "life.began"
    assert talk.do(Back()).at == "life.pain"


def test_unchanged_choice_writes_nothing(made):
    talk = Talk(made).type("1980").each("yes")
    before = talk.response
    talk.do(Back())
    assert [choice.id for choice in talk.screen.choices if choice.chosen] == ["yes"]
    assert talk.each("yes").response == before


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_empty_line_is_asked_again_with_what_to_do(talk, typed):
    talk.type(typed)
    assert (talk.at, len(talk.notices), talk.said("life.began")) == ("life.began", 1, [])


def test_option_that_stands_alone_is_asked_again(talk):
    talk.skip(2).choose("none", "fever")
    assert (talk.at, talk.said("life.signs")) == ("life.signs", [])
    assert talk.choose("fever").said("life.signs") == [("fever",)]


@pytest.mark.parametrize("item", ["life.pain", "life.signs"])
def test_typed_words_are_no_choice(made, item):
    talk = Talk(made, told({key: said for key, said in SAID.items() if key != item}))
    while talk.at != item:
        talk.skip()
    assert talk.type("xyzzy").said(item) == []
    assert talk.at == item


def test_date_is_told_back_and_one_that_is_not_read_is_kept(talk):
    assert "May 2026" in " ".join(talk.type("last May").notices)
    talk.do(Back()).type("after the wedding")
    assert talk.said("life.began") == [DateSaid("after the wedding")]
    assert len(talk.notices) == 1


def test_date_read_as_it_was_typed_is_not_told_back(talk):
    assert talk.type("May 2026").notices == []


def test_ambiguous_date_asks_which_day_is_meant(talk):
    talk.type("3/4/25")
    assert talk.mode is Mode.EITHER
    assert talk.said("life.began") == []
    assert [choice.text for choice in talk.screen.choices[:-1]] == ["3 April 2025", "4 March 2025"]
    assert talk.each("1").said("life.began") == [DateSaid("3/4/25", "2025-03-04")]
    assert talk.at == "life.sugar"


def test_words_are_kept_where_neither_day_is_meant(talk):
    assert talk.type("3/4/25").each("neither").said("life.began") == [DateSaid("3/4/25")]


def test_back_from_a_choice_of_days_asks_for_the_date_again(talk):
    assert talk.type("3/4/25").do(Back()).at == "life.began"


def test_chosen_day_is_kept_when_the_answer_is_looked_at_again(talk):
    talk.type("3/4/25").each("1").do(Back())
    assert talk.type(talk.screen.current).said("life.began") == [DateSaid("3/4/25", "2025-03-04")]
    assert talk.at == "life.sugar"


def test_number_without_a_unit_asks_for_it(talk):
    talk.skip().type("3,1")
    assert [choice.text for choice in talk.screen.choices[:-1]] == ["mg/dL", "mmol/L"]
    assert talk.each("1").said("life.sugar") == [Quantity("3,1 mmol/L", "3.1", "mmol/L")]


def test_number_is_kept_where_the_unit_is_not_known(talk):
    assert talk.skip().type("3,1").each("neither").said("life.sugar") == [Quantity("3,1", "3.1")]


def test_words_at_a_choice_of_readings_are_asked_again_and_said_why(talk):
    talk.type("3/4/25").do(Given("the first"))
    assert talk.mode is Mode.EITHER
    assert len(talk.notices) == 1


def test_age_is_counted_from_the_birth_year(talk):
    (value,) = talk.type("when I was 40").said("life.began")
    assert isinstance(value, DateSaid)
    assert value.edtf is not None


def test_quit_leaves_with_everything_kept(talk):
    talk.type("May 2026").do(Quit())
    assert talk.state.left
    assert talk.state.new == ()
    assert talk.said("life.began") == [DateSaid("May 2026", "2026-05")]


def test_coming_back_goes_on_at_the_first_open_question(made, talk):
    talk.type("May 2026")
    again = Talk(made, talk.response)
    assert again.at == "life.sugar"
    assert again.notices == []
    assert again.skip(3).mode is Mode.REVIEW


def test_long_text_keeps_its_lines(talk):
    talk.skip(3)
    assert talk.screen.ask is Ask.LONG
    assert talk.type("one\ntwo").said("life.note") == ["one\ntwo"]
