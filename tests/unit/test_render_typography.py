"""Small repairs before a text is set: what they change, and that the words stay the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.text import show
from pnet_prep.render.typography import clusters, set_line, set_passage, set_table
from tests.unit.browsed import unmarked

BOND, BREAK = "\u00a0", "\u200b"
ENDLESS = st.text(st.sampled_from("aBc\u0301\u200d🙂\u1f3fd\ufe0fक\u094d张 -/"), max_size=90)


def words(text: str) -> str:
    """The text without what typography adds."""
    return " ".join(unmarked(text.replace(BREAK, "")).split())


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("omeprazole 40 mg, 75 µg", f"omeprazole 40{BOND}mg, 75{BOND}µg"),
        ("1.5 mL at 38 °C, 5 % of 2 L", f"1.5{BOND}mL at 38{BOND}°C, 5{BOND}% of 2{BOND}L"),
        ("120 ng/mL, 10 units, 7.4 GBq", f"120{BOND}ng/mL, 10{BOND}units, 7.4{BOND}GBq"),
        ("35 pmol/L, 120 mmHg, 3 inch", f"35{BOND}pmol/L, 120{BOND}mmHg, 3{BOND}inch"),
        ("2 months, 3 good days, 4 more", "2 months, 3 good days, 4 more"),
        ("40  mg\nagain", f"40{BOND}mg again"),
    ],
)
def test_number_and_unit_stay_together(text, made):
    assert set_line(text) == made


def test_the_dot_between_two_things_never_begins_a_line():
    assert set_line("zinc · iron") == f"zinc{BOND}· iron"


def test_words_of_over_22_letters_may_break():
    assert set_line("x" * 22) == "x" * 22
    assert set_line("x" * 23) == BREAK.join(["x" * 8, "x" * 8, "x" * 7])


def test_a_web_address_breaks_at_its_slashes():
    address = "https://www.example.org/some/longer/path-to-it.html"
    assert set_line(address) == address


def test_the_name_of_a_site_breaks_behind_its_dots():
    made = set_line("news.somenetwork.example.org")
    assert made.split(BREAK) == ["news.", "somenetwork.", "example.", "org"]


def test_scripts_without_spaces_are_left_to_the_typesetter():
    assert set_line("我肚子疼" * 20) == "我肚子疼" * 20


@given(ENDLESS)
def test_breaks_never_part_a_letter_from_its_marks(text):
    kept = {cluster for word in show(text).split() for cluster in clusters(word)}
    for word in set_line(text).split():
        for piece in word.split(BREAK):
            assert set(clusters(piece)) <= kept


@given(st.one_of(st.text(), st.text("a.`9\u0301", min_size=23)))
def test_words_stay_the_same(text):
    shown = show(text)
    if BREAK not in shown:
        assert words(set_line(text)) == words(shown)
        assert words(set_passage(text)) == words(shown)


@given(st.text())
def test_clusters_are_the_text_in_pieces(text):
    assert "".join(clusters(text)) == text
    assert all(clusters(text))


def test_passage_keeps_its_own_lines():
    assert set_passage("one \n\n two 5 mg") == f"one\ntwo 5{BOND}mg"


def test_columns_get_what_their_longest_cell_wants_where_there_is_room():
    sizes, cells = set_table([("Medicine", "Dose"), ("omeprazole", "40 mg")], 80)
    assert sizes == [10, 5]
    assert cells == [["Medicine", "Dose"], ["omeprazole", f"40{BOND}mg"]]


def test_a_head_claims_no_more_of_the_line_than_its_longest_word():
    sizes, _ = set_table([("How much, how often", "Change"), ("5 mg", "stopped by a doctor")], 80)
    assert sizes == [5, 19]


def test_no_column_is_narrower_than_its_longest_word_where_that_is_possible():
    long = "a rather long cell " * 30
    sizes, _ = set_table([("symptom", "began"), ("gastroenteropancreatic", long)], 60)
    assert sizes[0] == 22
    assert sum(sizes) <= 60


def test_words_longer_than_their_column_may_break():
    sizes, cells = set_table([tuple("abcdef"), ("levothyroxine",) * 6], 60)
    assert sizes == [8] * 6
    assert cells[1] == [f"levothyr{BREAK}oxine"] * 6


@given(st.lists(st.tuples(*[st.text(max_size=80)] * 5), min_size=1), st.integers(1, 90))
def test_tables_keep_their_words_and_every_column_some_room(rows, room):
    sizes, cells = set_table(rows, room)
    assert all(size >= 1 for size in sizes)
    assert sum(sizes) <= max(room, len(sizes))
    assert [[words(cell) for cell in row] for row in cells] == [
        [words(set_line(cell)) for cell in row] for row in rows
    ]
