"""Two short parts that follow one another stand side by side, and nothing of them is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.model.checklist import Fact, Facts, Heading, Lines, Paragraph
from pnet_prep.render.beside import beside
from pnet_prep.render.document import document
from pnet_prep.render.rendering import RenderOptions
from tests.longer import times
from tests.unit.checklists import visit

NORMAL, LARGE = RenderOptions(), RenderOptions(print="large")
SHORT = Facts("", (Fact("Began", ("in May",)), Fact("Worst", ("6 of 10",))))
SOME = Facts("", tuple(Fact(f"Fact {n}", ("yes",)) for n in range(10)))
TALL = Facts("", tuple(Fact(f"Fact {n}", ("yes",)) for n in range(20)))
NAMED = Facts("Cramps", SHORT.facts)
SAID = Paragraph("Tell them.")
WIDE = Facts("", (Fact("Story", ("It began in May. " * 40,)),))


def set_on_paper(*parts: list[Any], options: RenderOptions = NORMAL) -> list[dict[str, Any]]:
    blocks = (one for n, part in enumerate(parts) for one in (Heading(1, f"Part {n}"), *part))
    return list(document(visit()._replace(blocks=tuple(blocks)), options)["blocks"])


def one_by_one(blocks: list[dict[str, Any]]) -> Iterator[object]:
    """The blocks in reading order, with their facts in one row."""
    for block in blocks:
        if block["kind"] == "beside":
            for column in block["columns"]:
                yield from one_by_one(column)
        elif block["kind"] == "facts":
            yield [fact for run in block["runs"] for half in run for fact in half]
        else:
            yield block.get("text")


@pytest.mark.parametrize(
    ("parts", "kinds"),
    [
        ([[SHORT], [SHORT]], ["beside"]),
        ([[SHORT], [SHORT], [SHORT]], ["beside", "heading", "facts"]),
        (
            [[SHORT], [SAID], [SHORT]],
            ["heading", "facts", "heading", "paragraph", "heading", "facts"],
        ),
        ([[SHORT], [SHORT, SAID]], ["heading", "facts", "heading", "facts", "paragraph"]),
        ([[TALL], [SHORT]], ["heading", "facts"] * 2),
        ([[SOME], [SHORT]], ["heading", "facts"] * 2),
        ([[SOME], [SOME]], ["beside"]),
        ([[WIDE], [SHORT]], ["heading", "facts"] * 2),
        ([[SHORT], [NAMED]], ["heading", "facts"] * 2),
        ([[Lines(2)], [SHORT], [SHORT]], ["heading", "lines", "beside"]),
        ([[SHORT]], ["heading", "facts"]),
        ([], []),
    ],
)
def test_only_short_parts_of_nothing_but_facts_stand_side_by_side_where_it_saves_room(parts, kinds):
    assert [block["kind"] for block in set_on_paper(*parts)] == kinds


@settings(max_examples=times(100))
@given(st.lists(st.lists(st.sampled_from([SHORT, TALL, SAID, WIDE]), max_size=3), max_size=8))
def test_every_word_stands_once_and_in_order(parts):
    in_halves, in_one_column = set_on_paper(*parts), set_on_paper(*parts, options=LARGE)
    assert [*one_by_one(in_halves)] == [*one_by_one(in_one_column)]


def test_in_large_print_each_part_has_the_page_to_itself():
    kinds = [block["kind"] for block in set_on_paper([SHORT], [SHORT], options=LARGE)]
    assert kinds == ["heading", "facts"] * 2


def test_what_stands_before_the_first_part_stays_there():
    first = {"kind": "paragraph", "text": "x"}
    assert beside([first]) == [first]
