"""The message for a portal always fits its box, and cuts nothing: what is left out is counted."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.text import show
from pnet_prep.model.message import Message
from pnet_prep.render import RenderOptions, render
from pnet_prep.render.txt import LONGEST
from tests.longer import times
from tests.unit.browsed import unmarked
from tests.unit.checklists import visit
from tests.unit.hostile import ANY_TEXT, CONTROLS, HOSTILE

SAMPLE = Message(
    title="For my visit, 1 December 2026",
    flags_title="Urgent signs I reported:",
    flags=("fainting (23 November 2026)",),
    more_flags="One more sign is on my paper. | {count} more signs are on my paper.",
    opening="These questions matter most to me:",
    questions=("1. What comes next?", "2. Whom do I call?", "3. May I drive?"),
    rest=4,
    forms="1",
    more_questions="One more is on my paper. | {count} more are on my paper.",
)
ANY = st.text(st.characters() | st.sampled_from("ab .?\n👩\u0301"), max_size=900).filter(str.strip)
TEXTS = st.lists(ANY, max_size=6).map(tuple)


def text(message: Message) -> str:
    return render("txt", visit()._replace(message=lambda: message), RenderOptions()).data.decode()


def strictest(made: str) -> int:
    """The length as a portal counts that stores CR LF and counts as JavaScript does."""
    return len(made.replace("\n", "\r\n").encode("utf-16-le")) // 2


def line(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(show(words).split()))


def test_a_short_message_stands_there_whole():
    assert text(SAMPLE) == (
        "For my visit, 1 December 2026\n\n"
        "Urgent signs I reported:\nfainting (23 November 2026)\n\n"
        "These questions matter most to me:\n\n"
        "1. What comes next?\n\n2. Whom do I call?\n\n3. May I drive?\n\n"
        "4 more are on my paper.\n"
    )


@pytest.mark.parametrize(
    ("change", "gone", "told"),
    [
        ({"flags": ()}, "Urgent signs", "4 more are on my paper."),
        ({"rest": 0}, "on my paper", "3. May I drive?"),
        ({"rest": 1}, "1 more", "One more is on my paper."),
        ({"questions": ()}, "matter most", "4 more are on my paper."),
        ({"questions": ("1. " + "so long " * 300, "2. Why?")}, "so long", "5 more are on my paper"),
        ({"flags": ("x " * 900, "y")}, "x x", "y\nOne more sign is on my paper."),
        ({"flags": ("x " * 900, "y " * 900)}, "x x", "2 more signs are on my paper."),
    ],
)
def test_what_is_not_there_is_counted_or_not_spoken_of(change, gone, told):
    made = text(SAMPLE._replace(**change))
    assert gone not in made
    assert told in made


@ANY_TEXT
@settings(max_examples=times(100), deadline=None)
@given(flags=TEXTS, questions=TEXTS, rest=st.integers(0, 99))
def test_a_message_fits_and_each_text_is_whole_or_counted(flags, questions, rest):
    made = text(SAMPLE._replace(flags=flags, questions=questions, rest=rest))
    assert strictest(made) <= LONGEST
    assert unicodedata.is_normalized("NFC", made)
    made = unmarked(made)
    pieces = {*made.splitlines()}
    counts = dict.fromkeys(("signs", "more are"), 0)
    for sentence in pieces:
        for word in counts:
            if sentence.startswith("One more") and ("sign " in sentence) == (word == "signs"):
                counts[word] = 1
            elif word in sentence and sentence.endswith("on my paper."):
                counts[word] = int(sentence.split()[0])
    fixed = {"", SAMPLE.title, SAMPLE.flags_title, SAMPLE.opening}
    said = [one for one in made.splitlines() if one not in fixed and "on my paper." not in one]
    assert {*said} <= {line(one) for one in (*flags, *questions)}
    assert len(said) + counts["signs"] + counts["more are"] == len(flags) + len(questions) + rest


@pytest.mark.parametrize("letter", ["a", "é", "字", "👩", "b\n"])
def test_the_longest_message_is_measured_as_the_strictest_portal_does(letter):
    room = LONGEST - strictest(text(SAMPLE._replace(questions=("1.",))))
    count = room // strictest(letter if letter != "b\n" else "b ")
    for many in range(count - 4, count + 5):
        made = text(SAMPLE._replace(questions=(f"1.{letter * many}",)))
        assert strictest(made) <= LONGEST
    assert letter[0] * 3 in text(SAMPLE._replace(questions=(f"1.{letter[0] * (count // 2)}",)))


@pytest.mark.parametrize("words", [*HOSTILE, *CONTROLS])
def test_hostile_text_is_one_line_of_words(words):
    made = text(SAMPLE._replace(questions=(words,)))
    assert line(words)[:80] in made or "5 more" in made
    assert show(made) == made
