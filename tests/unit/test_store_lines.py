"""One line of a visit file: any answer comes back equal, and no hurt line is read wrong."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.record import answer_id, changed_outside
from pnet_prep.model.response import Answer
from pnet_prep.model.values import Value
from pnet_prep.store.lines import from_json, line_of, read_line, rescued, sealed, to_json, unsealed
from tests.longer import times
from tests.unit.stored import ANY_TEXT, WORD, answers, values

ONE = Answer("", "symptom.pain.worst", "", 7, "patient", "k3v9x2ab", 1_000, "2026-11-20", (), "n")
ONE = ONE._replace(id=answer_id(ONE))


@settings(max_examples=times(200), deadline=None)
@given(answers())
def test_answer_comes_back_equal(answer: Answer) -> None:
    line = line_of(answer)
    assert b"\n" not in line
    assert unsealed(line) is not None
    assert read_line(line) == answer


@settings(deadline=None)
@given(answers(ANY_TEXT))
def test_no_text_crashes_a_line(answer: Answer) -> None:
    line = line_of(answer)
    again = read_line(line)
    assert again is not None
    assert line_of(again) == line


@settings(max_examples=times(100), deadline=None)
@given(answers())
def test_line_is_yaml_of_the_same_meaning(answer: Answer) -> None:
    line = line_of(answer)
    body = unsealed(line)
    assert body is not None
    document = b"answers:\n" + line + b"\nend: 1\n"
    assert yaml.load(document, yaml.CSafeLoader)["answers"] == [json.loads(body[2:])]
    assert yaml.safe_load(document.decode())["answers"] == [json.loads(body[2:])]


def test_line_shows_words_as_they_were_said() -> None:
    line = line_of(ONE._replace(value="Núñez שלום 山田 👩‍⚕️")).decode()
    assert "Núñez שלום 山田 👩‍⚕️" in line
    assert '"entry"' not in line
    assert '"replaces"' not in line


def test_line_ends_and_what_yaml_forbids_are_escaped() -> None:
    line = line_of(ONE._replace(value="a\nb\r\u0085\u2028\u2029\ufeff\x7f\x9b\ufffe\udce9"))
    escaped = rb'"a\nb\r\u0085\u2028\u2029\ufeff\u007f\u009b\ufffe\udce9"'
    assert escaped in line


@settings(deadline=None)
@given(answers(), st.data())
def test_flipped_bit_never_gives_a_wrong_answer(answer: Answer, data: st.DataObject) -> None:
    line = bytearray(line_of(answer))
    bit = data.draw(st.integers(0, len(line) * 8 - 1))
    line[bit // 8] ^= 1 << bit % 8
    hurt = bytes(line)
    assert unsealed(hurt) is None
    kept = rescued(hurt)
    if kept is not None and not changed_outside(kept[1]):
        assert kept == (line_of(answer), answer)


def test_answer_whose_check_alone_was_hurt_is_whole() -> None:
    line = line_of(ONE)
    assert rescued(line[:-1] + b"x") == (line, ONE)
    assert rescued(line[:-3]) == (line, ONE)
    assert rescued(line.rpartition(b" #")[0]) == (line, ONE)


def test_answer_changed_in_an_editor_is_kept_and_marked() -> None:
    earlier = ONE._replace(replaces=("1234",))
    line = line_of(earlier).replace(b'"value": 7', b'"value": 4')
    kept = rescued(line)
    assert kept is not None
    assert (kept[1].item, kept[1].value, kept[1].by) == (ONE.item, 4, ONE.by)
    assert changed_outside(kept[1])
    assert kept[1].replaces == ()
    assert kept[0] == line_of(kept[1])
    assert rescued(line) == kept
    assert read_line(kept[0]) == kept[1]


GOOD = json.loads(line_of(ONE).rpartition(b" #")[0][2:])


@pytest.mark.parametrize(
    "changed",
    [
        {"value": 1.5},
        {"value": None},
        {"value": True},
        {"value": {"none": "maybe"}},
        {"value": {"date": "x", "edtf": 4}},
        {"value": [1]},
        {"value": {"new": "kind"}},
        {"at": -1},
        {"at": True},
        {"at": 2**53},
        {"at": "1"},
        {"on": "2026-13-45"},
        {"on": "20261120"},
        {"on": ""},
        {"id": 3},
        {"entry": 3},
        {"replaces": "abc"},
        {"replaces": [3]},
        {"by": None},
    ],
    ids=str,
)
def test_record_of_another_kind_is_no_answer(changed: dict[str, object]) -> None:
    body = b"- " + to_json({**GOOD, **changed})
    assert read_line(sealed(body)) is None
    assert rescued(body) is None


def test_key_that_is_not_known_does_no_harm() -> None:
    assert read_line(sealed(b"- " + to_json({**GOOD, "later": {"a": [1.5]}}))) == ONE


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b'{"a": 1, "a": 2}',
        b'{"a": {"b": 1, "b": 1}}',
        b"NaN",
        b"[Infinity]",
        b"-Infinity",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 5_000,
        b'"\xff"',
        b'"\xed\xa0\x80"',
        b'"a\x00b"',
        b'{"a": 1} {"b": 2}',
        "{}".encode("utf-16"),
    ],
    ids=lambda text: text[:12],
)
def test_bad_json_is_refused_with_one_kind_of_error(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json(text)
    assert read_line(sealed(b"- " + text)) is None
    assert rescued(b"- " + text) is None


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_without_a_crash(row: bytes) -> None:
    assert rescued(b"- " + row) is None
    assert read_line(sealed(b"- " + row)) is None


@settings(deadline=None)
@given(values(WORD), values(WORD))
def test_different_values_give_different_lines(one: Value, other: Value) -> None:
    same = type(one) is type(other) and one == other
    assert (line_of(ONE._replace(value=one)) == line_of(ONE._replace(value=other))) == same


def test_a_line_made_of_more_parts_than_any_answer_has_is_not_read() -> None:
    for part in (b"[],", b'{"a":[]},', b'"a",'):
        with pytest.raises(ValueError, match="too many parts"):
            from_json(b"[" + part * 110_000 + b"[]]")


def test_brackets_and_quotes_in_a_long_text_are_only_text() -> None:
    for text in ("[{" * 100_000, '\\"' * 100_000, "a\n" * 100_000):
        assert from_json(to_json([text])) == [text]
