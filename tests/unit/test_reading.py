"""What typed words and chosen options become; nothing clinical is ever refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.reading import LONGEST_ANSWER, Read, read_choice, read_text
from pnet_prep.model.questionnaire import Item, ItemType, Option
from pnet_prep.model.values import DateSaid, OwnWords, Quantity, Value
from tests.unit.made import TODAY
from tests.unit.screens import shipped_words

OPTIONS = (Option("a", "A"), Option("b", "B"), Option("c", "C"), Option("none", "None"))
SUGAR = Item("q", ItemType.QUANTITY, "How low?", units=("mg/dL", "mmol/L"))
WEIGHT = Item("q", ItemType.QUANTITY, "How much?", units=("kg",))
TICKED = Item("q", ItemType.CHOICES, "Which?", options=OPTIONS, exclusive=("none",))
WORDY = (ItemType.TEXT, ItemType.LONG_TEXT, ItemType.OPEN_CHOICE, ItemType.DATE, ItemType.QUANTITY)


def item(kind: ItemType, *, forward: bool = False) -> Item:
    return Item("q", kind, "What?", units=("kg", "lb"), forward=forward)


def read(kind: ItemType, text: str) -> Read:
    return read_text(item(kind), text, TODAY)


@pytest.mark.parametrize("kind", [*WORDY, ItemType.INTEGER, ItemType.SCALE_0_10])
@pytest.mark.parametrize("text", ["", "   ", "\n\t "])
def test_nothing_typed_is_no_answer(kind, text):
    assert read(kind, text) == Read(problem="problem.empty")


@pytest.mark.parametrize("kind", WORDY)
def test_an_answer_has_an_end_and_the_words_say_where(kind):
    assert read(kind, "x" * LONGEST_ANSWER).problem == ""
    assert read(kind, "x" * (LONGEST_ANSWER + 1)) == Read(problem="problem.too_long")
    for word in ("problem.too_long", "plain.too_long"):
        assert f"{LONGEST_ANSWER:,} letters" in shipped_words()[word]


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("10", 10), ("7", 7), (" 7 ", 7), ("7/10", 7), ("7 of 10", 7), ("7 Out of 10", 7)],
)
def test_scale_is_read_in_the_ways_people_write_it(text, value):
    assert read(ItemType.SCALE_0_10, text) == Read(value)


@pytest.mark.parametrize("text", ["11", "-1", "7.5", "7/100", "very bad", "7 8", "100"])
def test_scale_takes_nothing_but_0_to_10(text):
    assert read(ItemType.SCALE_0_10, text) == Read(problem="problem.scale")


def test_whole_number_has_to_be_one():
    assert read(ItemType.INTEGER, "12") == Read(12)
    for text in ("12.5", "a dozen", "-3", "12345"):
        assert read(ItemType.INTEGER, text) == Read(problem="problem.number")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("55 mg/dL", "55", "mg/dL"),
        ("55mg/dl", "55", "mg/dL"),
        ("55 MG / DL", "55", "mg/dL"),
        ("3.1 mmol/L", "3.1", "mmol/L"),
        ("3,1 mmol/l", "3.1", "mmol/L"),
        ("55 drops", "55", None),
        ("about 55 mg/dL", None, None),
        ("low", None, None),
        ("50-60 mg/dL", "50", None),
    ],
)
def test_quantity_keeps_the_words_beside_number_and_unit(text, number, unit):
    assert read_text(SUGAR, text, TODAY) == Read(Quantity(text, number, unit))


def test_number_without_a_unit_asks_which_one():
    found = read_text(SUGAR, "3,1", TODAY)
    assert found.value is None
    assert found.either == (
        Quantity("3,1 mg/dL", "3.1", "mg/dL"),
        Quantity("3,1 mmol/L", "3.1", "mmol/L"),
    )


def test_number_takes_the_unit_where_there_is_only_one():
    assert read_text(WEIGHT, "70", TODAY) == Read(Quantity("70 kg", "70", "kg"))


@pytest.mark.parametrize("typed", ["3/4/25", "04/03/2025"])
def test_date_that_can_be_read_two_ways_asks_which_one(typed):
    found = read(ItemType.DATE, typed)
    assert found.value is None
    readings = {one.edtf for one in found.either if isinstance(one, DateSaid)}
    assert readings == {"2025-04-03", "2025-03-04"}
    assert {one.text for one in found.either if isinstance(one, DateSaid)} == {typed}


def test_date_that_cannot_be_read_is_kept_in_its_words():
    assert read(ItemType.DATE, "after the wedding") == Read(DateSaid("after the wedding"))


def test_day_and_month_lie_ahead_only_where_the_question_looks_ahead():
    ahead = read_text(item(ItemType.DATE, forward=True), "1 December", TODAY)
    behind = read_text(item(ItemType.DATE), "1 December", TODAY)
    assert ahead.value == DateSaid("1 December", "2026-12-01")
    assert behind.value == DateSaid("1 December", "2025-12-01")


def test_age_needs_the_year_of_birth():
    asked = item(ItemType.DATE)
    assert read_text(asked, "when I was 40", TODAY, 1980).value != DateSaid("when I was 40")
    assert read_text(asked, "when I was 40", TODAY).value == DateSaid("when I was 40")


def test_text_of_one_line_folds_lines_and_long_text_keeps_them():
    assert read(ItemType.TEXT, " two \n lines ") == Read("two; lines")
    assert read(ItemType.LONG_TEXT, " two\nlines ") == Read("two\nlines")


def test_words_beside_options_stay_words():
    assert read(ItemType.OPEN_CHOICE, "a") == Read(OwnWords("a"))


@given(st.sampled_from(WORDY), st.text())
def test_whatever_is_typed_gives_a_value_a_choice_or_a_sentence(kind, text):
    found = read(kind, text)
    assert [found.value is not None, bool(found.problem), bool(found.either)].count(True) == 1
    assert (found.problem == "problem.empty") == bool(found.problem)


@pytest.mark.parametrize(
    ("chosen", "value"),
    [
        (("b",), ("b",)),
        (("c", "a"), ("a", "c")),
        (("c", "a", "b"), ("a", "b", "c")),
        (("none",), ("none",)),
    ],
)
def test_ticked_options_are_kept_in_the_order_of_the_list(chosen, value):
    assert read_choice(TICKED, chosen) == Read(value)


def test_option_that_stands_alone_is_not_ticked_beside_others():
    assert read_choice(TICKED, ("none", "a")) == Read(problem="problem.exclusive")


def test_choice_takes_one_and_never_nothing():
    single = Item("q", ItemType.CHOICE, "Which?", options=OPTIONS)
    assert read_choice(single, ("c",)) == Read("c")
    assert read_choice(single, ()) == Read(problem="problem.choose")
    assert read_choice(TICKED, ()) == Read(problem="problem.choose")


def test_choices_without_a_list_keep_the_persons_order():
    top = Item("wish.top", ItemType.CHOICES, "Your three?")
    assert read_choice(top, ("q9", "q1", "own.x")) == Read(("q9", "q1", "own.x"))


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 1)])
def test_reading_rests_on_the_day_it_is_given(day):
    value: Value | None = read_text(item(ItemType.DATE), "today", day).value
    assert value == DateSaid("today", day.isoformat())
