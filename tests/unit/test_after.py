"""After the visit: each question with its answer, what comes next, and the list next time."""

import pytest

from pnet_prep.content.problem import AnswersFileError
from pnet_prep.engine.compose import compose
from pnet_prep.engine.outcomes import outcomes
from pnet_prep.engine.picture import Picture, look
from pnet_prep.interview.session import begin
from pnet_prep.model.checklist import Facts, Heading, Question
from pnet_prep.model.interview import Chosen
from pnet_prep.model.values import ListMark
from tests.unit.made import EMPTY, TODAY, content, told
from tests.unit.talk import Talk
from tests.unit.two_visits import Following, read_visit, shipped

PACK = """
section: signs
title: Signs
place: 40
items:
  - {id: sign.pain, type: yes_no_unsure, text: Any pain?, said: pain}
  - id: wish.question
    type: group
    text: What would you like to ask?
    repeats: yes
    items:
      - {id: wish.question.text, type: text, text: What is it?}
      - id: wish.question.still
        type: choice
        text: Still?
        again: yes
        options: {same: "Yes", changed: In other words, stopped: "No"}
doctor_questions:
  - {id: one, ask: "One?", always: yes, why: Why not., topic: tests, priority: 1, fold: alike}
  - {id: two, ask: "Two?", always: yes, why: Why not., topic: tests, priority: 2}
  - {id: three, ask: "Three?", always: yes, why: Why not., topic: tests, priority: 3}
  - {id: near, ask: "Near?", always: yes, why: Why not., topic: tests, priority: 4, fold: alike}
"""
AFTER = """
section: after
title: What we were told
place: 200
asked_by: after
items:
  - id: after.question
    type: group
    text: What became of them?
    label: Questions
    repeats: yes
    options_from: suggestions
    items:
      - id: after.question.outcome
        type: choice
        text: Was it answered?
        label: Answer
        options: {answered: Answered, open: Open, not_reached: Not reached}
      - id: after.question.words
        type: text
        text: What were you told?
        label: Words
        when: {item: after.question.outcome, is: [answered, open]}
  - id: after.step
    type: group
    text: What next?
    label: Next steps
    repeats: yes
    items:
      - {id: after.step.what, type: text, text: What?}
      - {id: after.step.who, type: text, text: Who?, label: Who}
"""
OWN = ("wish.question.text", "ownaaaaa")
OUTCOME, WORDS = "after.question.outcome", "after.question.words"


def visit(answers=None, earlier: Picture | None = None) -> Picture:
    return look(content(PACK, AFTER), told(answers or {}), TODAY, earlier)


