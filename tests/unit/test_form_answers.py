"""What a form says is read as if it had been typed here, and taken only as far as it may be."""

from collections.abc import Iterable
from typing import Any

import pytest

from pnet_prep.content.form_answers import FormAnswers, read_form
from pnet_prep.engine.record import answer_id
from pnet_prep.errors import InputRefusedError
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, OwnWords, Quantity
from tests.unit.browser_form import DAY_MS, NOON, BrowserForm
from tests.unit.made import PEOPLE, content

TOPIC = """
section: symptoms
title: Symptoms
place: 20
items:
  - {id: life.pain, type: yes_no_unsure, text: Does it hurt?}
  - {id: life.onset, type: date, text: When did it start?}
  - {id: life.worst, type: scale_0_10, text: How bad?}
  - {id: life.days, type: integer, text: How many days?}
  - {id: life.sugar, type: quantity, units: [mg/dL, mmol/L], text: How much?}
  - {id: life.where, type: choices, exclusive: [none], text: Where?,
     options: {back: Back, belly: Belly, none: Nowhere}}
  - {id: life.with, type: open_choice, text: With whom?, options: {son: My son}}
  - {id: life.words, type: long_text, text: What is it like?}
  - {id: life.harm, type: yes_no_unsure, ask_whom: patient, private: yes, text: Of harm?}
  - {id: life.seen, type: text, ask_whom: caregiver, text: What did you see?}
  - {id: life.note, type: text, private: yes, text: For yourself?}
  - id: medicine
    type: group
    repeats: yes
    text: Which medicines?
    label: Medicines
    items:
      - {id: medicine.name, type: text, text: Which?}
      - {id: medicine.dose, type: text, text: How much?, label: Dose}
  - id: secret
    type: group
    private: yes
    ask_whom: patient
    repeats: yes
    text: Which secrets?
    items:
      - {id: secret.name, type: text, text: Which?}
"""
MADE = content(PEOPLE, TOPIC)


def read(made: BrowserForm, **changed: Any) -> FormAnswers:
    return read_form(made.download() | changed, MADE, "x")


def one(item: str, value: object, entry: str = "", **form: Any) -> FormAnswers:
    made = BrowserForm(**form)
    made.say(item, value, entry)
    return read(made)


def values(found: FormAnswers) -> dict[str, object]:
    return {answer.item: answer.value for answer in found.answers}


READ = {
    "yes": ("life.pain", "yes", "yes"),
    "not sure": ("life.pain", {"none": "not_sure"}, NonAnswer.NOT_SURE),
    "words of a date": (
        "life.onset",
        "about Easter 2026",
        DateSaid("about Easter 2026", "2026-04"),
    ),
    "a day counted from the answer's": (
        "life.onset",
        "yesterday",
        DateSaid("yesterday", "2026-11-24"),
    ),
    "a day that can be two": ("life.onset", "3/4/25", DateSaid("3/4/25")),
    "an age, as no other answer helps": ("life.onset", "when I was 40", DateSaid("when I was 40")),
    "a number": ("life.worst", "7", 7),
    "a number as one": ("life.days", 12, 12),
    "a quantity": ("life.sugar", "2.9 mmol/L", Quantity("2.9 mmol/L", "2.9", "mmol/L")),
    "a quantity in words": ("life.sugar", "quite low", Quantity("quite low")),
    "options in their order": ("life.where", ["belly", "back"], ("back", "belly")),
    "an option": ("life.with", "son", "son"),
    "words instead of one": ("life.with", "My sister", OwnWords("My sister")),
    "lines": ("life.words", " one\r\ntwo\x1b[2J ", "one\ntwo\ufffd[2J"),
    "bytes of Windows": ("life.words", "caf\udce9", "café"),
    "none of a list": ("medicine", [], ListMark.COMPLETE),
    "not sure of a list": ("medicine", {"none": "not_sure"}, NonAnswer.NOT_SURE),
}


@pytest.mark.parametrize("name", READ)
def test_each_kind_of_answer_is_read_as_typed(name):
    item, raw, value = READ[name]
    found = one(item, raw)
    assert values(found) == {item: value}
    assert found.unread == ()
    assert all(answer.id == answer_id(answer) for answer in found.answers)


