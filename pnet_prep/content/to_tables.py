"""The model as tables of plain data, for the content cache."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pnet_prep.content.tables import (
    CHOICES,
    CLASSES,
    COLUMNS,
    CONDITION_KINDS,
    CONDITIONS,
    ENTRIES,
    ITEMS,
    LISTS,
    OPTIONS,
    PARTS,
    PROVENANCES,
    SAID,
    SECTIONS,
    TEXTS,
    WORD_LISTS,
    Plain,
    parts_of,
)
from pnet_prep.model.conditions import All, AnyOf, Count, Not, Some
from pnet_prep.model.questionnaire import Item, Option, Section, walk
from pnet_prep.model.rules import Provenance, WordClass, WordList

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from pnet_prep.content.tables import Kind
    from pnet_prep.model.conditions import Condition
    from pnet_prep.model.content import Content


def to_tables(content: Content) -> Plain:
    """All of it, so that ``from_tables`` makes equal content again.

    Raises ``TypeError`` for a part that is not plain, and of which ``COLUMNS`` says nothing.
    """
    tables = _Tables()
    sections = content.questionnaire.sections
    items = [item for section in sections for item in walk(section.items)]
    conditions = tables.conditions(
        [*items, *content.rules, *content.red_flags, *content.preparation]
    )
    return {
        **{name: getattr(content, name) for name in SAID},
        "unchecked": content.unchecked,
        "recognised": [recognised.value for recognised in content.word_lists],
        CONDITIONS: conditions,
        ITEMS: tables.items(items),
        SECTIONS: tables.of(Section, sections),
        WORD_LISTS: tables.of(WordList, content.word_lists.values()),
        **{name: tables.of(kind, getattr(content, name)) for name, kind in ENTRIES.items()},
        **tables.shared(),
    }


class _Tables:
    """Makes tables, and holds the lists that these have places in."""

    def __init__(self) -> None:
        lists = (TEXTS, LISTS, OPTIONS, CHOICES, PROVENANCES, CONDITIONS, ITEMS, CLASSES)
        self._lists: dict[str, dict[Hashable, int]] = {name: {} for name in lists}

    def of(self, kind: type, values: Iterable[object]) -> Plain:
        """The table of some values of one class."""
        values, kinds = tuple(values), COLUMNS.get(kind, {})
        return {
            name: _column([self._cell(kinds.get(name), getattr(one, name)) for one in values])
            for name in parts_of(kind)
        }

    def conditions(self, holders: Iterable[Any]) -> list[tuple[str, Plain]]:
        """All conditions: those of one kind in a table, after those with their parts."""
        gates = [getattr(one, name, None) for one in holders for name in ("when", "quick_when")]
        found = {repr(part): part for gate in gates if gate for part in _parts_first(gate)}
        kinds = list(CONDITION_KINDS)

        def order(one: Condition) -> tuple[int, int]:
            return _depth(one), kinds.index(type(one).__name__)

        self._place(CONDITIONS, repr(None))
        made = []
        for (_, kind), group in groupby(sorted(found.values(), key=order), key=order):
            alike = list(group)
            for one in alike:
                self._place(CONDITIONS, repr(one))
            made.append((kinds[kind], self.of(CONDITION_KINDS[kinds[kind]], alike)))
        return made

    def items(self, items: Iterable[Item]) -> list[Plain]:
        """Tables of items, after those with the items inside them."""
        made = []
        for _, group in groupby(sorted(items, key=_height), key=_height):
            alike = list(group)
            for one in alike:
                self._place(ITEMS, one)
            made.append(self.of(Item, alike))
        return made

    def shared(self) -> Plain:
        """The lists that the tables made so far have places in."""
        made: Plain = {CLASSES: self.of(WordClass, self._lists[CLASSES])}
        made[PROVENANCES] = self.of(Provenance, self._lists[PROVENANCES])
        made[OPTIONS] = self.of(Option, self._lists[OPTIONS])
        return made | {name: list(self._lists[name]) for name in (CHOICES, TEXTS, LISTS)}

    def _cell(self, kind: Kind | None, value: Any) -> object:  # noqa: ANN401 - a part of any class
        if kind == CONDITIONS:
            return self._lists[CONDITIONS][repr(value)]
        if kind == PARTS:
            return [self._lists[CONDITIONS][repr(one)] for one in value]
        if kind == ITEMS:
            return [self._lists[ITEMS][one] for one in value]
        if kind == CLASSES:
            return [self._place(CLASSES, one) for one in value]
        if kind == CHOICES:
            return self._place(kind, tuple([self._place(OPTIONS, one) for one in value]))
        if isinstance(kind, str):
            return self._place(kind, value)
        if kind is not None:
            return kind(value).value
        if isinstance(value, str | int):
            return value
        message = f"content/tables.py does not say how to keep {value!r}"
        raise TypeError(message)

    def _place(self, name: str, one: Hashable) -> int:
        """The place of an equal one in a list; the next place for what was not there."""
        known = self._lists[name]
        return known.setdefault(one, len(known))


def _column(cells: list[object]) -> object:
    """All cells in order; where most are the same, that one, and the places of the others."""
    keys = list(map(repr, cells))
    usual, times = Counter(keys).most_common(1)[0] if cells else ("", 0)
    if times <= len(cells) // 2:
        return cells
    places = [place for place, key in enumerate(keys) if key != usual]
    others = [cells[place] for place in places]
    usual_cell = cells[keys.index(usual)]
    return {"rows": len(cells), "usual": usual_cell, "places": places, "others": others}


def _parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case All(parts) | AnyOf(parts) | Count(_, parts):
            return parts
        case Not(part) | Some(_, part):
            return (part,)
        case _:
            return ()


def _parts_first(condition: Condition) -> Iterator[Condition]:
    for part in _parts(condition):
        yield from _parts_first(part)
    yield condition


def _depth(condition: Condition) -> int:
    return max((1 + _depth(part) for part in _parts(condition)), default=0)


def _height(item: Item) -> int:
    return max((1 + _height(one) for one in item.items), default=0)
