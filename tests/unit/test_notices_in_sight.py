"""What is said before a question stays in sight beside a long list, as long as that has room."""

import pytest

from pnet_prep.model.interview import Ask, Choice, Notice, Screen
from tests.unit.drawn import frames
from tests.unit.keyboard import DOWN

NUMBERS = tuple(Choice(str(number), str(number)) for number in range(11))
OTHERS = (Notice("Luis (son) said: 9 of 10"), Notice("Zoë said: 6 of 10"))
HOW_BAD = Screen(
    Ask.ONE, "How bad is it at its worst?", heading="Low sugar", notices=OTHERS, choices=NUMBERS
)


@pytest.mark.parametrize("keys", [[], [DOWN], [DOWN] * 11])
@pytest.mark.parametrize("rows", [18, 20, 24])
def test_what_others_said_can_be_read_while_a_number_is_chosen(rows, keys):
    shown = "\n".join(frames(HOW_BAD, rows, 80, keys)[-1])
    for notice in OTHERS:
        assert notice.text in shown
    assert HOW_BAD.text in shown


def test_a_list_keeps_its_rows_on_a_small_terminal():
    shown = frames(HOW_BAD, 12, 80, [])[-1]
    assert sum(row.strip().isdigit() for row in shown) >= 5
    assert any(HOW_BAD.text in row for row in shown)
