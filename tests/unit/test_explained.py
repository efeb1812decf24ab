"""Every medical word that is used is explained: on its screen in the interview, and on paper."""

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.model.checklist import Fact, Facts
from pnet_prep.model.values import Value
from tests.unit.made import PEOPLE, content, seen, told
from tests.unit.talk import Talk

MEANING = "a part that makes juice"
GLOSSARY = f"terms: [{{id: t, term: gland, plain: {MEANING}, forms: [glands], sources: [book]}}]"
HEAD = """
section: body
title: Body
place: 20
items:
"""
ITEMS = {
    "the question": "- {id: b.one, type: text, text: Is the gland sore?}",
    "its help": "- {id: b.one, type: text, text: Is it sore?, help: We mean the glands.}",
    "an option": "- {id: b.one, type: choice, text: Where?, options: {a: In a gland, b: Else}}",
    "a text before it": (
        "- {id: b.note, type: display, text: Next comes your gland.}\n"
        "  - {id: b.one, type: text, text: Is it sore?}"
    ),
    "the heading above it": (
        "- id: b.group\n    type: group\n    text: Gland\n"
        "    items: [{id: b.one, type: text, text: Is it sore?}]"
    ),
}


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_help_explains_each_word_of_the_screen(item: str) -> None:
    assert MEANING in Talk(content(f"{HEAD}  {item}\n", glossary=GLOSSARY)).screen.help


def test_help_explains_the_words_that_are_put_to_a_caregiver() -> None:
    item = "- {id: b.one, type: text, text: Is it sore?, text_about: Is the gland sore?}"
    made = content(PEOPLE, f"{HEAD}  {item}\n", glossary=GLOSSARY)
    talk = Talk(made).choose("caregiver")
    while talk.at != "b.one":
        talk.skip()
    assert MEANING in talk.screen.help


@pytest.mark.parametrize(
    ("say", "read"), [("", f"gland: {MEANING}"), ("glant", f"gland (say: glant): {MEANING}")]
)
def test_help_says_how_a_word_is_said_only_where_its_letters_do_not_tell(
    say: str, read: str
) -> None:
    item = "- {id: b.one, type: text, text: Is the gland sore?}"
    glossary = GLOSSARY.replace("forms:", f"say: {say}, forms:") if say else GLOSSARY
    assert read in Talk(content(f"{HEAD}  {item}\n", glossary=glossary)).screen.help


def test_help_explains_no_word_that_is_not_there() -> None:
    item = "- {id: b.one, type: text, text: Is it sore?}"
    assert MEANING not in Talk(content(f"{HEAD}  {item}\n", glossary=GLOSSARY)).screen.help


QUESTION = "id: q, why: So., topic: cause, priority: 1, sources: [book]"
PRINTED = {
    "a question": (
        "- {id: b.one, type: text, text: Sore?}\n"
        f"doctor_questions: [{{{QUESTION}, ask: Is it a gland?, always: yes}}]"
    ),
    "its reason": (
        "- {id: b.one, type: text, text: Sore?}\n"
        f"doctor_questions: [{{{QUESTION}, ask: Is it?, always: yes, because: of a gland}}]"
    ),
    "a label": "- {id: b.one, type: text, text: Is it sore?, label: Gland}",
    "what was said": "- {id: b.one, type: text, text: Is it sore?}",
}


@pytest.mark.parametrize("topic", PRINTED.values(), ids=PRINTED)
def test_paper_explains_each_medical_word_on_it(topic: str) -> None:
    said: dict[str, Value] = {"b.one": "all glands" if topic == PRINTED["what was said"] else "yes"}
    printed = compose(seen(content(f"{HEAD}  {topic}\n", glossary=GLOSSARY), told(said)))
    explained = [
        fact for block in printed.blocks if isinstance(block, Facts) for fact in block.facts
    ]
    assert Fact("gland", (MEANING,)) in explained


IN_BRACKETS = {
    "a gland (a part with juice) and glands": False,
    "a gland (sore)": True,
    "two glands, and a part (gland)": True,
    "a part that makes juice (gland)": False,
    "a part (a gland": True,
}


@pytest.mark.parametrize("said", IN_BRACKETS)
def test_paper_explains_no_word_again_that_brackets_explain_right_behind_it(said: str) -> None:
    item = "- {id: b.one, type: text, text: Is it sore?}"
    made = content(f"{HEAD}  {item}\n", glossary=GLOSSARY)
    blocks = compose(seen(made, told({"b.one": said}))).blocks
    listed = any(getattr(one, "part", "") == "glossary" for one in blocks)
    assert listed is IN_BRACKETS[said]