class After(Talk):
    """A talk held by the command ``after``."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture.content, picture.response)
        moment = self._moment(picture.response)
        self.state = begin(picture, answering="", moment=moment, quick=False, command="after")


FIRST = {"sign.pain": "yes", OWN: "Can I travel?", "wish.question": ListMark.COMPLETE}


def test_only_the_command_asks_its_part_and_start_asks_none_of_it():
    assert {step.section.id for step in After(visit(FIRST)).state.steps()} == {"after"}
    assert "after" not in {step.section.id for step in Talk(content(PACK, AFTER)).state.steps()}


def test_every_question_is_asked_about_and_words_follow_an_answer():
    talk = After(visit(FIRST))
    assert talk.place == (OUTCOME, "own.ownaaaaa")
    assert talk.screen.heading == "Can I travel?"
    assert talk.screen.non_answers
    talk.choose("answered")
    assert talk.place == (WORDS, "own.ownaaaaa")
    talk.type("Yes, with a letter.").choose("not_reached")
    assert outcomes(talk.response) == {"own.ownaaaaa": "answered", "one": "not_reached"}
    assert talk.place == (OUTCOME, "two")


def test_going_back_shows_the_answer_and_a_skip_goes_on():
    talk = After(visit(FIRST)).choose("open")
    assert talk.skip().place == (OUTCOME, "one")
    assert talk.said(WORDS, "own.ownaaaaa")


def test_the_review_after_a_visit_ends_without_a_top_three():
    talk = After(visit(FIRST))
    while talk.mode.value == "ask":
        talk.choose("complete") if talk.at == "after.step" else talk.skip()
    assert talk.mode.value == "review"
    assert talk.do(Chosen(("go_on",))).mode.value == "done"


def test_what_was_told_stands_beside_its_question_and_in_a_part_of_its_own():
    answers = {
        (OUTCOME, "one"): "answered",
        (WORDS, "one"): "It is small.",
        ("after.step.what", "stepaaaa"): "CT scan",
        ("after.step.who", "stepaaaa"): "the clinic",
    }
    blocks = compose(visit({**FIRST, **answers})).blocks
    asked = {block.text: block for block in blocks if isinstance(block, Question)}
    assert "It is small." in asked["One?"].because
    assert asked["One?"].lines == 0
    assert asked["Two?"].lines > 0
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings.index("What we were told") < headings.index("Signs")
    assert headings.count("Next steps") == 1
    assert "Next steps: what, who, and by when" not in headings
    titles = [block.title for block in blocks if isinstance(block, Facts)]
    assert "One?" in titles
    assert "CT scan" in titles


def test_without_next_steps_there_is_room_to_write_them():
    headings = [block.text for block in compose(visit(FIRST)).blocks if isinstance(block, Heading)]
    assert "Next steps: what, who, and by when" in headings


def next_visit(**said: str) -> Picture:
    before = visit({**FIRST, **{(OUTCOME, question): how for question, how in said.items()}})
    return visit({"sign.pain": "yes"}, before)


def test_what_was_answered_leaves_the_next_list_with_its_near_duplicates():
    assert [one.id for one in next_visit(one="answered").suggestions] == ["two", "three"]


@pytest.mark.parametrize("how", ["open", "not_reached"])
def test_what_was_left_over_comes_first_and_says_so(how):
    first, *others = next_visit(three=how).suggestions
    assert first.id == "three"
    assert first.because == shipped().words[f"left_over.{how}"]
    assert not any(one.because for one in others)


def test_nothing_changes_on_the_list_of_the_visit_itself():
    before = [one.id for one in visit(FIRST).suggestions]
    after = visit({**FIRST, (OUTCOME, "one"): "answered"})
    assert [one.id for one in after.suggestions] == before


def test_an_own_question_comes_back_until_it_was_answered():
    open_one = visit({**FIRST, (OUTCOME, "own.ownaaaaa"): "not_reached"})
    talk = Following(open_one).to("wish.question.still").choose("same")
    assert talk.state.picture.suggestions[0].id == "own.ownaaaaa"
    answered = visit({**FIRST, (OUTCOME, "own.ownaaaaa"): "answered"})
    places = {step.place for step in Following(answered).state.steps()}
    assert ("wish.question.still", "ownaaaaa") not in places


def test_the_example_visit_is_told_of_by_an_answers_file():
    first = read_visit("first.yaml")
    data = read_visit("first_after.yaml", into=first.response)
    said = set(outcomes(data.response).values())
    assert said == {"answered", "open", "not_reached"}
    following = read_visit("second.yaml", data)
    ids = [one.id for one in following.suggestions]
    assert "h1_family" not in ids
    assert ids[1] == "h4"


def test_an_unknown_question_in_an_answers_file_is_told():
    with pytest.raises(AnswersFileError):
        read_visit("first_after.yaml", into=EMPTY)


def test_what_was_told_to_a_question_that_is_gone_stays_on_paper():
    gone = {(OUTCOME, "retired"): "answered", (WORDS, "retired"): "In two weeks."}
    facts = [one for one in compose(visit({**FIRST, **gone})).blocks if isinstance(one, Facts)]
    titles = {one.title: one.facts for one in facts}
    assert "In two weeks." in titles[shipped().words["told.gone"]][-1].values
