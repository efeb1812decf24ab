"""Questions and flags that say what another says, or that another always hides."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, TypeVar

from pnet_prep.content.report import problem_at
from pnet_prep.engine.pairing import DECIDING
from pnet_prep.engine.reach import TooManyWaysError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pnet_prep.content.index import Index
    from pnet_prep.content.problem import Problem
    from pnet_prep.engine.prover import Prover
    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.content import Content
    from pnet_prep.model.rules import PairingRule

T = TypeVar("T")


def check_repeats(content: Content, index: Index, prover: Prover) -> Iterator[Problem]:
    """Warnings about doctor questions and red flags that add nothing to another."""
    places = {rule.id: place for place, rule in enumerate(content.rules)}
    for same in _alike(content.rules, lambda rule: _bare(rule.ask)):
        for rule in same[1:]:
            text = f'"{same[0].id}" asks the same: keep one of them'
            yield _warning(index, "rule", rule.id, "duplicate", text)
    for fold in _alike(content.rules, lambda rule: rule.fold):
        for rule in fold:
            if before := _hider(rule, fold, places, prover):
                text = f'"{before.id}" has the same fold and always comes before: nobody sees this'
                yield _warning(index, "rule", rule.id, "subsumed", text)
    for flags in _alike(content.red_flags, lambda flag: f"{flag.level.value} {_bare(flag.do)}"):
        for one, other in permutations(flags, 2):
            if _certain(prover, one.when, other.when):
                text = f'"{other.id}" says the same whenever this holds: join them'
                yield _warning(index, "red_flag", one.id, "subsumed", text)


def _alike(them: Iterable[T], key: Callable[[T], str]) -> list[list[T]]:
    groups: dict[str, list[T]] = {}
    for one in them:
        groups.setdefault(key(one), []).append(one)
    return [group for name, group in groups.items() if name and len(group) > 1]


def _hider(
    rule: PairingRule, fold: list[PairingRule], places: dict[str, int], prover: Prover
) -> PairingRule | None:
    return next(
        (
            other
            for other in fold
            if _ranks_before(other, rule, places) and _implied(prover, rule, other)
        ),
        None,
    )


def _ranks_before(first: PairingRule, second: PairingRule, places: dict[str, int]) -> bool:
    """Whether the first stands before the second in every list that holds both."""
    return (
        set(first.flags) >= set(second.flags)
        and (DECIDING in first.stages or DECIDING not in second.stages)
        and set(first.stages) >= set(second.stages)
        and set(first.clinicians) >= set(second.clinicians)
        and (first.priority, places[first.id]) < (second.priority, places[second.id])
    )


def _implied(prover: Prover, one: PairingRule, other: PairingRule) -> bool:
    if other.when is None:
        return True
    return one.when is not None and _certain(prover, one.when, other.when)


def _certain(prover: Prover, one: Condition, other: Condition) -> bool:
    try:
        return prover.implies(one, other)
    except TooManyWaysError:
        return False


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


def _warning(index: Index, kind: str, name: str, code: str, text: str) -> Problem:
    file, node = index.ids[kind][name]
    return problem_at(file, node, code, text, warning=True)
