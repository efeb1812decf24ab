"""Whatever people type, in whatever script and however long: every word of it is in every file."""

import json
from io import BytesIO
from itertools import groupby

import pytest
from pypdf import PdfReader

from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.engine.text import show
from pnet_prep.render import RenderOptions, render
from pnet_prep.render.document import document
from pnet_prep.render.screen import render as on_screen
from tests.longer import dice, times
from tests.test_inert_text import text_of_markdown
from tests.unit.browsed import Page
from tests.unit.hostile import CONTROLS, HOSTILE
from tests.unit.made import MARIA, TODAY, told
from tests.unit.spelled import spelled

PLACES = (
    ("person.name", ""),
    ("visit.reason", ""),
    ("symptom.own.name", "symptom1"),
    ("symptom.own.helps", "symptom1"),
    ("medicine.name", "pills001"),
    ("medicine.dose", "pills001"),
    ("wish.question.text", "wishes01"),
)
SENTENCE = "It comes after meals, wakes me at night, and goes when I walk about. "
TYPED = {
    "4,000 letters": (SENTENCE * 58)[:4000].strip(),
    "a word of 300 letters": "pneumono" * 37 + "osis",
    "a long address": "https://a.example/" + "path/" * 60 + "?q=1&r=2#end",
    "two lines": "in the morning\nand at night",
    "Latin with marks": "Zoë Nuñez, Łukasz Żółć, Þórður Ævarsson, Ştefan Çelik, Šárka Říhová",
    "Vietnamese": "Nguyễn Thị Ngọc Ánh, đau bụng sau khi ăn",
    "Greek": "Ελένη Παπαδοπούλου, πόνος μετά το φαγητό",
    "Cyrillic": "Владимир Щербаков, боль после еды; Ђорђе Љубишић",
    "Devanagari": "तारा को खाने के बाद दर्द होता है",
    "doses": "75 µg ≥ 5 mg/day, 1.5–2 × ½ tablet (40 mg), 2×/day; <100 mg/dL",
}
RIGHT_TO_LEFT = {
    "Arabic": "محمد علي يعاني من ألم شديد بعد الأكل",
    "Hebrew": "יש לי כאבי בטן אחרי האוכל",
}


@pytest.fixture(scope="module")
def content():
    return load()


def files_with(content, answers, marias=None):
    """What each kind of file, and the screen, says of these answers, without any space."""
    visit = told(answers)
    if marias:
        visit = told({("helper.name", MARIA): "Maria", **marias}, by=MARIA, into=visit)
    checklist = compose(look(content, visit, TODAY))
    made = {
        kind: render(kind, checklist, RenderOptions()) for kind in ("md", "pdf", "html", "json")
    }
    assert made["pdf"].missing == ()
    pages = spelled(PdfReader(BytesIO(made["pdf"].data)))
    data = document(checklist, RenderOptions())
    foot = squeezed(data["footer"] + data["page"].replace("{pages}", str(len(pages))))
    texts = {
        "md": text_of_markdown(made["md"].data)[0],
        "pdf": "".join(
            squeezed(page).removesuffix(foot.replace("{page}", str(number)))
            for number, page in enumerate(pages, 1)
        ),
        "html": Page(made["html"].data.decode()).text,
        "json": "".join(map(show, strings(json.loads(made["json"].data)))),
        "show": on_screen(checklist, RenderOptions()).data.decode(),
    }
    return {kind: squeezed(text) for kind, text in texts.items()}


def strings(part):
    match part:
        case str():
            yield part
        case dict():
            yield from strings(list(part.values()))
        case list():
            for inner in part:
                yield from strings(inner)


def squeezed(text):
    return "".join(text.replace("\u200b", "").split())


