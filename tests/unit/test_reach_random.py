"""Proofs about made-up conditions, held against every visit of a small world, one by one."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement, product

from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.conditions import causes, truth
from pnet_prep.engine.demands import demand
from pnet_prep.engine.holds import Aim
from pnet_prep.engine.prover import Prover
from pnet_prep.engine.views import View, views_of
from pnet_prep.engine.witness import response_of
from pnet_prep.model.conditions import (
    All,
    AnyOf,
    Condition,
    Count,
    Leaf,
    Not,
    Operator,
    Some,
)
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.values import ListMark, NonAnswer, Value
from tests.longer import times
from tests.unit.made import TODAY, an_answer, content

WORLD = """
section: world
title: A small world
place: 10
items:
  - {id: w.told, type: yes_no_unsure, text: Were you told?}
  - id: w.signs
    type: choices
    text: Which signs?
    options: {x: X, y: Y, none: None of these}
    exclusive: [none]
    when: {item: w.told, is: "yes"}
  - {id: w.worst, type: scale_0_10, text: How bad is it?}
  - id: visit.stage
    type: choices
    text: Where are you?
    options: {new: New, deciding: Deciding}
  - id: many
    type: group
    repeats: yes
    text: Which ones?
    items:
      - {id: many.name, type: choice, text: Which one?, options: {p: P, q: Q}}
      - {id: many.sub, type: yes_no_unsure, text: Is it so?, when: {item: many.name, is: p}}
"""
STEP = "steps: [{id: one, text: Bring it., kind: bring}]"
NOT_SURE = NonAnswer.NOT_SURE
TOLD = (None, "yes", "no", NOT_SURE)
SIGNS = (None, ("x",), ("x", "y"), ("none",), NOT_SURE)
WORST = (None, 2, 4, 6)
STAGE = (None, ("new",))
ENTRIES = (("p", None), ("p", "yes"), ("p", "no"), ("q", None))
PACK = content(WORLD)
PROVER = Prover(PACK, TODAY)


def leaf(item: str, operator: Operator, *values: str) -> Leaf:
    return Leaf(item, operator, values)


OUTER = (
    leaf("w.told", Operator.IS, "yes"),
    leaf("w.told", Operator.IS, "no", "not_sure"),
    leaf("w.told", Operator.IS_NOT, "yes"),
    leaf("w.told", Operator.ANSWERED, "no"),
    leaf("w.signs", Operator.HAS, "x"),
    leaf("w.signs", Operator.HAS, "x", "y"),
    leaf("w.signs", Operator.HAS, "none"),
    leaf("w.signs", Operator.ANSWERED, "no"),
    leaf("w.worst", Operator.AT_LEAST, "3"),
    leaf("w.worst", Operator.AT_MOST, "5"),
    leaf("w.worst", Operator.ANSWERED, "yes"),
    leaf("visit.stage", Operator.HAS, "new"),
)
INNER = (
    leaf("many.name", Operator.IS, "p"),
    leaf("many.name", Operator.IS, "q"),
    leaf("many.sub", Operator.IS, "yes"),
    leaf("many.sub", Operator.IS_NOT, "yes"),
    leaf("many.sub", Operator.ANSWERED, "no"),
)


def nested(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(All),
        several.map(AnyOf),
        parts.map(Not),
        st.lists(parts, min_size=3, max_size=3).map(lambda three: Count(2, tuple(three))),
    )


WHERE = st.recursive(st.sampled_from(INNER), nested, max_leaves=3)
PARTS = st.sampled_from(OUTER) | WHERE.map(lambda where: Some("many", where))
CONDITIONS = st.recursive(PARTS, nested, max_leaves=7)


@cache
def all_views() -> tuple[View, ...]:
    """The patient's view of every visit that the small world has."""
    return tuple(_view(response) for response in _responses())


def _view(response: QuestionnaireResponse) -> View:
    return views_of(response, PACK.questionnaire, TODAY, lambda *_: None).all[0]


