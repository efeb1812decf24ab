"""Nobody with low-sugar spells reads of going without food without the warning beside it."""

import re
from datetime import UTC, datetime

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.checklist import TickList
from pnet_prep.model.response import QuestionnaireResponse

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FASTING = re.compile(
    r"\bfast(s|ed|ing)\b|\bfast (before|for)\b|without (solid )?food|no food|not eat|empty stomach"
    r"|nothing to eat|nil by mouth|skip(s|ped|ping)? (a )?meals?|only drinks",
    re.IGNORECASE,
)
GUARDED = re.compile(r"\bsafe\b|\bnever\b|\bwatches\b|low.sugar|drop", re.IGNORECASE)
PEOPLE = {
    "low sugar": "  symptom.episodes: [low_sugar]\n",
    "spells": "  symptom.episodes: [spells]\n",
    "known insulin": "  diagnosis.known_hormone: [insulin]\n",
}
ANSWERS = """\
as_of: "2026-11-23"
as: patient
answers:
  person.answering: patient
  test.planned: [blood, ct, receptor_pet, eus, biopsy]
  diagnosis.told: suspected
  treatment.planned: [surgery_tail]
  medicine:
    - {medicine.name: diazoxide}
    - {medicine.name: semaglutide}
    - {medicine.name: omeprazole}
    - {medicine.name: everolimus}
    - {medicine.name: dapagliflozin}
"""
INSTRUCTION = re.compile(
    r"^(do not (eat|drink)|fast|go without|skip|have nothing|eat nothing|drink only)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def content():
    return load()


def seen(content, more):
    taken = read_answers(
        (ANSWERS + more).encode(), "f.yaml", content, NOW, QuestionnaireResponse(())
    )
    return look(content, taken.response, taken.as_of or NOW.date())


def steps(picture) -> dict[str, str]:
    """The steps that are printed, and no others."""
    lists = [block.items for block in compose(picture).blocks if isinstance(block, TickList)]
    shown = {text for items in lists for text in items}
    return {step.id: step.text for step in picture.content.preparation if step.text in shown}


@pytest.mark.parametrize("person", PEOPLE)
def test_the_warning_stands_among_the_steps_and_the_questions(content, person):
    picture = seen(content, PEOPLE[person])
    assert "before.lows" in steps(picture)
    words = steps(picture)["before.lows"]
    assert "not be safe" in words
    assert "never to be tried at home" in words


def test_without_spells_there_is_no_warning(content):
    assert "before.lows" not in steps(seen(content, ""))


@pytest.mark.parametrize("person", PEOPLE)
def test_each_word_on_going_without_food_has_its_warning_beside_it(content, person):
    picture = seen(content, PEOPLE[person])
    texts = {question.id: f"{question.text} {question.why}" for question in picture.suggestions}
    bare = {
        id_: text
        for id_, text in {**texts, **steps(picture)}.items()
        if FASTING.search(text) and not GUARDED.search(text)
    }
    assert bare == {}


def test_no_step_or_question_tells_anybody_to_go_without_food(content):
    texts = [step.text for step in content.preparation]
    texts += [rule.ask for rule in content.rules] + [rule.why for rule in content.rules]
    sentences = [one for text in texts for one in re.split(r"(?<=[.?:]) ", text)]
    assert [one for one in sentences if INSTRUCTION.search(one)] == []


@pytest.mark.parametrize(
    "text", ["Come fasting.", "It means no food for a day.", "Take it on an empty stomach."]
)
def test_the_net_catches_such_words(text):
    assert FASTING.search(text)
    assert not GUARDED.search(text)
