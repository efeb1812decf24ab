"""Screens of every kind, and the shipped words, for the tests of both front ends."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pnet_prep.content.nodes import plain, read
from pnet_prep.model.interview import Ask, Choice, Screen
from pnet_prep.model.values import NonAnswer

WORDS_FILE = Path(__file__).parents[2] / "questions" / "words.yaml"
NON_ANSWERS = tuple(NonAnswer)
PATTERN = Screen(
    Ask.ONE,
    "Does it stay all the time, or come and go?",
    choices=(Choice("constant", "All the time"), Choice("comes", "Comes and goes")),
    non_answers=NON_ANSWERS,
)
BELLY = Screen(
    Ask.MANY,
    "Which of these do you have?",
    choices=(
        Choice("diarrhea", "Diarrhea"),
        Choice("nausea", "Nausea"),
        Choice("both", "Nausea and vomiting"),
        Choice("sweat", "Sweating, shaking or hunger"),
        Choice("none", "None of these"),
    ),
    exclusive=("none",),
    non_answers=NON_ANSWERS,
)
RELATION = Screen(
    Ask.ONE,
    "What is this person to you?",
    choices=(Choice("mother", "Mother"), Choice("aunt_uncle", "Aunt or uncle")),
    words_too=True,
    non_answers=NON_ANSWERS,
)
WORST = Screen(
    Ask.ONE,
    "How bad is it at its worst?",
    choices=tuple(Choice(f"s{i}", str(i)) for i in range(11)),
    non_answers=NON_ANSWERS,
)
ONSET = Screen(Ask.LINE, "When did it start?", non_answers=NON_ANSWERS)
NOTES = Screen(Ask.LONG, "What else is on your mind?", non_answers=NON_ANSWERS)
TOP = Screen(
    Ask.MANY,
    "Which three matter most?",
    choices=tuple(Choice(f"q{i}", f"Question {letter}?") for i, letter in enumerate("ABCDE", 1)),
    ordered=True,
    at_most=3,
)


@cache
def shipped_words() -> dict[str, str]:
    """The words of ``questions/words.yaml`` alone, so that other files need not be read."""
    node, problems = read(WORDS_FILE.read_bytes(), "words.yaml")
    assert node is not None, problems
    words: dict[str, str] = plain(node)["words"]
    return words


def changed(screen: Screen, **fields: Any) -> Screen:
    return replace(screen, **fields)
