"""The name of an entry, typed at the question of its list, and what else people type there."""

import pytest

from pnet_prep.interview.lists import ADD, COMPLETE, ENTRY
from pnet_prep.interview.questions import NONE
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Chosen, Given, Passed, Quit, Screen
from pnet_prep.model.values import ListMark, NonAnswer, OwnWords
from tests.unit.heard import Heard
from tests.unit.keyboard import BACKSPACE, CTRL_C, DOWN, ENTER, keyboard, pasted, press
from tests.unit.made import MEDICINE_LIST, content, told
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk
from tests.unit.two_visits import shipped

WORDS = shipped_words()
NOT_SURE = NonAnswer.NOT_SURE
TOPIC = (
    MEDICINE_LIST
    + """\
      - {id: medicine.name, type: text, text: Name?, recognise: medicines, suggest: [medicines]}
      - {id: medicine.dose, type: text, text: How much?}
  - id: family
    type: group
    repeats: yes
    text: Which relatives?
    items:
      - {id: family.who, type: open_choice, text: Who?, options: {mother: Mother, aunt: My aunt}}
      - {id: family.age, type: text, text: What age?}
  - id: wish
    type: group
    repeats: yes
    text: Which questions of your own?
    items:
      - {id: wish.text, type: text, text: Your question?}
"""
)
SIGNS = """
section: life
title: Life
place: 20
items:
  - id: life.signs
    type: choices
    text: Which of these?
    exclusive: [none]
    options: {nausea: Nausea, none: None of these}
  - {id: life.note, type: text, text: Anything else?}
"""
IRON = {("medicine.name", "m1"): "Iron sulfate"}


@pytest.fixture
def made() -> Content:
    return content(TOPIC)


def at(talk: Talk, typed: str) -> Talk:
    """The talk after lines that were typed in plain mode."""
    heard = Heard(typed)
    while not isinstance(event := heard.ask(talk.screen), Quit):
        talk.do(event)
    return talk


@pytest.mark.parametrize("typed", ["no", "None", "nothing.", "none of them"])
def test_no_at_signs_to_choose_is_none_of_them(typed):
    assert at(Talk(content(SIGNS)), f"{typed}\n").said("life.signs") == [("none",)]


def test_done_at_signs_to_choose_denies_nothing():
    assert not at(Talk(content(SIGNS)), "done\nno more\n").said("life.signs")


def names(talk: Talk, group: str, naming: str) -> list[object]:
    return [talk.said(naming, entry)[-1] for entry in talk.response.entries(group)]


def list_screen(made: Content, said: bool = True) -> Screen:  # noqa: FBT001, FBT002
    return Talk(made, told(IRON)).screen if said else Talk(made).screen


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("zinc\n", ["zinc"]),
        ("zinc\niron\n\n", ["zinc", "iron"]),
        ("omep\n1\n", ["omeprazole"]),
        ("RA drops\n", ["RA drops"]),
        ("5-HTP\n", ["5-HTP"]),
        ("ADD-on\n", ["ADD-on"]),
        ("//2 a day\n", ["/2 a day"]),
        ("zinc; iron\n1\n", ["zinc", "iron"]),
        ("山田\n", ["山田"]),
    ],
)
def test_a_name_typed_at_the_list_is_its_first_entry(made, typed, entries):
    talk = at(Talk(made), typed)
    assert names(talk, "medicine", "medicine.name") == entries


def test_what_was_typed_stands_at_the_first_question_and_can_be_taken_back(made):
    heard = Heard("zinc\n/back\n")
    talk = Talk(made)
    assert WORDS["plain.adds"] not in heard.said
    talk.do(heard.ask(talk.screen))
    assert WORDS["plain.adds"] in heard.lines
    talk.do(heard.ask(talk.screen))
    assert heard.lines[-1] == "> zinc"
    assert any("zinc" in said for said in talk.notices)
    talk.do(heard.ask(talk.screen))
    entry = talk.response.entries("medicine")[0]
    assert (talk.at, talk.screen.choices[-1].id) == ("medicine", ENTRY + entry)
    talk.each(ENTRY + entry, "remove")
    assert talk.response.entries("medicine") == ()


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        *((word, Chosen((COMPLETE,))) for word in ("none", "Nothing", "no", "No.", "done")),
        *((word, Passed(NOT_SURE)) for word in ("not sure", "Not", "I don’t know", "don't know")),
        *((word, Passed(NonAnswer.SKIPPED)) for word in ("skip", "Skip this one", "/skip")),
        ("rather not", Passed(NonAnswer.DECLINED)),
        *((word, Chosen((ADD,))) for word in ("1", "add", "yes", "Add another")),
        ("2", Chosen((COMPLETE,))),
        ("iron sulfate", Chosen((f"{ENTRY}m1",))),
        ("Iron sulfate: change or take out", Chosen((f"{ENTRY}m1",))),
    ],
)
def test_the_words_of_the_choices_and_what_people_say_for_them_are_no_entry(made, typed, event):
    heard = Heard(f"{typed}\nMother\n")
    assert heard.ask(list_screen(made)) == event
    assert "> Mother" not in heard.said


@pytest.mark.parametrize("typed", ["?", "help", "back", "quit", "1, 2", "99", "...", "/bakc"])
def test_what_cannot_be_a_name_adds_nothing(made, typed):
    heard = Heard(f"{typed}\n")
    assert heard.ask(list_screen(made)) == Quit()


def test_a_part_of_an_entry_is_an_entry_of_its_own(made):
    talk = at(Talk(made, told(IRON)), "iron\n")
    assert names(talk, "medicine", "medicine.name") == ["Iron sulfate", "iron"]


