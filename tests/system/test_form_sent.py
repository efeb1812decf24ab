"""The answers of the form on their way out: a file, or a text for a message."""

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from pnet_prep.engine.form import NOBODY_YET
from tests.system.forms import LETTER, add, choose, opened_form, page_of, question, short_page

pytestmark = pytest.mark.system("chromium")

TOLD = "() => document.getElementById('told').textContent"
IN_SIGHT = """name => {
    const { top, bottom } = document.querySelector(name).getBoundingClientRect()
    return top >= 0 && bottom <= document.getElementById("bar").getBoundingClientRect().top
}"""


def downloaded(page: Page) -> dict[str, Any]:
    with page.expect_download() as download:
        page.locator("#download").click()
    made: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return made


def values(sent: dict[str, Any]) -> dict[str, Any]:
    return {one["item"]: one.get("value") for one in sent["answers"]}


def test_every_kind_of_answer_has_the_shape_of_an_answers_file(chromium, tmp_path):
    with opened_form(chromium, tmp_path) as page:
        choose(page, "symptom.stool", "diarrhea", "constipation")
        choose(page, "symptom.episodes", "low_sugar")
        choose(page, "safety.belly", "none")
        card = page.locator("[data-group='symptom.diarrhea']")
        asked = card.locator("[data-q]").evaluate_all("all => all.map(one => one.dataset.q)")
        assert asked.index("symptom.diarrhea.worst") < asked.index("symptom.diarrhea.times")
        assert asked[-1] == "symptom.diarrhea.note"
        question(page, "symptom.diarrhea.onset").locator("input").first.fill("  around Easter ")
        question(page, "symptom.diarrhea.worst").locator("input[value='7']").check()
        card.locator("[data-q='symptom.diarrhea.effect'] .own input").fill("no long walks")
        question(page, "symptom.diarrhea.times").locator("[inputmode]").fill("8")
        question(page, "symptom.low_sugar.lowest").locator("input").first.fill("2,9")
        question(page, "symptom.low_sugar.lowest").locator("input[value='mmol/L']").check()
        question(page, "visit.reason").locator("textarea").fill("Cold.\n<b>שלום</b> 👩‍⚕️")
        question(page, "visit.date").get_by_label("Not sure").check()
        question(page, "life.alcohol").get_by_label("Rather not say").check()
        page.locator("[data-list=allergy] .none input").check()
        sent = downloaded(page)
    assert {key: sent[key] for key in ("pnet-prep", "format", "visit", "form", "as")} == {
        "pnet-prep": "form answers",
        "format": 1,
        "visit": "k3v9x2ab",
        "form": "0123456789abcdef",
        "as": "caregiver",
    }
    assert (sent["person"]["id"], sent["person"]["name"]) == (None, "Luis")
    assert values(sent) == {
        "symptom.stool": ["diarrhea", "constipation"],
        "symptom.episodes": ["low_sugar"],
        "safety.belly": ["none"],
        "symptom.diarrhea.onset": "around Easter",
        "symptom.diarrhea.worst": "7",
        "symptom.diarrhea.effect": "no long walks",
        "symptom.diarrhea.times": "8",
        "symptom.low_sugar.lowest": "2,9 mmol/L",
        "visit.reason": "Cold.\n<b>שלום</b> 👩‍⚕️",
        "visit.date": {"none": "not_sure"},
        "life.alcohol": {"none": "declined"},
        "allergy": [],
    }
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", one["on"]) for one in sent["answers"])


