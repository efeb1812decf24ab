"""Sensitive topics: only a yes brings them up, and without one no word of them is on paper."""

from datetime import UTC, datetime

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.rules import PrintFlag
from pnet_prep.render import RenderOptions, render

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ILL = """\
as_of: "2026-11-23"
as: together
people: {caregiver: {name: Luis}}
answers:
  person.born: "1980"
  person.sex: female
  visit.clinician: oncology
  visit.stage: [deciding, in_treatment]
  diagnosis.told: "yes"
  diagnosis.spread: [liver, bone]
  diagnosis.grade: g3
  symptom.whole: [tiredness, weight_loss]
  condition.list: [depression_anxiety]
  condition.syndrome: [men1]
  family:
    - {family.relation: mother, family.condition: [men1], family.gene_test: yes_found}
  treatment.planned: [prrt]
  life.alone: "yes"
  life.work: [job]
"""
"""Somebody for whom each of the topics would be at hand, if this were asked without a yes."""

TOPICS = {
    "outlook": (
        "n6",
        ("outlook", "prognosis", "years ahead", "over time", "survival", "life expect"),
    ),
    "palliative": ("f8", ("palliative", "hospice", "comfort", "planning ahead", "my wishes")),
    "mood": ("f5_mood", ("mood, worry", "ask about mood")),
    "intimacy": ("f5_closeness", ("closeness", "sex for", "intima")),
    "fertility": ("g8", ("having children", "eggs or sperm", "fertil")),
    "genetics_privacy": ("h5", ("see the result", "insurance", "who sees a gene")),
}
"""For each topic the question it brings, and words that stand in no other."""

KEPT_OFF = {
    "nothing said": "",
    "none of them": "  wish.include: [none]\n",
    "not sure": "  wish.include: {none: not_sure}\n",
    "skipped": "  wish.include: {none: skipped}\n",
    "rather not say": "  wish.include: {none: declined}\n",
}


@pytest.fixture(scope="module")
def content():
    return load()


def picture(content, more: str, told: str = ILL):
    taken = read_answers(
        (told + more).encode(), "ill.yaml", content, NOW, QuestionnaireResponse(())
    )
    return look(content, taken.response, taken.as_of or NOW.date())


def raised(seen) -> set[str]:
    return {question.id for question in seen.suggestions}


def printed(seen) -> str:
    return render("md", compose(seen), RenderOptions()).data.decode().casefold()


def test_every_topic_that_can_be_chosen_is_held_here(content):
    options = {option.id for option in content.questionnaire.by_id["wish.include"].options}
    assert options == {*TOPICS, "none"}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_yes_raises_the_question_and_prints_it(content, topic):
    seen = picture(content, f"  wish.include: [{topic}]\n")
    question, words = TOPICS[topic]
    assert question in raised(seen)
    assert any(word in printed(seen) for word in words)


@pytest.mark.parametrize("said", KEPT_OFF)
@pytest.mark.parametrize("topic", TOPICS)
def test_without_a_yes_it_is_not_raised_and_not_a_word_is_printed(content, topic, said):
    seen = picture(content, KEPT_OFF[said])
    question, words = TOPICS[topic]
    assert question not in raised(seen)
    assert [word for word in words if word in printed(seen)] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_a_yes_to_one_topic_brings_no_other(content, topic):
    seen = picture(content, f"  wish.include: [{topic}]\n")
    others = {question for name, (question, _) in TOPICS.items() if name != topic}
    assert raised(seen) & others == set()
    words = {word for name, (_, words) in TOPICS.items() if name != topic for word in words}
    assert sorted(word for word in words if word in printed(seen)) == []


ALONE = """\
as_of: "2026-11-23"
as: patient
answers:
  person.answering: patient
  safety.harm: "yes"
  safety.home: "yes"
"""


@pytest.mark.parametrize(
    "said", ["", '  safety.on_paper: "no"\n', "  safety.on_paper: {none: skipped}\n"]
)
def test_thoughts_of_self_harm_and_safety_at_home_stay_off_paper(content, said):
    seen = picture(content, said, ALONE)
    private = {flag.id: flag.do for flag in content.red_flags if flag.print is PrintFlag.ASK}
    assert private.keys() <= {fired.flag.id for fired in seen.flags}
    found = printed(seen)
    assert [id_ for id_, do in private.items() if do.casefold()[:40] in found] == []
    assert [
        word for word in ("self-harm", "hurting", "safe at home", "afraid") if word in found
    ] == []


def test_they_are_printed_for_whoever_wants_them_on_paper(content):
    assert "self-harm" in printed(picture(content, '  safety.on_paper: "yes"\n', ALONE))


def test_help_is_shown_before_each_of_the_two_questions(content):
    order = list(content.questionnaire.by_id)
    for asked, shown in (("safety.harm", "safety.harm_help"), ("safety.home", "safety.home_help")):
        assert order.index(shown) == order.index(asked) - 1
        assert content.questionnaire.by_id[shown].help_line
