"""Medicines that were stopped, findings that point to genes, and who decides if sources differ."""

from datetime import UTC, datetime

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.picture import look
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.rules import Certainty

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HEAD = 'as_of: "2026-11-23"\nas: patient\nanswers:\n  person.answering: patient\n'
STILL = ["", ", medicine.change: new", ", medicine.change: same", ", medicine.change: changed"]
STOPPED = [", medicine.change: stopped_by_doctor", ", medicine.change: stopped_by_self"]
TAKEN = {
    "omeprazole": ("m_ppi", ""),
    "famotidine": ("m_h2", ""),
    "clopidogrel": ("m_thinner", "  test.planned: [biopsy]\n"),
    "dapagliflozin": ("m_sglt2", "  test.planned: [biopsy]\n"),
    "semaglutide": ("m_glp1", "  test.planned: [eus]\n"),
    "metformin": ("m_metformin", "  test.planned: [ct]\n"),
    "diazoxide": ("m_diazoxide", ""),
    "bisoprolol": ("m_beta_blocker", "  symptom.episodes: [low_sugar]\n"),
    "pancrelipase": ("m_enzymes", "  symptom.stool: [diarrhea]\n"),
    "morphine": ("m_opioid", "  symptom.stool: [constipation]\n"),
    "furosemide": ("m_water_pill", "  symptom.whole: [cramps]\n"),
    "everolimus": ("m_everolimus_sugar", ""),
    "sunitinib": ("nv11", ""),
    "cabozantinib": ("m_cabozantinib", ""),
    "octreotide": ("ta1_checks", ""),
}
"""A medicine, the question that is about taking it, and what else the question needs."""

FINDINGS = {
    "  condition.list: [high_calcium]\n  condition.neck_glands: [young]\n": {"h1", "h4"},
    "  condition.list: [high_calcium]\n  condition.neck_glands: [several]\n": {"h1", "h4"},
    "  condition.list: [high_calcium]\n  condition.neck_glands: [came_back]\n": {"h1", "h4"},
    "  condition.signs: [blood_vessel]\n": {"h1", "h4"},
    "  condition.signs: [skin_nerve]\n": {"h1", "h4"},
    "  condition.signs: [chest]\n": {"h1", "h4"},
    "  condition.signs: [tumor_gene]\n": {"h1"},
    "  condition.syndrome: [men2]\n": {"h1", "nv4", "nv1"},
    "  condition.syndrome: [sdhx]\n": {"h1", "nv4", "nv1"},
    "  condition.syndrome: [vhl]\n": {"h1", "h3", "nv4", "nv1", "tt2"},
    '  diagnosis.told: "yes"\n  diagnosis.known_hormone: [gastrin]\n': {"h1"},
    '  diagnosis.told: "yes"\n  diagnosis.number: several\n': {"h1", "h3"},
    '  diagnosis.told: "yes"\n  person.born: "1995"\n': {"h1"},
    "  family:\n    - {family.relation: mother, family.condition: [chest_net]}\n": {"h1_family"},
    "  family:\n    - {family.relation: cousin, family.gene_test: yes_found}\n": {
        "h1_family",
        "h3",
    },
}
NO_FINDINGS = [
    "  condition.list: [high_calcium]\n",
    "  condition.list: [high_calcium]\n  condition.neck_glands: [none]\n",
    "  condition.signs: [none]\n",
    "  family:\n    - {family.relation: cousin, family.condition: [other_cancer]}\n",
]
WHO_DECIDES = ("team", "lab", "rules here", "genes", "given what you suspect")


@pytest.fixture(scope="module")
def content():
    return load()


def raised(content, answers: str) -> set[str]:
    taken = read_answers(
        (HEAD + answers).encode(), "a.yaml", content, NOW, QuestionnaireResponse(())
    )
    seen = look(content, taken.response, taken.as_of or NOW.date())
    ids = {question.id for question in seen.suggestions}
    folds = {rule.fold for rule in content.rules if rule.id in ids and rule.fold}
    return ids | {f"fold {fold}" for fold in folds}


def entry(name: str, change: str) -> str:
    return f"  medicine:\n    - {{medicine.name: {name}{change}}}\n"


@pytest.mark.parametrize("change", STILL)
@pytest.mark.parametrize("name", TAKEN)
def test_medicine_that_is_taken_raises_its_question(content, name, change):
    question, more = TAKEN[name]
    assert question in raised(content, entry(name, change) + more)


@pytest.mark.parametrize("change", STOPPED)
@pytest.mark.parametrize("name", TAKEN)
def test_medicine_that_was_stopped_does_not(content, name, change):
    question, more = TAKEN[name]
    assert question not in raised(content, entry(name, change) + more)


@pytest.mark.parametrize("change", STOPPED)
def test_acid_medicine_that_was_stopped_is_asked_about(content, change):
    assert "m_acid_stopped" in raised(content, entry("omeprazole", change))


def test_another_medicine_that_was_stopped_does_not_silence_the_one_that_is_taken(content):
    both = entry("lansoprazole", STOPPED[0]) + "    - {medicine.name: omeprazole}\n"
    assert {"m_ppi", "m_acid_stopped"} <= raised(content, both)


@pytest.mark.parametrize("answers", FINDINGS)
def test_what_points_to_genes_raises_the_question(content, answers):
    found = raised(content, answers)
    folds = {rule.id: f"fold {rule.fold}" for rule in content.rules if rule.fold}
    wanted = FINDINGS[answers]
    assert {one for one in wanted if one not in found and folds.get(one) not in found} == set()


@pytest.mark.parametrize("answers", NO_FINDINGS)
def test_what_is_common_does_not(content, answers):
    assert raised(content, answers) & {"h1", "h1_family", "fold h1"} == set()


def test_question_on_which_sources_differ_says_who_decides(content):
    silent = [
        rule.id
        for rule in content.rules
        if rule.provenance.certainty is Certainty.DIFFERS
        and not any(word in rule.ask for word in WHO_DECIDES)
    ]
    assert silent == []