UNREAD = {
    "a question of tomorrow": ("tomorrow.new", "Monday", ""),
    "an option of tomorrow": ("life.pain", "perhaps", ""),
    "two that exclude each other": ("life.where", ["back", "none"], ""),
    "options where one is asked": ("life.pain", ["yes"], ""),
    "words for a number": ("life.worst", "awful", ""),
    "a group": ("helper", "Luis", ""),
    "a name of a helper among the answers": ("helper.name", "Luis", "k3j2h1g0"),
    "part of a list outside of it": ("medicine.name", "Omeprazole", ""),
    "an entry where there is no list": ("life.pain", "yes", "k3j2h1g0"),
    "an entry that is too short": ("medicine.name", "Omeprazole", "k3"),
    "a value for a list": ("medicine", "Omeprazole", ""),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_is_named_and_kept_word_for_word(name):
    item, raw, entry = UNREAD[name]
    form = BrowserForm()
    form.say(item, raw, entry)
    form.say("life.words", "readable")
    found = read(form)
    assert values(found) == {"life.words": "readable"}
    (left,) = found.unread
    assert (left.item, left.entry) == (item, entry)
    kept = left.plain["unread"]
    assert isinstance(kept, dict)
    assert kept["value"] == raw
    assert found.not_theirs == 0


def test_whose_view_it_is_and_who_typed_it_come_from_the_form():
    mine = one("life.words", "x")
    assert [(a.by, a.typed) for a in mine.answers] == [(PATIENT, PATIENT)]
    for_her = one("life.words", "x", person={"id": "patient", "name": "Zoë"})
    assert for_her.answers == mine.answers
    luis = one("life.words", "x", who="caregiver")
    name, relation, words = luis.answers
    assert (name.value, relation.value, words.value) == ("Luis", "son", "x")
    assert {name.entry, relation.entry, words.by, words.typed, name.by} == {words.by}
    assert (len(words.by), words.by) != (8, PATIENT)
    known = one("life.words", "x", who="caregiver", person={"id": "luisbbbb", "name": "Luis"})
    assert [(a.item, a.by, a.typed) for a in known.answers] == [
        ("life.words", "luisbbbb", "luisbbbb")
    ]
    both = one("life.words", "x", who="together")
    assert [a.item for a in both.answers] == ["helper.name", "helper.relation", "life.words"]
    assert {(a.by, a.typed) for a in both.answers} == {(BOTH, BOTH)}


@pytest.mark.parametrize(
    ("who", "taken"),
    [
        ("patient", ["life.harm", "life.note", "secret.name"]),
        ("caregiver", ["life.seen", "life.note"]),
        ("together", ["life.seen"]),
    ],
)
def test_what_is_private_comes_only_from_whom_the_interview_would_ask(who, taken):
    form = BrowserForm(who=who, person=None)
    for item in ("life.harm", "life.seen", "life.note"):
        form.say(item, "yes")
    form.say("secret.name", "yes", "k3j2h1g0")
    found = read(form)
    assert [answer.item for answer in found.answers] == taken
    assert found.not_theirs == 4 - len(taken)
    assert found.unread == ()


def test_a_later_download_takes_the_place_of_what_it_says_and_of_nothing_else():
    form = BrowserForm()
    form.say("life.words", "first")
    form.say("life.pain", "yes")
    older = read(form)
    form.say("life.words", "never sent")
    form.clock -= DAY_MS  # set back
    form.say("life.words", "second")
    newer = read(form)
    assert set(older.answers) < set(newer.answers)
    (first,) = [a for a in older.answers if a.item == "life.words"]
    (second,) = [a for a in newer.answers if a.value == "second"]
    assert second.replaces == (first.id,)
    assert second.at > first.at
    form.say("life.words", "")
    (gone,) = [a for a in read(form).answers if a.value is NonAnswer.SKIPPED]
    assert set(gone.replaces) == {first.id, second.id}
    form.say("life.pain", {"none": "declined"})
    assert set(newer.answers) < set(read(form).answers)


def test_an_entry_that_was_taken_out_is_taken_out_wherever_it_went():
    form = BrowserForm()
    form.say("medicine.name", "Omeprazole", "k3j2h1g0")
    form.say("medicine.name", "Aspirin", "aaaaaaaa")
    older = read(form)
    form.say("medicine.dose", "never sent", "k3j2h1g0")
    form.remove("medicine", "k3j2h1g0")
    newer = read(form)
    (mark,) = set(newer.answers) - set(older.answers)
    assert (mark.item, mark.entry, mark.value) == ("medicine", "k3j2h1g0", ListMark.REMOVED)
    assert mark.replaces == tuple(a.id for a in older.answers if a.entry == "k3j2h1g0")
    alone = [{"item": "medicine", "entry": "k3j2h1g0", "removed": True, "at": 1}]
    assert read(form, answers=alone).answers == ()


@pytest.mark.parametrize(
    ("at", "kept", "on"),
    [
        (-5, 0, "1970-01-01"),
        (10**30, 4_102_444_800_000, "2100-01-01"),
        (NOON, NOON, "2026-11-25"),
    ],
)
def test_no_clock_is_believed_too_far(at, kept, on):
    form = BrowserForm()
    form.clock = at
    form.say("life.onset", "yesterday")
    (answer,) = read(form).answers
    assert (answer.at, answer.on) == (kept, on)
    assert (answer.value == DateSaid("yesterday")) is (at < NOON)


@pytest.mark.parametrize(
    ("said", "on"),
    [("2026-11-24", "2026-11-24"), ("2026-11-27", "2026-11-25"), ("2026-11-99", "2026-11-25")],
)
def test_the_persons_own_day_is_taken_where_it_can_be(said, on):
    answers = [{"item": "life.onset", "value": "today", "at": NOON, "on": said}]
    (answer,) = read(BrowserForm(), answers=answers).answers
    assert answer.on == on
    assert answer.value == DateSaid("today", on)


def answer(**changed: object) -> list[dict[str, object]]:
    return [{"item": "life.words", "value": "x", "at": 1, **changed}]


REFUSED: dict[str, dict[str, object]] = {
    "an unknown key": {"more": 1},
    "another kind": {"pnet-prep": "answers"},
    "no format": {"format": "1"},
    "a form without an id": {"form": ""},
    "a path for an id": {"form": "../../../../x/y/"},
    "a path for a visit": {"visit": "../../xx"},
    "another answerer": {"as": "nurse"},
    "a person that is a list": {"person": ["luisbbbb"]},
    "the patient as a caregiver's id": {
        "as": "caregiver",
        "person": {"id": "patient", "name": "Luis"},
    },
    "an endless name": {"person": {"id": None, "name": "L" * 1_000}},
    "no list": {"answers": {}},
    "an answer that is none": {"answers": ["x"]},
    "an unknown key of an answer": {"answers": answer(by="patient")},
    "an unknown key of an earlier one": {"answers": answer(earlier=[{"value": "x", "by": 1}])},
    "a value that is true": {"answers": answer(value=True)},
    "a value with parts": {"answers": answer(value={"none": "x", "more": 1})},
    "a list in a list": {"answers": answer(value=[["x"]])},
    "a moment that is no number": {"answers": answer(at="today")},
    "half a moment": {"answers": answer(at=0.5)},
    "an endless text": {"answers": answer(value="x" * 100_000)},
    "a made-up entry": {"answers": answer(entry="../x")},
    "a made-up question": {"answers": answer(item="<b>")},
    "one place twice": {"answers": [*answer(), *answer()]},
    "too many": {"answers": answer(earlier=[{"value": "x"}] * 201)},
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_form_writes_refuses_the_whole_file(name):
    with pytest.raises(InputRefusedError) as refused:
        read(BrowserForm(), **REFUSED[name])
    assert refused.value.word == "error.form_not_read"


def test_a_newer_form_is_told_from_one_that_is_broken():
    with pytest.raises(InputRefusedError) as refused:
        read(BrowserForm(), format=2, more="of tomorrow")
    assert refused.value.word == "error.newer_format"


def test_a_name_that_was_put_right_takes_the_place_of_the_earlier_one():
    past = {"name": "Lu", "at": NOON}
    person = {"id": None, "name": "Luis", "at": NOON + 1, "earlier": [past]}
    before = one("life.words", "x", who="caregiver", person={"id": None, "name": "Lu", "at": NOON})
    after = one("life.words", "x", who="caregiver", person=person)
    assert set(before.answers) < set(after.answers)
    assert names(after.answers) == ["Lu", "Luis"]
    assert after.answers[1].replaces == (after.answers[0].id,)


def names(answers: Iterable[Any]) -> list[object]:
    return [one.value for one in answers if one.item == "helper.name"]
