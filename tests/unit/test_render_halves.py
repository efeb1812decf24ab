"""Short facts stand side by side, in order, and long ones over the whole page."""

import pytest

from pnet_prep.model.checklist import Fact, Facts, Heading
from pnet_prep.render.document import document
from pnet_prep.render.halves import halves, one_line
from pnet_prep.render.rendering import RenderOptions
from tests.unit.checklists import visit

PRINTS = (RenderOptions(), RenderOptions(print="large"))
SHORT = ("Began", ["in May"])
TALL = ("Began", ["in May, or it may have been in June after we came home from the lake"])
WORD = ("biopsy", ["a tiny piece of tissue is taken to look at"])
LONG = ("Story", ["It began in May. " * 20])
VIEWS = ("Worst", ["Zoë: 6 of 10", "Luis: 9 of 10", "together: 7 of 10", "Maria: 8 of 10"])


@pytest.mark.parametrize(
    ("facts", "columns"),
    [
        ([SHORT] * 4, [[2, 2]]),
        ([SHORT] * 5, [[3, 2]]),
        ([TALL, SHORT, SHORT], [[1, 2]]),
        ([SHORT], [[1]]),
        ([LONG, SHORT, SHORT, LONG], [[1], [1, 1], [1]]),
        ([SHORT, VIEWS, SHORT], [[1], [1], [1]]),
        ([SHORT] * 24, [[5, 5], [5, 5], [2, 2]]),
        ([WORD] * 11, [[11]]),
        ([], []),
    ],
)
def test_two_columns_are_made_where_they_save_many_lines_and_nothing_is_lost(facts, columns):
    made = halves(facts)
    assert [[len(column) for column in run] for run in made] == columns
    assert [fact for run in made for column in run for fact in column] == facts


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ([SHORT], ("pills", ["Began: in May"])),
        ([SHORT, SHORT], None),
        ([VIEWS], None),
        ([LONG], None),
        ([("Note", ["one\ntwo"])], None),
        ([], None),
    ],
)
def test_one_short_fact_about_a_thing_stands_on_the_line_of_its_name(facts, line):
    assert one_line("pills", facts) == line


def test_in_large_print_all_facts_stay_in_one_column():
    pain = Facts("Pain", (Fact("Began", ("in May",)), Fact("Worst", ("7",))))
    one = Facts("Rash", (Fact("Began", ("in May",)),))
    told = visit()._replace(blocks=(pain, Heading(1, "Skin"), one))
    normal, large = (document(told, how)["blocks"][::2] for how in PRINTS)
    assert [len(run) for block in normal for run in block["runs"]] == [2, 1]
    assert [len(run) for block in large for run in block["runs"]] == [1, 1]
    assert [block["title"] for block in normal + large] == ["Pain", "", "Pain", "Rash"]
