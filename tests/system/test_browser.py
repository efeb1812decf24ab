"""The checklist in a real browser: read, seen in every light, walked with keys, and printed."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.checklist import Checklist, Fact, Facts, Heading, Lines, Paragraph, Question
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render import RenderOptions
from tests.system.browser import COLORS, NOTE, Look, faults, letters_on, on_paper, opened
from tests.unit.checklists import busy, crowded, empty, hostile, visit
from tests.unit.made import TODAY, told
from tests.unit.printed import squeezed
from tests.unit.test_pointers import CUT

pytestmark = pytest.mark.system("chromium")

CASE = Path(__file__).parent.parent / "cases" / "zoe.yaml"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LARGE = RenderOptions("letter", "large")
LOOKS = {
    "light": Look(),
    "dark": Look("dark"),
    "more contrast": Look("dark", contrast="more"),
    "narrow": Look(width=320),
    "large": Look(options=LARGE),
    "filled": Look(filled=True),
    "all at once": Look("dark", 320, LARGE, filled=True),
}
SMALL = """() => [...document.querySelectorAll("input, textarea, summary, a")]
    .map(one => one.getBoundingClientRect())
    .filter(box => box.width < 24 || box.height < 24).length"""


@cache
def zoe() -> Checklist:
    """A patient of the examples, with all that the questions of the program make of her."""
    content = load()
    case = read_answers(CASE.read_bytes(), CASE.name, content, NOW, QuestionnaireResponse(()))
    return compose(look(content, case.response, case.as_of or NOW.date()))


@pytest.fixture(scope="module")
def paper(chromium, tmp_path_factory) -> PdfReader:
    """The page as it was filled in and printed, on A4."""
    with opened(chromium, tmp_path_factory.mktemp("paper"), zoe(), Look(filled=True)) as page:
        return on_paper(page)


def reaches(page: Page) -> int:
    """How far the page reaches to the side, in pixels."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("how", LOOKS)
def test_nothing_stands_in_the_way_of_people_with_disabilities(chromium, how, tmp_path):
    with opened(chromium, tmp_path, zoe(), LOOKS[how]) as page:
        assert faults(page) == []


@pytest.mark.parametrize("sample", [crowded, empty])
def test_nor_on_a_page_with_much_or_with_nothing_on_it(chromium, sample, tmp_path):
    with opened(chromium, tmp_path, sample()) as page:
        assert faults(page) == []


def test_the_search_for_faults_finds_one(chromium, tmp_path):
    with opened(chromium, tmp_path, visit()) as page:
        page.evaluate("document.querySelector('label').remove()")
        assert faults(page)[0].startswith("label: <input")


@pytest.mark.parametrize("sample", [zoe, crowded, hostile])
def test_nobody_has_to_scroll_sideways(chromium, sample, tmp_path):
    with opened(chromium, tmp_path, sample(), Look(options=LARGE, filled=True)) as page:
        for width in (320, 700, 1100):
            page.set_viewport_size({"width": width, "height": 900})
            assert reaches(page) == width


def test_everything_to_press_is_large_enough(chromium, tmp_path):
    with opened(chromium, tmp_path, zoe(), Look(width=320, filled=True)) as page:
        assert page.get_by_role("checkbox").count() > 50
        assert page.evaluate(SMALL) == 0


def test_the_page_can_be_filled_in_with_keys_alone(chromium, tmp_path):
    checklist = empty()._replace(blocks=(Question(1, "Why?", "", 2), Question(2, "When?", "", 2)))
    with opened(chromium, tmp_path, checklist) as page:
        for key in ("Tab", "Space", "Tab", *"soon", "Tab"):
            page.keyboard.press(key)
        assert [box.is_checked() for box in page.get_by_role("checkbox").all()] == [True, False]
        assert page.get_by_role("textbox").first.input_value() == "soon"
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "solid 3px" in outline


def test_a_field_grows_with_what_is_written(chromium, tmp_path):
    checklist = empty()._replace(blocks=(Question(1, "Why?", "", 2),))
    with opened(chromium, tmp_path, checklist) as page:
        field = page.get_by_role("textbox")
        assert field.evaluate("one => one.offsetHeight") >= 2 * 24
        field.fill("They said to come back.\n" * 30)
        assert field.evaluate("one => one.scrollHeight <= one.clientHeight")


def test_not_even_a_planted_script_runs(chromium, tmp_path):
    refused = pytest.raises(AssertionError, match="Content Security Policy")
    with refused, opened(chromium, tmp_path, visit()) as page:
        page.evaluate("""() => {
            const script = document.createElement("script")
            script.textContent = "document.title = 'ran'"
            document.body.append(script)
        }""")
        assert page.title() == visit().title


