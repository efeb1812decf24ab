"""Several medicines in one text: where each begins and ends, with every word as it was written."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.dose_hints import hints
from pnet_prep.engine.pasted_list import Row, row, rows_in, says_how_often


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("aspirin", [("aspirin", "")]),
        ("omeprazole\nmetformin", [("omeprazole", ""), ("metformin", "")]),
        ("- omeprazole\n* 5-HTP\n• iron", [("omeprazole", ""), ("5-HTP", ""), ("iron", "")]),
        ("1. zinc\n2) iron\n(3) B12", [("zinc", ""), ("iron", ""), ("B12", "")]),
        ("zinc; iron;", [("zinc", ""), ("iron", "")]),
        ("Rx 0012345-9 Metformin 500 mg", [("Metformin", "500 mg")]),
        ("RX# 1234567: Zinc\n2. Prescription No. 12345 iron", [("Zinc", ""), ("iron", "")]),
        ("Rx 500 mg zinc", [("Rx", "500 mg zinc")]),
        ("Rx 50000 units vitamin D", [("Rx", "50000 units vitamin D")]),
        ("Rx 0012345-9", [("Rx 0012345-9", "")]),
        ("zinc, iron, St. John's wort", [("zinc", ""), ("iron", ""), ("St. John's wort", "")]),
        ("zinc\n\n-----\niron", [("zinc", ""), ("iron", "")]),
        ("omeprazole 40 mg, twice a day", [("omeprazole", "40 mg, twice a day")]),
        ("zinc 5 mg; twice a day; iron", [("zinc", "5 mg; twice a day"), ("iron", "")]),
        ("zinc\n  10 mg at night\niron", [("zinc", "10 mg at night"), ("iron", "")]),
        ("zinc, one a day, iron", [("zinc", "one a day"), ("iron", "")]),
        ("zinc 1,5 mg\niron 2,5 mg", [("zinc", "1,5 mg"), ("iron", "2,5 mg")]),
        (
            "Creon 25,000 units\nzinc, with meals",
            [("Creon", "25,000 units"), ("zinc", "with meals")],
        ),
        ("vitamin D3 1000 IU", [("vitamin D3", "1000 IU")]),
        ("2 caps with meals, 1 with snacks", [("2 caps with meals", "1 with snacks")]),
    ],
)
def test_each_entry_is_found(text, rows):
    found = rows_in(text)
    assert [tuple(one) for one in found] == rows


@pytest.mark.parametrize(
    "line", ["half a tablet of zinc", "zinc 80/400", "Creon 25000", "vitamin B12", "mg 5 mg, iron"]
)
def test_what_is_not_sure_is_not_taken_apart(line):
    whole = row(line)
    assert whole.words == line
    assert whole.rest == "" or line.startswith("mg")


@given(
    st.lists(st.sampled_from(["zinc", "40 mg", ",", ";", "\n", "- ", "twice", "5-HTP", "é", "."]))
)
def test_no_word_is_lost_or_added(parts):
    text = " ".join(parts)
    found = rows_in(text)
    words = re.findall(r"[^\W_]+", text)
    assert re.findall(r"[^\W_]+", " ".join(one.words for one in found)) == words
    assert all(one.name for one in found)


@given(st.text())
def test_any_text_is_taken_as_rows_without_losing_a_letter(text):
    found = rows_in(text)
    said = "".join(one.words for one in found)
    assert [char for char in said if char.isalpha()] == [char for char in text if char.isalpha()]
    assert all(isinstance(hints(one.words), tuple) for one in found)


@pytest.mark.parametrize("part", ["1, ", "- ", "a 1", "mg ", "\n", " 1.", "1.0 u;"])
def test_long_pastes_are_read_at_once(part):
    begun = time.process_time()
    for one in rows_in(part * 20_000)[:5]:
        hints(one.words)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("dose", "found"),
    [
        ("10 U at night", ["units"]),
        ("1000 IU", ["units"]),
        ("75 µg", ["micro"]),
        ("75 μg", ["micro"]),
        ("1.0 mg", ["zero"]),
        ("10.05 mg", []),
        ("40, in the morning", ["number"]),
        ("40 mg", []),
        ("half a tablet", []),
        ("2 times a day", []),
        ("every 28 days", []),
        ("10 units", []),
        ("vitamin B12", []),
        ("you and us", []),
    ],
)
def test_hints_on_how_a_dose_is_written(dose, found):
    assert [one.removeprefix("dose.hint.") for one in hints(dose)] == found


def test_a_row_says_all_its_words():
    assert Row("zinc", "5 mg").words == "zinc 5 mg"


@pytest.mark.parametrize(
    ("dose", "whole"),
    [
        ("40 mg twice a day", True),
        ("500 mg in the evening", True),
        ("5 mg, at night", True),
        ("2 caps with meals", True),
        ("one a day", True),
        ("20 mg", False),
        ("40 mg tablets", False),
        ("1000 IU", False),
        ("", False),
    ],
)
def test_amount_alone_does_not_say_how_often(dose, whole):
    assert says_how_often(dose) is whole
