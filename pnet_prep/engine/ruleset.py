"""Many conditions at once, in packs of any size: which of them hold in a view, and why.

What a condition means is said in ``conditions``. Here each distinct leaf is looked at once a view,
and a condition only if a leaf that it cannot do without went its way. Every "not" is moved down to
the leaves first: of Kleene's three values, "holds" then needs no more than the set of leaves known
to be true and of those known to be false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pnet_prep.engine.conditions import ANSWERED, causes, truth
from pnet_prep.model.conditions import All, Count, Leaf, Not, Some, Within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pnet_prep.engine.conditions import Cause
    from pnet_prep.engine.views import View
    from pnet_prep.model.conditions import Condition

    Literal = int
    Node = tuple[int, tuple["Part", ...], frozenset[Literal], tuple["Node", ...], bool]
    Part = Literal | Node
    Found = tuple[bool, tuple[Cause, ...]]

# A literal ``n`` says that leaf ``n`` is true, ``-n`` that it is false.
# A node is (how many of its parts have to hold, the parts, those of them that are literals, those
# that are nodes, whether it stands under a "not"). Plain tuples: there are thousands.
# What is found behind a part is (whether there is nothing in it to say aloud, its causes).

ALWAYS = 0
"""The literal of what holds for everybody."""

NOTHING: Found = (True, ())


class Ruleset:
    """Conditions made ready for view after view. Each is known by its place among those given."""

    def __init__(self, conditions: Iterable[Condition | None]) -> None:
        self._leaves: list[Leaf | Within | Some] = []
        self._numbers: dict[Leaf | Within, int] = {}
        # By the identity of what a pack says once; what is held here keeps it from being reused.
        self._parts: dict[int, tuple[Condition, Part]] = {}
        self._by_item: dict[str, list[int]] = {}
        self._anyway: list[int] = []
        self._roots = [ALWAYS if one is None else self._part(one) for one in conditions]
        self._guarded: dict[Literal, list[int]] = {}
        for place, root in enumerate(self._roots):
            for literal in _guard(root):
                self._guarded.setdefault(literal, []).append(place)

    def firing(self, view: View) -> Firing:
        """What holds in a view; what is unknown there does not."""
        known = {ALWAYS}
        for number in self._answered(view):
            verdict = truth(self._leaves[number - 1], view)
            if verdict is not None:
                known.add(number if verdict else -number)
        near = {place for literal in known for place in self._guarded.get(literal, ())}
        roots = {place: self._roots[place] for place in sorted(near)}
        holding = {place: root for place, root in roots.items() if _holds(root, known)}
        return Firing(holding, known, self._leaves, view)

    def _answered(self, view: View) -> Iterator[int]:
        """The leaves that may be known: those whose item has an answer, and those without one."""
        yield from self._anyway
        for item, entry in view.answers:
            if not entry:
                yield from self._by_item.get(item, ())

    def _part(self, one: Condition) -> Part:
        """A condition under no "not"; one that stands in several is made ready once."""
        known = self._parts.get(id(one))
        if known is None:
            known = self._parts[id(one)] = one, self._made(one)
        return known[1]

    def _made(self, one: Condition, denials: int = 0) -> Part:
        """A condition under so many "not"; an odd number of them turns it into its opposite."""
        opposite = denials % 2
        if isinstance(one, (Leaf, Within, Some)):
            number = self._number(one)
            if opposite or not denials:
                return -number if opposite else number
            return _node(1, [number], denials)  # what is denied twice holds, and is no reason
        if isinstance(one, Not):
            return self._made(one.part, denials + 1)
        parts = [self._made(part, denials) if denials else self._part(part) for part in one.parts]
        need = len(parts) if isinstance(one, All) else 1
        if isinstance(one, Count):
            need = one.at_least
        return _node(len(parts) - need + 1 if opposite else need, parts, denials)

    def _number(self, leaf: Leaf | Within | Some) -> int:
        """The number of a leaf; equal ones share it, but two ``Some`` are equal only as tuples."""
        number = None if isinstance(leaf, Some) else self._numbers.get(leaf)
        if number is None:
            self._leaves.append(leaf)
            number = len(self._leaves)
            if isinstance(leaf, Some):
                self._anyway.append(number)
                return number
            self._numbers[leaf] = number
            anyway = isinstance(leaf, Leaf) and leaf.operator is ANSWERED
            (self._anyway if anyway else self._by_item.setdefault(leaf.item, [])).append(number)
        return number


class Firing:
    """The conditions that hold in one view, by their places, in order, and what is behind them."""

    def __init__(
        self,
        roots: dict[int, Part],
        known: set[Literal],
        leaves: list[Leaf | Within | Some],
        view: View,
    ) -> None:
        self._roots = roots
        self._known = known
        self._leaves = leaves
        self._view = view
        self._said: dict[Literal, Found] = {}  # of the leaves that were asked about

    def __iter__(self) -> Iterator[int]:
        return iter(self._roots)

    def causes(self, place: int) -> tuple[Cause, ...]:
        """What ``conditions.causes`` says of the condition at this place."""
        found = self._found(self._roots[place])
        return found[1] if found else ()

    def _found(self, part: Part) -> Found | None:
        """The smallest set of causes behind a part, ``None`` where it does not hold."""
        return self._behind_node(part) if isinstance(part, tuple) else self._behind_leaf(part)

    def _behind_leaf(self, literal: Literal) -> Found | None:
        if literal not in self._known:
            return None
        if literal <= ALWAYS:
            return NOTHING
        if literal not in self._said:
            behind = causes(self._leaves[literal - 1], self._view)
            self._said[literal] = (not any(cause.spoken for cause in behind), behind)
        return self._said[literal]

    def _behind_node(self, node: Node) -> Found | None:
        need, parts, literals, _, denied = node
        if denied:
            return NOTHING if _holds(node, self._known) else None
        every = need == len(parts)
        if every and not literals <= self._known:
            return None
        sets = []
        for part in parts:
            found = self._found(part)
            if found is None:
                if every:
                    return None
            elif need == 1 and not found[0] and len(found[1]) == 1:
                return found  # nothing that comes after it can be smaller
            else:
                sets.append(found)
        return _joined(sets, need)


def _joined(sets: list[Found], need: int) -> Found | None:
    """The smallest sets taken together, in file order; ties go by it too."""
    if len(sets) < need:
        return None
    if len(sets) > need:
        by_size = sorted(range(len(sets)), key=lambda one: (sets[one][0], len(sets[one][1])))
        sets = [sets[one] for one in sorted(by_size[:need])]
    silent = all(one[0] for one in sets)
    return silent, tuple([cause for one in sets for cause in one[1]])


def _node(need: int, parts: list[Part], denials: int) -> Node:
    literals: list[Literal] = []
    nodes: list[Node] = []
    for part in parts:
        if isinstance(part, int):
            literals.append(part)
        else:
            nodes.append(part)
    return need, tuple(parts), frozenset(literals), tuple(nodes), denials > 0


def _holds(part: Part, known: set[Literal]) -> bool:
    if isinstance(part, int):
        return part in known
    need, parts, literals, nodes, _ = part
    one_is_enough = need == 1
    if one_is_enough:
        if not literals.isdisjoint(known):
            return True
    elif need == len(parts):
        if not literals <= known:
            return False
    else:
        return sum(_holds(one, known) for one in parts) >= need
    for node in nodes:
        if _holds(node, known) is one_is_enough:
            return one_is_enough
    return not one_is_enough


def _guard(part: Part) -> list[Literal]:
    """Literals of which one at least is known wherever the part holds: the fewest there are.

    Where ``need`` of ``n`` parts hold, so does one of any ``n - need + 1`` of them.
    """
    if isinstance(part, int):
        return [part]
    need, parts, literals, _, _ = part
    if need < 1:
        return [ALWAYS]
    if literals and need == len(parts):
        return [next(iter(literals))]
    if need == 1 and len(literals) == len(parts):
        return list(literals)
    fewest = sorted(map(_guard, parts), key=len)[: max(0, len(parts) - need + 1)]
    return [literal for guard in fewest for literal in guard]
