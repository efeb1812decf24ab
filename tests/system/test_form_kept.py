"""What is typed into the form stays there: through a crash, in one browser alone, until erased."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from pnet_prep.render.form import render_form
from tests.system.browser import FLAGS
from tests.system.forms import (
    LETTER,
    add,
    choose,
    opened_form,
    question,
    saved,
    short_page,
    watched,
)
from tests.unit.formed import shipped, shortened

pytestmark = pytest.mark.system("chromium")

REFUSED = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('refused') }})"
KEPT = "() => !storage.waiting.size && storage.saved"


def started(chromium: Browser, profile: Path) -> BrowserContext:
    """A browser that keeps its data in a folder, as people's browsers do."""
    return chromium.browser_type.launch_persistent_context(
        profile, executable_path=shutil.which("chromium"), args=FLAGS
    )


@contextmanager
def lasting(chromium: Browser, profile: Path) -> Iterator[BrowserContext]:
    """The same, closed in peace."""
    context = started(chromium, profile)
    yield context
    context.close()


def kill(profile: Path) -> None:
    """End the browser that uses this folder, at once and without a word, as a power cut would."""
    own = f"--user-data-dir={profile}\0".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if own in (process / "cmdline").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)


def reason(page: Page) -> str:
    return question(page, "visit.reason").locator("textarea").input_value()


def test_what_was_typed_a_second_before_the_browser_dies_is_back(chromium, tmp_path):
    profile, address = tmp_path / "profile", saved(tmp_path, short_page())
    page = started(chromium, profile).new_page()
    page.goto(address)
    page.wait_for_selector(":root[data-ready]", state="attached")
    add(page, "medicine").locator("input[type=text]").first.fill("omeprazole")
    question(page, "visit.reason").locator("textarea").press_sequentially("Tired, and cold")
    time.sleep(1)
    kill(profile)
    with lasting(chromium, profile) as context, watched(context, address) as page:
        assert reason(page) == "Tired, and cold"
        assert page.locator("#status").inner_text() == "Saved on this device."
        legends = page.locator("[data-list=medicine] .entry > legend").all_text_contents()
        assert legends == ["Medicines, number 1: omeprazole"]


def test_somebody_who_types_without_a_pause_is_saved_every_second(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page()) as page:
        page.evaluate("""() => {
            const field = document.querySelector("[data-q='visit.reason'] textarea")
            window.typing = setInterval(() => {
                field.value += "x"
                field.dispatchEvent(new Event("input", {bubbles: true}))
            }, 50)
        }""")
        page.wait_for_function("() => storage.saved", timeout=3000)
        assert page.locator("#status").inner_text() == "Saved on this device."
        page.evaluate("() => clearInterval(window.typing)")


def test_two_windows_of_one_form_do_not_undo_each_other(chromium, tmp_path):
    address = saved(tmp_path, short_page())
    with lasting(chromium, tmp_path / "profile") as context:
        with watched(context, address) as one, watched(context, address) as other:
            question(one, "visit.reason").locator("textarea").fill("tired")
            choose(other, "safety.mind", "none")
            one.wait_for_function(KEPT)
            other.wait_for_function(KEPT)
        with watched(context, address) as page:
            assert page.evaluate("[...records.keys()].sort()") == ["safety.mind ", "visit.reason "]


def test_another_form_in_the_same_browser_shows_nothing_of_it(chromium, tmp_path):
    address = saved(tmp_path, short_page())
    with lasting(chromium, tmp_path / "profile") as context:
        with watched(context, address) as page:
            question(page, "visit.reason").locator("textarea").fill("tired")
            page.wait_for_function(KEPT)
        other = shortened(shipped())._replace(id="fedcba9876543210")
        folder = tmp_path / "other"
        folder.mkdir()
        with watched(context, saved(folder, render_form(other, LETTER))) as page:
            assert reason(page) == ""
            page.locator("#erase").click()
            page.locator("#gone").click()
        with watched(context, address) as page:
            assert reason(page) == "tired"


def test_answers_are_erased_only_after_a_second_press(chromium, tmp_path):
    address = saved(tmp_path, short_page())
    with lasting(chromium, tmp_path / "profile") as context:
        with watched(context, address) as page:
            question(page, "visit.reason").locator("textarea").fill("tired")
            add(page, "medicine").locator("input[type=text]").first.fill("omeprazole")
            choose(page, "safety.mind", "fainted")
            page.locator("#erase").press("Enter")
            page.keyboard.press("Escape")
            assert reason(page) == "tired"
            page.locator("#erase").click()
            page.locator("#gone").click()
            page.wait_for_function("() => document.getElementById('told').textContent")
            assert page.locator("#told").inner_text() == "Your answers are erased from this device."
            assert reason(page) == ""
            assert page.locator(".entry, #urgent:not([hidden])").count() == 0
            assert page.evaluate("document.activeElement.id") == "erase"
        with watched(context, address) as page:
            assert page.evaluate("records.size") == 0


def test_a_browser_that_keeps_nothing_says_so_and_warns_before_it_closes(chromium, tmp_path):
    context = chromium.new_context()
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto(saved(tmp_path, short_page()))
    page.wait_for_selector(":root[data-ready]", state="attached")
    assert "does not keep" in page.locator("#refused").inner_text()
    assert page.locator("#status").inner_text() == "Not saved. This browser keeps nothing."
    question(page, "visit.reason").locator("textarea").fill("tired")
    warned: list[str] = []

    def accept(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    with page.expect_download():
        page.locator("#download").click()
    page.close(run_before_unload=True)
    page.wait_for_event("close")
    assert warned == ["beforeunload"]
    context.close()


def test_nothing_calls_the_browser_a_private_place() -> None:
    page = short_page().decode()
    assert "private" not in page.lower()
