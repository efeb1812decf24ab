"""A misspelled key and an id that nothing has are told at once; no other id is called dead."""

import pytest

from pnet_prep.content.parse import parse
from tests.unit.made import pack

TOPIC = """
section: base
title: Base
place: 10
items:
  - {id: b.told, type: yes_no_unsure, text: Were you told?}
  - {id: b.next, type: text, text: What next?, when: {item: b.toldd, is: "yes"}}
doctor_questions:
  - {id: r, ask: Is it?, why: So., topic: cause, priority: 1, always: yes, sources: [leaflett]}
"""
KEY, ITEM, SOURCE = (6, "unknown-key"), (7, "dead-id"), (9, "dead-id")


def faults(*changes: tuple[str, str]) -> list[tuple[int, str]]:
    topic = TOPIC
    for old, new in changes:
        topic = topic.replace(old, new, 1)
    return [(one.line, one.code) for one in parse(pack(topic))[1]]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("{id: b.told,", "{id: b.told, hlep: More.,"), [KEY, ITEM, SOURCE]),
        (("text: Were", "txt: Were"), [KEY, (6, "missing-key"), ITEM, SOURCE]),
        (
            ("{id: b.told,", "{id: b.told, whne: {item: b.gone, is: b},"),
            [KEY, ITEM, SOURCE],
        ),
    ],
)
def test_both_are_told(change, found):
    assert sorted(faults(change)) == sorted(found)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("items:", "itmes:"), [(5, "unknown-key")]),
        (("{id: b.told,", "{idd: b.told,"), [(6, "missing-key"), KEY]),
        (("type: text", "type: txet"), [(7, "not-allowed")]),
        (("{item: b.toldd", "{itme: b.toldd"), [(7, "condition")]),
    ],
)
def test_ids_are_not_called_dead_where_what_defines_them_is_not_read(change, found):
    assert faults(change) == found
