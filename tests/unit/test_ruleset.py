"""Many conditions at once hold, and are explained, as each of them is when walked by itself.

The walks here are the plainest there can be: what a condition means, written down once more.
"""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pnet_prep.engine.conditions import Cause, truth
from pnet_prep.engine.ruleset import Ruleset
from pnet_prep.engine.views import View
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
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords, Value
from tests.longer import times
from tests.unit.made import a_view

OUTSIDE = ("q.one", "q.two", "q.three", "visit.stage")
INSIDE = ("kin.one", "kin.two")
ENTRIES = ("e1", "e2", "e3")
ORDER = (False, None, True)
"""Kleene's three values from least to most."""


def walked(one: Condition, view: View, entry: str = "") -> bool | None:
    """The truth of a condition: "all" is the least of its parts, "any" the most."""
    match one:
        case Not(part):
            return ORDER[2 - ORDER.index(walked(part, view, entry))]
        case All(parts):
            return min((walked(p, view, entry) for p in parts), key=ORDER.index, default=True)
        case AnyOf(parts):
            return max((walked(p, view, entry) for p in parts), key=ORDER.index, default=False)
        case Count(least, parts):
            ranked = sorted((walked(p, view, entry) for p in parts), key=ORDER.index)
            return ([False] * least + ranked + [True])[len(parts)] if least else True
        case Some(group, where):
            found = [walked(where, view, entry) for entry in view.lists.get(group, ())]
            open_end = () if group in view.complete else (None,)
            return max((*found, *open_end), key=ORDER.index, default=False)
        case _:
            return truth(one, view, entry)


def explained(
    one: Condition, view: View, entry: str = "", group: str = ""
) -> tuple[Cause, ...] | None:
    """The smallest set of true leaves behind a condition; ``None`` where it does not hold."""
    if not walked(one, view, entry):
        return None
    match one:
        case Not():
            return ()
        case All(parts):
            return lightest(len(parts), [explained(p, view, entry, group) for p in parts])
        case AnyOf(parts):
            return lightest(1, [explained(p, view, entry, group) for p in parts])
        case Count(least, parts):
            return lightest(least, [explained(p, view, entry, group) for p in parts])
        case Some(inner, where):
            entries = view.lists.get(inner, ())
            return lightest(1, [explained(where, view, entry, inner) for entry in entries])
        case Leaf() | Within():
            answer = view.at(one.item, entry)
            return (Cause(one, answer, group),) if answer else ()


def lightest(many: int, sets: list[tuple[Cause, ...] | None]) -> tuple[Cause, ...]:
    """So many sets: those with something to say first, then the smallest, then by file order."""
    places = [
        (all(not cause.spoken for cause in one), len(one), place)
        for place, one in enumerate(sets)
        if one is not None
    ]
    taken = sorted(place for _, _, place in sorted(places)[:many])
    return tuple(cause for place in taken for cause in sets[place] or ())


VALUES: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(["yes", "no", 3, 7, OwnWords("so"), ("a", "b"), ("b",)]),
    st.sampled_from([DateSaid("then", "2026-10"), DateSaid("then", "2020"), DateSaid("then", "2")]),
    st.sampled_from(list(NonAnswer)),
)


def leaves(items: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    """Leaves of every operator about some questions."""
    asked = [
        (Operator.IS, ("yes",)),
        (Operator.IS, ("no", "not_sure")),
        (Operator.IS_NOT, ("yes",)),
        (Operator.HAS, ("a",)),
        (Operator.AT_LEAST, ("5",)),
        (Operator.AT_MOST, ("5",)),
        (Operator.ANSWERED, ("yes",)),
        (Operator.ANSWERED, ("no",)),
    ]
    compared = st.builds(
        lambda item, one: Leaf(item, *one), st.sampled_from(items), st.sampled_from(asked)
    )
    return st.one_of(compared, st.builds(Within, st.sampled_from(items), st.just(6)))


def trees(ends: st.SearchStrategy[Condition], most: int) -> st.SearchStrategy[Condition]:
    """Conditions of every form over these ends, with none, one or several parts."""

    def grown(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(inner, max_size=4).map(tuple)
        return st.one_of(
            st.builds(All, parts),
            st.builds(AnyOf, parts),
            st.builds(Not, inner),
            st.builds(Count, st.integers(0, 4), parts),
        )

    return st.recursive(ends, grown, max_leaves=most)


KNOWN = {"no": frozenset({"a"})}
"""What is known of the words that are typed."""

IN_LIST = st.builds(Some, st.just("kin"), trees(leaves((*INSIDE, "q.one")), 4))
CONDITIONS = trees(st.one_of(leaves(OUTSIDE), leaves(OUTSIDE), IN_LIST), 12)
PLACES = st.one_of(
    st.sampled_from(OUTSIDE), st.tuples(st.sampled_from(INSIDE), st.sampled_from(ENTRIES))
)
VIEWS = st.builds(
    lambda answers, entries, complete, known: a_view(
        answers,
        lists={"kin": tuple(entries)},
        complete=frozenset({"kin"} if complete else ()),
        classes=KNOWN if known else {},
    ),
    st.dictionaries(PLACES, VALUES, max_size=8),
    st.lists(st.sampled_from(ENTRIES), unique=True),
    st.booleans(),
    st.booleans(),
)
YES = Leaf("q.one", Operator.IS, ("yes",))


@settings(max_examples=times(400))
@given(st.lists(CONDITIONS, max_size=6), VIEWS)
@example(
    [Not(Not(YES)), AnyOf((Not(Not(YES)), YES)), Count(2, (YES, YES))], a_view({"q.one": "yes"})
)
@example([Leaf("q.one", Operator.HAS, ("a",))], a_view({"q.one": "no"}, classes=KNOWN))
@example([Not(Some("kin", YES)), Not(Count(3, (YES,)))], a_view({}, complete=frozenset({"kin"})))
@example([All(()), AnyOf(()), Count(0, (YES,)), Not(Count(2, (YES,)))], a_view({}))
@example(
    [Some("kin", All((YES,))), Some("kin", AnyOf((YES, Leaf("kin.one", Operator.IS, ("yes",)))))],
    a_view({("kin.one", "e1"): "yes"}, lists={"kin": ("e1",)}),
)
def test_conditions_hold_together_as_each_does_alone_and_for_the_same_reasons(conditions, view):
    firing = Ruleset(conditions).firing(view)
    alone = {place: explained(one, view) for place, one in enumerate(conditions)}
    holding = {place: causes for place, causes in alone.items() if causes is not None}
    assert {place: firing.causes(place) for place in firing} == holding
    assert list(firing) == sorted(holding)


@settings(max_examples=times(400))
@given(CONDITIONS, VIEWS)
def test_truth_of_one_condition_is_what_the_plainest_walk_finds(condition, view):
    assert truth(condition, view) is walked(condition, view)


def test_what_has_no_condition_always_holds_and_for_no_reason():
    firing = Ruleset([None, YES, None]).firing(a_view({}))
    assert [(place, firing.causes(place)) for place in firing] == [(0, ()), (2, ())]


@given(st.lists(CONDITIONS, max_size=4), VIEWS, VIEWS)
def test_a_view_leaves_nothing_behind_for_the_next(conditions, first, second):
    ruleset = Ruleset(conditions)
    ruleset.firing(first)
    again, anew = ruleset.firing(second), Ruleset(conditions).firing(second)
    assert [(p, again.causes(p)) for p in again] == [(p, anew.causes(p)) for p in anew]
