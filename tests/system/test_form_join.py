"""From a visit to a form, through a browser, and back: nothing is lost and nothing comes twice."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.values import ListMark
from pnet_prep.store.folder import list_visits
from pnet_prep.store.visit import open_visit
from tests.system.browser import browser
from tests.system.forms import add, choose, opened_form, question
from tests.system.program import a_visit, run

pytestmark = pytest.mark.system("chromium")

ANSWERS = """
as: caregiver
people: {caregiver: {name: Luis, relation: son}}
answers:
  symptom.stool: [diarrhea]
  symptom.diarrhea.onset: about Easter 2026
  symptom.diarrhea.worst: "7"
  symptom.diarrhea.effect: no long walks
  medicine:
    - {name: omeprazole, dose: 40 mg twice a day}
  allergy: []
  visit.minutes: {none: not_sure}
"""


def fill_in(page: Page) -> None:
    """The same answers as in the file above."""
    choose(page, "helper.relation", "son")
    choose(page, "symptom.stool", "diarrhea")
    question(page, "symptom.diarrhea.onset").locator("input").first.fill("about Easter 2026")
    question(page, "symptom.diarrhea.worst").locator("input[value='7']").check()
    effect = question(page, "symptom.diarrhea.effect")
    effect.locator(".own input").fill("no long walks")
    medicine = add(page, "medicine")
    medicine.locator("[data-q='medicine.name'] input").first.fill("omeprazole")
    medicine.locator("[data-q='medicine.dose'] input").first.fill("40 mg twice a day")
    page.locator("[data-list=allergy] .none input").check()
    question(page, "visit.minutes").get_by_label("Not sure").check()


def said(response: QuestionnaireResponse) -> set[tuple[str, str, str]]:
    """What is shown, whoever said it and whichever entry it is of."""
    beside = {"person.answering"}
    return {
        (one.item, repr(one.value), "entry" if one.entry else "")
        for one in response.shown
        if one.item not in beside
    }


def visit_of(home: Path) -> QuestionnaireResponse:
    (listed,) = list_visits(str(home))
    return open_visit(listed.path).response


def test_a_form_brings_what_the_same_answers_in_a_file_would(home, tmp_path):
    a_visit(home)
    before = said(visit_of(home))
    made = run("form", "--for", "Luis", "--out", tmp_path)
    assert made.returncode == 0, made.stderr
    file = Path(made.stdout.strip())
    assert file.stat().st_mode & 0o777 == 0o600
    assert str(file) in run("where").stdout
    received = tmp_path / "answers.json.html"
    with browser(tmp_path) as started, opened_form(started, tmp_path, file.read_bytes()) as page:
        fill_in(page)
        with page.expect_download() as download:
            page.locator("#download").click()
        download.value.save_as(received)
    for _ in range(2):
        assert run("join", "--no-input", received).returncode == 0
    joined = visit_of(home)

    answers = tmp_path / "answers.yaml"
    answers.write_text(ANSWERS, encoding="utf-8")
    other = tmp_path / "elsewhere"
    done = run("start", "--answers", answers, "--no-input", PNET_PREP_HOME=str(other))
    assert done.returncode == 0, done.stderr
    (listed,) = list_visits(str(other))
    # Only a file with answers says of a list that it is whole.
    whole = ("medicine", repr(ListMark.COMPLETE), "")
    assert said(joined) - before == said(open_visit(listed.path).response) - {whole}
    # Forgetting the visit takes the form with it.
    assert run("forget", "--yes").returncode == 0
    assert not file.exists()