@pytest.mark.parametrize(
    ("sample", "size"),
    [(zoe, "a4"), (zoe, "letter"), (visit, "letter"), (busy, "a4"), (busy, "letter")],
)
def test_page_one_is_for_the_doctor_and_the_questions_follow(chromium, sample, size, tmp_path):
    checklist = sample()
    with opened(chromium, tmp_path, checklist, Look(options=RenderOptions(size))) as page:
        first, second, *_ = letters_on(on_paper(page))
    sheet, heading = checklist.sheet, checklist.blocks[0]
    for text in (sheet.title, *sheet.facts, *sheet.flags, sheet.opening):
        assert squeezed(text) in first
    for fact in sheet.panels:
        assert all(squeezed(value) in first for value in fact.values)
    assert isinstance(heading, Heading)
    assert f"{squeezed(heading.text)}1." in second


@pytest.mark.parametrize(
    ("name", "page_of_questions"),
    [("what makes a symptom better", 2), ("a dose", 2), ("all of it", 3)],
)
def test_a_long_answer_does_not_push_the_questions_far_down(
    chromium, name, page_of_questions, tmp_path
):
    some = [name] if name in CUT else {*CUT} - {"a symptom of one's own"}
    answers = {place: value for one in some for place, value in CUT[one].items()}
    with opened(chromium, tmp_path, compose(look(load(), told(answers), TODAY))) as page:
        texts = letters_on(on_paper(page))
    begins = next(number for number, text in enumerate(texts, 1) if "Myquestions" in text)
    assert begins <= page_of_questions


def test_each_piece_of_paper_says_whose_it_is_and_its_number(paper):
    for number, text in enumerate(letters_on(paper), 1):
        assert squeezed(zoe().footer) in text
        assert f"Page{number}of{len(paper.pages)}" in text


def test_no_question_is_split_and_no_note_is_lost(paper):
    printed = letters_on(paper)
    asked = [block for block in zoe().blocks if isinstance(block, Question)]
    for number, question in enumerate(asked):
        (at,) = [
            text for text in printed[1:] if squeezed(f"{question.number}. {question.text}") in text
        ]
        assert squeezed(question.because) in at
        assert squeezed(f"{number}: {NOTE}") in at


def test_what_asks_for_words_stays_above_its_lines(chromium, tmp_path):
    call = (Heading(1, "Whom"), Paragraph("Now"), Paragraph("Team"), Lines(2), Paragraph("End"))
    for above in (30, 31, 32):
        sample = visit()._replace(blocks=(*(Paragraph("x"),) * above, *call))
        with opened(chromium, tmp_path, sample) as page:
            ends = [text.partition("Whom")[2] for text in letters_on(on_paper(page))]
        assert [end.startswith("NowTeam") for end in ends if end] == [True]


@pytest.mark.parametrize(
    ("options", "size"), [(RenderOptions(), (595, 842)), (LARGE, (612, 792))], ids=["a4", "letter"]
)
def test_it_asks_for_its_paper(chromium, options, size, tmp_path):
    with opened(chromium, tmp_path, visit(), Look(options=options)) as page:
        box = on_paper(page).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_heads_of_a_table_stand_on_each_page_of_it(chromium, tmp_path):
    facts = (Fact("Dose taken", ("40 mg",)), Fact("Taken for", ("the stomach",)))
    blocks = tuple(Facts(f"medicine {number}", facts) for number in range(80))
    with opened(chromium, tmp_path, empty()._replace(blocks=blocks)) as page:
        printed = [text for text in letters_on(on_paper(page)) if "medicine" in text]
    assert len(printed) > 1
    assert all("Dosetaken" in text for text in printed)


def test_paper_is_black_on_white_in_the_dark_too(chromium, tmp_path):
    with opened(chromium, tmp_path, zoe(), Look("dark", filled=True)) as page:
        page.emulate_media(media="print", color_scheme="dark")
        seen = set(page.evaluate(COLORS))
    assert seen <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_no_name_can_break_out_of_the_foot_of_the_page(chromium, tmp_path):
    footer = '"}}</style><script>x</script>*{display:none}\\'
    with opened(chromium, tmp_path, visit()._replace(footer=footer)) as page:
        printed = letters_on(on_paper(page))
    assert all(squeezed(footer) in text for text in printed)
    assert squeezed(visit().sheet.opening) in printed[0]
