"""The checklist on the screen: lines as wide as the window, and entries that stay together."""

from datetime import date

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.render.rendering import RenderOptions
from pnet_prep.render.screen import WIDTH, render
from tests.unit.made import told
from tests.unit.two_visits import shipped

SAID = told({"life.else": "I live alone.\n\nI cannot walk far.", "symptom.whole": ("cramps",)})
CHECKLIST = compose(look(shipped(), SAID, date(2026, 11, 23)))


@pytest.mark.parametrize("width", [20, 39, WIDTH])
def test_no_line_is_wider_than_the_window_unless_it_is_one_word(width: int) -> None:
    lines = render(CHECKLIST, RenderOptions(), width).data.decode().splitlines()
    assert all(len(line) <= width for line in lines if " " in line.strip(" -"))


def test_all_lines_of_an_entry_stand_below_its_beginning() -> None:
    text = render(CHECKLIST, RenderOptions()).data.decode()
    assert "- What else to know: I live alone.\n\n  I cannot walk far.\n" in text