def test_a_relative_is_the_one_of_the_choices_or_in_own_words(made):
    talk = at(Talk(made).each(COMPLETE), "mother\nmy father's twin\nno\n")
    assert names(talk, "family", "family.who") == ["mother", OwnWords("my father's twin")]
    assert talk.said("family") == [ListMark.COMPLETE]


def test_every_shipped_list_takes_a_name():
    """By what a list is, whatever it asks: no list has to be named anywhere."""
    lists = {i.link_id for i in shipped().questionnaire.by_id.values() if i.repeats}
    asked = {step.item.link_id for step in Talk(shipped()).state.steps() if step.item.repeats}
    assert {"medicine", "supplement", "allergy", "family", "wish.question"} <= asked <= lists
    for link_id in asked:
        talk = Talk(shipped())
        talk.state = talk.state._replace(spot=talk.state.spot._replace(place=(link_id, "")))
        at(talk, "Zebra of the woods\n")
        assert len(talk.response.entries(link_id)) == 1


@pytest.mark.parametrize("typed", ["not sure", "Not sure.", "I don't know", "/notsure"])
def test_a_name_nobody_is_sure_of_is_an_entry_without_one(made, typed):
    talk = at(Talk(made), f"1\n{typed}\n")
    assert names(talk, "medicine", "medicine.name") == [NOT_SURE]
    assert talk.notices == [WORDS["list.added_unnamed"], WORDS["list.next"]]
    at(talk, "\n")
    assert (talk.at, talk.screen.heading) == ("medicine.dose", WORDS["entry.not_sure"])
    at(talk, "one white one a day\n").do(*[Passed(NonAnswer.SKIPPED)] * 2)
    assert talk.at == ""


@pytest.mark.parametrize("typed", ["nothing", "none", "no"])
def test_nothing_said_at_the_name_is_said_of_the_list(made, typed):
    talk = at(Talk(made), f"1\n{typed}\n")
    assert names(talk, "medicine", "medicine.name") == []
    assert talk.said("medicine") == [ListMark.COMPLETE]


@pytest.mark.parametrize("how", list(NonAnswer))
def test_where_no_more_is_asked_what_is_passed_over_is_the_list(made, how):
    talk = Talk(made).each(COMPLETE, COMPLETE, ADD).do(Passed(how))
    assert (talk.said("wish"), talk.response.entries("wish")) == ([how], ())
    assert talk.mode is Mode.REVIEW


@pytest.mark.parametrize("how", [NonAnswer.SKIPPED, NonAnswer.DECLINED])
def test_a_name_that_is_passed_over_is_said_of_the_list(made, how):
    talk = Talk(made).each(ADD).do(Passed(how))
    assert (talk.said("medicine"), talk.response.entries("medicine")) == ([how], ())


@pytest.mark.parametrize("typed", ["?", "...", "-"])
def test_marks_alone_are_no_name(made, typed):
    talk = Talk(made).each(ADD).type(typed)
    assert talk.mode is Mode.ADD
    assert talk.notices == [WORDS["problem.empty"]]


@pytest.mark.parametrize(
    ("keys", "events"),
    [
        ("zinc" + ENTER * 2, [Chosen((ADD,)), Given("zinc")]),
        ("Zinc Oxide" + ENTER * 2, [Chosen((ADD,)), Given("Zinc Oxide")]),
        ("a white pill" + ENTER * 2, [Chosen((ADD,)), Given("a white pill")]),
        ("zincx" + BACKSPACE + ENTER * 2, [Chosen((ADD,)), Given("zinc")]),
        ("anise" + ENTER + " oil" + ENTER, [Chosen((ADD,)), Given("anise oil")]),
        (pasted("zinc\niron") + ENTER * 2, [Chosen((ADD,)), Given("zinc; iron")]),
        ("omep" + ENTER + DOWN + ENTER, [Chosen((ADD,)), Given("omeprazole")]),
        ("nothing" + ENTER * 2, [Chosen((ADD,)), Chosen((NONE,))]),
        ("none" + ENTER, [Chosen((COMPLETE,))]),
        ("not" + ENTER, [Passed(NOT_SURE)]),
        ("a" + ENTER, [Chosen((ADD,))]),
        ("x" + BACKSPACE + ENTER + CTRL_C, [Quit()]),
        ("zinc" + DOWN + ENTER, [Chosen((ADD,))]),
    ],
)
def test_a_name_typed_in_a_full_terminal_stands_in_the_field_to_be_taken(made, keys, events):
    talk = Talk(made)
    with keyboard(keys) as front_end:
        for event in events:
            assert front_end.ask(talk.screen) == event
            talk.do(event)
        assert front_end.ask(talk.screen) == Quit()


@pytest.mark.parametrize(
    ("keys", "event"),
    [("moth" + ENTER * 2, Chosen(("mother",))), ("my dog" + ENTER * 2, Given("my dog"))],
)
def test_a_relative_typed_in_a_full_terminal_is_pointed_at_or_stands_in_own_words(
    made, keys, event
):
    talk = Talk(made).each(COMPLETE)
    with keyboard(keys) as front_end:
        talk.do(front_end.ask(talk.screen))
        assert front_end.ask(talk.screen) == event


def test_keys_that_come_all_at_once_are_still_no_name(made):
    assert press(Talk(made).screen, "zinc\r" + CTRL_C, at_once=True) == Quit()


@pytest.mark.parametrize("said", ["I don't know", "dont know", "No idea.", "Unknown"])
def test_who_does_not_know_is_not_sure_at_a_question_of_any_kind(said):
    talk = Talk(shipped()).choose("patient")
    for _ in range(3):  # the name, the year of birth, a choice
        at(talk, f"{said}\n")
    told = [talk.said(item)[-1] for item in ("person.name", "person.born", "person.sex")]
    assert told == [NOT_SURE] * 3
