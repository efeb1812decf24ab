"""Questions that are taken off the list for a reason, knowing of a sign, and brought back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.compose import compose
from pnet_prep.engine.dropped import dropped
from pnet_prep.engine.outcomes import outcomes
from pnet_prep.engine.picture import look
from pnet_prep.interview.commands import command
from pnet_prep.interview.state import Mode
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Given, GoTo, Later
from pnet_prep.model.response import PATIENT, QuestionnaireResponse
from pnet_prep.model.values import OwnWords, Value
from tests.longer import times
from tests.unit.made import MARIA, PEOPLE, TODAY, content, seen, told
from tests.unit.paper import strings
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.rash, type: yes_no_unsure, text: A rash?, said: a rash, label: Rash}
  - {id: life.faint, type: yes_no_unsure, text: Fainted?, said: fainting, label: Fainted}
  - {id: life.fever, type: yes_no_unsure, text: A fever?, said: a fever, label: Fever}
  - id: wish.question
    type: group
    repeats: yes
    text: Your own questions?
    items: [{id: wish.question.text, type: text, text: What?}]
  - id: wish.dropped
    type: group
    text: Off the list
    repeats: yes
    options_from: suggestions
    items:
      - id: wish.dropped.why
        type: open_choice
        text: Why off the list?
        options:
          answered: It is answered
          not_now: Not for this visit
          rather_not: I do not want to
      - {id: wish.dropped.knowing, type: yes_no_unsure, text: A sign is behind it. All the same?}
  - {id: wish.top, type: choices, text: Your three?, options_from: suggestions}
red_flags:
  - {id: rf1, when: {item: life.faint, is: "yes"}, level: today, do: Call today.}
  - {id: rf2, when: {item: life.fever, is: "yes"}, level: today, do: Call today.}
doctor_questions:
"""
KEYS = "why: Why., topic: tests, priority: 3"
RULES = f"""\
  - {{id: rash, ask: "What of my rash?", when: {{item: life.rash, is: "yes"}}, {KEYS}}}
  - {{id: skin, ask: "Who looks at skin?", always: yes, fold: skin, {KEYS}}}
  - {{id: skin_too, ask: "Who looks at it?", always: yes, fold: skin, flags: [rf1], {KEYS}}}
  - {{id: faint, ask: "Why do I faint?", always: yes, flags: [rf1, rf2], {KEYS}}}
"""
OWN: dict[object, Value] = {("wish.question.text", "w1"): "May I fly?"}
CALM: dict[object, Value] = {"life.rash": "yes", "life.faint": "no", "life.fever": "no"}


@pytest.fixture
def made() -> Content:
    return content(PEOPLE, TOPIC + RULES)


@pytest.fixture
def talk(made) -> Talk:
    """At the list of all questions."""
    return Talk(made, told(CALM | OWN)).do(GoTo("questions"))


def off(question: str, why: Value = "not_now") -> dict[object, Value]:
    return {("wish.dropped.why", question): why}


def ids(made: Content, visit: QuestionnaireResponse) -> list[str]:
    return [one.id for one in seen(made, visit).suggestions]


def listed(talk: Talk) -> dict[str, str]:
    return {choice.id: choice.text for choice in talk.screen.choices[1:]}


def test_question_that_is_taken_off_leaves_the_list_and_the_paper(made):
    visit = told(CALM)
    assert "rash" in ids(made, visit)
    after = told(off("rash"), into=visit)
    assert "rash" not in ids(made, after)
    assert "What of my rash?" in "".join(strings(compose(seen(made, visit))))
    paper = "\n".join(strings(compose(seen(made, after))))
    assert "What of my rash?" not in paper
    assert "Not for this visit" not in paper


def test_none_of_its_near_duplicates_takes_its_place(made):
    assert "skin" in ids(made, told(CALM))
    assert not {"skin", "skin_too"} & {*ids(made, told(off("skin"), into=told(CALM)))}


