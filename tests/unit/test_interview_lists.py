"""Lists: names first, details after; adding, changing and taking out."""

import pytest

from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Later, Passed, Quit
from pnet_prep.model.values import ListMark, NonAnswer
from tests.unit.made import MARIA, MEDICINE_LIST, content, told
from tests.unit.talk import Talk

TOPIC = (
    MEDICINE_LIST
    + """\
      - {id: medicine.name, type: text, text: Name?, recognise: medicines}
      - {id: medicine.dose, type: text, text: How much?}
  - id: family
    type: group
    repeats: yes
    text: Who?
    items:
      - {id: family.relation, type: choice, text: Who?, options: {mother: Mother, aunt: Aunt}}
      - {id: family.age, type: text, text: What age?}
  - {id: life.note, type: text, text: Anything else?}
"""
)
TWO = {("medicine.name", "m1"): "zinc", ("medicine.name", "m2"): "iron"}


@pytest.fixture
def made() -> Content:
    return content(TOPIC)


@pytest.fixture
def talk(made) -> Talk:
    """A visit that begins with the list of medicines."""
    return Talk(made)


@pytest.fixture
def listed(made) -> Talk:
    """The same with two medicines in the list."""
    return Talk(made, told(TWO))


def names(talk: Talk) -> list[object]:
    entries = talk.response.entries("medicine")
    return [talk.said("medicine.name", entry)[-1] for entry in entries]


def test_names_are_added_one_after_the_other_before_any_detail(talk):
    talk.each("add").type("zinc", "iron")
    assert names(talk) == ["zinc", "iron"]
    assert talk.mode is Mode.ADD
    talk.type("")
    assert talk.said("medicine") == [ListMark.COMPLETE]
    details = []
    while talk.place[1]:
        details.append((talk.at, talk.screen.heading))
        talk.type("one")
    assert details == [("medicine.dose", "zinc"), ("medicine.dose", "iron")]


def test_each_name_is_told_back(talk):
    assert any("zinc" in said for said in talk.each("add").type("zinc").notices)


def test_nothing_to_add_is_an_answer(talk):
    talk.each("complete")
    assert talk.said("medicine") == [ListMark.COMPLETE]
    assert talk.at == "family"


def test_empty_line_instead_of_a_first_name_answers_nothing(talk):
    talk.each("add").type("")
    assert (talk.at, talk.said("medicine")) == ("medicine", [])


@pytest.mark.parametrize("how", list(NonAnswer))
def test_list_can_be_left_unsaid(talk, how):
    assert talk.do(Passed(how)).said("medicine") == [how]
    assert talk.at == "family"


def test_list_can_be_left_for_later(talk):
    assert talk.do(Later()).at == "family"
    assert talk.said("medicine") == []


def test_skipping_a_finished_list_keeps_it_finished(talk):
    talk.each("complete").do(Back()).skip()
    assert talk.said("medicine") == [ListMark.COMPLETE]


def test_name_from_a_list_of_choices_is_added_by_choosing(made):
    talk = Talk(made).each("complete", "add", "mother", "aunt")
    assert talk.mode is Mode.ADD
    entries = talk.each("complete").response.entries("family")
    assert [talk.said("family.relation", entry) for entry in entries] == [["mother"], ["aunt"]]
    assert (talk.at, talk.screen.heading) == ("family.age", "Mother")


def test_more_can_be_added_to_a_list_that_was_finished(listed):
    listed.each("complete").do(Back()).each("add").type("magnesium", "")
    assert names(listed) == ["zinc", "iron", "magnesium"]


def test_name_is_changed_and_the_details_stay(listed):
    listed.each("complete").type("one").do(Back(), Back())
    listed.each("entry:m1", "change")
    assert listed.screen.current == "zinc"
    listed.type("zinc 25")
    assert (listed.at, names(listed)) == ("medicine", ["zinc 25", "iron"])
    assert listed.said("medicine.dose", "m1") == ["one"]


