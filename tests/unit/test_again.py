"""Beginning from the last visit: only what is confirmed comes over, and never how bad it was."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pnet_prep.engine.again import STOPPED, brought, kept_options, to_ask
from pnet_prep.engine.picture import Picture, look
from pnet_prep.model.interview import Chosen, Passed
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import PATIENT, Answer, QuestionnaireResponse
from pnet_prep.model.values import ListMark, NonAnswer, Value
from tests.longer import times
from tests.unit.made import EMPTY, LUIS, TODAY, content, told
from tests.unit.two_visits import Following, read_visit, shipped

TOPIC = """
section: signs
title: Signs
place: 40
screens:
  - {id: symptom.gut, text: Which of these?}
card:
  - id: still
    type: choice
    text: How is it now?
    again: yes
    options: {same: Same, changed: Changed, stopped: Stopped}
  - {id: onset, type: date, text: When?, sheet: column}
  - {id: worst, type: scale_0_10, text: How bad?, sheet: column}
  - {id: fever, type: yes_no_unsure, text: Any fever?}
symptoms:
  - {id: pain, screen: symptom.gut, text: Pain, said: pain}
  - {id: gas, screen: symptom.gut, text: Gas, said: gas}
items:
  - id: pill
    type: group
    text: Which pills?
    repeats: yes
    items:
      - {id: pill.name, type: text, text: What is it called?}
      - id: pill.still
        type: choice
        text: How is it now?
        again: yes
        options: {same: Same, changed: Changed, stopped: Stopped}
      - {id: pill.dose, type: text, text: How much?}
  - id: who.still
    type: choices
    text: Still right?
    options_from: earlier
    again: yes
    about: [who.name, kin]
  - {id: who.name, type: text, text: What is your name?}
  - id: kin
    type: group
    text: Which relatives?
    repeats: yes
    items:
      - {id: kin.who, type: text, text: Who?}
doctor_questions:
  - id: pill_q
    ask: Do I still need {medicine}?
    when: {some: {in: pill, where: {item: pill.name, answered: "yes"}}}
    why: It may not be needed.
    topic: medicines
    priority: 3
red_flags:
  - id: f_fever
    when: {item: symptom.pain.fever, is: "yes"}
    level: today
    do: Call your team today.
