"""A short paper for a portal loses nothing: what page 1 has no room for stands behind it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pnet_prep.cli.printing import _ROOM
from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.engine.readers import for_reader, shaped, weight
from pnet_prep.model.checklist import Fact, Heading, SheetSymptom
from pnet_prep.model.reader import Reader
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render import RenderOptions
from tests.unit.checklists import visit
from tests.unit.printed import letters, printed, squeezed

CASES = Path(__file__).parents[1] / "cases"
CONTENT = load()
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
BARE = visit().sheet._replace(symptoms=(), panels=(), flags=())
LONG = "The pain comes after meals and wakes me at night. "
CELLS = (
    "about Easter (April 2026)",
    "Comes and goes",
    "4 of 10",
    "rest, warm drinks",
    "long walks",
)
GROWN = {
    "symptoms": lambda n: BARE._replace(
        symptoms=tuple(SheetSymptom(f"Tiredness {one}", CELLS) for one in range(n))
    ),
    "a long cell": lambda n: BARE._replace(
        symptoms=(SheetSymptom("Pain", (*CELLS[:4], LONG * n)),)
    ),
    "views": lambda n: BARE._replace(
        symptoms=tuple(SheetSymptom("Pain", ("",) * 5, "", ("Ana: 4; Luis: 7",)) for _ in range(n))
    ),
    "medicines": lambda n: BARE._replace(
        panels=(Fact("Medicines", tuple(f"medicine {one} 40 mg" for one in range(n))),)
    ),
    "panels": lambda n: BARE._replace(panels=tuple(Fact(f"Panel {i}", ("x",)) for i in range(n))),
    "questions": lambda n: BARE._replace(
        top=tuple(one._replace(text="Could it be? " * n) for one in BARE.top)
    ),
    "flags": lambda n: BARE._replace(flags=tuple(f"fainting {one}" for one in range(n))),
}


@pytest.mark.parametrize("what", GROWN)
def test_page_one_holds_what_it_is_said_to_hold(what):
    most = max(n for n in range(40) if weight(GROWN[what](n)) <= _ROOM["normal"])
    full = visit()._replace(sheet=GROWN[what](most), blocks=visit().blocks[-1:])
    for paper in ("a4", "letter"):
        assert "seepage" not in letters(printed(full, RenderOptions(paper=paper)))


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("name", ["zoe", "c1"])
def test_a_portal_gets_every_word_of_page_one(name, size):
    read = read_answers(
        (CASES / f"{name}.yaml").read_bytes(), name, CONTENT, NOW, QuestionnaireResponse(())
    )
    whole = compose(for_reader(look(CONTENT, read.response, NOW.date()), Reader.PORTAL))
    paper = shaped(whole, Reader.PORTAL, _ROOM[size])
    answers = [b for b in paper.blocks if isinstance(b, Heading) and b.part.startswith("answers.")]
    assert bool(answers) == (size == "large" or name == "zoe")
    told = letters(printed(paper, RenderOptions(print=size)))
    panels = [value for panel in paper.sheet.panels for value in panel.values]
    rows = [cell for row in paper.sheet.symptoms for cell in row.cells]
    for text in filter(None, (*paper.sheet.facts, *panels, *rows)):
        assert squeezed(text) in told


def test_other_kinds_of_file_are_never_longer_for_that():
    crowded = visit()._replace(sheet=GROWN["medicines"](60))
    assert shaped(crowded, Reader.DOCTOR, 0).blocks == crowded.blocks
    assert shaped(crowded, Reader.PORTAL).blocks == shaped(crowded, Reader.PORTAL, 10**6).blocks
