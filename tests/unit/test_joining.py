"""What another file would bring, and whether it can be about the same person."""

import pytest

from pnet_prep.engine.joining import NAME_ITEM, brought, join, same_patient
from pnet_prep.engine.record import link, remove_entry
from pnet_prep.model.response import PATIENT, Moment
from pnet_prep.model.values import NonAnswer
from tests.unit.made import EMPTY, LUIS, told

MEDICINE = {("medicine.name", "aaaa"): "Omeprazole"}
LATER = Moment(2_000_000_000_000, "2026-11-24", "later")


def named(*names):
    response = EMPTY
    for by, name in zip((PATIENT, LUIS), names, strict=False):
        response = told({NAME_ITEM: name}, by=by, into=response)
    return response


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ((), (), True),
        (("Zoë",), (), True),
        ((), ("Zoë",), True),
        (("Zoë Nuñez",), ("  zoë   NUÑEZ ",), True),
        (("Zoë",), ("Maria",), False),
        (("Zoë", "Mum"), ("mum",), True),
        (("Zoë",), (NonAnswer.SKIPPED,), True),
    ],
)
def test_two_files_can_be_about_one_person_unless_the_names_differ(here, there, same):
    assert same_patient(named(*here), named(*there), NAME_ITEM) is same
    assert same_patient(named(*there), named(*here), NAME_ITEM) is same


def test_what_is_new_differs_or_ends_is_told_and_no_mark_of_a_list():
    here = told({**MEDICINE, "visit.reason": "flushing"})
    removed = remove_entry(here, group="medicine", entry="aaaa", by=LUIS, typed=LUIS, moment=LATER)
    assert removed is not None
    there = told({"visit.reason": "low sugar"}, by=LUIS, into=here.with_answers((removed,)))
    change = brought(here, there)
    assert [answer.value for answer in change.new] == ["low sugar"]
    assert [answer.value for answer in change.ended] == ["Omeprazole"]
    assert change.views == (("visit.reason", ""),)
    assert not any(brought(join(here, there), there))
    back = brought(join(here, there), told(MEDICINE, by=LUIS, into=here))
    assert back.ended == ()


@pytest.mark.parametrize("value", list(NonAnswer))
def test_what_one_person_passes_over_is_no_second_view(value):
    said, passed = told({"visit.reason": "flushing"}), told({"visit.reason": value}, by=LUIS)
    for here, there in ((said, passed), (passed, said)):
        assert brought(here, there).views == ()


def test_a_word_on_two_entries_is_told_once():
    here = told({**MEDICINE, ("medicine.name", "bbbb"): "omeprazole"})
    one = link(
        here,
        group="medicine",
        entries=("aaaa", "bbbb"),
        same=True,
        by=LUIS,
        typed=LUIS,
        moment=LATER,
    )
    assert one is not None
    there = here.with_answers((one,))
    assert brought(here, there).links == (one,)
    assert brought(there, there).links == ()
