"""Screens of every kind, and the shipped words, for the tests of both front ends."""

from functools import cache
from pathlib import Path
from typing import Any

from pnet_prep.content.nodes import plain, read
from pnet_prep.model.interview import Ask, Choice, Notice, Screen
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
NAMES = (
    *("omeprazole", "esomeprazole", "omez", "lansoprazole", "insulin", "insulin glargine"),
    *("vitamin d", "vitamin b complex", "hair skin and nails", "alka-seltzer", "Zoë's drops"),
    *("Von Hippel-Lindau (VHL)", "Neurofibromatosis 1 (NF1) and words that make it very long"),
)
NAME = Screen(Ask.LINE, "What is the name on the label?", suggest=NAMES, non_answers=NON_ANSWERS)
NOTES = Screen(Ask.LONG, "What else is on your mind?", non_answers=NON_ANSWERS)
TOP = Screen(
    Ask.MANY,
    "Which three matter most?",
    choices=tuple(Choice(f"q{i}", f"Question {letter}?") for i, letter in enumerate("ABCDE", 1)),
    ordered=True,
    at_most=3,
)

LONG_LIST = Screen(
    Ask.MANY,
    "Did any of these happen to you within the last fourteen days?",
    heading="Signs that cannot wait",
    choices=tuple(
        Choice(f"sign{i}", text)
        for i, text in enumerate(
            (
                "Diarrhea with so much water that you could not drink enough to make up for it",
                "Fainting, or nearly fainting when you stand up",
                "A fit",
                "Confusion that somebody else noticed together with shaking or sweating",
                "Weakness on one side of the body",
                "Somebody could not wake you up properly in the morning",
                "Black stools",
                "Pain in the belly that does not stop",
                "Yellow skin or eyes together with fever",
                "Vomiting that does not let you keep anything down, not even your medicines",
                "A leg that is swollen and hurts",
                "None of these",
            )
        )
    ),
    exclusive=("sign11",),
    non_answers=NON_ANSWERS,
)
URGENT = Screen(
    Ask.LINE,
    "When did it start?",
    part="Part 2 of 8: Safety first.",
    notices=(
        Notice("Call your doctor or emergency services now.", urgent=True),
        Notice("You took [half] of it."),
    ),
    non_answers=NON_ANSWERS,
)
HOSTILE = Screen(
    Ask.ONE,
    "took [/b] 2 \x1b[2Jpills :pill: \u202eabc",
    part="part \x1b]52;c;aGk=\x07",
    heading="[link=file:///x]\x9b31m",
    notices=(Notice("\x1b[31m[daily]", urgent=True),),
    choices=(Choice("a", "Omeprazole [daily] \x1b[1A", chosen=True), Choice("b", "[stopped]\r7")),
    current="\x08\u2066now",
    help="help \x1b[0m me",
)


@cache
def shipped_words() -> dict[str, str]:
    """The words of ``questions/words.yaml`` alone, so that other files need not be read."""
    node, problems = read(WORDS_FILE.read_bytes(), "words.yaml")
    assert node is not None, problems
    words: dict[str, str] = plain(node)["words"]
    return words


def changed(screen: Screen, **fields: Any) -> Screen:
    return screen._replace(**fields)
