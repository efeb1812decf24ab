"""Made-up patients: who makes a condition true, and that they say no more than they have to."""

import pytest

from pnet_prep.engine.prover import Prover
from pnet_prep.model.conditions import All, Condition, Leaf, Not, Operator, Some, Within
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords, Quantity, Value
from tests.unit.checking import SIGNS
from tests.unit.made import PEOPLE, TODAY, content

PLACED = """
section: placed
title: Places
place: 20
items:
  - {id: p.country, type: choice, text: Which country?, options_from: places}
  - {id: p.years, type: integer, text: How many years?, when: {item: p.country, is: fr}}
"""
TOLD_A = Leaf("s.told", Operator.IS, ("a",))
HAS_X = Leaf("s.has", Operator.HAS, ("x",))
NOT_SURE = Leaf("s.told", Operator.IS, ("not_sure",))
PPI = Leaf("drug.name", Operator.HAS, ("ppi",))
SSA = Leaf("drug.name", Operator.HAS, ("ssa",))
HELPS = Leaf("drug.helps", Operator.IS, ("yes",))
SON = Leaf("helper.relation", Operator.IS_NOT, ("mother", "son"))
FEW_YEARS = Leaf("p.years", Operator.AT_MOST, ("2",))
VERY_LOW = Leaf("s.low", Operator.AT_MOST, ("54",), "mg/dL")


def prover(*conditions: Condition) -> Prover:
    """A prover that knows the bounds of these conditions, as if questions were raised by them."""
    pack = content(SIGNS, PEOPLE, PLACED)
    step = content(SIGNS, PEOPLE, PLACED, preparation=STEP).preparation[0]
    return Prover(
        pack._replace(preparation=tuple(step._replace(when=c) for c in conditions)), TODAY
    )


STEP = "steps: [{id: one, text: Bring it., kind: bring}]"

PATIENTS: tuple[tuple[Condition, dict[str, Value]], ...] = (
    (TOLD_A, {"s.told": "a"}),
    (HAS_X, {"s.has": ("x",), "s.told": "a"}),
    (NOT_SURE, {"s.told": NonAnswer.NOT_SURE}),
    (All((HAS_X, Leaf("s.has", Operator.HAS, ("y",)))), {"s.has": ("x", "y"), "s.told": "a"}),
    (Some("drug", PPI), {"drug.name": "omeprazole"}),
    (Some("drug", All((PPI, SSA))), {"drug.name": "omeprazole and octreotide"}),
    (Some("drug", HELPS), {"drug.helps": "yes", "drug.name": "omeprazole"}),
    (Some("helper", SON), {"helper.relation": OwnWords("some words"), "helper.name": "some words"}),
    (FEW_YEARS, {"p.years": 0, "p.country": "fr"}),
    (VERY_LOW, {"s.low": Quantity("27 mg/dL", "27", "mg/dL")}),
    (Within("s.born", 12), {"s.born": DateSaid("2025-11-23", "2025-11-23")}),
    (Not(Within("s.born", 12)), {"s.born": DateSaid("2025-11-22", "2025-11-22")}),
    (Leaf("s.born", Operator.ANSWERED, ("no",)), {}),
)


@pytest.mark.parametrize(("condition", "answers"), PATIENTS)
def test_a_patient_says_just_what_makes_the_condition_true(
    condition: Condition, answers: dict[str, Value]
) -> None:
    proving = prover(condition)
    response = proving.example(condition)
    assert response is not None
    assert {answer.item: answer.value for answer in response.shown} == answers
    assert proving.holds(condition, response)


def test_nobody_is_made_up_for_what_cannot_be() -> None:
    impossible = All((HAS_X, Not(HAS_X)))
    assert prover(impossible).example(impossible) is None


@pytest.mark.parametrize("condition", [condition for condition, answers in PATIENTS if answers])
def test_somebody_who_says_yes_to_nearly_everything_shows_what_is_possible(
    condition: Condition,
) -> None:
    said_of = prover(condition).plainly_possible(condition)
    assert said_of is not isinstance(condition, Not)


@pytest.mark.parametrize(
    ("one", "other", "implied"),
    [
        (HAS_X, TOLD_A, True),
        (TOLD_A, HAS_X, False),
        (All((TOLD_A, VERY_LOW)), TOLD_A, True),
        (Some("drug", All((PPI, HELPS))), Some("drug", PPI), True),
        (Some("drug", PPI), Some("drug", All((PPI, HELPS))), False),
        (VERY_LOW, Leaf("s.low", Operator.AT_MOST, ("70",), "mg/dL"), True),
        (VERY_LOW, Leaf("s.low", Operator.AT_MOST, ("3.9",), "mmol/L"), False),
        (Within("s.born", 12), Within("s.born", 24), True),
        (Within("s.born", 24), Within("s.born", 12), False),
        (NOT_SURE, Leaf("s.told", Operator.IS_NOT, ("a",)), False),
        (TOLD_A, Not(Some("drug", All((HELPS, Not(HELPS))))), False),
    ],
)
def test_one_condition_implies_another(one: Condition, other: Condition, *, implied: bool) -> None:
    assert prover(one, other).implies(one, other) is implied