def lost(files, texts):
    """What is missing, by kind of file."""
    sought = {squeezed(show(text)) for text in texts}
    gone = {kind: [text for text in sought if text not in said] for kind, said in files.items()}
    return {kind: texts for kind, texts in gone.items() if texts}


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_in_any_place_stands_in_every_file(content, name):
    answers = {place: f"{number}) {TYPED[name]} ({number}" for number, place in enumerate(PLACES)}
    assert lost(files_with(content, answers), answers.values()) == {}


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_words_from_right_to_left_stand_in_every_file(content, name):
    files = files_with(content, dict.fromkeys(PLACES, RIGHT_TO_LEFT[name]))
    drawn = once_each(files.pop("pdf")[::-1])  # a letter drawn in two parts is spelled twice
    assert lost(files, [RIGHT_TO_LEFT[name]]) == {}
    words = RIGHT_TO_LEFT[name].split()
    assert [word for word in words if drawn.count(once_each(word)) < len(PLACES)] == []


def test_a_dose_behind_a_name_from_right_to_left_keeps_its_unit(content):
    name, dose = "أوميبرازول", "40 mg, daily"
    answers = {("medicine.name", "pills001"): name, ("medicine.dose", "pills001"): dose}
    answers |= {("wish.question.text", "wishes01"): f"{name} {dose}"}
    checklist = compose(look(content, told(answers), TODAY))
    made = {kind: render(kind, checklist, RenderOptions()).data for kind in ("md", "html", "txt")}
    for data in made.values():
        assert f"\u200e{dose}" in data.decode().replace("\u00a0", " ")
    paper = PdfReader(BytesIO(render("pdf", checklist, RenderOptions()).data))
    drawn = "".join(page.extract_text() for page in paper.pages).replace("\u00a0", " ")
    assert drawn.count(dose) == drawn.count("mg") > 2  # in the order it is drawn in
    assert "\u200e" not in render("json", checklist, RenderOptions()).data.decode()


def once_each(text):
    return "".join(letter for letter, _ in groupby(text))


def test_sixty_medicines_stand_in_every_file_with_their_doses(content):
    answers = {}
    for number in range(60):
        answers["medicine.name", f"pill{number:04}"] = f"medicine number {number:02}"
        answers["medicine.dose", f"pill{number:04}"] = f"{number}.5 mg in the morning"
    assert lost(files_with(content, answers), answers.values()) == {}


def test_what_two_people_say_of_the_same_stands_in_every_file(content):
    both = {("symptom.own.name", "symptom1"): "spells"}
    own, hers = ({("symptom.own.helps", "symptom1"): f"{n} {SENTENCE * 8}"} for n in "12")
    files = files_with(content, both | own, hers)
    assert lost(files, (*own.values(), *hers.values())) == {}


@pytest.mark.parametrize("place", ["wish.question.text", "medicine.name", "symptom.own.name"])
def test_what_looks_like_markup_or_code_stands_in_every_file(content, place):
    texts = (*HOSTILE, *CONTROLS)
    answers = {(place, f"entry{n:03}"): f"{n}. {text}" for n, text in enumerate(texts)}
    answers |= {(place, f"start{n:03}"): text for n, text in enumerate(texts)}
    assert lost(files_with(content, answers), answers.values()) == {}


LETTERS = (
    "".join(map(chr, range(0x20, 0x7F))) * 2 + "éßøłŞžἀжЩ½µ≥–“”…\n\t\x1b\x07\x9b\u202e\u2066\ufeff"
)


@pytest.mark.parametrize("seed", range(times(4)))
def test_texts_made_by_chance_stand_in_every_file(content, seed):
    rolled = dice(f"paper {seed}")
    texts = ["".join(rolled.choices(LETTERS, k=rolled.randint(1, 40))) for _ in range(250)]
    answers = {
        ("wish.question.text", f"entry{number:03}"): f"{number}) {text} ({number}"
        for number, text in enumerate(texts)
    }
    assert lost(files_with(content, answers), answers.values()) == {}


def test_what_is_not_there_is_missed(content):
    files = files_with(content, dict.fromkeys(PLACES, "here"))
    assert set(lost(files, ["nowhere"])) == {"md", "pdf", "html", "json", "show"}
