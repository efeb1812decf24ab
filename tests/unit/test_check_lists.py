"""What `check` lists on demand: texts whose source was not read, and patients made to order."""

import json
from datetime import UTC, datetime
from functools import cache

import pytest
from typer.testing import CliRunner

from pnet_prep.cli.app import app_with
from pnet_prep.cli.check_table import print_unverified
from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.check import check_files
from pnet_prep.content.load import load
from pnet_prep.content.witness_file import ids_with_witness, witness_file
from pnet_prep.engine.conditions import truth
from pnet_prep.engine.picture import Picture, look
from pnet_prep.engine.uses import holders
from pnet_prep.model.content import Content
from pnet_prep.model.response import QuestionnaireResponse
from tests.unit.checking import SIGNS, rules
from tests.unit.made import PEOPLE, TODAY, content, pack

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SOME = (
    SIGNS.replace('verified: "yes"', "verified: partial")
    + """
  - {id: s.read, type: yes_no_unsure, text: Is it so?, sources: [leaflet], covers: [S1]}
doctor_questions:
  - {id: r1, ask: Is it?, why: So., topic: cause, priority: 1, always: yes, verified: no,
     sources: [book, leaflet], covers: [Q1, Q2]}
  - {id: r2, ask: Was it?, why: So., topic: cause, priority: 1, always: yes, verified: yes}
  - {id: r3, ask: Will it be?, why: So., topic: cause, priority: 1, always: yes}
"""
)
HARD = {
    "two medicines": (
        "{all: [{some: {in: drug, where: {item: drug.helps, is: yes}}}, "
        "{some: {in: drug, where: {item: drug.helps, is: no}}}]}"
    ),
    "no such medicine": "{not: {some: {in: drug, where: {item: drug.name, has: ppi}}}}",
    "a caregiver": "{item: person.answering, is: caregiver}",
    "a date, a number and an amount": (
        '{all: [{within: {item: s.born, months: 24}}, {item: s.low, at_most: "54 mg/dL"}, '
        "{item: s.worst, at_least: 7}]}"
    ),
    "not sure": "{item: s.told, is: not_sure}",
    "nothing at all": "{item: s.told, answered: no}",
}


@cache
def shipped() -> Content:
    return load()


def seen(made: Content, name: str) -> Picture:
    text = witness_file(made, name, TODAY)
    said = read_answers(text.encode(), "made.yaml", made, NOW, QuestionnaireResponse(()))
    return look(made, said.response, TODAY)


@pytest.mark.parametrize("when", HARD.values(), ids=HARD)
def test_a_made_up_patient_can_be_written_down_and_read_back(when: str) -> None:
    made = content(PEOPLE, rules(f"because: because of this, when: {when}}}"))
    assert [one.id for one in seen(made, "r0").suggestions] == ["r0"]


@pytest.mark.parametrize("name", ids_with_witness(load()))
def test_everything_shipped_has_its_patient_in_writing(name: str) -> None:
    picture = seen(shipped(), name)
    conditions = [
        condition for use, condition in holders(shipped()) if use.id == name and use.kind != "item"
    ]
    assert all(
        any(truth(condition, view) for view in picture.views.all) for condition in conditions
    )


def test_a_patient_in_writing_says_which_questions_and_signs_to_expect() -> None:
    topic = rules("when: {item: s.worst, at_least: 9}}") + (
        "red_flags: [{id: rf, level: now, do: Call them., when: {item: s.worst, at_least: 8}}]\n"
    )
    assert witness_file(content(topic), "r0", TODAY).splitlines()[-4:] == [
        "answers:",
        '  s.worst: "9"',
        "must_ask: [r0]",
        "red_flags: [rf]",
    ]


def test_texts_on_a_source_not_read_come_first_each_with_all_a_reviewer_needs() -> None:
    found = check_files(pack(SOME), TODAY).unverified
    assert [(one.verified, one.kind, one.id) for one in found] == [
        ("no", "rule", "r1"),
        ("partial", "item", "s.read"),
        ("partial", "rule", "r3"),
    ]
    (line,) = [n for n, text in enumerate(SOME.splitlines(), 1) if "{id: r1," in text]
    assert str(found[0]) == (
        f"topic0.yaml:{line}: no rule r1 | covers Q1, Q2 | sources book, leaflet | Is it?"
    )


def test_a_question_of_the_symptom_card_is_listed_once() -> None:
    topic = (
        SIGNS.replace('verified: "yes"', "verified: no")
        + """
screens:
  - {id: symptom.belly, text: Which of these?}
card:
  - {id: why, type: text, text: Why?, sources: [leaflet]}
symptoms:
  - {id: pain, screen: symptom.belly, text: Pain, said: pain}
  - {id: rash, screen: symptom.belly, text: Rash, said: a rash}
"""
    )
    found = check_files(pack(topic), TODAY).unverified
    assert [one.id for one in found] == ["symptom.pain.why"]


def test_the_table_on_a_terminal_has_a_part_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    print_unverified(check_files(pack(SOME), TODAY).unverified)
    shown = capsys.readouterr().out
    assert shown.index("verified: no") < shown.index("r1") < shown.index("verified: partial")


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app_with(["check", "where"]), ["check", *arguments])
    return done.exit_code, done.output


def test_each_list_is_printed_alone() -> None:
    code, listed = run("--unverified")
    assert code == 0
    assert all(" | sources " in line for line in listed.splitlines())
    code, page = run("--coverage")
    assert (code, page.splitlines()[0]) == (0, "# What covers what")
    code, patient = run("--witness", "rf1")
    assert (code, patient.splitlines()[0]) == (0, "name: rf1")


def test_json_has_the_unverified_with_their_parts() -> None:
    _, text = run("--json")
    listed = json.loads(text)["unverified"]
    assert {one["verified"] for one in listed} <= {"no", "partial"}
    assert set(listed[0]) == {
        "verified", "file", "line", "kind", "id", "covers", "sources", "text",
    }  # fmt: skip


def test_a_patient_for_what_is_not_there_is_refused_with_the_nearest_id() -> None:
    code, said = run("--witness", "rf11_nov")
    assert code == 2
    assert '"rf11_now"' in said
