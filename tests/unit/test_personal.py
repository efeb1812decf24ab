"""What somebody writes for themselves alone: theirs to see, off every paper but their own copy."""

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.flow import Asker
from pnet_prep.engine.personal import for_reader, personal_of, seen_by, to_share
from pnet_prep.interview.state import Mode
from pnet_prep.interview.terminal.say import transcript_lines
from pnet_prep.model.content import Content
from pnet_prep.model.interview import Back, Chosen, Given, GoTo, Later, Speaker
from pnet_prep.model.response import BOTH, PATIENT, QuestionnaireResponse
from pnet_prep.model.values import ListMark, NonAnswer, Value
from tests.unit.made import LUIS, MARIA, PEOPLE, content, seen, told
from tests.unit.paper import strings
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.note, type: text, text: Anything else?, label: Note}
  - {id: life.home, type: yes_no_unsure, text: Safe?, label: Safe, ask_whom: patient, private: yes}
  - id: mine.question
    type: group
    private: yes
    repeats: yes
    text: A question to keep?
    label: Questions only for me
    items:
      - {id: mine.question.text, type: text, text: Which?, label: My question}
  - {id: mine.note, type: long_text, private: yes, text: A note to keep?, label: Notes only for me}
  - {id: wish.top, type: choices, text: Your three?, options_from: suggestions}
doctor_questions:
  - {id: r1, ask: What next?, always: yes, why: Why., topic: tests, priority: 1}
