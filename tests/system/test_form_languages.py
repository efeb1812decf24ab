"""The form in other languages: no English is left, and it runs as the language does."""

import re
from pathlib import Path

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.form import form_of
from pnet_prep.model.form import Form
from pnet_prep.render.form import render_form
from tests.system.browser import faults, letters_on, on_paper
from tests.system.forms import LETTER, LUIS, add, choose, opened_form, question
from tests.unit.formed import shortened
from tests.unit.pseudo import accented, arabic, english, head, translation, write

pytestmark = pytest.mark.system("chromium")

LANGUAGES = {"en-XA": (accented, "ltr"), "ar-XB": (arabic, "rtl")}


@pytest.fixture(scope="module", params=LANGUAGES)
def form(request, tmp_path_factory) -> Form:
    say, direction = LANGUAGES[request.param]
    about = head(request.param, direction)
    folder = tmp_path_factory.mktemp(request.param)
    made = load((write(folder / "made", translation(english(), say, about)),))
    return shortened(form_of(made, "0123456789abcdef", "k3v9x2ab", LUIS))


def test_form_in_another_language_has_no_fault_and_no_english(chromium, form, tmp_path: Path):
    page = render_form(form, LETTER)
    with opened_form(chromium, tmp_path, page, viewport={"width": 320, "height": 800}) as shown:
        root = shown.locator(":root")
        assert (root.get_attribute("lang"), root.get_attribute("dir")) == (
            form.language,
            form.direction,
        )
        choose(shown, "safety.mind", "fainted")
        choose(shown, "symptom.stool", "diarrhea")
        question(shown, "symptom.diarrhea.times").locator("[inputmode]").fill("x")
        add(shown, "medicine").locator("input[type=text]").first.fill("aspirin")
        shown.locator("#copy").click()
        shown.wait_for_function("() => document.getElementById('told').textContent")
        assert faults(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth") == 320
        # That nobody has checked the words is said in English too.
        notices = shown.locator("main > p[dir=auto]")
        assert notices.count() == len([one for one in form.notices if one])
        notices.evaluate_all("all => all.forEach(one => one.remove())")
        said = shown.locator("body").inner_text()
        box = question(shown, "safety.mind").locator("input").first.bounding_box()
        assert box
        assert (box["x"] > 160) is (form.direction == "rtl")
        assert letters_on(on_paper(shown))
    known = {"answers", "aspirin", "json", "mmol", "pnet", "prep"}
    assert set(re.findall(r"(?<![\w&])[a-z]{3,}(?!\w)", said)) - known == set()
