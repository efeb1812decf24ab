"""Every answer that makes a difference, as bits: the finite domains on which conditions are proved.

Text, numbers and dates have endlessly many values, but a condition tells only a few of them apart;
one value stands for all that no condition can tell from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pnet_prep.engine.cells import date_cells, integer_cells, quantity_cells
from pnet_prep.model.conditions import Leaf, Operator, Within
from pnet_prep.model.questionnaire import Item, ItemType, OptionsFrom
from pnet_prep.model.values import ListMark, NonAnswer, OwnWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from pnet_prep.model.content import Content
    from pnet_prep.model.values import Value

UNANSWERED = 1
"""The bit of "no answer", the same in every domain."""

WORDS = "some words"
NO_NAME = "xqzv"
"""What stands for any text, and for a name that is in no list."""

_NOT_SAID: tuple[Value | None, ...] = (None, *NonAnswer)


@dataclass(frozen=True, slots=True)
class Domain:
    """The answers of one item. ``values`` has one a bit, beginning with none at all.

    Where several options can be ticked, or several kinds named, the bit ``many`` stands for
    all such answers; ``tokens`` are what they are made of, each with the bits it sets; ``alone``
    are the bits of options that exclude all others. ``named`` tells kinds from options; ``all``
    is every bit of ``values``, and ``real`` those that say something.
    """

    values: tuple[Value | None, ...]
    many: int = 0
    tokens: tuple[tuple[str, int], ...] = ()
    alone: int = 0
    named: bool = False
    all: int = field(init=False)
    real: int = field(init=False)

    def __post_init__(self) -> None:
        unreal = sum(
            1 << n for n, one in enumerate(self.values) if isinstance(one, NonAnswer | None)
        )
        object.__setattr__(self, "all", (1 << len(self.values)) - 1)
        object.__setattr__(self, "real", self.all & ~unreal)

    def fits(self, hits: tuple[int, ...], out: int) -> bool:
        """Whether an answer has one option of each of ``hits`` and none of ``out``."""
        if not out and len(hits) == 1:
            return True  # Every bit is that of some option.
        return self.made(hits, out) is not None

    def made(self, hits: tuple[int, ...], out: int) -> Value | None:
        """Such an answer, or ``None`` if there is none."""
        free = [(name, bits) for name, bits in self.tokens if not bits & (out | self.alone)]
        found = [next((name for name, bits in free if bits & hit), "") for hit in hits]
        if free and "" not in found:
            chosen = set(found) or {free[0][0]}
            ordered = tuple(name for name, _ in free if name in chosen)
            return " and ".join(ordered) if self.named else ordered
        for name, bits in self.tokens:
            if bits & self.alone and not bits & out and all(bits & hit for hit in hits):
                return (name,)
        return None

    def value(self, allowed: int, hits: tuple[int, ...], out: int) -> Value | None:
        """One answer within limits that are known to leave one: a real one if that is possible."""
        if allowed & self.many:
            return self.made(hits, out)
        fitting = allowed & self.real or allowed
        return self.values[(fitting & -fitting).bit_length() - 1]


class Domains:
    """The domains of all items, as far as ``leaves``, all that the pack has, tell answers apart.

    ``classes`` gives the kinds of medicine or sign in what was typed at an item, ``None`` when it
    knows none of it.
    """

    def __init__(
        self,
        content: Content,
        leaves: Iterable[Leaf | Within],
        today: date,
        classes: Callable[[str, str], frozenset[str] | None],
    ) -> None:
        self._content = content
        self._today = today
        self._classes = classes
        self._bounds: dict[str, set[tuple[str, str]]] = {}
        self._months: dict[str, set[int]] = {}
        self._domains: dict[str, Domain] = {}
        self._class_bits = {
            kind: {one.id: 1 << n for n, one in enumerate(words.classes)}
            for kind, words in content.word_lists.items()
        }
        for leaf in leaves:
            if isinstance(leaf, Within):
                self._months.setdefault(leaf.item, set()).add(leaf.months)
            elif leaf.operator in {Operator.AT_LEAST, Operator.AT_MOST}:
                self._bounds.setdefault(leaf.item, set()).add((leaf.values[0], leaf.unit))

    def of(self, link_id: str) -> Domain:
        """The domain of one item."""
        if link_id not in self._domains:
            self._domains[link_id] = self._domain(self._content.questionnaire.by_id[link_id])
        return self._domains[link_id]

    def bits(self, link_id: str, options: tuple[str, ...]) -> int:
        """The bits of some options, or kinds named, of an item of which many can be had."""
        domain = self.of(link_id)
        kind = self._content.questionnaire.by_id[link_id].recognise
        known = self._class_bits[kind] if domain.named else dict(domain.tokens)
        return sum(known[name] for name in set(options))

    def _domain(self, item: Item) -> Domain:
        match item.type:
            case ItemType.GROUP:
                return Domain((*_NOT_SAID, ListMark.COMPLETE) if item.repeats else (None,))
            case ItemType.DISPLAY:
                return Domain((None,))
            case ItemType.CHOICES:
                return self._choices(item)
            case _ if item.recognise in self._class_bits:
                return self._names(item)
            case _:
                return Domain((*_NOT_SAID, *self._values(item)))

    def _values(self, item: Item) -> Iterable[Value]:
        options = tuple(option.id for option in item.options)
        bounds = self._bounds.get(item.link_id, set())
        match item.type:
            case ItemType.YES_NO_UNSURE:
                return ("yes", "no")
            case ItemType.CHOICE if item.options_from is OptionsFrom.PLACES:
                return tuple(place.id for place in self._content.places)
            case ItemType.CHOICE:
                return options
            case ItemType.OPEN_CHOICE:
                return (*options, OwnWords(WORDS))
            case ItemType.SCALE_0_10:
                return range(11)
            case ItemType.INTEGER:
                return integer_cells(number for number, _ in bounds)
            case ItemType.QUANTITY:
                return quantity_cells(bounds)
            case ItemType.DATE:
                return date_cells(self._months.get(item.link_id, ()), self._today)
            case _:
                return (WORDS,)

    def _choices(self, item: Item) -> Domain:
        options = tuple(option.id for option in item.options)
        if item.options_from is OptionsFrom.SUGGESTIONS:
            options = tuple(rule.id for rule in self._content.rules)
        if item.options_from is OptionsFrom.EARLIER:
            options = item.about
        tokens = tuple((option, 1 << place) for place, option in enumerate(options))
        alone = sum(bits for option, bits in tokens if option in item.exclusive)
        return Domain((*_NOT_SAID, options[:1]), 1 << len(_NOT_SAID), tokens, alone)

    def _names(self, item: Item) -> Domain:
        tokens: dict[int, str] = {}
        bits = self._class_bits[item.recognise]
        for one in self._content.word_lists[item.recognise].classes:
            for name in one.names:
                known = self._classes(item.link_id, name) or frozenset()
                tokens.setdefault(sum(bits[each] for each in known), name)
        sample = next(iter(tokens.values()), NO_NAME)
        made = tuple((name, bits) for bits, name in tokens.items())
        return Domain((*_NOT_SAID, sample, NO_NAME), 1 << len(_NOT_SAID), made, named=True)
