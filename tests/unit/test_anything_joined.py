"""Whatever stands in a file of somebody else, the visit can still be read, asked and printed."""

from datetime import date

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.joining import brought
from pnet_prep.engine.personal import seen_by
from pnet_prep.engine.picture import look
from pnet_prep.interview.joining import brought_lines, done_lines, next_lines, read_lines
from pnet_prep.interview.screens import screen
from pnet_prep.interview.session import begin
from pnet_prep.interview.state import Mode
from pnet_prep.model.response import Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import (
    AskLater,
    DateSaid,
    ListMark,
    NonAnswer,
    OwnWords,
    Quantity,
    SameAs,
    Value,
)
from pnet_prep.render import RenderOptions, render
from tests.longer import dice
from tests.unit.made import told

CONTENT = load()
TODAY = date(2026, 11, 23)
VALUES: tuple[Value, ...] = (
    "x\ud800\u202e\x1b[2J",
    "",
    99,
    -5,
    (),
    ("x", "y"),
    DateSaid("a", "garbage"),
    DateSaid("b", "2026-99-99"),
    DateSaid("c"),
    Quantity("5", "nope", "mg"),
    Quantity("6", "NaN"),
    Quantity("7", "1e999999", "mmol"),
    OwnWords("o"),
    AskLater("nobody"),
    SameAs("e1"),
    SameAs("e2"),
    SameAs("", same=False),
    *NonAnswer,
    *ListMark,
)


def wild(seed: int) -> QuestionnaireResponse:
    """Sixty answers of the wrong kinds, to any questions, by anybody, at any time."""
    rolled = dice(seed)
    items = [*CONTENT.questionnaire.by_id, "no.such.thing", ""]
    ids = [f"i{number}" for number in range(60)]
    return QuestionnaireResponse(
        tuple(
            Answer(
                id_,
                rolled.choice(items),
                rolled.choice(("", "e1", "e2", "patient")),
                rolled.choice(VALUES),
                rolled.choice(("patient", "both", "luisbbbb", "", "\x1b[2J")),
                rolled.choice(("patient", "luisbbbb")),
                rolled.choice((0, number, 2**53 - 1)),
                "2026-11-23",
                (rolled.choice(ids),) if rolled.random() < 0.1 else (),
                "n",
            )
            for number, id_ in enumerate(ids)
        )
    )


@pytest.mark.parametrize("seed", range(30))
def test_it_can_be_read_asked_and_printed(seed):
    response = wild(seed)
    picture = look(CONTENT, response, TODAY)
    change = brought(QuestionnaireResponse(()), response)
    lines = (*brought_lines(picture, change), *read_lines(picture, change))
    said = (*lines, *done_lines(picture, change, asked=False), *next_lines(CONTENT.words, change))
    assert all(said)
    checklist = compose(seen_by(picture))
    for kind in ("md", "html", "json", "txt", "ics"):
        data = render(kind, checklist, RenderOptions()).data
        assert b"\x1b" not in data
        assert "\u202e".encode() not in data
    for mode in (Mode.REVIEW, Mode.PARTS):
        moment = Moment(1, "2026-11-23", "a" * 16)
        state = begin(picture, answering="", moment=moment, quick=False, command="", at=mode)
        assert screen(state).text


def test_questions_for_the_doctor_that_were_chosen_are_read_out_in_words():
    there = told({"wish.top": ("a13", "no_such_rule")})
    lines = read_lines(look(CONTENT, there, TODAY), brought(QuestionnaireResponse(()), there))
    asked = "Which signs should make me call, and whom, by day, night and weekend?"
    gone = CONTENT.words["told.gone"]
    assert lines == (f"What matters most to me today: {asked}; {gone}",)


def test_what_was_passed_over_is_not_counted_as_an_answer():
    there = told({"life.note": "tired", "life.pain": NonAnswer.SKIPPED}, by="luisbbbb")
    lines = brought_lines(look(CONTENT, there, TODAY), brought(QuestionnaireResponse(()), there))
    assert lines == ("1 new answer from: helper.",)


def test_a_list_of_choices_without_one_is_said_as_nothing_at_all():
    item = "symptom.diarrhea.helps"
    both = [
        Answer("a", "symptom.stool", "", ("diarrhea",), "patient", "patient", 1, "2026-11-23"),
        Answer("b", item, "", (), "patient", "patient", 2, "2026-11-23"),
    ]
    assert compose(look(CONTENT, QuestionnaireResponse(tuple(both)), TODAY)).blocks


@pytest.mark.parametrize(
    ("came", "told_of"),
    [
        ({}, ["go_on", "send_back"]),
        ({"new": True}, ["go_on", "go_on_helping", "send_back"]),
        ({"form": True}, ["go_on"]),
    ],
)
def test_how_to_go_on_after_joining(came, told_of):
    change = brought(QuestionnaireResponse(()), told({"life.note": "tired"}))
    said = [CONTENT.words[f"join.{word}"] for word in told_of]
    assert list(next_lines(CONTENT.words, change, **came)) == said
