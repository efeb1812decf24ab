"""Signs that should not wait: told at once and once, to whom they concern, and whom to call."""

import pytest

from pnet_prep.content.load import load
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Passed, Quit, Speaker
from pnet_prep.model.values import NonAnswer
from tests.unit.heard import Heard
from tests.unit.made import MARIA, PEOPLE, content, told
from tests.unit.talk import Talk

TOPIC = """
section: safety
title: Signs
place: 20
items:
  - {id: person.country, type: choice, text: Which country?, options_from: places}
  - {id: safety.faint, type: yes_no_unsure, text: Fainted?}
  - {id: safety.rash, type: yes_no_unsure, text: A rash?}
  - {id: safety.harm, type: yes_no_unsure, text: Harm?, ask_whom: patient, private: yes}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    items: [{id: medicine.name, type: text, text: Name?, recognise: medicines}]
  - {id: life.note, type: text, text: Anything else?}
red_flags:
  - {id: rf1, when: {item: safety.faint, is: ["yes", not_sure]}, level: now, do: Do one thing.}
  - {id: rf2, when: {item: safety.rash, is: "yes"}, level: today, do: Do another.}
  - id: rf3
    when: {item: safety.harm, is: "yes"}
    level: today
    do: You are not alone.
    print: ask
    ask_whom: patient
    help_line: crisis
  - id: rf4
    when: {some: {in: medicine, where: {item: medicine.name, has: ssa}}}
    level: today
    do: Do a third.
"""
STILL = "I was told of this on 23 November 2026: fainted?. Is this still so?"


@pytest.fixture
def made() -> Content:
    return content(PEOPLE, TOPIC)


@pytest.fixture
def talk(made) -> Talk:
    """At the question about fainting."""
    return Talk(made).each("patient").type("Leo").each("us")


def urgent(talk: Talk) -> list[str]:
    return [notice.text for notice in talk.screen.notices if notice.urgent]


def test_sign_is_told_at_once_with_the_number_and_that_all_is_saved(talk):
    talk.each("yes")
    assert urgent(talk)[0] == "Do one thing."
    assert "911" in urgent(talk)[1]
    assert urgent(talk)[-1] == talk.state.picture.content.words["flag.saved"]
    assert talk.at == "safety.rash"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *((no, NonAnswer.SKIPPED) for no in ("no", "None.", "nope")),
        *((said, said) for said in ("555 0100", "at the desk", "no, ask Maria: 555 0100")),
    ],
)
def test_no_number_of_the_team_is_none_to_call_and_all_else_stays_as_it_was_said(typed, number):
    talk = Talk(load()).each("patient").skip(4)
    assert talk.at == "team.phone"
    assert talk.do(Heard(f"{typed}\n").ask(talk.screen)).said("team.phone") == [number]


def test_sign_for_today_brings_no_emergency_number(talk):
    talk.each("no", "yes")
    assert urgent(talk)[0] == "Do another."
    assert "911" not in " ".join(urgent(talk))


def test_sign_is_told_once(talk):
    talk.each("yes")
    assert urgent(talk.each("no")) == []
    talk.do(Back(), Back()).each("no")
    talk.do(Back()).each("yes")
    assert urgent(talk) == []


def test_not_sure_is_told_too_where_the_sign_says_so(talk):
    assert urgent(talk.do(Passed(NonAnswer.NOT_SURE)))[0] == "Do one thing."
    assert urgent(talk.do(Passed(NonAnswer.NOT_SURE))) == []


def test_sign_in_a_list_is_told_while_names_are_added(talk):
    talk.each("no", "no", "no", "add").type("octreotide")
    assert talk.mode is Mode.ADD
    assert urgent(talk)[0] == "Do a third."
    assert urgent(talk.type("zinc")) == []


def test_sign_is_told_before_the_person_is_asked_who_answers(made, talk):
    response = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=talk.each("yes").response)
    again = Talk(made, response, day="2026-11-24")
    assert again.mode is Mode.WHO
    assert urgent(again)[:2] == [STILL, "Do one thing."]


def test_coming_back_on_the_same_day_tells_nothing_again(made, talk):
    talk.each("yes").do(Quit())
    assert urgent(Talk(made, talk.response)) == []


def test_coming_back_on_another_day_asks_whether_it_is_still_so(made, talk):
    talk.each("yes").do(Quit())
    again = Talk(made, talk.response, day="2026-11-24")
    assert urgent(again)[:2] == [STILL, "Do one thing."]
    assert urgent(again.each("no")) == []


def test_sign_that_was_taken_back_is_asked_about_no_more(made, talk):
    talk.each("yes").do(Back()).each("no").do(Quit())
    assert urgent(Talk(made, talk.response, day="2026-11-24")) == []


def test_private_sign_comes_with_its_own_line(talk):
    talk.each("no", "no", "yes")
    assert urgent(talk)[0] == "You are not alone."
    assert "988" in urgent(talk)[1]


def test_signs_told_again_together_say_once_that_everything_is_saved(made, talk):
    talk.each("yes", "yes").do(Quit())
    again = urgent(Talk(made, talk.response, day="2026-11-24"))
    assert {"Do one thing.", "Do another."} <= set(again)
    assert again.count(made.words["flag.saved"]) == 1


def test_private_sign_is_not_named_when_it_is_told_again(made, talk):
    alone = talk.each("no", "no", "yes").response
    assert urgent(Talk(made, alone, day="2026-11-24"))[0] == made.words["flag.still"]


def test_private_sign_is_told_again_to_the_patient_alone_and_to_nobody_else(made, talk):
    alone = talk.each("no", "no", "yes").response
    assert "You are not alone." in urgent(Talk(made, alone, day="2026-11-24"))
    helped = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=alone)
    again = Talk(made, helped, day="2026-11-24")
    assert urgent(again) == []
    assert urgent(again.each(MARIA)) == []


def test_sign_that_another_person_reports_is_told_to_them(talk):
    talk.each("no").do(Speaker()).each("new").type("Maria").each("mother")
    talk.each("yes")
    assert urgent(talk)[0] == "Do another."
