"""The form in a real browser: for every eye and hand, on every screen, and asking for nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from pnet_prep.engine.form import NOBODY_YET
from tests.system.browser import faults
from tests.system.forms import LARGE, add, choose, opened_form, page_of, question, short_page

pytestmark = pytest.mark.system("chromium")

NARROW: Any = {"viewport": {"width": 320, "height": 800}}
SPACING = """() => {
    for (const one of document.querySelectorAll("body *")) {
        one.style.lineHeight = "1.5"
        one.style.letterSpacing = "0.12em"
        one.style.wordSpacing = "0.16em"
    }
    for (const one of document.querySelectorAll("p")) one.style.marginBlockEnd = "2em"
}"""
SMALL = """least => [...document.querySelectorAll("input, textarea, summary, a, button")]
    .filter(one => one.checkVisibility())
    .filter(one => {
        const pressed = one.matches("[type=radio], [type=checkbox]") ? one.closest("label") : one
        const room = pressed.getBoundingClientRect()
        return Math.min(room.height, room.width) < least || one.getBoundingClientRect().height < 24
    })
    .map(one => one.outerHTML)"""


def fill_in(page: Page) -> None:
    """Open what can be opened: signs, symptoms with their cards, entries of lists, help."""
    choose(page, "safety.mind", "fainted")
    choose(page, "symptom.episodes", "low_sugar")
    choose(page, "symptom.stool", "diarrhea")
    question(page, "symptom.diarrhea.times").locator("[inputmode]").fill("7")
    question(page, "visit.reason").locator("textarea").fill("A long story. " * 20)
    add(page, "medicine").locator("input[type=text]").first.fill("omeprazole")
    add(page, "symptom.own").locator("input[type=text]").first.fill("cold hands")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def show_errors(page: Page) -> None:
    choose(page, "symptom.stool", "diarrhea")
    question(page, "symptom.diarrhea.times").locator("[inputmode]").fill("many")
    page.locator("#download").click()


def ask_to_erase(page: Page) -> None:
    choose(page, "safety.mind", "none")
    page.locator("#erase").click()


def do_nothing(_: Page) -> None:
    """Leave the page as it comes."""


LOOKS: dict[str, tuple[bytes, dict[str, Any], Callable[[Page], None]]] = {
    "light, all questions": (page_of(NOBODY_YET), {}, do_nothing),
    "dark and filled": (short_page(), {"color_scheme": "dark"}, fill_in),
    "narrow, large and filled": (short_page(LARGE), NARROW, fill_in),
    "errors shown": (short_page(), {"color_scheme": "dark"}, show_errors),
    "dialog open": (short_page(), {"contrast": "more"}, ask_to_erase),
}


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_stands_in_the_way_of_people_with_disabilities(chromium, look, tmp_path):
    page, context, act = LOOKS[look]
    with opened_form(chromium, tmp_path, page, **context) as shown:
        act(shown)
        assert faults(shown) == []


@pytest.mark.parametrize("options", [None, LARGE], ids=["normal", "large"])
def test_nobody_has_to_scroll_sideways(chromium, options, tmp_path):
    page = page_of(options=options) if options else page_of()
    with opened_form(chromium, tmp_path, page, **NARROW) as shown:
        fill_in(shown)
        assert shown.evaluate("document.documentElement.scrollWidth") == 320
        shown.evaluate(SPACING)
        assert shown.evaluate("document.documentElement.scrollWidth") == 320


def test_everything_to_press_is_large_enough(chromium, tmp_path):
    with opened_form(chromium, tmp_path, **NARROW) as shown:
        fill_in(shown)
        assert shown.get_by_role("checkbox").count() > 100
        assert shown.evaluate(SMALL, 44) == []


def test_keys_alone_reach_and_finish_everything(chromium, tmp_path):
    with opened_form(chromium, tmp_path, page_of(NOBODY_YET)) as shown:
        active = "document.activeElement"
        question(shown, "person.answering").locator("input").first.focus()
        for key in ("ArrowDown", "Space"):
            shown.keyboard.press(key)
        assert shown.evaluate("who()") is None, "a choice can be taken back with the space bar"
        for key in ("Space", "Tab", *"Luis", "Enter"):
            shown.keyboard.press(key)
        assert shown.evaluate("[who(), textAt('helper.name')]") == ["caregiver", "Luis"]
        question(shown, "safety.mind").locator("input").first.focus()
        shown.keyboard.press("Space")
        add_one = shown.locator("[data-list=medicine] .add")
        add_one.focus()
        shown.keyboard.press("Enter")
        shown.keyboard.type("insulin")
        entry = "document.activeElement.closest('.entry').querySelector('legend').textContent"
        assert shown.evaluate(entry) == "Medicines, number 1: insulin"
        for _ in range(40):
            shown.keyboard.press("Tab")
            if shown.evaluate(f"{active}.className") == "remove":
                break
        assert "solid 3px" in shown.evaluate(f"getComputedStyle({active}).outline")
        shown.keyboard.press("Space")
        assert shown.evaluate(f"{active}.className") == "add"
        assert shown.locator("[data-list=medicine] .entry").count() == 0
        shown.locator("#download").focus()
        with shown.expect_download() as download:
            shown.keyboard.press("Enter")
        assert download.value.suggested_filename == "pnet-prep-answers.json"


def test_every_field_that_is_seen_can_be_reached_with_the_tab_key(chromium, tmp_path):
    with opened_form(chromium, tmp_path) as shown:
        unreachable = """() => [...document.querySelectorAll("input, textarea, button, summary, a")]
            .filter(one => one.checkVisibility() && (one.tabIndex < 0 || one.disabled)).length"""
        assert shown.evaluate(unreachable) == 0


def test_signs_that_should_not_wait_are_said_at_once_and_those_for_now_first(chromium, tmp_path):
    with opened_form(chromium, tmp_path) as shown:
        urgent = shown.locator("#urgent")
        assert not urgent.is_visible()
        choose(shown, "safety.sugar", "low_often")
        assert urgent.evaluate("one => one.previousElementSibling.dataset.q") == "safety.sugar"
        (today,) = urgent.locator("p").all_text_contents()[1:-1]
        choose(shown, "person.country", "us")
        question(shown, "team.phone").locator("input[type=text]").fill("555 0100")
        choose(shown, "safety.mind", "fainted")
        said = urgent.locator("p").all_text_contents()
        assert said.index(today) > 1
        assert said[-3:-1] == [
            "Your care team: 555 0100.",
            "Emergency number (United States): 911.",
        ]
        assert urgent.get_attribute("role") == "alert"
        assert shown.locator("#urgent-link").is_visible()
        question(shown, "safety.mind").locator("input[value=none]").check()
        question(shown, "safety.sugar").locator("input[value=none]").check()
        assert not urgent.is_visible()


def test_words_that_were_typed_can_be_a_sign_too(chromium, tmp_path):
    with opened_form(chromium, tmp_path) as shown:
        question(shown, "visit.reason").locator("textarea").fill("no black stools")
        assert not shown.locator("#urgent").is_visible()
        question(shown, "visit.reason").locator("textarea").fill("black stools since Monday")
        assert shown.locator("#urgent").is_visible()


def test_what_hangs_on_a_date_is_shown_for_a_date_cannot_be_read(chromium, tmp_path):
    with opened_form(chromium, tmp_path) as shown:
        asked = question(shown, "condition.pregnancy")
        choose(shown, "person.sex", "female")
        question(shown, "person.born").locator("input[type=text]").fill("around 1990")
        assert asked.is_visible()
        choose(shown, "person.sex", "male")
        assert not asked.is_visible()


def test_one_answer_can_exclude_others_and_nothing_typed_is_lost(chromium, tmp_path):
    with opened_form(chromium, tmp_path) as shown:
        ticked = "one => [...one.querySelectorAll(':checked')].map(box => box.value)"
        signs = question(shown, "safety.mind")
        choose(shown, "safety.mind", "fainted", "fit", "none")
        assert signs.evaluate(ticked) == ["none"]
        signs.get_by_label("Not sure").check()
        assert signs.evaluate(ticked) == ["not_sure"]
        choose(shown, "safety.mind", "fit")
        assert signs.evaluate(ticked) == ["fit"]
        reason = question(shown, "visit.reason")
        reason.locator("textarea").fill("tired")
        reason.get_by_label("Not sure").check()
        assert shown.evaluate("records.get('visit.reason ').value") == {"none": "not_sure"}
        reason.get_by_label("Not sure").uncheck()
        assert reason.locator("textarea").input_value() == "tired"


def test_who_helps_reads_about_the_patient_by_name(chromium, tmp_path):
    with opened_form(chromium, tmp_path, page_of(NOBODY_YET)) as shown:
        alone = question(shown, "life.alone").locator("legend")
        assert alone.inner_text() == "Do you live alone, or are you alone at night?"
        choose(shown, "person.answering", "caregiver")
        question(shown, "person.name").locator("input[type=text]").fill("Zoë")
        assert alone.inner_text() == "Does Zoë live alone, or is Zoë alone at night?"
        assert question(shown, "helper.name").is_visible()
        choose(shown, "person.answering", "patient")
        assert not question(shown, "helper.name").is_visible()


def test_not_even_a_planted_script_runs(chromium, tmp_path: Path):
    refused = pytest.raises(AssertionError, match="Content Security Policy")
    with refused, opened_form(chromium, tmp_path) as shown:
        shown.evaluate("""() => {
            const script = document.createElement("script")
            script.textContent = "document.title = 'ran'"
            document.body.append(script)
        }""")
        assert shown.title() != "ran"
