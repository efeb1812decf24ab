"""What cannot be taken of an answers file: every fault, by line and id, and never an answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.problem import AnswersFileError
from pnet_prep.engine.reading import LONGEST_ANSWER
from pnet_prep.model.response import PATIENT
from tests.longer import times
from tests.unit.made import EMPTY
from tests.unit.written import MADE, NOW, taken


def faults(text: str) -> list[tuple[int, str]]:
    """Line and text of every fault."""
    with pytest.raises(AnswersFileError) as refused:
        taken(text)
    assert refused.value.exit_code == 2
    return [(one.line, str(one)) for one in refused.value.problems]


FAULTS = {
    "life.pian: xyzzy": "life.pain",
    "xyzzy: yes": "known question",
    "life.pain: xyzzy": "life.pain",
    "life.pain: [xyzzy]": "life.pain",
    "life.worst: xyzzy": "life.worst",
    "life.worst: 11": "life.worst",
    "life.times: xyzzy": "line 2",
    "life.times.more: xyzzy": "life.times",
    "life.signs: [fever, xyzzy]": "life.signs",
    "life.signs: [[xyzzy]]": "life.signs",
    "life.signs: [{xyzzy: fever}]": "life.signs",
    "life.signs: [fever, none]": "life.signs",
    "life.signs: []": "life.signs",
    'life.kind: ""': "life.kind",
    'life.note: " "': "life.note",
    'life.card.more: "%s"' % (r"xyzzy\n" * (LONGEST_ANSWER // 6)): "20,000 letters",
    "life.says: xyzzy": "life.says",
    "life.card: xyzzy": "life.card",
    "life.note: {none: xyzzy}": "life.note",
    "life.note: {none: skipped, more: xyzzy}": "life.note",
    "life.note: {text: xyzzy}": "life.note",
    "person.country: xyzzy": "person.country",
    "wish.top: [xyzzy]": "wish.top",
    "medicine: xyzzy": "medicine",
    "medicine: [xyzzy]": "medicine",
    "medicine: [{medicine.name: zinc, medicine.does: xyzzy}]": "medicine.dose",
    "medicine: [{medicine.name: [xyzzy]}]": "medicine.name",
    "medicine.name: xyzzy": "medicine.name",
}


@pytest.mark.parametrize("line", list(FAULTS), ids=lambda line: line[:40])
def test_fault_names_line_and_question_and_repeats_no_word_of_the_file(line):
    ((where, text),) = faults(f"answers:\n  life.times: 3\n\n  {line}\n")
    assert where == 4
    assert FAULTS[line] in text
    assert "xyzzy" not in text
    assert text.startswith("visit.yaml:4:")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("answers: ]", 1),
        ("\nanswer: {life.note: xyzzy}", 2),
        ("answers: [xyzzy]", 1),
        ("answers: xyzzy", 1),
        ("as: xyzzy\nanswers: {}", 1),
        ("answers: {}\nas_of: xyzzy", 2),
        ('answers: {}\nas_of: "2026-02-30"', 2),
        ("answers:\n  life.note: a\n  life.note: xyzzy", 3),
        ("answers:\n  life.note: &xyzzy a", 2),
        ("answers:\n  life.note: *xyzzy", 2),
        ("answers:\n  life.note: !xyzzy a", 2),
        ("answers:\n  life.note: xyzzy: no", 2),
        ("answers: {}\nviews: {aunt: {life.note: xyzzy}}", 2),
        ("answers: {}\npeople: {caregiver: {name: [xyzzy]}}", 2),
        ("answers: {}\n---\nanswers: {life.note: xyzzy}", 2),
    ],
)
def test_file_of_another_form_is_refused_where_it_goes_wrong(text, line):
    found = faults(text)
    assert line in {where for where, _ in found}
    assert "xyzzy" not in " ".join(said for _, said in found)


def test_all_faults_come_at_once_in_the_order_of_lines():
    text = "answers:\n  life.pian: a\n  life.worst: b\n  medicine: c\nviews: {patient: {life.x: d}}"
    assert [line for line, _ in faults(text)] == [2, 3, 4, 5]


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(AnswersFileError):
        read_answers(b"answers: {life.note: \xff\xfe}", "visit.yaml", MADE, NOW, EMPTY)


@settings(max_examples=times(60))
@given(st.sampled_from([line.partition(":")[0] for line in FAULTS]), st.text(max_size=20))
def test_whatever_is_written_is_taken_or_refused(item, text):
    data = f"answers:\n  {item}: {text}".encode(errors="replace")
    try:
        found = read_answers(data, "visit.yaml", MADE, NOW, EMPTY).response
    except AnswersFileError:
        return
    assert all(answer.by == PATIENT for answer in found.shown)