"""
PILL, OTHER, AUNT = "pillaaaa", "pillbbbb", "auntaaaa"
FIRST: dict[Any, Value] = {
    "symptom.gut": ("pain", "gas"),
    "symptom.pain.worst": 4,
    "symptom.pain.fever": "yes",
    "symptom.gas.worst": 2,
    ("pill.name", PILL): "Omeprazole",
    ("pill.dose", PILL): "40 mg",
    ("pill.name", OTHER): "Metformin",
    ("pill.dose", OTHER): "500 mg",
    "pill": ListMark.COMPLETE,
    "who.name": "Zoë",
    ("kin.who", AUNT): "aunt",
    "kin": ListMark.COMPLETE,
}


@pytest.fixture
def earlier() -> Picture:
    return look(content(TOPIC), told(FIRST, on="2026-05-01"), TODAY)


def following(earlier: Picture, response: QuestionnaireResponse = EMPTY) -> Picture:
    return look(earlier.content, response, TODAY, earlier)


def values(answers: Iterable[Answer]) -> dict[tuple[str, str], object]:
    return {answer.place: answer.value for answer in answers}


def test_every_symptom_and_entry_of_the_last_visit_is_asked_about_once(earlier):
    assert to_ask(earlier, earlier.content.questionnaire) == (
        ("symptom.pain.still", ""),
        ("symptom.gas.still", ""),
        ("pill.still", PILL),
        ("pill.still", OTHER),
        ("who.still", ""),
    )


def test_a_visit_that_follows_none_is_asked_nothing_about_one(earlier):
    assert look(content(TOPIC), EMPTY, TODAY).views.again == ()
    empty = look(content(TOPIC), EMPTY, TODAY)
    asked = {step.item.link_id for step in Following(empty).state.steps()}
    assert asked.isdisjoint(one for one, _ in to_ask(earlier, earlier.content.questionnaire))


@pytest.mark.parametrize("said", ["same", NonAnswer.NOT_SURE])
def test_what_is_still_the_same_comes_over_without_how_bad_it_was(earlier, said):
    now = following(earlier)
    assert dict(brought(now, ("symptom.pain.still", ""), said, PATIENT)) == {}
    assert dict(brought(now, ("pill.still", PILL), said, PATIENT)) == {
        ("pill.name", PILL): "Omeprazole",
        ("pill.dose", PILL): "40 mg",
    }


@pytest.mark.parametrize("said", ["changed", "stopped", NonAnswer.SKIPPED, NonAnswer.DECLINED])
def test_of_all_else_in_a_list_only_the_name_comes_over(earlier, said):
    found = dict(brought(following(earlier), ("pill.still", PILL), said, PATIENT))
    assert found == {("pill.name", PILL): "Omeprazole"}


def test_what_a_sign_that_should_not_wait_looks_at_is_asked_anew(earlier):
    talk = Following(earlier).to("symptom.pain.still").choose("same")
    talk.to("symptom.gut").choose("pain")
    assert talk.state.picture.flags == ()
    assert "symptom.pain.fever" in {step.item.link_id for step in talk.state.steps()}
    assert talk.to("symptom.pain.fever").choose("yes").state.picture.flags


def test_a_symptom_that_is_still_there_is_ticked_in_its_list_and_a_stopped_one_is_not(earlier):
    talk = Following(earlier).to("symptom.pain.still").choose("same")
    assert talk.at == "symptom.gas.still"
    talk.choose("stopped").to("symptom.gut")
    assert [c.id for c in talk.screen.choices if c.chosen] == ["pain"]
    gut = earlier.content.questionnaire.by_id["symptom.gut"]
    assert kept_options(talk.state.picture, gut) == ("pain",)
    assert talk.skip().said("symptom.gut") == [("pain",)]


def test_nothing_is_chosen_beforehand_and_the_old_words_are_shown(earlier):
    talk = Following(earlier).to("pill.still")
    assert not any(choice.chosen for choice in talk.screen.choices)
    assert talk.screen.enter == ""
    assert talk.screen.current == ""
    assert talk.screen.heading == "Omeprazole"
    assert any("40 mg" in notice for notice in talk.notices)


def test_what_changed_is_asked_again_with_the_old_words(earlier):
    talk = Following(earlier).to("pill.still").choose("changed").to("pill.dose")
    assert any("40 mg" in notice for notice in talk.notices)
    assert talk.type("20 mg").said("pill.dose", PILL) == ["20 mg"]


def test_changing_ones_mind_from_same_to_changed_asks_the_details_again(earlier):
    talk = Following(earlier).to("pill.still").choose("same")
    talk.state = talk.state.to(type(talk.state.spot)(talk.state.spot.mode, ("pill.still", PILL)))
    talk.choose("changed").to("pill.dose")
    assert talk.place == ("pill.dose", PILL)
    assert talk.said("pill.dose", PILL) == ["40 mg"]


def test_what_stopped_raises_no_question_and_is_asked_no_more(earlier):
    talk = Following(earlier).to("pill.still").choose("stopped")
    talk.choose("stopped")
    asked = {step.place for step in talk.state.steps()}
    assert {("pill.dose", PILL), ("pill.dose", OTHER)}.isdisjoint(asked)
    assert "pill_q" not in {one.id for one in talk.state.picture.suggestions}
    assert talk.said("pill.name", PILL) == ["Omeprazole"]


def test_an_entry_that_was_taken_out_is_not_asked_about_again(earlier):
    talk = Following(earlier).to("pill.still").choose("same").choose("same").to("pill")
    talk.each(f"entry:{PILL}", "remove")
    asked = {step.place for step in talk.state.steps()}
    assert ("pill.still", PILL) not in asked
    assert ("pill.still", OTHER) in asked


def test_all_that_is_looked_over_comes_over_in_one_answer(earlier):
    talk = Following(earlier).to("who.still").choose("all_right")
    assert talk.said("who.name") == ["Zoë"]
    assert talk.said("kin.who", AUNT) == ["aunt"]
    asked = {step.place for step in talk.state.steps()}
    assert ("who.name", "") in asked
    assert talk.mode.value != "ask" or talk.at not in {"who.name", "kin"}


def test_a_line_that_changed_is_asked_and_the_others_come_over(earlier):
    talk = Following(earlier).to("who.still").choose("who.name")
    assert talk.said("who.name") == []
    assert talk.said("kin") == [ListMark.COMPLETE]
    assert talk.to("who.name").type("Zoe").said("who.name") == ["Zoe"]


def test_a_list_that_changed_keeps_its_entries_and_is_open_for_more(earlier):
    talk = Following(earlier).to("who.still").choose("kin").to("kin")
    assert talk.response.entries("kin") == (AUNT,)
    assert talk.said("kin") == []


def test_what_was_said_stays_when_the_earlier_visit_is_gone(earlier):
    talk = Following(earlier).to("pill.still").choose("stopped")
    alone = look(earlier.content, talk.response, TODAY)
    assert ("pill.still", PILL) in alone.views.active
    assert "pill_q" not in {one.id for one in alone.suggestions}


def test_a_stopped_entry_is_not_asked_about_at_the_visit_after(earlier):
    talk = Following(earlier).to("pill.still").choose("stopped").choose("same")
    third = to_ask(talk.state.picture, earlier.content.questionnaire)
    assert ("pill.still", PILL) not in third
    assert ("pill.still", OTHER) in third


EVENTS = st.lists(
    st.one_of(
        st.sampled_from(["same", "changed", STOPPED]).map(lambda one: Chosen((one,))),
        st.sampled_from(list(NonAnswer)).map(Passed),
    ),
    max_size=40,
)


def walked(events: list[Chosen | Passed]) -> Following:
    """Each question about the first example visit gets an event; all others are skipped."""
    talk = Following(read_visit("first.yaml"))
    left = list(events)
    while talk.mode.value == "ask" and len(talk.response.answers) < 400:
        step = talk.state.step(talk.place)
        again = step is not None and step.item.again
        if again and step is not None and step.item.about:
            talk.choose("all_right")
        else:
            talk.do(left.pop() if again and left else Passed(NonAnswer.SKIPPED))
    return talk


@settings(max_examples=times(12), deadline=None, suppress_health_check=list(HealthCheck))
@given(EVENTS)
def test_carrying_leaves_the_old_visit_alone_and_never_takes_how_bad_it_was(events):
    before = read_visit("first.yaml").response.answers
    talk = walked(events)
    earlier = talk.state.picture.earlier
    assert earlier is not None
    assert earlier.response.answers == before
    new = talk.response.answers
    assert not {answer.id for answer in new} & {answer.id for answer in before}
    assert all(answer.on == "2026-12-01" for answer in new)
    by_id = shipped().questionnaire.by_id
    private = {i for i, item in by_id.items() if item.private or item.type is ItemType.SCALE_0_10}
    assert not [a for a in new if a.item in private and a.real]
    assert not [a for a in new if a.item == "wish.top" and a.real]
    again = walked(events).response
    assert values(again.shown) == values(talk.response.shown)


def caregiver_again() -> Following:
    first = told({"person.answering": "caregiver", ("helper.name", LUIS): "Luis"}, by=LUIS)
    first = told({"person.name": "Zoë"}, by=LUIS, into=first)
    talk = Following(look(shipped(), first, TODAY)).to("person.answering")
    talk.choose("caregiver")
    assert talk.at == "person.still"
    return talk


def test_the_one_who_helped_before_is_known_again():
    talk = caregiver_again()
    assert any("Luis" in choice.text for choice in talk.screen.choices)
    talk.choose("all_right")
    assert talk.state.asker.by == LUIS
    assert talk.said("helper.name", LUIS) == ["Luis"]
    assert talk.said("person.name") == ["Zoë"]


def test_somebody_else_who_helps_now_is_asked_for_a_name():
    talk = caregiver_again().choose("helper")
    assert talk.at == "helper.name"
    assert talk.type("Maria").said("helper.name", LUIS) == ["Maria"]
