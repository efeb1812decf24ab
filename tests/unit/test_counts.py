"""A sentence with a number in it: one or many, in English and where there are more forms."""

import pytest

from pnet_prep.content.report import counted
from pnet_prep.engine.fill import FORMS, OR, form, say
from tests.unit.made import content
from tests.unit.screens import shipped_words
from tests.unit.talk import Talk

WORDS = shipped_words()
SLOTS = ("count", "minutes")
ENGLISH = WORDS[FORMS]
FRENCH = "0 1"
POLISH = "1 | *2 *3 *4 -*12 -*13 -*14"
ARABIC = "0 | 1 | 2 | *03 *04 *05 *06 *07 *08 *09 *10 3 4 5 6 7 8 9"
LATVIAN = "*1 -*11"


@pytest.mark.parametrize(
    ("forms", "numbers"),
    [
        (ENGLISH, {"0": 1, "1": 0, "2": 1, "11": 1, "21": 1}),
        (FRENCH, {"0": 0, "1": 0, "2": 1}),
        (POLISH, {"0": 2, "1": 0, "2": 1, "4": 1, "5": 2, "12": 2, "22": 1, "112": 2, "21": 2}),
        (ARABIC, {"0": 0, "1": 1, "2": 2, "3": 3, "10": 3, "11": 4, "103": 3}),
        (LATVIAN, {"1": 0, "21": 0, "11": 1, "111": 1, "2": 1}),
        ("", {"1": 0}),
    ],
)
def test_the_form_goes_by_the_number(forms, numbers):
    count = len(set(numbers.values()))
    pattern = OR.join(map(str, range(count)))
    assert {number: int(form(pattern, number, forms)) for number in numbers} == numbers


def test_fewer_forms_than_the_language_has_end_with_the_last():
    assert [form("a | b", number, POLISH) for number in ("1", "2", "5")] == ["a", "b", "b"]
    assert form("a", "1", ENGLISH) == "a"


@pytest.mark.parametrize("word", [word for word, text in WORDS.items() if OR in text])
def test_every_counted_sentence_of_ours_has_both_forms_and_says_one(word):
    one, many = (say(WORDS, word, {"count": n, "minutes": n}) for n in ("1", "2"))
    assert OR not in one + many
    assert one != many
    assert "{count}" not in one + many


def test_no_other_sentence_says_one_of_many():
    """Sentences with a number that stand for any number do not read wrong for 1."""
    many = ("answers", "questions", "minutes", "mistakes", "signs")
    found = {
        word
        for word, text in WORDS.items()
        if OR not in text and any(f"{{{slot}}} {one}" in text for slot in SLOTS for one in many)
    }
    assert found == {"welcome.time", "welcome.quick", "welcome.time_quick"}


def test_a_part_with_little_left_says_one_minute():
    made = content(
        "section: life\ntitle: Life\nplace: 20\nitems:\n"
        "  - {id: life.note, type: text, text: Anything?}\n"
    )
    talk = Talk(made)
    assert talk.screen.part == "Life. About 1 minute left."


def test_the_last_line_of_a_check_counts_right():
    assert [counted(number, "fault") for number in (0, 1, 2)] == ["0 faults", "1 fault", "2 faults"]