def _responses() -> Iterator[QuestionnaireResponse]:
    lists = [some for size in range(3) for some in combinations_with_replacement(ENTRIES, size)]
    for told, signs, worst, stage, entries, complete in product(
        TOLD, SIGNS, WORST, STAGE, lists, (None, ListMark.COMPLETE)
    ):
        said: dict[tuple[str, str], Value | None] = {
            ("w.told", ""): told,
            ("w.signs", ""): signs,
            ("w.worst", ""): worst,
            ("visit.stage", ""): stage,
            ("many", ""): complete,
        }
        for number, (name, sub) in enumerate(entries):
            said["many.name", f"e{number}"] = name
            said["many.sub", f"e{number}"] = sub
        yield QuestionnaireResponse(
            tuple(an_answer(i, value, e) for (i, e), value in said.items() if value is not None)
        )


def spoken(condition: Condition, view: View) -> bool:
    return any(cause.spoken for cause in causes(condition, view))


def without(condition: Condition, path: tuple[int, ...]) -> Condition:
    """The condition after the part at ``path`` was taken out."""
    match condition:
        case All(parts) | AnyOf(parts) | Count(_, parts):
            place, rest = path[0], path[1:]
            kept = [without(parts[place], rest)] if rest else []
            left = (*parts[:place], *kept, *parts[place + 1 :])
            if isinstance(condition, Count):
                return Count(condition.at_least, left)
            return type(condition)(left)
        case Not(part):
            return Not(without(part, path))
        case Some(group, where):
            return Some(group, without(where, path))
        case _:
            raise AssertionError(condition)


def _asked_for(condition: Condition) -> Prover:
    """A prover that has the condition in its pack."""
    (step,) = content(WORLD, preparation=STEP).preparation
    return Prover(PACK._replace(preparation=(step._replace(when=condition),)), TODAY)


@settings(deadline=None, max_examples=times(100))
@given(CONDITIONS)
def test_the_made_up_patient_makes_it_true_and_there_is_none_only_if_nobody_does(
    condition: Condition,
) -> None:
    example = PROVER.example(condition)
    if example is None:
        assert not any(truth(condition, view) for view in all_views())
        assert not _asked_for(condition).plainly_possible(condition)
    else:
        assert PROVER.holds(condition, example)


@settings(deadline=None, max_examples=times(60))
@given(CONDITIONS)
def test_what_always_holds_holds_for_everybody(condition: Condition) -> None:
    if PROVER.always(condition):
        assert all(truth(condition, view) for view in all_views())
    else:
        other = PROVER._reach.find(demand(condition, Aim.NOT_TRUE, PROVER._holds))
        assert other is not None
        response = response_of(other, PROVER._domains, TODAY)
        assert not PROVER.holds(condition, response)


@settings(deadline=None, max_examples=times(60))
@given(CONDITIONS)
def test_what_is_never_silent_always_has_something_to_say(condition: Condition) -> None:
    if not PROVER.silent(condition):
        for view in all_views():
            assert not truth(condition, view) or spoken(condition, view)
        return
    wanted = (demand(condition, aim, PROVER._holds) for aim in (Aim.TRUE, Aim.QUIET))
    found = PROVER._reach.find(*wanted)
    assert found is not None
    view = _view(response_of(found, PROVER._domains, TODAY))
    assert truth(condition, view)
    assert not spoken(condition, view)


@settings(deadline=None, max_examples=times(60))
@given(CONDITIONS, CONDITIONS)
def test_what_is_implied_holds_wherever_the_other_does(one: Condition, other: Condition) -> None:
    if PROVER.implies(one, other):
        assert all(truth(other, view) for view in all_views() if truth(one, view))


@settings(deadline=None, max_examples=times(60))
@given(CONDITIONS)
def test_a_needless_part_can_go_and_nothing_changes(condition: Condition) -> None:
    for path in PROVER.needless_parts(condition):
        less = without(condition, path)
        for view in all_views():
            assert truth(less, view) == truth(condition, view)
