"""What a file to send holds, and that what it says is gone stays out of sight wherever it came."""

from datetime import date
from pathlib import Path

import pytest

from pnet_prep.engine.earlier import filled
from pnet_prep.engine.joining import join
from pnet_prep.engine.nameless import nameless
from pnet_prep.engine.personal import seen_by, to_share
from pnet_prep.engine.picture import Picture
from pnet_prep.engine.withheld import without
from pnet_prep.model.response import PATIENT, QuestionnaireResponse
from pnet_prep.model.values import AskLater
from pnet_prep.store.received import received
from pnet_prep.store.shared import to_send
from pnet_prep.store.visit import new_visit, open_visit, response_in, save
from tests.unit.made import EMPTY, LUIS, PEOPLE, agreed, an_answer, content, removal, seen, told

TOPIC = """
section: life
title: Life
place: 20
items:
  - {id: life.note, type: text, text: Anything else?, label: Note}
  - {id: life.home, type: yes_no_unsure, text: Safe?, label: Safe, private: yes}
  - {id: mine.note, type: long_text, private: yes, text: A note to keep?, label: Notes only for me}
"""
MADE = content(PEOPLE, TOPIC)


def sent(response: QuestionnaireResponse) -> QuestionnaireResponse:
    return to_share(response, MADE.questionnaire)


def after(*values: str, into: QuestionnaireResponse = EMPTY) -> QuestionnaireResponse:
    """The visit after the patient changed their mind about one question."""
    for value in values:
        into = told({"life.note": value}, into=into)
    return into


def notes(response: QuestionnaireResponse) -> list[object]:
    return [answer.value for answer in response.shown if answer.item == "life.note"]


def test_of_what_was_said_before_only_ids_are_sent():
    response = after("one", "two", "three")
    file = sent(response)
    assert [answer.value for answer in file.answers] == ["three"]
    assert file.gone == {answer.id for answer in response.answers if answer.value != "three"}


def test_whoever_joins_at_any_moment_sees_the_same():
    first, second, third = after("one"), after("one", "two"), after("one", "two", "three")
    for here in (EMPTY, first, second, third):
        assert notes(join(here, sent(third))) == ["three"]
        assert notes(join(join(EMPTY, sent(first)), sent(third))) == ["three"]


def test_private_answers_leave_neither_words_nor_ids():
    response = told({"life.home": "no", "mine.note": "a"}, into=after("one"))
    response = told({"life.home": "yes", "mine.note": "b"}, into=response)
    file = sent(response)
    assert [answer.item for answer in file.answers] == ["life.note"]
    assert file.gone == frozenset()


def test_what_is_not_known_here_is_not_sent():
    unknown = an_answer("clinic.question", "something")
    assert sent(after("one").with_answers([unknown])).answers == after("one").answers


def test_agreements_removals_and_notes_for_later_are_sent():
    helped = told({("helper.name", LUIS): "Luis"}, into=after("one"))
    helped = told({"life.note": "other"}, by=LUIS, into=helped)
    later = an_answer("person.name", AskLater(PATIENT))
    full = agreed(helped, "life.note", "both").with_answers([later])
    full = full.with_answers([removal(full, "helper", LUIS)])
    there = join(helped, sent(full))
    assert there.shown == full.shown
    assert there.later == full.later
    assert there.entries("helper") == ()


def test_a_file_to_send_is_read_as_what_was_sent(tmp_path: Path):
    visit = new_visit(str(tmp_path))
    for response in (after("one"), after("one", "two"), after("one", "two", "three")):
        visit = save(visit.with_answers(response.answers))
    file = sent(visit.response)
    data = to_send(visit, file)
    assert response_in(received(data, "x").lines) == file
    assert to_send(visit, visit.response) == Path(visit.path).read_bytes()
    # It stays so on disk too.
    other = new_visit(str(tmp_path / "other")).with_answers(after("one").answers)
    saved = save(other.with_lines(received(data, "x").lines))
    assert notes(open_visit(saved.path).response) == ["three"]


def gone() -> Picture:
    """A visit with an answer of which a file said that it is gone, and what is private."""
    before = after("one")
    response = join(before, sent(after("one", "two", "three")))
    assert notes(response) == ["three"]
    return seen(MADE, told({"mine.note": "b"}, into=response))


@pytest.mark.parametrize(
    "made_of",
    [
        seen_by,
        lambda picture: seen_by(picture, PATIENT),
        lambda picture: without(picture, ["person.name"]),
        nameless,
        lambda picture: picture.with_response(filled(picture.response, EMPTY, picture.ready)),
        lambda picture: picture.with_response(told({"life.home": "no"}, into=picture.response)),
    ],
    ids=["others", "oneself", "without a part", "nameless", "with earlier visits", "one answer on"],
)
def test_what_is_gone_stays_out_of_sight_in_all_that_is_made_of_a_visit(made_of):
    picture = made_of(gone())
    assert len(notes(picture.response)) == 1
    assert picture.today == date(2026, 11, 23)
