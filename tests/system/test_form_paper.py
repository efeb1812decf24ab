"""The form on paper: blank and whole without a script, and with all that was typed."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from pnet_prep.engine.form import NOBODY_YET
from pnet_prep.model.form import For, FormList, FormQuestion
from pnet_prep.render.rendering import RenderOptions
from tests.system.browser import COLORS, faults, letters_on, on_paper
from tests.system.forms import (
    LARGE,
    LETTER,
    LUIS,
    add,
    choose,
    opened_form,
    page_of,
    question,
    saved,
    short_page,
)
from tests.unit.formed import questions, shipped
from tests.unit.printed import squeezed

pytestmark = pytest.mark.system("chromium")

PAGES = 6
"""Of the blank form: 207 questions in three columns at 10 points."""
FOOT = "^Page[0-9]+of[0-9]+Questionsbeforethevisit"
A4 = RenderOptions("a4")
SIZES = {LETTER: (612, 792), A4: (595, 842)}
"""Points, of each paper."""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("body *")]
    .filter(one => one.checkVisibility() && !one.matches("[type=radio], [type=checkbox]"))
    .map(one => parseFloat(getComputedStyle(one).fontSize)))"""


def without_script(chromium: Browser, folder: Path, page: bytes) -> tuple[PdfReader, str]:
    """The page as it prints where no script runs, and what it says on the screen."""
    context = chromium.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(saved(folder, page))
    text = shown.locator("main").inner_text()
    printed = on_paper(shown)
    context.close()
    return printed, text


def asked(one: FormQuestion | FormList, whose: For) -> str:
    """What stands on paper: the question, without what is said after it of how to answer."""
    text = (whose.who == "caregiver" and one.about) or one.text
    return re.sub(r"(?<=[?]) [^?]*$", "", text).replace("{name}", "the patient")


def plain(text: str) -> str:
    return normalize("NFKC", squeezed(text))


@pytest.mark.parametrize(
    ("whose", "options"), [(NOBODY_YET, LETTER), (NOBODY_YET, A4), (LUIS, LETTER)]
)
def test_without_a_script_it_is_a_form_for_a_pen_with_every_question(
    chromium, whose, options, tmp_path
):
    printed, text = without_script(chromium, tmp_path, page_of(whose, options))
    assert "This page cannot keep what you type here." in text
    assert "Download my answers" not in text
    pages = (re.sub(FOOT, "", one) for one in letters_on(printed))
    letters = normalize("NFKC", "".join(pages))
    assert "cannotkeepwhatyoutype" not in letters
    assert "Didyoutickasignthatshouldnotwait?" in letters
    for one in questions(shipped(whose)).values():
        assert plain(asked(one, whose)) in letters
        for option in one.options:
            assert plain(option.text) in letters
    for section in shipped(whose).sections:
        for part in section.parts:
            if isinstance(part, FormList):
                assert plain(asked(part, whose)) in letters
    assert len(printed.pages) <= PAGES
    box = printed.pages[0].mediabox
    assert (round(box.width), round(box.height)) == SIZES[options]


def test_without_a_script_it_is_read_aloud_as_headings_and_lists(chromium, tmp_path):
    # The policy lets no script run that is not the page's own: with one space more it is not.
    page = page_of(NOBODY_YET).replace(b"<script>", b"<script> ")
    shown = chromium.new_page()
    shown.goto(saved(tmp_path, page))
    assert shown.locator("input, textarea").count() == 1, "the one for the text to copy"
    assert faults(shown) == []
    assert shown.get_by_role("heading").count() > 40
    once = (one for name, one in questions(shipped()).items() if name == one.id)
    assert shown.get_by_role("listitem").count() > sum(len(one.options) for one in once) > 700
    shown.close()


def test_answers_that_questions_share_stand_once_on_paper_and_with_each_on_the_screen(
    chromium, tmp_path
):
    asked = questions(shipped(LUIS))
    sharing = ("test.done", "test.planned", "treatment.done", "treatment.now", "treatment.planned")
    printed, _ = without_script(chromium, tmp_path, page_of(LUIS))
    letters = "".join(letters_on(printed))
    for text in {one.text for name in sharing for one in asked[name].options if len(one.text) > 20}:
        assert letters.count(plain(text)) == 1, text
    with opened_form(chromium, tmp_path, page_of(LUIS)) as page:
        for name in sharing:
            labels = question(page, name).locator("label:not(.passed label)")
            assert labels.all_text_contents() == [one.text for one in asked[name].options]
            boxes = labels.locator("input").evaluate_all("all => all.map(one => one.value)")
            assert boxes == [one.id for one in asked[name].options]
        choose(page, "test.planned", "ct")
        assert question(page, "test.done").locator("input:checked").count() == 0


def test_a_page_that_was_not_filled_in_prints_as_the_blank_form(chromium, tmp_path):
    blank, _ = without_script(chromium, tmp_path, short_page())
    with opened_form(chromium, tmp_path, short_page()) as shown:
        printed = on_paper(shown)
        assert shown.locator(".proto").count() == 0
    assert letters_on(printed) == letters_on(blank)


@pytest.mark.parametrize("options", [LETTER, LARGE], ids=["normal", "large"])
def test_every_letter_that_was_typed_is_printed(chromium, options, tmp_path):
    note = " ".join(f"word{number}" for number in range(280))
    assert len(note) > 2000
    with opened_form(chromium, tmp_path, short_page(options)) as page:
        question(page, "visit.reason").locator("textarea").fill(note)
        question(page, "visit.with").locator("input[type=text]").fill("Dr. " + "Rivera, " * 30)
        choose(page, "symptom.stool", "diarrhea")
        question(page, "symptom.diarrhea.note").locator("input[type=text]").fill("also " * 60)
        add(page, "medicine").locator("input[type=text]").first.fill("omeprazole")
        letters = "".join(letters_on(on_paper(page)))
    assert [word for word in note.split() if word not in letters] == []
    assert letters.count("Rivera,") == 30
    assert letters.count("also") == 60
    assert "Medicines,number1:omeprazole" in letters


@pytest.mark.parametrize(
    ("options", "filled", "blank"), [(LETTER, 10.5, 10), (LARGE, 18, 18)], ids=["normal", "large"]
)
def test_no_letter_is_printed_too_small(chromium, options, filled, blank, tmp_path):
    with opened_form(chromium, tmp_path, short_page(options)) as page:
        page.emulate_media(media="print")
        assert page.evaluate(SMALLEST) >= filled * 96 / 72 - 0.01
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".paper.how").is_visible()
        assert page.evaluate(SMALLEST) >= blank * 96 / 72 - 0.01


def test_paper_is_black_on_white_in_the_dark_too(chromium, tmp_path):
    with opened_form(chromium, tmp_path, short_page(), color_scheme="dark") as page:
        choose(page, "safety.mind", "fainted")
        page.emulate_media(media="print", color_scheme="dark")
        seen = set(page.evaluate(COLORS))
    assert seen <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
