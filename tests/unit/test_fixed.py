"""Values that never change: made from their parts, equal by them, and refusing all else."""

import copy

import pytest

from pnet_prep.model.values import DateSaid, OwnWords, Quantity


def test_parts_are_given_in_order_or_by_name_and_the_rest_has_its_default():
    assert DateSaid("May 2026", "2026-05") == DateSaid(edtf="2026-05", text="May 2026")
    assert DateSaid("long ago").edtf is None


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", "b", "c"), {}), (("a",), {"text": "b"}), (("a",), {"unit": "mg"})],
    ids=["missing", "too many", "twice", "unknown"],
)
def test_parts_that_do_not_fit_are_refused(given, named):
    with pytest.raises(TypeError):
        DateSaid(*given, **named)


def test_values_of_another_class_or_with_other_parts_are_not_equal():
    assert OwnWords("x") != DateSaid("x")
    assert OwnWords("x") != ("x",)
    assert Quantity("5 mg", "5", "mg") != Quantity("5 mg", "5")
    assert len({OwnWords("x"), OwnWords("x"), DateSaid("x")}) == 2


def test_nothing_in_it_can_be_changed():
    said = OwnWords("x")
    with pytest.raises(AttributeError):
        said.text = "y"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del said.text
    assert said == copy.deepcopy(said) == OwnWords("x")


def test_match_takes_it_apart_and_repr_says_how_it_was_made():
    match Quantity("5 mg", "5", "mg"):
        case Quantity(text, number, unit):
            assert (text, number, unit) == ("5 mg", "5", "mg")
    assert repr(DateSaid("May", None)) == "DateSaid(text='May', edtf=None)"
