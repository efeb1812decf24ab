"""When facts about several things stand side by side as a table."""

import pytest

from pnet_prep.model.checklist import Block, Fact, Facts, Heading
from pnet_prep.render.tables import Table, symptom_table, tabulated
from tests.unit.visit_sample import SHEET


def medicine(name: str, **said: str) -> Facts:
    return Facts(name, tuple(Fact(label, (value,)) for label, value in said.items()))


IRON = medicine("iron", dose="40 mg", often="daily")
ZINC = medicine("zinc", dose="5 mg", reason="skin")


def test_alike_facts_become_rows_under_all_their_labels():
    assert list(tabulated((IRON, ZINC))) == [
        Table(
            ("dose", "often", "reason"),
            (("iron", "40 mg", "daily", ""), ("zinc", "5 mg", "", "skin")),
        )
    ]


@pytest.mark.parametrize(
    "alone",
    [
        Facts("pain", (Fact("worst", ("Ana: 4", "Luis: 7")),)),
        medicine("pain", worst="x" * 61),
        medicine("x" * 61, worst="4"),
        medicine("pain", a="1", b="2", c="3", d="4", e="5"),
        Facts("pain", (Fact("worst", ("4",)), Fact("worst", ("7",)))),
        medicine("", worst="4"),
        Facts("pain", ()),
    ],
    ids=["two views", "long value", "long name", "many", "one label twice", "no name", "nothing"],
)
def test_facts_that_no_table_can_hold_stay_facts(alone):
    assert list(tabulated((IRON, alone, ZINC))) == [IRON, alone, ZINC]


def test_other_blocks_end_a_table():
    blocks: tuple[Block, ...] = (IRON, ZINC, Heading(1, "Family"), IRON, ZINC)
    kinds = [type(block) for block in tabulated(blocks)]
    assert kinds == [Table, Heading, Table]


def test_a_table_has_four_columns_at_most():
    other = medicine("salt", c="1", d="2")
    assert next(tabulated((IRON, other, other))) == Table(
        ("dose", "often", "c", "d"),
        (("iron", "40 mg", "daily", "", ""), *[("salt", "", "", "1", "2")] * 2),
    )
    wide = medicine("salt", c="1", d="2", e="3")
    assert [type(block) for block in tabulated((IRON, ZINC, wide, wide))] == [Table, Table]


def test_the_table_of_page_one_leaves_out_what_is_said_of_no_symptom():
    rows = tuple(row._replace(cells=(" ", *row.cells[1:])) for row in SHEET.symptoms)
    table = symptom_table(SHEET._replace(symptoms=rows))
    assert table.columns == (SHEET.columns[0], *SHEET.columns[2:])
    assert table.rows[0] == (rows[0].name, *rows[0].cells[1:])
    assert symptom_table(SHEET).columns == SHEET.columns
