"""What six example patients get in the formats that a program, a portal or a browser reads."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pnet_prep.content.answers_file import read_answers
from pnet_prep.content.load import load
from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.render import RenderOptions, render
from pnet_prep.render.txt import LONGEST, size

CASES = {path.stem: path for path in (Path(__file__).parent / "cases").glob("*.yaml")}
APPROVED = ("zoe", "c1", "c5", "rf04-fires", "deciding-gp", "follow_up-oncology")
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def content():
    return load()


@pytest.fixture(scope="module")
def checklist(content):
    def of(name):
        case = read_answers(CASES[name].read_bytes(), name, content, NOW, QuestionnaireResponse(()))
        return compose(look(content, case.response, case.as_of or NOW.date()))

    return of


@pytest.mark.parametrize(
    ("name", "fmt"),
    [
        *((name, "txt") for name in APPROVED),
        *((name, "ics") for name in ("zoe", "rf01-fires", "rf01-near", "rf02-fires", "c1", "c5")),
    ],
)
def test_an_example_patient_gets_what_was_approved(name, fmt, checklist, golden):
    made = render(fmt, checklist(name), RenderOptions())
    golden(f"exported/{name}.{fmt}", made.data.decode() or f"{made.note}\n")


@pytest.mark.parametrize("name", APPROVED)
def test_a_doctor_gets_the_page_one_for_a_browser_that_was_approved(name, checklist, golden):
    made = render("html", checklist(name), RenderOptions()).data.decode()
    before, start, rest = made.partition('<section class="sheet">\n')
    page_one, end, _ = rest.partition("</section>\n")
    assert before.endswith("</p>\n")
    golden(f"exported/{name}.page1.html", start + page_one + end)


@pytest.mark.parametrize("name", APPROVED)
def test_the_page_one_in_markdown_is_what_was_approved(name, checklist, golden, content):
    made = render("md", checklist(name), RenderOptions()).data.decode()
    page_one, begins, _ = made.partition(f"\n## {content.words['print.questions']}\n")
    assert begins
    golden(f"exported/{name}.page1.md", page_one)


KEPT = {
    "people": ("id", "name", "relation"),
    "urgent_signs": ("id", "level"),
    "questions": ("number", "id", "top", "room", "own", "urgent"),
    "answers": ("item", "list", "name", "views"),
    "steps": ("id", "kind"),
}
"""What a program builds on, without the sentences of the questions."""


@pytest.mark.parametrize("name", APPROVED)
def test_a_program_gets_the_ids_and_values_that_were_approved(name, checklist, golden):
    made = json.loads(render("json", checklist(name), RenderOptions()).data)
    for one in made["answers"]:
        one["views"] = {view["by"]: view["value"] for view in one["views"]}
    rows = [
        f"{part}: {json.dumps({key: row[key] for key in keys if key in row}, ensure_ascii=False)}"
        for part, keys in KEPT.items()
        for row in made[part]
    ]
    golden(f"exported/{name}.json.txt", "\n".join(rows) + "\n")


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_message_of_every_example_patient_fits_a_portal(name, checklist):
    made = render("txt", checklist(name), RenderOptions()).data.decode()
    assert size(made) <= LONGEST
    first = checklist(name).sheet.top[0].text
    assert " ".join(first.split()) in made