@pytest.mark.parametrize("question", ["faint", "skin_too"])
def test_sign_that_was_not_known_of_brings_a_question_back(made, question):
    calm = told(off(question), into=told(CALM))
    assert question not in ids(made, calm)
    assert question in ids(made, told({"life.faint": "yes"}, into=calm))


def test_knowing_of_a_sign_keeps_a_question_off_until_there_is_another(made):
    visit = told({**CALM, "life.faint": "yes"})
    knowing: dict[object, Value] = {("wish.dropped.knowing", "faint"): "yes"}
    visit = told(knowing | off("faint"), into=visit)
    assert "faint" not in ids(made, visit)
    assert "faint" in ids(made, told({"life.fever": "yes"}, into=visit))


def test_all_questions_stand_on_one_screen_and_ones_own_are_marked(talk):
    assert list(listed(talk)) == ["on:own.w1", "on:rash", "on:skin", "on:faint"]
    assert listed(talk)["on:own.w1"] == "May I fly? (own question)"
    assert (talk.screen.enter, talk.screen.numbered) == ("go_on", True)
    assert talk.each("go_on").mode is Mode.TOP


@pytest.mark.parametrize(
    ("why", "kept", "line"),
    [
        ("answered", "answered", "Off the list (it is answered): What of my rash?"),
        ("not_now", "not_now", "Off the list (not for this visit): What of my rash?"),
        ("rather_not", "rather_not", "Off the list (I do not want to): What of my rash?"),
        (Given("By phone"), OwnWords("By phone"), "Off the list (By phone): What of my rash?"),
    ],
)
def test_reason_is_an_answer_and_is_read_again_beside_the_question(talk, why, kept, line):
    talk.each("on:rash")
    assert talk.screen.heading == "What of my rash?"
    assert "Because you said: a rash" in talk.notices
    (talk.do if isinstance(why, Given) else talk.each)(why)
    assert talk.said("wish.dropped.why", "rash") == [kept]
    assert listed(talk)["off:rash"].startswith(line)
    assert "on:rash" not in listed(talk)
    assert "rash" not in [choice.id for choice in talk.each("go_on").screen.choices]


def test_a_stray_enter_keeps_a_question(talk):
    talk.each("on:rash")
    assert talk.screen.enter == "keep"
    assert "on:rash" in listed(talk.each("keep"))
    assert "on:rash" in listed(talk.each("on:rash").do(Later()))
    assert "on:rash" in listed(talk.each("on:rash").do(Back()))
    assert dropped(talk.response) == {}


def test_question_comes_back_only_for_a_clear_yes_and_the_reason_stays_in_the_visit(talk):
    talk.each("on:rash", "not_now", "off:rash")
    assert (talk.mode, talk.screen.enter) == (Mode.BRING_BACK, "no")
    assert "off:rash" in listed(talk.each("no"))
    talk.each("off:rash", "yes")
    assert "on:rash" in listed(talk)
    assert "off:rash" not in listed(talk)
    assert "not_now" in [answer.value for answer in talk.response.answers]
    talk.each("on:rash", "answered")
    assert "off:rash" in listed(talk)


def test_question_with_a_sign_behind_it_is_taken_off_only_knowingly(made):
    talk = Talk(made, told({**CALM, "life.faint": "yes"})).do(GoTo("questions"))
    talk.each("on:faint")
    assert talk.screen.text == "A sign is behind it. All the same?"
    assert [choice.id for choice in talk.screen.choices] == ["keep", "yes"]
    assert talk.do(Given("whatever")).mode is Mode.DROP
    assert "on:faint" in listed(talk.each("keep"))
    talk.each("on:faint", "yes")
    assert "wish.dropped.knowing" not in {answer.item for answer in talk.response.answers}
    talk.each("rather_not")
    assert "off:faint" in listed(talk)
    assert talk.said("wish.dropped.knowing", "faint") == ["yes"]
    talk.each("off:faint", "yes")
    assert "on:faint" in listed(talk)