def test_a_later_file_names_what_it_takes_the_place_of_and_nothing_else(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        reason = question(page, "visit.reason").locator("textarea")
        reason.fill("tired")
        reason.fill("very tired")
        (first,) = downloaded(page)["answers"]
        assert (first["value"], "earlier" in first) == ("very tired", False)
        assert downloaded(page)["answers"] == [first]
        reason.fill("cold")
        reason.fill("cold and tired")
        (second,) = downloaded(page)["answers"]
        assert (second["value"], [one["value"] for one in second["earlier"]]) == (
            "cold and tired",
            ["very tired"],
        )
        assert second["earlier"][0]["at"] == first["at"] < second["at"]
        reason.fill("")
        (third,) = downloaded(page)["answers"]
        assert third["value"] == {"none": "skipped"}
        assert [one["value"] for one in third["earlier"]] == ["very tired", "cold and tired"]
        reason.fill("tired")
        choose(page, "safety.mind", "none")
        reason.fill("")
        assert downloaded(page)["answers"][0] == third


def test_an_entry_that_was_taken_out_is_told_only_where_it_was_sent(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        name = add(page, "medicine").locator("input[type=text]").first
        name.fill("omeprazole")
        (sent,) = downloaded(page)["answers"]
        assert re.fullmatch("[0-9a-z]{8}", sent["entry"])
        name.fill("pantoprazole")
        add(page, "medicine").locator("input[type=text]").first.fill("aspirin")
        for _ in range(2):
            page.locator("[data-list=medicine] .remove").first.click()
        kept, gone = downloaded(page)["answers"]
    assert kept == sent
    assert (gone["item"], gone["entry"], gone["removed"]) == ("medicine", sent["entry"], True)


def test_who_answers_is_asked_first_and_stays_once_it_was_sent(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page(LETTER, NOBODY_YET)) as page:
        choose(page, "safety.mind", "none")
        page.locator("#download").click()
        assert "Say first who is answering" in page.locator("#told").inner_text()
        assert page.evaluate("document.activeElement.value") == "patient"
        page.keyboard.press("Space")
        sent = downloaded(page)
        assert (sent["as"], sent["person"]["name"]) == ("patient", "")
        assert question(page, "person.answering").locator("input").first.is_disabled()
        assert page.locator("#who-fixed").is_visible()


def test_a_name_that_changes_is_told_with_the_one_before(chromium, tmp_path):
    with opened_form(chromium, tmp_path, page_of(NOBODY_YET)) as page:
        choose(page, "person.answering", "together")
        choose(page, "helper.relation", "son")
        choose(page, "safety.mind", "none")
        question(page, "helper.name").locator("input").first.fill("Lui")
        first = downloaded(page)["person"]
        assert (first["name"], first["relation"], "earlier" in first) == ("Lui", "son", False)
        question(page, "helper.name").locator("input").first.fill("Luis")
        second = downloaded(page)
    assert values(second) == {"safety.mind": ["none"]}
    assert second["person"]["name"] == "Luis"
    assert second["person"]["earlier"] == [{"name": "Lui", "relation": "son", "at": first["at"]}]


def test_what_the_page_does_not_ask_any_more_stays_out_and_comes_back(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        choose(page, "symptom.stool", "diarrhea")
        question(page, "symptom.diarrhea.onset").locator("input").first.fill("in May")
        choose(page, "symptom.stool", "none")
        assert values(downloaded(page)) == {"symptom.stool": ["none"]}
        choose(page, "symptom.stool", "diarrhea")
        assert values(downloaded(page))["symptom.diarrhea.onset"] == "in May"


def test_a_number_that_cannot_be_read_is_marked_and_left_out(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        choose(page, "symptom.stool", "diarrhea")
        times = question(page, "symptom.diarrhea.times").locator("[inputmode]")
        times.fill("many")
        assert times.get_attribute("aria-invalid") == "true"
        assert values(downloaded(page)) == {"symptom.stool": ["diarrhea"]}
        assert "cannot be read yet" in page.locator("#told").inner_text()


def test_copied_text_has_readable_lines_and_the_same_answers(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        choose(page, "safety.mind", "fainted")
        add(page, "medicine").locator("input[type=text]").first.fill("ömeprazole")
        sent = downloaded(page)
        page.locator("#copy").click()
        page.wait_for_function(f"{TOLD}.includes('copied')")
        text = page.locator("#text").input_value()
        assert page.evaluate("navigator.clipboard.readText()") == text
    lines, _, block = text.partition("-----BEGIN PNET-PREP ANSWERS-----\n")
    assert "happen in the last day: Passing out" in lines
    assert "Medicines, number 1: ömeprazole" in lines
    body, _, end = block.partition("-----END PNET-PREP ANSWERS-----")
    assert end == "\n"
    *letters, checked = body.split()
    assert {len(line) for line in letters[:-1]} == {64}
    made = base64.b64decode("".join(letters))
    assert checked == f"={zlib.crc32(made):08x}"
    assert json.loads(made) == sent


def test_what_came_of_a_button_at_the_foot_of_the_window_is_in_sight(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        choose(page, "safety.mind", "none")
        page.locator("#status", has_text="Saved").wait_for()
        page.locator("#copy").evaluate(
            "one => { one.scrollIntoView({ block: 'end' }); one.click() }"
        )
        page.wait_for_function(TOLD)
        assert page.evaluate(IN_SIGHT, "#told")


def test_text_can_be_copied_by_hand_where_the_browser_does_not(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
        choose(page, "safety.mind", "none")
        page.locator("#copy").click()
        page.wait_for_function(TOLD)
        assert page.locator("#text").is_visible()
        assert (
            page.evaluate("getSelection().toString().length || document.activeElement.selectionEnd")
            > 0
        )


def test_nothing_goes_out_where_nothing_was_answered(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        page.locator("#download").click()
        assert page.locator("#told").inner_text() == "There is no answer yet."