def test_entry_is_taken_out_with_its_details(listed):
    listed.each("complete").type("one").do(Back(), Back())
    listed.each("entry:m1", "remove")
    assert (listed.at, names(listed)) == ("medicine", ["iron"])
    assert listed.said("medicine.dose", "m1") == []
    assert listed.each("complete").place == ("medicine.dose", "m2")


def test_entry_that_is_looked_at_and_kept_is_as_it_was(listed):
    before = listed.response
    assert listed.each("entry:m1", "keep").at == "medicine"
    assert listed.response == before


def test_back_from_an_entry_or_from_adding_leads_to_the_list(listed):
    assert listed.each("entry:m1").do(Back()).at == "medicine"
    assert listed.each("entry:m1", "change").do(Back()).at == "medicine"
    assert listed.each("add").do(Back()).at == "medicine"
    assert names(listed) == ["zinc", "iron"]


@pytest.mark.parametrize("way", ["keep", "remove", "add"])
def test_one_step_back_leaves_the_list_however_one_came_to_it(made, way):
    talk = Talk(made, told(TWO)).each("complete").skip(2)
    assert talk.at == "family"
    talk.each("add", "mother")
    if way == "add":
        talk.each("complete").do(Back())
    else:
        talk.do(Back())
        talk.each(talk.screen.choices[-1].id, way)
    assert talk.at == "family"
    assert talk.do(Back()).at == "medicine.dose"


def test_misspelt_medicine_asks_which_name_is_meant(talk):
    talk.each("add").type("omeprazol")
    assert talk.mode is Mode.EITHER
    assert [choice.text for choice in talk.screen.choices[:-1]] == ["omeprazole", "omeprazol"]
    assert names(talk) == []


@pytest.mark.parametrize(("chosen", "name"), [("0", "omeprazole"), ("1", "omeprazol")])
def test_either_spelling_is_taken_and_adding_goes_on(talk, chosen, name):
    talk.each("add").type("omeprazol").each(chosen)
    assert names(talk) == [name]
    assert talk.mode is Mode.ADD
    assert names(talk.type("zinc", "")) == [name, "zinc"]


def test_name_can_be_typed_again_where_neither_is_meant(talk):
    talk.each("add").type("omeprazol").each("neither")
    assert (talk.mode, names(talk)) == (Mode.ADD, [])


def test_misspelt_name_that_was_kept_is_not_asked_about_again(talk):
    talk.each("add").type("omeprazol").each("1").type("")
    talk.do(Back())
    talk.choose(talk.screen.choices[-1].id).each("change")
    talk.type(talk.screen.current)
    assert (talk.at, names(talk)) == ("medicine", ["omeprazol"])


def test_leaving_while_names_are_added_comes_back_to_the_list(made, talk):
    talk.each("add").type("zinc").do(Quit())
    again = Talk(made, talk.response)
    assert (again.at, names(again)) == ("medicine", ["zinc"])


def test_leaving_among_the_details_comes_back_to_the_first_open_one(made, listed):
    listed.each("complete").type("one").do(Quit())
    again = Talk(made, listed.response)
    assert again.place == ("medicine.dose", "m2")
    assert again.screen.heading == "iron"


def test_entries_of_another_person_can_be_seen_and_taken_out(made):
    talk = Talk(made, told(TWO, by=MARIA))
    talk.each("entry:m1", "remove")
    assert names(talk) == ["iron"]


def test_list_that_is_left_for_later_among_its_names_is_not_called_complete(talk):
    talk.each("add").type("zinc").do(Later())
    assert (talk.at, talk.screen.heading) == ("medicine.dose", "zinc")
    assert talk.said("medicine") == []
    assert [note.place for note in talk.response.later] == [("medicine", "")]
    assert names(talk) == ["zinc"]
    assert talk.do(Back()).at == "medicine"