"""
PEOPLE_HERE = {PATIENT: "leo-mark", MARIA: "maria-mark", LUIS: "luis-mark"}


@pytest.fixture
def made() -> Content:
    return content(PEOPLE, TOPIC)


def written(person: str, into: QuestionnaireResponse) -> QuestionnaireResponse:
    """A visit in which this person noted and asked something for themselves alone."""
    mark = PEOPLE_HERE[person]
    answers: dict[object, Value] = {
        ("mine.question.text", f"q-{person[:4]}"): f"{mark} shall I tell them?",
        "mine.question": ListMark.COMPLETE,
        "mine.note": f"{mark} note",
        "life.note": f"shared by {person}",
    }
    return told(answers, by=person, into=into)


@pytest.fixture
def of_three() -> QuestionnaireResponse:
    visit = told({"person.answering": "patient", "person.name": "Leo", "life.home": "yes"})
    visit = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=visit)
    visit = told({("helper.name", LUIS): "Luis"}, by=LUIS, into=visit)
    for person in PEOPLE_HERE:
        visit = written(person, visit)
    return visit


def marks(part: object) -> set[str]:
    """Whose private words stand in a screen or a checklist."""
    text = "\n".join(strings(part))
    return {person for person, mark in PEOPLE_HERE.items() if mark in text}


def at_review(made: Content, visit: QuestionnaireResponse, person: str) -> Talk:
    return Talk(made, visit).each(person).do(GoTo("review"))


@pytest.mark.parametrize("person", PEOPLE_HERE)
def test_each_person_is_told_only_what_they_wrote_themselves(made, of_three, person):
    own = personal_of(of_three, made.questionnaire, person)
    assert [answer.item for answer in own] == ["mine.question.text", "mine.note"]
    assert {answer.typed for answer in own} == {person}
    open_to, kept = for_reader(of_three.answers, made.questionnaire, person)
    assert {*own} <= {*open_to}
    assert {answer.typed for answer in kept} == PEOPLE_HERE.keys() - {person}
    assert {*open_to, *kept} == {*of_three.answers}


def test_what_comes_from_a_pack_that_is_not_here_is_kept_from_others_too(made):
    visit = told({"other.diary": "leo-mark", "life.note": "fine"})
    assert [a.item for a in for_reader(visit.answers, made.questionnaire)[0]] == ["life.note"]
    assert for_reader(visit.answers, made.questionnaire, PATIENT)[1] == ()


def test_a_picture_in_which_nobody_keeps_anything_stays_as_it_is(made):
    picture = seen(made, told({"life.note": "fine"}))
    assert seen_by(picture) is picture


@pytest.mark.parametrize("reader", ["", *PEOPLE_HERE])
def test_paper_holds_what_its_reader_wrote_and_page_one_never_does(made, of_three, reader):
    checklist = compose(seen(made, of_three), reader)
    assert marks(checklist.blocks) == {reader} - {""}
    assert marks((checklist.sheet, checklist.title, checklist.footer)) == set()


def test_private_lines_leave_no_trace_of_who_wrote_them(made):
    visit = told({"life.note": "fine", "person.name": "Leo"})
    after = written(MARIA, told({("helper.name", MARIA): "Maria"}, into=visit))
    without = [a for a in after.answers if a.by != MARIA]
    alone = compose(seen(made, QuestionnaireResponse(tuple(without))))
    shared = [a for a in after.answers if a.item != "life.note" or a.by != MARIA]
    both = compose(seen(made, QuestionnaireResponse(tuple(shared))))
    assert (both.sheet, both.blocks, both.footer) == (alone.sheet, alone.blocks, alone.footer)


@pytest.mark.parametrize("person", PEOPLE_HERE)
def test_review_says_that_something_is_kept_and_not_what(made, of_three, person):
    talk = at_review(made, of_three, person)
    lines = {choice.id: choice.text for choice in talk.screen.choices}
    assert lines["mine.note|"] == "Notes only for me: kept, for you alone"
    assert lines["mine.question|"] == "Questions only for me: kept, for you alone"
    assert marks(talk.screen) == set()


@pytest.mark.parametrize("person", PEOPLE_HERE)
def test_only_who_wrote_it_can_open_and_change_it(made, of_three, person):
    talk = at_review(made, of_three, person).each("mine.note|")
    assert (marks(talk.screen), talk.screen.private) == ({person}, True)
    talk.type("other words").each("mine.question|")
    assert (marks(talk.screen), talk.screen.private) == ({person}, True)
    talk.each(f"entry:q-{person[:4]}")
    assert (marks(talk.screen), talk.screen.private) == ({person}, True)
    talk.each("remove")
    (note,) = (a for a in talk.response.at("mine.note") if a.typed == person)
    assert note.value == "other words"
    assert len(talk.response.at("mine.note")) == 3
    assert len(talk.response.entries("mine.question")) == 2


@pytest.mark.parametrize("answering", [BOTH, f"says:{MARIA}"])
def test_two_together_and_who_types_for_another_are_neither_asked_nor_shown(
    made, of_three, answering
):
    talk = at_review(made, of_three, answering)
    assert marks(talk.screen) == set()
    assert not any(one.item.personal for one in talk.state.steps())
    assert talk.each("go_on").skip().mode is Mode.DONE


def test_who_takes_over_at_a_private_question_finds_their_own(made, of_three):
    talk = at_review(made, of_three, MARIA).each("mine.note|").do(Speaker()).each(PATIENT)
    talk.do(GoTo("review")).each("mine.note|")
    assert marks(talk.screen) == {PATIENT}
    assert marks(talk.do(Back()).screen) == set()


def test_what_is_added_to_a_private_list_is_not_said_again(made):
    talk = Talk(made, told({"person.answering": "patient", "life.home": "no"}))
    talk.do(GoTo("review")).do(Back())
    while talk.at != "mine.question":
        talk.skip()
    talk.each("add").type("leo-mark and the dog?")
    assert talk.notices[0] == "Added, for you alone."
    assert marks(talk.screen) == set()


def test_private_question_can_wait_but_not_for_somebody_else(made, of_three):
    fresh = QuestionnaireResponse(tuple(a for a in of_three.answers if "mine" not in a.item))
    talk = at_review(made, fresh, MARIA).do(Back())
    while talk.at != "mine.note":
        talk.skip()
    talk.do(Later())
    assert talk.mode is Mode.REVIEW
    assert any("Notes only for me" in said for said in talk.notices)
    of_luis = at_review(made, talk.response, LUIS).notices
    assert not any(said.startswith("Still to") for said in of_luis)
    assert "Still to" not in "".join(strings(compose(seen(made, talk.response))))


@pytest.mark.parametrize("person", PEOPLE_HERE)
def test_a_copy_is_offered_to_who_kept_something_and_made_only_for_a_clear_yes(
    made, of_three, person
):
    for events, copy_for in ((("no",), ""), (("yes",), person)):
        talk = at_review(made, of_three, person).each("go_on").skip()
        assert (talk.mode, talk.screen.enter) == (Mode.COPY, "no")
        assert talk.do(Given("certainly")).mode is Mode.COPY
        assert talk.do(Back()).mode is Mode.TOP
        talk.skip().each(*events)
        assert (talk.mode, talk.state.copy_for) == (Mode.DONE, copy_for)


def test_who_kept_nothing_is_offered_no_copy(made):
    talk = Talk(made, told({"life.note": "fine", "mine.note": NonAnswer.SKIPPED}))
    talk.do(GoTo("review")).each("go_on").skip()
    assert talk.mode is Mode.DONE


def test_nothing_private_is_shared_unless_it_is_with_oneself(made, of_three):
    shared = to_share(of_three, made.questionnaire)
    assert {a.item for a in shared.answers} == {
        "person.answering",
        "person.name",
        "helper.name",
        "life.note",
    }
    assert to_share(of_three, made.questionnaire, everything=True) == of_three


@pytest.mark.parametrize("everything", [False, True])
def test_sharing_and_joining_loses_nothing_private_of_either_side(made, of_three, everything):
    theirs = written(LUIS, told({("helper.name", LUIS): "Luis"}, by=LUIS))
    sent = to_share(of_three, made.questionnaire, everything=everything)
    joined = theirs.with_answers(sent.answers)
    private = {a for a in joined.answers if a.item in made.questionnaire.personal}
    own = {a for a in theirs.answers if a.item in made.questionnaire.personal}
    of_others = {a for a in of_three.answers if a.item in made.questionnaire.personal}
    assert private == (own | of_others if everything else own)


def test_whoever_types_for_themselves_has_eyes_of_their_own():
    assert Asker().own_eyes == PATIENT
    assert Asker(MARIA, MARIA, MARIA).own_eyes == MARIA
    assert Asker(PATIENT, MARIA, MARIA).own_eyes == ""
    assert Asker(BOTH, BOTH, MARIA).own_eyes == ""


def test_nothing_private_stays_above_in_the_full_terminal(made, of_three):
    talk = at_review(made, of_three, MARIA).each("mine.question|")
    entry = Chosen(("entry:q-mari",))
    assert transcript_lines(entry, talk.screen, shipped_words(), 79) == []
    talk.do(entry)
    assert transcript_lines(Chosen(("keep",)), talk.screen, shipped_words(), 79) == []
    talk.each("change")
    assert transcript_lines(Given("maria-mark"), talk.screen, shipped_words(), 79) == []


def test_review_does_not_say_that_something_is_kept_where_nothing_is(made):
    said: dict[object, Value] = {
        "life.note": "fine",
        "mine.question": ListMark.COMPLETE,
        "mine.note": NonAnswer.SKIPPED,
    }
    talk = Talk(made, told(said)).do(GoTo("review"))
    lines = {choice.id: choice.text for choice in talk.screen.choices}
    assert lines["mine.question|"] == "Questions only for me: nothing to add"
    assert lines["mine.note|"] == "Notes only for me: skipped"


def test_nothing_new_is_older_than_what_somebody_else_keeps(made, of_three):
    talk = at_review(made, told({"mine.note": "luis-mark last"}, by=LUIS, into=of_three), PATIENT)
    talk.each("life.note|").type("later than that")
    times = [answer.at for answer in talk.response.answers]
    assert len(set(times)) == len(times)
    assert max(times) == talk.state.new[-1].at
