"""Files that come from elsewhere: taken as far as they prove what they are, refused in one word."""

import json
from pathlib import Path

import pytest

from pnet_prep.engine.joining import brought, join
from pnet_prep.engine.record import changed_outside
from pnet_prep.errors import InputRefusedError
from pnet_prep.store.codec import encode
from pnet_prep.store.head import Head
from pnet_prep.store.lines import LONGEST_READ, LONGEST_ROW, line_of, replaced_line, sealed
from pnet_prep.store.received import received
from pnet_prep.store.visit import new_visit, open_visit, response_in, save
from tests.unit.stored import said, with_said

HEAD = Head("aaaaaaaa", "", "Dr. Rivera", "2026-12-01")


@pytest.fixture
def visit(tmp_path: Path):
    return with_said(with_said(new_visit(str(tmp_path), visit="aaaaaaaa"), "one"), "two", "life.b")


def values(found) -> list[object]:
    return [answer.value for answer in response_in(found.lines).shown]


@pytest.mark.parametrize(
    "around",
    [
        lambda data: data,
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"Hi Mum,\n\nhere it is:\n" + data,
    ],
    ids=["as it is", "byte order mark", "line ends of Windows", "after the text of a mail"],
)
def test_a_file_is_read_in_whatever_way_it_came(visit, around):
    found = received(around(encode(HEAD, visit.lines)), "x")
    assert found.head == HEAD
    assert found.whole
    assert found.lines == visit.lines


REFUSED = {
    "nothing": (b"", "error.join_no_visit"),
    "a picture": (bytes(range(256)) * 9, "error.join_no_visit"),
    "an answers file": (b"as: patient\nanswers: {}\n", "error.join_no_visit"),
    "deep lists": (b"format: 1\n" + b"- " + b"[" * 100_000 + b"\n", "error.join_no_visit"),
    "an id that is a path": (
        sealed(b"format: 1") + b"\n" + sealed(b'visit: "../../x"'),
        "error.join_no_visit",
    ),
    "newer": (sealed(b"format: 2") + b"\n" + sealed(b'visit: "aaaaaaaa"'), "error.newer_format"),
    "newer, after the text of a mail": (
        b"Hello\n" + sealed(b"format: 2") + b"\n" + sealed(b'visit: "aaaaaaaa"'),
        "error.newer_format",
    ),
    "too many bytes": (b"x" * (16 * 1024 * 1024 + 1), "error.join_too_big"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused(name):
    data, word = REFUSED[name]
    with pytest.raises(InputRefusedError) as refused:
        received(data, "x")
    assert refused.value.word == word


def test_one_endless_answer_refuses_the_whole_file(visit):
    for length, fits in ((LONGEST_ROW - 1_000, True), (LONGEST_ROW, False)):
        longer = with_said(visit, "x" * length, "life.c")
        data = encode(HEAD, longer.lines)
        if fits:
            assert len(received(data, "x").lines) == 3
        else:
            with pytest.raises(InputRefusedError, match="too_big"):
                received(data, "x")


def test_an_endless_answer_in_an_own_file_is_told_and_kept_to_the_letter(visit):
    longer = save(with_said(visit, "x" * LONGEST_READ, "life.c"))
    (endless,) = [row for row in longer.lines if len(row) > LONGEST_READ]
    found = open_visit(longer.path)
    assert [notice.word for notice in found.notices] == ["notice.too_long"]
    assert values(found) == ["one", "two"]
    saved = save(with_said(found, "three", "life.d"))
    assert endless in Path(saved.path).read_bytes().split(b"\n")
    assert values(saved) == ["one", "two", "three"]


def test_a_made_up_line_neither_takes_the_place_of_an_answer_nor_hides_one(visit):
    first, second = visit.response.shown
    takes_the_id = first._replace(value="not what was said")
    hides = said(visit.response, "hidden", "life.c", by="luisbbbb")._replace(replaces=(second.id,))
    lines = {line_of(one): one for one in (takes_the_id, hides)}
    found = received(encode(HEAD, lines), "x")
    assert found.changed == 2
    united = join(visit.response, response_in(found.lines))
    assert {first, second} <= set(united.shown)
    assert len(united.shown) == 4
    assert sum(changed_outside(one) for one in united.shown) == 2
    once = visit.with_lines(found.lines)
    assert once.with_lines(received(encode(HEAD, lines), "x").lines) is once


def test_what_a_hand_changed_is_kept_beside_the_rest(visit):
    data = encode(HEAD, visit.lines).replace(b'"one"', b'"changed"')
    found = received(data, "x")
    assert (found.changed, found.whole) == (1, True)
    assert set(values(found)) == {"changed", "two"}


def test_a_torn_file_brings_what_can_be_read_and_says_so(visit):
    found = received(encode(HEAD, visit.lines)[:-60], "x")
    assert not found.whole
    assert values(found) == ["one"]


def test_other_kinds_of_record_are_kept_byte_for_byte(visit):
    other = sealed(b'- {"kind": "of tomorrow"}')
    found = received(encode(HEAD, {**visit.lines, other: None}), "x")
    assert other in visit.with_lines(found.lines).lines


@pytest.mark.parametrize(
    "record", [{"replaced": 7}, {"replaced": "a", "more": 1}, {"replaced": ["a"]}, ["replaced"]]
)
def test_only_a_line_that_says_just_that_takes_an_answer_away(visit, record):
    first = visit.response.shown[0]
    row = sealed(b"- " + json.dumps(record).replace('"a"', f'"{first.id}"').encode())
    assert first in visit.with_lines({row: None}).response.shown
    assert first not in visit.with_lines({replaced_line(first.id): None}).response.shown


def test_what_a_file_would_bring_is_told_before_it_is_taken(visit):
    here = visit.response
    first = here.shown[0]
    other = said(here, "mine", "life.else", by="luisbbbb")
    changed = said(here, "anew", "life.b")
    change = brought(here, here.with_answers([other, changed]))
    assert change.new == (other, changed)
    assert [one.value for one in change.ended] == ["two"]
    assert change.views == (first.place,)
    assert not any(brought(here.with_answers([other, changed]), here))
