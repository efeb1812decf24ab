"""Who may replace what, and when: the rules by which answers meet."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.record import (
    agree,
    answer_id,
    ask_later,
    changed_outside,
    next_at,
    record,
    remove_entry,
    taken_from_outside,
)
from pnet_prep.model.response import (
    BOTH,
    LATEST_MS,
    PATIENT,
    Answer,
    Moment,
    QuestionnaireResponse,
)
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, OwnWords, Quantity
from tests.longer import times

EMPTY = QuestionnaireResponse(())
LUIS = "k3v9x2ab"


def say(response: QuestionnaireResponse, value: Any, **changed: Any) -> Answer | None:
    """What `record` makes of a value, with the usual rest."""
    rest = {"item": "symptom.pain.worst", "entry": "", "by": PATIENT, "typed": PATIENT}
    moment = _moment(changed.pop("at", 1_000), changed.pop("nonce", "n"))
    return record(response, value=value, moment=moment, **{**rest, **changed})


def _moment(at: int, nonce: str) -> Moment:
    return Moment(at, "2026-11-20", nonce)


def told(response: QuestionnaireResponse, value: Any, **changed: Any) -> QuestionnaireResponse:
    made = say(response, value, **changed)
    assert made is not None
    return response.with_answers((made,))


def test_answer_carries_who_where_what_and_when() -> None:
    made = say(EMPTY, 7, entry="a1b2c3d4", by=LUIS, typed=PATIENT)
    assert made is not None
    assert made == Answer(
        made.id,
        "symptom.pain.worst",
        "a1b2c3d4",
        7,
        LUIS,
        PATIENT,
        1_000,
        "2026-11-20",
        (),
        "n",
    )
    assert len(made.id) == 20
    assert made.id == answer_id(made)


def test_unchanged_answer_writes_nothing() -> None:
    response = told(EMPTY, 7)
    assert say(response, 7, at=9_000, nonce="other") is None


def test_equal_values_of_different_kinds_are_a_change() -> None:
    values = [7, "7", True, 1, OwnWords("7"), Quantity("7"), DateSaid("7"), ("7",)]
    for one in values:
        for other in values:
            unchanged = say(told(EMPTY, one), other) is None
            assert unchanged == (one is other), (one, other)


def test_newer_answer_replaces_only_the_same_persons_earlier_one() -> None:
    response = told(told(EMPTY, 4), 7, by=LUIS)
    later = told(response, 5, nonce="later")
    assert [(a.by, a.value) for a in later.at("symptom.pain.worst")] == [(LUIS, 7), (PATIENT, 5)]


def test_answers_of_one_person_from_two_devices_are_settled_by_the_next_one() -> None:
    here, there = say(EMPTY, 4), say(EMPTY, 6, nonce="there")
    assert here is not None
    assert there is not None
    both = QuestionnaireResponse((here, there))
    assert len(both.at("symptom.pain.worst")) == 2
    assert [a.value for a in told(both, 4, nonce="now").at("symptom.pain.worst")] == [4]


def test_agreement_replaces_every_visible_view_and_no_later_one() -> None:
    response = told(told(EMPTY, 4), 7, by=LUIS)
    common = {"item": "symptom.pain.worst", "entry": "", "typed": LUIS}
    made = agree(response, value=5, moment=_moment(1_000, "n"), **common)
    assert made is not None
    assert made.by == BOTH
    agreed = response.with_answers((made,))
    assert [a.value for a in agreed.at("symptom.pain.worst")] == [5]
    assert agree(agreed, value=5, moment=_moment(2_000, "m"), **common) is None
    other = agree(agreed, value=6, moment=_moment(2_000, "m"), **common)
    assert other is not None
    assert [a.value for a in agreed.with_answers((other,)).at("symptom.pain.worst")] == [6]
    unseen = say(response, 9, by=LUIS, nonce="elsewhere")
    assert unseen is not None
    assert [a.value for a in agreed.with_answers((unseen,)).at("symptom.pain.worst")] == [9, 5]


def take_out(response: QuestionnaireResponse, entry: str, nonce: str = "r") -> Answer | None:
    moment = _moment(5_000, nonce)
    return remove_entry(
        response, group="medicine", entry=entry, by=PATIENT, typed=PATIENT, moment=moment
    )


def test_removal_hides_exactly_the_visible_answers_of_the_entry() -> None:
    response = told(EMPTY, "omeprazole", item="medicine.name", entry="aaaaaaaa")
    response = told(response, "20 mg", item="medicine.dose", entry="aaaaaaaa", by=LUIS)
    response = told(response, "insulin", item="medicine.name", entry="bbbbbbbb")
    response = told(response, "same letters", item="supplement.name", entry="aaaaaaaa")
    mark = take_out(response, "aaaaaaaa")
    assert mark is not None
    assert mark.value is ListMark.REMOVED
    after = response.with_answers((mark,))
    assert after.entries("medicine") == ("bbbbbbbb",)
    assert after.entries("supplement") == ("aaaaaaaa",)
    assert take_out(after, "aaaaaaaa") is None


def test_answer_unseen_by_the_remover_brings_the_entry_back() -> None:
    response = told(EMPTY, "omeprazole", item="medicine.name", entry="aaaaaaaa")
    mark = take_out(response, "aaaaaaaa")
    unseen = say(response, "40 mg", item="medicine.dose", entry="aaaaaaaa", by=LUIS)
    assert mark is not None
    assert unseen is not None
    joined = response.with_answers((mark, unseen))
    assert joined.entries("medicine") == ("aaaaaaaa",)
    assert joined.at("medicine.name", "aaaaaaaa") == ()
    again = take_out(joined, "aaaaaaaa", nonce="again")
    assert again is not None
    assert mark.id in again.replaces


def test_removing_what_is_not_there_writes_nothing() -> None:
    assert take_out(EMPTY, "aaaaaaaa") is None


@settings(deadline=None)
@given(st.integers(-(10**15), 10**16), st.lists(st.integers(0, LATEST_MS), max_size=5))
def test_time_never_runs_back_and_stays_exact(now: int, seen: list[int]) -> None:
    answers = [Answer("", "a.b", "", 1, PATIENT, PATIENT, 0, "")._replace(at=at) for at in seen]
    at = next_at(now, answers)
    assert at >= now or at == LATEST_MS
    assert all(at > one or at == LATEST_MS for one in seen)
    assert 0 <= at <= LATEST_MS


def test_clock_set_back_keeps_the_order_of_entries() -> None:
    response = EMPTY
    for place, entry in enumerate(("first", "second", "third")):
        response = told(response, entry, item="medicine.name", entry=entry, at=90 - place)
    assert response.entries("medicine") == ("first", "second", "third")


def test_id_depends_on_every_part_of_an_answer() -> None:
    base = say(EMPTY, "x")
    assert base is not None
    others = [
        base._replace(item="symptom.pain.effect"),
        base._replace(entry="aaaaaaaa"),
        base._replace(value=NonAnswer.DECLINED),
        base._replace(by=LUIS),
        base._replace(typed=LUIS),
        base._replace(at=base.at + 1),
        base._replace(on="2026-11-21"),
        base._replace(replaces=("x",)),
        base._replace(nonce="m"),
    ]
    assert len({answer_id(answer) for answer in (base, *others)}) == 10
    assert answer_id(base._replace(id="whatever")) == base.id


def test_id_of_any_text_is_made_even_of_lone_surrogates() -> None:
    made = say(EMPTY, "caf\udce9 \ud83d")
    assert made is not None
    assert made.id == answer_id(made)


def test_answer_from_outside_hides_nothing_and_is_marked_once() -> None:
    response = told(told(EMPTY, 4), 5, nonce="m")
    changed = taken_from_outside(response.shown[0]._replace(value=9))
    assert changed_outside(changed)
    assert not any(changed_outside(answer) for answer in response.shown)
    assert changed.replaces == ()
    assert taken_from_outside(changed) == changed
    joined = response.with_answers((changed,))
    assert {a.value for a in joined.at("symptom.pain.worst")} == {5, 9}


PEOPLE = st.sampled_from([PATIENT, LUIS])
PLACES = st.sampled_from(
    [("life.work", ""), ("medicine.name", "aaaaaaaa"), ("medicine.dose", "aaaaaaaa")]
)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["record", "agree", "remove"]),
        PLACES,
        st.integers(0, 3),
        PEOPLE,
        st.integers(-50, 50),
        st.sampled_from([0, 1]),
    ),
    max_size=15,
)


def did(device: list[Answer], deed: Any, count: int) -> Answer | None:
    kind, (item, entry), value, by, clock, _ = deed
    response = QuestionnaireResponse(tuple(device))
    rest: Any = {"typed": by, "moment": _moment(1_000 + clock, str(count))}
    if kind == "record":
        return record(response, item=item, entry=entry, value=value, by=by, **rest)
    if kind == "agree":
        return agree(response, item=item, entry=entry, value=value, **rest)
    return remove_entry(response, group="medicine", entry="aaaaaaaa", by=by, **rest)


@settings(max_examples=times(400), deadline=None)
@given(DEEDS, st.randoms(use_true_random=False))
def test_joining_two_devices_obeys_the_laws_of_a_set(deeds: Any, shuffle: Any) -> None:
    devices: tuple[list[Answer], list[Answer]] = ([], [])
    for count, deed in enumerate(deeds):
        device = devices[deed[-1]]
        made = did(device, deed, count)
        if made is None:
            continue
        replaced = [answer for answer in device if answer.id in made.replaces]
        assert len(replaced) == len(made.replaces)
        assert all(made.at > answer.at for answer in device)
        if made.value is not ListMark.REMOVED and made.by != BOTH:
            assert all(answer.by == made.by for answer in replaced)
        visible = QuestionnaireResponse(tuple(device)).shown
        assert all(answer in visible for answer in replaced)
        device.append(made)
    one, other = devices
    joined = QuestionnaireResponse((*one, *other)).shown
    mixed = [*one, *other, *one]
    shuffle.shuffle(mixed)
    assert QuestionnaireResponse(tuple(mixed)).shown == joined
    held = {old for answer in (*one, *other) for old in answer.replaces}
    for answer in (*one, *other):
        assert (answer in joined) != (answer.id in held)


def test_what_was_agreed_is_unchanged_from_each_of_those_who_agreed() -> None:
    agreed = told(EMPTY, 7, by=BOTH)
    assert say(agreed, 7, nonce="later") is None
    other = told(agreed, 4, nonce="later")
    assert [(a.by, a.value) for a in other.at("symptom.pain.worst")] == [(BOTH, 7), (PATIENT, 4)]
    assert say(other, 7, nonce="last") is not None
    assert say(told(EMPTY, 7, by=LUIS), 7) is not None


def test_note_to_ask_later_replaces_only_the_same_persons_earlier_one() -> None:
    def later(held: QuestionnaireResponse, whom: str, by: str, item: str = "a.b") -> Answer | None:
        return ask_later(
            held, item=item, entry="", whom=whom, by=by, typed=by, moment=_moment(1_000, "n")
        )

    held = EMPTY
    for whom, by in ((PATIENT, LUIS), (LUIS, PATIENT)):
        made = later(held, whom, by)
        assert made is not None
        held = held.with_answers((made,))
        assert later(held, whom, by) is None
    assert len(held.later) == 2
    assert later(held, PATIENT, LUIS, "a.c") is not None
    changed = later(held, LUIS, LUIS)
    assert changed is not None
    assert changed.replaces == tuple(note.id for note in held.later if note.by == LUIS)
