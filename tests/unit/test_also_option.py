"""A typed name that could have been chosen is pointed out, so that its questions are raised."""

import pytest

from pnet_prep.engine.names import options_named
from pnet_prep.model.content import Content
from tests.unit.made import content
from tests.unit.talk import Talk
from tests.unit.two_visits import shipped

TOPIC = """
section: s
title: S
place: 20
items:
  - id: s.other
    type: group
    repeats: yes
    text: Anything else?
    items: [{id: s.other.name, type: text, text: What is it?, suggest: [s.had]}]
  - id: s.had
    type: choices
    text: What did you have?
    label: Illness
    options:
      vhl: Von Hippel-Lindau (VHL)
      nf1: Neurofibromatosis 1 (NF1)
      nf2: Neurofibromatosis 2
      other: Another illness
      none: None of these
    exclusive: [none]
  - {id: s.name, type: text, text: Which one?, suggest: [s.had, medicines]}
  - {id: s.more, type: text, text: Is there more?}
"""


@pytest.fixture
def made() -> Content:
    return content(TOPIC)


@pytest.mark.parametrize(
    ("chosen", "typed", "name"),
    [
        ("other", "Von Hippel-Lindau (VHL)", "Von Hippel-Lindau (VHL)"),
        ("other", "vhl", "Von Hippel-Lindau (VHL)"),
        ("other", "VON HIPPEL LINDAU", "Von Hippel-Lindau (VHL)"),
        ("none", "NF1", "Neurofibromatosis 1 (NF1)"),
        ("vhl", "NF1", "Neurofibromatosis 1 (NF1)"),
        ("vhl", "VHL", ""),
        ("other", "neurofibromatosis", ""),
        ("other", "another illness", ""),
        ("other", "Cowden", ""),
        ("other", "omeprazole", ""),
        ("other", "?", ""),
    ],
)
def test_a_name_that_could_be_chosen_is_pointed_out_and_kept(made, chosen, typed, name):
    talk = Talk(made).choose("complete").choose(chosen).type(typed)
    assert talk.at == "s.more"
    assert talk.said("s.name") == [typed]
    said = [notice for notice in talk.notices if "Illness" in notice]
    assert [notice.split('"')[1] for notice in said] == ([name] if name else [])


def test_nothing_is_pointed_out_before_that_question_was_asked(made):
    talk = Talk(made).choose("add").type("VHL")
    assert not [notice for notice in talk.notices if "Illness" in notice]


def test_a_list_points_it_out_too_once_that_question_was_answered(made):
    talk = Talk(made).choose("complete").choose("other")
    talk.state = talk.state.to(talk.state.trail[0])
    talk.choose("add").type("VHL")
    assert len([notice for notice in talk.notices if "Illness" in notice]) == 1


@pytest.mark.parametrize(
    "typed", ["MEN1", "von Hippel-Lindau", "VHL", "NF1", "tuberous sclerosis", "SDHx"]
)
def test_each_inherited_illness_of_the_shipped_questions_is_known_by_its_names(typed):
    item = shipped().questionnaire.by_id["condition.syndrome_name"]
    ((asked, option),) = options_named(typed, item, shipped())
    assert asked.link_id == "condition.syndrome"
    assert typed.casefold() in option.text.casefold()
