"""Two entries that somebody says are one stand as one, with all that was said, until taken back."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.compose import compose
from pnet_prep.engine.joining import join
from pnet_prep.engine.personal import to_share
from pnet_prep.engine.record import agree, link, record, remove_entry
from pnet_prep.engine.same_names import alike, told_of
from pnet_prep.model.response import BOTH, PATIENT, Answer, Moment, QuestionnaireResponse
from pnet_prep.model.values import ListMark, SameAs
from pnet_prep.store.codec import decode, encode
from pnet_prep.store.head import Head
from pnet_prep.store.lines import line_of
from tests.unit.made import EMPTY, LUIS, MARIA, MEDICINE_LIST, PEOPLE, content, seen, told

MADE = content(
    PEOPLE,
    MEDICINE_LIST
    + """\
      - {id: medicine.name, type: text, text: Which?}
      - {id: medicine.dose, type: text, text: How much?, label: Dose}
""",
)
MEDICINE = MADE.questionnaire.by_id["medicine"]


WHEN = Moment(2_000_000_000_000, "2026-11-23", "n")


def two() -> QuestionnaireResponse:
    """One medicine that a patient and her son have each put on the list."""
    hers = told({("medicine.name", "aaaa"): "Omeprazole", ("medicine.dose", "aaaa"): "40 mg"})
    his = {("medicine.name", "bbbb"): "omeprazole", ("medicine.dose", "bbbb"): "20 mg"}
    return told(his, by=LUIS, into=hers)


def linked(
    response: QuestionnaireResponse,
    by: str = PATIENT,
    *,
    same: bool = True,
    pair: tuple[str, str] = ("aaaa", "bbbb"),
) -> QuestionnaireResponse:
    made = link(response, group="medicine", entries=pair, same=same, by=by, typed=by, moment=WHEN)
    return response.with_answers([made] if made else [])


def said(response: QuestionnaireResponse, item: str, entry: str, value: str, by: str) -> Answer:
    if by == BOTH:
        made = agree(response, item=item, entry=entry, value=value, typed=by, moment=WHEN)
    else:
        made = record(response, item=item, entry=entry, value=value, by=by, typed=by, moment=WHEN)
    assert made is not None
    return made


def printed(response: QuestionnaireResponse) -> str:
    return repr(compose(seen(MADE, response)).blocks)


def test_they_stand_as_one_with_both_views_side_by_side():
    one = linked(two())
    assert one.entries("medicine") == ("aaaa",)
    assert [(a.by, a.value) for a in one.at("medicine.dose", "aaaa")] == [
        (PATIENT, "40 mg"),
        (LUIS, "20 mg"),
    ]
    assert one.at("medicine.dose", "bbbb") == one.at("medicine.dose", "aaaa")
    assert {a.id for a in one.shown} == {a.id for a in two().shown}
    paper = printed(one)
    assert "40 mg" in paper
    assert "20 mg" in paper
    views = seen(MADE, one).views.all
    assert [view.lists["medicine"] for view in views] == [("aaaa",), ("aaaa",)]
    doses = [view.at("medicine.dose", "aaaa") for view in views]
    assert [dose and dose.value for dose in doses] == ["40 mg", "20 mg"]


def test_it_can_be_taken_back_and_then_all_is_as_it_was():
    back = linked(linked(two()), same=False)
    assert back.shown == two().shown
    assert printed(back) == printed(two())
    assert back.entries("medicine") == ("aaaa", "bbbb")
    again = linked(back)
    assert again.entries("medicine") == ("aaaa",)
    assert len(again.answers) == len(two().answers) + 3
    assert len(again.links) == 1


def test_nobodys_no_is_overruled_and_a_shared_word_settles_it():
    here = linked(linked(two()), LUIS, same=False)
    assert here.entries("medicine") == ("aaaa", "bbbb")
    assert linked(here, MARIA).entries("medicine") == ("aaaa", "bbbb")
    assert linked(here, BOTH).entries("medicine") == ("aaaa",)
    assert linked(here, LUIS).entries("medicine") == ("aaaa",)
    assert linked(linked(two())).links == linked(two()).links


def test_one_entry_can_be_linked_with_two_others():
    three = told({("medicine.name", "cccc"): "OMEPRAZOLE"}, by=MARIA, into=two())
    both = linked(linked(three), pair=("aaaa", "cccc"))
    assert both.entries("medicine") == ("aaaa",)
    assert linked(both, same=False).entries("medicine") == ("aaaa", "bbbb")
    assert len(linked(both, same=False).links) == 2


def test_what_each_person_says_later_stays_with_their_own_entry():
    one = linked(two())
    his = said(one, "medicine.dose", "aaaa", "10 mg", LUIS)
    hers = said(one, "medicine.dose", "aaaa", "80 mg", PATIENT)
    assert (his.entry, hers.entry) == ("bbbb", "aaaa")
    assert his.replaces == tuple(a.id for a in two().at("medicine.dose", "bbbb"))
    after = one.with_answers([his, hers])
    assert {a.value for a in after.at("medicine.dose", "aaaa")} == {"10 mg", "80 mg"}
    back = linked(after, same=False)
    assert [a.value for a in back.at("medicine.dose", "bbbb")] == ["10 mg"]


def test_an_agreement_and_a_removal_are_of_all_that_was_seen():
    one = linked(two())
    agreed = one.with_answers([said(one, "medicine.dose", "aaaa", "30 mg", BOTH)])
    assert [a.value for a in agreed.at("medicine.dose", "aaaa")] == ["30 mg"]
    out = remove_entry(one, group="medicine", entry="bbbb", by=LUIS, typed=LUIS, moment=WHEN)
    assert out is not None
    assert one.with_answers([out]).entries("medicine") == ()
    assert linked(one.with_answers([out]), same=False).entries("medicine") == ()


def test_an_entry_that_was_taken_out_is_one_with_no_other():
    one = linked(two())
    hers = two()
    gone = remove_entry(
        hers, group="medicine", entry="aaaa", by=PATIENT, typed=PATIENT, moment=WHEN
    )
    assert gone is not None
    united = join(one, hers.with_answers([gone]))
    assert united.entries("medicine") == ("bbbb",)
    assert [a.value for a in united.at("medicine.dose", "bbbb")] == ["20 mg"]
    marks = [a.entry for a in united.shown if a.value is ListMark.REMOVED]
    assert marks == ["aaaa"]


def test_it_is_not_asked_again_once_somebody_has_said():
    def asked(response: QuestionnaireResponse) -> list[tuple[str, str]]:
        return [one.entries for one in alike(seen(MADE, response), MEDICINE)]

    assert asked(two()) == [("aaaa", "bbbb")]
    assert asked(linked(two())) == []
    assert asked(linked(two(), LUIS, same=False)) == []
    third = told({("medicine.name", "cccc"): "Omeprazole"}, by=MARIA, into=two())
    assert asked(linked(third)) == [("aaaa", "cccc")]
    assert asked(linked(third, same=False)) == [("aaaa", "cccc"), ("bbbb", "cccc")]


def test_what_is_told_of_each_says_whose_it_is():
    picture = seen(MADE, two())
    assert told_of(picture, MEDICINE, "aaaa") == "patient: Omeprazole; 40 mg"
    assert told_of(picture, MEDICINE, "bbbb") == "helper: omeprazole; 20 mg"


def test_a_program_that_does_not_know_links_keeps_them_byte_for_byte(monkeypatch):
    one = linked(two())
    lines = {line_of(answer): answer for answer in one.answers}
    data = encode(Head("aaaaaaaa"), lines)
    monkeypatch.setattr("pnet_prep.store.lines.from_plain", _older)
    older = decode(data, {})
    assert older.whole
    assert set(older.lines) == set(lines)
    assert [row for row, answer in older.lines.items() if answer is None] == [line_of(one.links[0])]
    assert encode(Head("aaaaaaaa"), older.lines).count(b"same_as") == 1


def _older(plain: object) -> object:
    """What a program read that knew no kind of value but words and lists of them."""
    if isinstance(plain, dict):
        raise ValueError(plain)  # noqa: TRY004 - as it did
    return tuple(plain) if isinstance(plain, list) else plain


def test_a_link_is_sent_with_what_is_shown():
    one = linked(two())
    assert join(EMPTY, to_share(one, MADE.questionnaire)).entries("medicine") == ("aaaa",)


ENTRIES = ("aaaa", "bbbb", "cccc", "dddd")
WORDS = st.tuples(
    st.sampled_from(ENTRIES),
    st.sampled_from(ENTRIES),
    st.booleans(),
    st.sampled_from([LUIS, MARIA]),
)


@settings(max_examples=200, deadline=None)
@given(words=st.lists(WORDS, max_size=8), data=st.data())
def test_however_many_are_linked_all_that_was_said_stands_once_and_no_no_is_broken(words, data):
    here = EMPTY
    for number, entry in enumerate(ENTRIES):
        who = f"person{number:02}"
        here = join(here, told({("medicine.name", entry): "Omeprazole"}, by=who))
    names = {a.id for a in here.shown}
    for one, other, same, by in words:
        here = linked(here, by, same=same, pair=(one, other))
    shuffled = QuestionnaireResponse(tuple(data.draw(st.permutations(here.answers))))
    assert shuffled.one_with == here.one_with
    assert [len(shuffled.at("medicine.name", e)) for e in shuffled.entries("medicine")] == [
        len(here.at("medicine.name", e)) for e in here.entries("medicine")
    ]
    listed = [a.id for e in here.entries("medicine") for a in here.at("medicine.name", e)]
    assert sorted(listed) == sorted(names)
    for one in here.links:
        assert isinstance(one.value, SameAs)
        if not one.value.same and one.entry != one.value.entry:
            pair = (one.entry, one.value.entry)
            assert len({here.stands_at("medicine", entry) for entry in pair}) == 2


@pytest.mark.parametrize("shape", ["chain", "star"])
def test_thousands_of_links_of_somebody_else_end_soon(shape):
    links = []
    for number in range(8_000):
        pair = ("e00000" if shape == "star" else f"e{number:05}", f"e{number + 1:05}")
        links.append(Answer(f"l{number}", "medicine", pair[0], SameAs(pair[1]), LUIS, LUIS, 1, ""))
        links.append(Answer(f"n{number}", "medicine.name", pair[1], "x", LUIS, LUIS, 1, ""))
    begun = time.process_time()
    response = QuestionnaireResponse(tuple(links))
    assert len(response.shown) == 8_000
    assert sum(len(response.at("medicine.name", e)) for e in response.entries("medicine")) == 8_000
    assert len(list(alike(seen(MADE, response), MEDICINE))) < 100_000
    assert time.process_time() - begun < 8