def test_ones_own_question_is_never_dropped_for_a_reason_but_taken_out_by_hand(talk, made):
    talk.each("on:own.w1")
    assert (talk.mode, talk.screen.enter) == (Mode.ENTRY, "keep")
    assert talk.each("keep").response.entries("wish.question") == ("w1",)
    talk.do(GoTo("questions")).each("on:own.w1", "remove")
    assert "own.w1" not in ids(made, talk.response)
    assert "own.w1" in ids(made, told(off("own.w1"), into=told(OWN)))


def two(made: Content, *, picked: tuple[str, ...] = ()) -> Talk:
    """Leo took a question off; Maria, who helps, is at the keyboard."""
    visit = told({"person.answering": "patient", "person.name": "Leo", **CALM, **off("rash")})
    visit = told({"wish.top": picked}, into=visit) if picked else visit
    visit = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=visit)
    return Talk(made, visit).each(MARIA).do(GoTo("questions"))


def test_another_person_reads_who_took_it_off_and_not_why(made):
    talk = two(made)
    line = "Off the list (taken off by Leo): What of my rash?"
    assert listed(talk)["off:rash"] == line
    assert "on:rash" in listed(talk.each("off:rash", "yes"))


def test_who_chose_it_for_the_top_three_is_said_before_it_leaves(made):
    talk = two(made, picked=("skin",)).each("on:skin")
    assert "Leo chose this for the top three." in talk.notices
    talk.each("answered")
    assert "skin" not in ids(made, talk.response)
    assert [one.by for one in talk.response.at("wish.top")] == [PATIENT]


def test_review_and_top_three_lead_to_all_questions_and_back(made):
    talk = Talk(made, told(CALM)).do(GoTo("review"))
    assert talk.screen.choices[-1].text.startswith("See all 3 questions")
    talk.each("questions")
    assert talk.do(Back()).mode is Mode.REVIEW
    talk.each("go_on")
    assert talk.notices[-1].startswith("To see all 3 questions")
    assert command("/questions", talk.screen) == GoTo("questions")
    assert talk.do(GoTo("questions"), Back()).mode is Mode.TOP


def test_what_was_answered_already_is_not_asked_at_the_next_visit_and_the_rest_is(made):
    before = told({**off("rash", "answered"), **off("skin"), **CALM})
    assert outcomes(before) == {"rash": "answered"}
    earlier = look(made, before, TODAY)
    found = {one.id for one in look(made, told(CALM), TODAY, earlier).suggestions}
    assert found == {"skin", "faint"}


def test_after_the_visit_there_is_no_such_list(talk):
    talk.each("go_on")
    talk.state = talk.state._replace(command="after")
    talk.do(GoTo("questions"))
    assert (talk.mode, talk.notices[0]) == (Mode.TOP, shipped_words()["command.not_here"])


@settings(max_examples=times(60), deadline=None)
@given(st.lists(st.integers(0, 99), min_size=5, max_size=30), st.booleans())
def test_whatever_is_taken_off_nothing_is_lost_and_signs_and_own_questions_stay(picks, faint):
    pack = content(PEOPLE, TOPIC + RULES)
    visit = told({**CALM, **OWN, "life.faint": "yes" if faint else "no"})
    talk = Talk(pack, visit).do(GoTo("questions"))
    every = {one.id for one in talk.state.picture.suggestions}
    for pick in picks:
        shown = talk.screen.choices
        ids = [one.id for one in shown if one.id not in {"go_on", "remove", "change"}]
        talk.each(ids[pick % len(ids)])
        if talk.mode not in {Mode.QUESTIONS, Mode.DROP, Mode.BRING_BACK}:
            talk.do(GoTo("questions"))
        picture = talk.state.picture
        on_it = {one.id for one in picture.suggestions}
        assert on_it | {one.id for one in picture.off_the_list} == every
        assert "own.w1" in on_it
        knowing = {a.entry for a in talk.response.shown if a.item == "wish.dropped.knowing"}
        assert {"faint"} - on_it <= (knowing if faint else {"faint"})
