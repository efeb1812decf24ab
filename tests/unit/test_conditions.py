"""Whether a condition holds: three values, dates as intervals, and lists entry by entry."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from pnet_prep.engine.conditions import months_before, truth
from pnet_prep.model.conditions import (
    All,
    AnyOf,
    Condition,
    Count,
    Leaf,
    Not,
    Operator,
    Some,
    Within,
)
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords, Quantity
from tests.unit.made import a_view

TRUTHS = (True, False, None)
ANSWERS = {True: "yes", False: "no"}


def leaf(item: str, *values: str, operator: Operator = Operator.IS, unit: str = "") -> Leaf:
    return Leaf(item, operator, values or ("yes",), unit)


def leaves(count: int) -> tuple[Leaf, ...]:
    return tuple(leaf(f"q.{number}") for number in range(count))


def verdict(condition: Condition, *known: bool | None) -> bool | None:
    """The truth where question ``q.N`` was answered as the N-th says, ``None`` for not at all."""
    said = {f"q.{n}": ANSWERS[one] for n, one in enumerate(known) if one is not None}
    return truth(condition, a_view(said))


def in_every_case(condition: Condition, *known: bool | None) -> bool | None:
    """What holds however the open questions will be answered; ``None`` where that differs."""
    cases = product(*([one] if one is not None else [True, False] for one in known))
    found = {verdict(condition, *case) for case in cases}
    return found.pop() if len(found) == 1 else None


@pytest.mark.parametrize("known", list(product(TRUTHS, repeat=3)))
@pytest.mark.parametrize(
    "form",
    [
        All(leaves(3)),
        AnyOf(leaves(3)),
        *(Count(least, leaves(3)) for least in (1, 2, 3)),
        Not(All(leaves(3))),
        All((Not(leaf("q.0")), AnyOf((leaf("q.1"), Not(leaf("q.2")))))),
    ],
)
def test_unknown_is_what_further_answers_could_still_change(form, known):
    assert verdict(form, *known) is in_every_case(form, *known)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (All(leaves(2)), [True, False, None, False, False, False, None, False, None]),
        (AnyOf(leaves(2)), [True, True, True, True, False, None, True, None, None]),
        (Count(2, leaves(2)), [True, False, None, False, False, False, None, False, None]),
    ],
)
def test_tables_of_all_any_and_count(form, expected):
    assert [verdict(form, *known) for known in product(TRUTHS, repeat=2)] == expected


@pytest.mark.parametrize("value", list(NonAnswer))
@pytest.mark.parametrize(
    "condition",
    [
        leaf("q", "yes"),
        leaf("q", "yes", operator=Operator.IS_NOT),
        leaf("q", "yes", operator=Operator.HAS),
        leaf("q", "1", operator=Operator.AT_LEAST),
        leaf("q", "9", operator=Operator.AT_MOST),
        Within("q", 12),
    ],
)
def test_non_answer_is_neither_yes_nor_no(condition, value):
    assert truth(condition, a_view({"q": value})) is None
    assert truth(Not(condition), a_view({"q": value})) is None


def test_non_answer_can_be_asked_for_by_name():
    view = a_view({"q": NonAnswer.NOT_SURE})
    assert truth(leaf("q", "yes", "not_sure"), view) is True
    assert truth(leaf("q", "skipped"), view) is None


@pytest.mark.parametrize(
    ("said", "answered"),
    [({}, False), ({"q": "no"}, True), ({"q": 0}, True)]
    + [({"q": value}, False) for value in NonAnswer],
)
def test_answered_is_always_known(said, answered):
    view = a_view(said)
    assert truth(leaf("q", "yes", operator=Operator.ANSWERED), view) is answered
    assert truth(leaf("q", "no", operator=Operator.ANSWERED), view) is not answered


def test_own_words_are_none_of_the_options():
    view = a_view({"q": OwnWords("yes")})
    assert truth(leaf("q", "yes"), view) is False
    assert truth(leaf("q", "yes", operator=Operator.IS_NOT), view) is True


def test_has_looks_into_what_was_ticked():
    view = a_view({"q": ("rash", "fever")})
    assert truth(leaf("q", "fever", "cough", operator=Operator.HAS), view) is True
    assert truth(leaf("q", "cough", operator=Operator.HAS), view) is False


def test_has_on_a_typed_name_asks_for_its_class_and_an_unknown_name_is_unknown():
    ppi = leaf("q", "ppi", operator=Operator.HAS)
    known = {"losec": frozenset({"ppi"}), "insulin": frozenset({"sugar"})}
    assert truth(ppi, a_view({"q": "losec"}, classes=known)) is True
    assert truth(ppi, a_view({"q": "insulin"}, classes=known)) is False
    assert truth(ppi, a_view({"q": "the white one"}, classes=known)) is None


@pytest.mark.parametrize(
    ("value", "verdicts"), [(6, (False, True)), (7, (True, True)), (8, (True, False))]
)
def test_bounds_include_the_bound_itself(value, verdicts):
    view = a_view({"q": value})
    bounds = (leaf("q", "7", operator=each) for each in (Operator.AT_LEAST, Operator.AT_MOST))
    assert tuple(truth(bound, view) for bound in bounds) == verdicts


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Quantity("54.9 mg/dL", "54.9", "mg/dL"), True),
        (Quantity("55.0 mg/dL", "55.0", "mg/dL"), True),
        (Quantity("55.01 mg/dL", "55.01", "mg/dL"), False),
        (Quantity("3 mmol/L", "3", "mmol/L"), None),
        (Quantity("40", "40"), None),
        (Quantity("very low"), None),
        (Quantity("?", "not a number", "mg/dL"), None),
    ],
)
def test_quantity_compares_only_in_the_unit_of_the_bound(value, expected):
    low = leaf("q", "55", operator=Operator.AT_MOST, unit="mg/dL")
    assert truth(low, a_view({"q": value})) is expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-11-22", True),
        ("2025-11-23", True),
        ("2025-11-22", False),
        ("2026", True),
        ("2024", False),
        ("2025", None),
        ("2025-11", None),
        ("2025-12/2026-02", True),
        ("2025-10/2025-12", None),
        ("2026-03/..", True),
        ("2019/..", False),
        ("2026-11-24", False),
        ("2027", False),
        (None, None),
    ],
)
def test_date_that_overlaps_the_bound_is_unknown(edtf, expected):
    assert truth(Within("q", 12), a_view({"q": DateSaid("then", edtf)})) is expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 23), 12, date(2025, 11, 23)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 30), 1, date(2024, 2, 29)),
        (date(2026, 11, 23), 480, date(1986, 11, 23)),
    ],
)
def test_months_before_keeps_the_day_or_takes_the_last_of_the_month(day, months, expected):
    assert months_before(day, months) == expected


MOTHER_WITH_MEN1 = Some("family", All((leaf("family.relation", "mother"), leaf("family.has"))))


def family(*relatives: tuple[str, str], complete: bool = False) -> Any:
    said = {}
    for number, (relation, has) in enumerate(relatives):
        said["family.relation", f"r{number}"] = relation
        if has:
            said["family.has", f"r{number}"] = has
    lists = {"family": tuple(f"r{number}" for number in range(len(relatives)))}
    return a_view(said, lists=lists, complete=frozenset({"family"} if complete else ()))


def test_some_keeps_all_leaves_about_one_entry():
    assert (
        truth(MOTHER_WITH_MEN1, family(("mother", "no"), ("aunt", "yes"), complete=True)) is False
    )
    assert truth(MOTHER_WITH_MEN1, family(("aunt", "yes"), ("mother", "yes"))) is True


def test_some_is_unknown_until_the_person_said_that_is_all():
    assert truth(MOTHER_WITH_MEN1, family()) is None
    assert truth(MOTHER_WITH_MEN1, family(("aunt", "yes"))) is None
    assert truth(MOTHER_WITH_MEN1, family(("aunt", "yes"), complete=True)) is False


def test_some_is_unknown_while_an_entry_is_open():
    assert truth(MOTHER_WITH_MEN1, family(("mother", ""), complete=True)) is None


def test_leaf_outside_the_list_is_read_from_outside_it():
    view = a_view({"visit.first": "yes", ("family.has", "r0"): "yes"}, lists={"family": ("r0",)})
    both = Some("family", All((leaf("visit.first"), leaf("family.has"))))
    assert truth(both, view) is True
