"""Tables of plain data, as the content cache keeps them, to the model."""

from __future__ import annotations

from functools import partial
from itertools import starmap
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
from pnet_prep.model.content import Content
from pnet_prep.model.questionnaire import Item, Option, Questionnaire, Recognise, Section
from pnet_prep.model.rules import Provenance, WordClass, WordList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pnet_prep.content.tables import Kind

    Read = Callable[[Any], Any]
    Readers = dict[Kind, Read]


def from_tables(tables: Plain) -> Content:
    """The content that ``to_tables`` was given."""
    read: Readers = {TEXTS: tables[TEXTS].__getitem__}
    read[LISTS] = list(map(tuple, tables[LISTS])).__getitem__
    _read_conditions(tables, read)
    option = _several(_values(Option, tables[OPTIONS], read))
    read[CHOICES] = list(map(option, tables[CHOICES])).__getitem__
    read[PROVENANCES] = _values(Provenance, tables[PROVENANCES], read).__getitem__
    read[CLASSES] = _several(_values(WordClass, tables[CLASSES], read))
    _read_items(tables, read)
    recognised = map(Recognise, tables["recognised"])
    word_lists = _values(WordList, tables[WORD_LISTS], read)
    others: Plain = {
        name: tuple(_values(kind, tables[name], read)) for name, kind in ENTRIES.items()
    }
    return Content(
        questionnaire=Questionnaire(tuple(_values(Section, tables[SECTIONS], read))),
        word_lists=dict(zip(recognised, word_lists, strict=True)),
        unchecked=tuple(tables["unchecked"]),
        **{name: tables[name] for name in SAID},
        **others,
    )


def _read_conditions(tables: Plain, read: Readers) -> None:
    """Each table has parts in those before it; the first condition of all is none."""
    conditions = [None]
    read[CONDITIONS], read[PARTS] = conditions.__getitem__, _several(conditions)
    for name, table in tables[CONDITIONS]:
        conditions += _values(CONDITION_KINDS[name], table, read)


def _read_items(tables: Plain, read: Readers) -> None:
    """The items inside those of a table are in the tables before it."""
    items: list[Item] = []
    read[ITEMS] = _several(items)
    for table in tables[ITEMS]:
        items += _values(Item, table, read)


def _several(values: list[Any]) -> Read:
    at = values.__getitem__
    return lambda places: tuple(map(at, places))


def _values(kind: type, table: Plain, read: Readers) -> list[Any]:
    """All values of a table."""
    kinds = COLUMNS.get(kind, {})
    columns = [_cells(table[name], _reader(kinds.get(name), read)) for name in parts_of(kind)]
    rows = zip(*columns, strict=True)
    if issubclass(kind, tuple):
        # The maker of a named tuple is a call of Python for each value, that of tuples is none.
        return list(map(partial(tuple.__new__, kind), rows))
    return list(starmap(kind, rows))


def _reader(kind: Kind | None, read: Readers) -> Read | None:
    """How a cell of this kind is read; ``None`` for what is plain."""
    if kind is None or isinstance(kind, str):
        return read[kind] if kind else None
    if kind not in read:
        read[kind] = {member.value: member for member in kind}.__getitem__
    return read[kind]


def _cells(column: list[object] | Plain, read: Read | None) -> Iterable[Any]:
    """All cells of a column, read."""
    if isinstance(column, list):
        return map(read, column) if read else column
    usual, others = column["usual"], column["others"]
    cells = [read(usual) if read else usual] * column["rows"]
    for place, other in zip(column["places"], map(read, others) if read else others, strict=True):
        cells[place] = other
    return cells
