"""The whole visit file: what is written comes back, and damage never passes for an answer."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.record import answer_id, changed_outside
from pnet_prep.model.response import Answer
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, OwnWords, Quantity
from pnet_prep.store.codec import decode, encode
from pnet_prep.store.head import Head, peek, restored
from pnet_prep.store.lines import Lines, line_of, sealed
from tests.longer import times
from tests.unit.stored import WORD, answers

HEADS = st.builds(
    Head,
    visit=st.just("k3v9x2ab"),
    follows=st.sampled_from(["", "abcdefgh"]),
    title=WORD,
    visit_date=st.sampled_from(["", "2026-12-01", "2026-12"]),
    packs=st.lists(WORD, max_size=2).map(tuple),
    pack_titles=st.dictionaries(WORD, WORD, max_size=2).map(lambda titles: tuple(titles.items())),
)
UNKNOWN = sealed(b'- {"note": "from a later program", "amount": 1.5}')

NEWER = "files of a newer program, none of them written over"
GOLDEN = Path(__file__).parent.parent / "golden" / "visit-format-1.yaml"


def lines_of(*made: Answer) -> Lines:
    return {line_of(answer): answer for answer in made}


def numbered(count: int) -> Lines:
    made = [
        Answer("", f"life.i{n}", "", f"é {n}", "patient", "patient", n, "2026-11-20", (), "n")
        for n in range(count)
    ]
    return lines_of(*(answer._replace(id=answer_id(answer)) for answer in made))


@settings(max_examples=times(100), deadline=None)
@given(HEADS, st.lists(answers(), max_size=4), st.booleans())
def test_written_file_comes_back_equal(head: Head, made: list[Answer], unknown: bool) -> None:  # noqa: FBT001
    lines: Lines = {**lines_of(*made), **({UNKNOWN: None} if unknown else {})}
    data = encode(head, lines)
    found = decode(data, {})
    assert found.lines == lines
    assert restored(found.head, "other999") == head
    assert (found.changed, found.whole, found.newer) == (0, True, False)
    assert encode(restored(found.head, ""), found.lines) == data


@settings(deadline=None)
@given(HEADS, st.lists(answers(), max_size=5), st.randoms(use_true_random=False))
def test_order_of_lines_makes_no_difference(head: Head, made: list[Answer], order: Any) -> None:
    lines = lines_of(*made)
    shuffled = list(lines)
    order.shuffle(shuffled)
    assert encode(head, {line: lines[line] for line in shuffled}) == encode(head, lines)


@settings(deadline=None)
@given(HEADS, st.lists(answers(), max_size=3))
def test_file_is_yaml_that_any_tool_can_show(head: Head, made: list[Answer]) -> None:
    shown = yaml.load(encode(head, lines_of(*made)), yaml.CSafeLoader)
    assert shown["format"] == 1
    assert shown["visit"] == head.visit
    assert shown["title"] == head.title
    assert shown["packs"] == list(head.packs)
    assert shown.get("pack_titles", {}) == dict(head.pack_titles)
    assert shown["end"] == len(shown["answers"] or []) == len(lines_of(*made))


@settings(deadline=None)
@given(HEADS)
def test_list_reads_the_same_head_from_the_first_bytes(head: Head) -> None:
    assert peek(encode(head, numbered(9))[:1024], "other999") == head


def test_known_lines_are_not_read_again() -> None:
    lines = numbered(2)
    marked = {line: answer._replace(nonce="known") for line, answer in lines.items() if answer}
    assert decode(encode(Head("k3v9x2ab"), lines), marked).lines == marked


@pytest.mark.parametrize("hurt", [b"\xef\xbb\xbf", b"\r\n"], ids=["mark", "line ends"])
def test_file_that_an_editor_saved_unchanged_is_whole(hurt: bytes) -> None:
    data = encode(Head("k3v9x2ab"), numbered(3))
    saved = hurt + data if hurt == b"\xef\xbb\xbf" else data.replace(b"\n", hurt)
    assert decode(saved, {}) == decode(data, {})
    assert decode(saved, {}).whole


def test_line_changed_in_an_editor_is_counted_and_marked() -> None:
    lines = numbered(3)
    data = encode(Head("k3v9x2ab"), lines).replace("é 1".encode(), b"changed")
    found = decode(data, {})
    outside = [answer for answer in found.lines.values() if answer and changed_outside(answer)]
    assert [answer.value for answer in outside] == ["changed"]
    assert found.changed == 1
    assert len(found.lines) == 3
    assert decode(data, {}, rescue=False).changed == 0
    assert len(decode(data, {}, rescue=False).lines) == 2


def test_removed_line_is_noticed_by_the_count() -> None:
    lines = numbered(3)
    data = encode(Head("k3v9x2ab"), lines)
    removed = data.replace(next(iter(lines)) + b"\n", b"")
    assert not decode(removed, {}).whole


@pytest.mark.row("T13", NEWER)
@pytest.mark.parametrize(
    "first",
    [
        b"format: 2",
        b"format: 2 # a remark",
        b"format: 17 #0123456789abcdef",
        sealed(b"format: 2"),
    ],
)
def test_higher_number_in_the_first_line_is_a_newer_format(first: bytes) -> None:
    lines = numbered(2)
    _, rest = encode(Head("k3v9x2ab"), lines).split(b"\n", 1)
    found = decode(first + b"\n" + rest.replace(b"life.i0", b"life.x0"), {})
    assert found.newer
    assert len(found.lines) == 1
    assert found.changed == 0


@pytest.mark.parametrize(
    "first", [b"format: 1", b"format: 0", b"format: x", b"", b"format: 12345678901"]
)
def test_first_line_that_is_merely_hurt_is_damage(first: bytes) -> None:
    _, rest = encode(Head("k3v9x2ab"), numbered(2)).split(b"\n", 1)
    found = decode(first + b"\n" + rest, {})
    assert not found.newer
    assert not found.whole
    assert len(found.lines) == 2


def test_one_digit_hurt_in_our_own_first_line_is_no_newer_format() -> None:
    data = encode(Head("k3v9x2ab"), numbered(2)).replace(b"format: 1", b"format: 3")
    assert not decode(data, {}).newer
    assert not decode(data, {}).whole


@pytest.mark.parametrize("row", [b"junk", b"end: 2", b"end: -1", b"end: 9999999", b"note: x #00"])
def test_row_that_does_not_belong_is_noticed(row: bytes) -> None:
    data = encode(Head("k3v9x2ab"), numbered(2))
    assert not decode(data + row + b"\n", {}).whole
    assert len(decode(data + row + b"\n", {}).lines) == 2


@pytest.mark.parametrize(
    "count", [b"1", b"3", b"two", b"", b"9" * 5_000], ids=lambda count: str(count[:9])
)
def test_wrong_count_at_the_end_is_noticed_however_long_it_is(count: bytes) -> None:
    data = encode(Head("k3v9x2ab"), numbered(2))
    hurt = data.replace(b"\nend: 2", b"\nend: " + count)
    assert hurt != data
    assert not decode(hurt, {}).whole


@pytest.mark.parametrize("key", [b"visit", b"follows", b"title", b"visit_date", b"packs"])
def test_head_without_one_of_its_lines_is_noticed(key: bytes) -> None:
    rows = encode(Head("k3v9x2ab"), numbered(2)).splitlines(keepends=True)
    kept = [row for row in rows if not row.startswith(key + b":")]
    assert len(kept) == len(rows) - 1
    assert decode(b"".join(rows), {}).whole
    assert not decode(b"".join(kept), {}).whole


def test_cut_at_any_byte_only_takes_away() -> None:
    lines = numbered(4)
    data = encode(Head("k3v9x2ab"), lines)
    for cut in range(len(data)):
        found = decode(data[:cut], {})
        assert found.lines.items() <= lines.items()
        assert found.lines.keys() >= {line for line in lines if data.find(line) + len(line) <= cut}
        assert found.whole == (cut == len(data) - 1)  # only the last line end is missing


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_without_a_crash(data: bytes) -> None:
    found = decode(data, {})
    assert not found.whole


@pytest.mark.parametrize(
    "row",
    [b"\n", b"- \n", b"- {}\n", b"- [[[[[[[[\n", b"a: b\n", b"\x00", b'- {"a":1} #0123456789ab\n'],
    ids=repr,
)
def test_file_of_sixteen_mebibytes_is_decoded_soon(row: bytes) -> None:
    data = (row * (16 * 1024 * 1024 // len(row) + 1))[: 16 * 1024 * 1024]
    assert not decode(data, {}).lines


@pytest.mark.row("T13", "formats of files that were released, each read as it was meant")
def test_file_of_the_first_release_is_read_for_ever() -> None:
    """A program that reads this otherwise has changed answers that people gave."""
    found = decode(GOLDEN.read_bytes(), {})
    assert found.whole
    assert restored(found.head, "") == Head(
        "k3v9x2ab", "abcdefgh", "Dr. Núñez", "2026-12-01", ("clinic", "trial")
    )
    said = [(a.item, a.entry, a.value, a.by, a.typed) for a in found.lines.values() if a]
    assert said == [
        ("life.else", "", "Zoë said: “it’s 7”\n\tשלום 👩‍⚕️ # no comment", "patient", "patient"),
        ("symptom.pain.worst", "", 7, "patient", "k3v9x2ab"),
        ("symptom.belly", "", ("pain", "diarrhea"), "k3v9x2ab", "k3v9x2ab"),
        ("symptom.pain.onset", "", DateSaid("about Easter", "2026-04~"), "both", "patient"),
        ("symptom.pain.onset", "", DateSaid("a while"), "both", "patient"),
        ("diagnosis.size_cm", "", Quantity("2,5 cm", "2.5", "cm"), "patient", "patient"),
        ("medicine.name", "m4t8q1zz", OwnWords("the white one"), "patient", "patient"),
        ("life.mood", "", NonAnswer.DECLINED, "patient", "patient"),
        ("medicine", "", ListMark.COMPLETE, "patient", "patient"),
    ]
    answers = [answer for answer in found.lines.values() if answer]
    assert answers[4].replaces == (answers[3].id,)
    assert [answer.at for answer in answers] == list(range(1_795_000_000_000, 1_795_000_000_009))
    assert {answer.on for answer in answers} == {"2026-11-20"}
    assert all(answer.id == answer_id(answer) for answer in answers)
    assert encode(restored(found.head, ""), found.lines) == GOLDEN.read_bytes()
    assert UNKNOWN in found.lines
