"""`pnet-prep form`: for which visit, for whom, in whose questions, and where it is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.form_whose import whose
from pnet_prep.engine.wording import Wording
from pnet_prep.model.form import For
from tests.system.program import SECRET, a_visit, refused, run
from tests.unit.made import EMPTY, LUIS, MARIA, an_answer

PACK = Path(__file__).parent.parent / "packs" / "para"


def written(*arguments: str | Path) -> tuple[Path, str, dict[str, Any]]:
    """The file that the command writes: its path, the page, and what the script is told."""
    done = run("form", *arguments)
    assert done.returncode == 0, done.stderr
    assert "pnet-prep join FILE" in done.stderr
    path = Path(done.stdout.strip())
    page = path.read_text(encoding="utf-8")
    data = page.partition('id="data">')[2].partition("</script>")[0]
    return path, page, json.loads(data)


@pytest.mark.usefixtures("home")
def test_a_form_can_be_made_before_there_is_a_visit(tmp_path):
    path, page, data = written("--out", tmp_path, "--paper", "letter", "--print", "large")
    assert (data["visit"], data["as"], data["person"]) == (None, None, {"id": None, "name": ""})
    assert "size: letter" in page
    assert 'class="large"' in page
    assert path.stat().st_mode & 0o777 == 0o600
    assert str(path) in run("where").stdout


def test_a_form_holds_the_id_of_its_visit_and_no_answer(home, tmp_path):
    visit = a_visit(home)
    first, page, data = written("--out", tmp_path)
    assert data["visit"] == visit.stem
    assert SECRET not in page
    second, _, other = written("--out", tmp_path)
    assert first != second
    assert first.exists()
    assert data["form"] != other["form"]
    a_visit(home, "zzzzzzzz")
    refused(run("form", "--out", tmp_path), 2)
    assert written("1", "--out", tmp_path)[2]["visit"]


@pytest.mark.usefixtures("home")
def test_questions_of_a_clinic_are_in_the_form_and_say_whose_they_are(tmp_path):
    _, page, data = written("--out", tmp_path, "--questions", PACK)
    assert "data-q=para." in page
    assert "Example Rare Growth Group" in page
    said = [data["texts"][place] for _, places, _ in data["flags"] for place in places]
    assert any("Example Rare Growth Group" in text for text in said)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("", For()),
        ("Luis", For("caregiver", LUIS, "Luis")),
        (" LUIS ", For("caregiver", LUIS, "LUIS")),
        ("Zoë", For("patient", "patient", "Zoë")),
        ("Maria", For("caregiver", "", "Maria")),
        ("Ana", For("caregiver", "", "Ana")),
        ("Lu\tis\n", For("caregiver", "", "Lu is")),
    ],
)
def test_a_name_means_the_one_person_who_has_it(name: str, meant: For) -> None:
    names = {"patient": "Zoë", LUIS: "Luis", MARIA: "Maria", "mariabbb": "maria"}
    response = EMPTY.with_answers(
        an_answer("person.name", said, by=person)
        if person == "patient"
        else an_answer("helper.name", said, person, by=person)
        for person, said in names.items()
    )
    assert whose(name, Wording(load(), response)) == meant
