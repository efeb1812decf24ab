"""What covers each point, what each answer can lead to, and what rests on each source."""

import pytest

from pnet_prep.content.check import check_files
from pnet_prep.content.coverage import coverage
from pnet_prep.content.inventory import Point, read_inventory
from pnet_prep.engine.uses import uses_of
from tests.unit.checking import SIGNS, rules
from tests.unit.made import TODAY, content, pack

INVENTORY = """
# Remarks are left out.
## Signs
S1 a rash
S2 pain | fever

## Advice
Q1 what is it
"""
TOPIC = (
    SIGNS.replace("options: {x: X,", "options: {x: {text: X, covers: [S1]},")
    + """
  - {id: s.more, type: text, text: Anything?, when: {item: s.worst, at_least: 7}}
doctor_questions:
  - {id: r, ask: Is it?, why: So., topic: cause, priority: 1, covers: [Q1],
     when: {any: [{item: s.has, has: x}, {not: {item: s.worst, at_least: 4}}]}}
red_flags:
  - {id: rf, level: now, do: Call them., when: {item: s.told, is_not: a}}
"""
)


def page() -> list[str]:
    return list(coverage(content(TOPIC), read_inventory(INVENTORY)))


def test_an_inventory_is_read_by_groups() -> None:
    assert read_inventory(INVENTORY)[0] == Point("S1", "a rash", "Signs", 4)
    assert [(p.id, p.group) for p in read_inventory(INVENTORY)][1:] == [
        ("S2", "Signs"),
        ("Q1", "Advice"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "| S1 | a rash | `s.has: x` |  |  |  |  | `r` |",
        "| S2 | pain \\| fever | **nothing** |  |  |  |  |  |",
        "| Q1 | what is it |  | `r` |  |  |  |  |",
        "| `leaflet` | A leaflet |  | `r` | `rf` |  |  |  |",
    ],
)
def test_a_row_says_where_a_point_or_a_source_is(row: str) -> None:
    assert row in page()


@pytest.mark.parametrize(
    "line",
    [
        "- `x`: asks the doctor `r`",
        "- only on paper: `y`, `none`",
        "- less than 4: asks the doctor `r`",
        "- at least 7: opens `s.more`",
        "- `b`: warns `rf`",
        "- `a`: opens `s.has`",
    ],
)
def test_an_answer_says_what_it_can_lead_to(line: str) -> None:
    assert line in page()


def test_answers_that_nothing_looks_at_are_named_so() -> None:
    (line,) = [one for one in page() if one.startswith("Nothing looks")]
    assert "only stand on paper" in line
    assert "`s.low`, `s.born`" in line
    assert "`s.worst`" not in line


def test_a_group_stands_for_the_answers_that_open_it() -> None:
    topic = (
        SIGNS
        + """
  - id: s.group
    type: group
    text: More
    when: {item: s.told, is: b}
    items: [{id: s.group.one, type: text, text: What?}]
doctor_questions:
  - {id: r, ask: Is it?, why: So., topic: cause, priority: 1, when: {item: s.group, is: yes}}
"""
    )
    assert [use.id for use in uses_of(content(topic))["s.told"]["b"]] == ["r", "s.group"]


def test_points_that_nothing_covers_and_points_that_are_not_there_are_found() -> None:
    topic = rules("covers: [S1, S3], when: {item: s.has, has: x}}")
    files = pack(topic) | {"inventory.txt": INVENTORY.encode()}
    found = [
        (p.file, p.line, p.code, p.warning)
        for p in check_files(files, TODAY).problems
        if p.file in {"inventory.txt", "topic0.yaml"}
    ]
    (line,) = [number for number, text in enumerate(topic.splitlines(), 1) if "S3" in text]
    assert found == [
        ("inventory.txt", 5, "uncovered", True),
        ("inventory.txt", 8, "uncovered", True),
        ("topic0.yaml", line, "dead-id", False),
    ]
