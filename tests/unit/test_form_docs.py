"""What ``docs/form-answers.md`` shows is what the program reads."""

import json
import re
from pathlib import Path

from pnet_prep.content.files import MAX_BYTES
from pnet_prep.content.form_answers import read_form
from pnet_prep.content.form_text import find_forms
from pnet_prep.content.load import load
from pnet_prep.model.response import QuestionnaireResponse
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer
from tests.unit.browser_form import as_text

PAGE = (Path(__file__).parents[2] / "docs" / "form-answers.md").read_text(encoding="utf-8")
SHOWN = re.search("```json\n(.*?)```", PAGE, re.DOTALL)


def test_the_file_on_the_page_is_read_whole():
    assert SHOWN
    (plain,) = find_forms(SHOWN[1].encode()).forms
    assert find_forms(as_text(plain).encode()).forms == (plain,)
    found = read_form(plain, load(), "x")
    assert (found.visit, found.unread, found.not_theirs) == (plain["visit"], (), 0)
    shown = {
        (a.item, a.entry and a.entry == "k3j2h1g0"): a.value
        for a in QuestionnaireResponse(found.answers).shown
    }
    assert shown == {
        ("helper.name", False): "Luis",
        ("helper.relation", False): "son",
        ("symptom.stool", ""): ("diarrhea",),
        ("symptom.diarrhea.onset", ""): DateSaid("about three weeks ago", "2026-11-04~"),
        ("symptom.diarrhea.worst", ""): 7,
        ("symptom.diarrhea.pattern", ""): NonAnswer.NOT_SURE,
        ("medicine.name", True): "Omeprazole",
        ("medicine", False): ListMark.REMOVED,
        ("allergy", ""): ListMark.COMPLETE,
    }


def test_every_key_of_the_example_is_told_on_the_page():
    assert SHOWN
    told = set(re.findall("`([a-z_]+)`", PAGE))
    keys = {key for key in re.findall('"([a-z]+)":', SHOWN[1]) if key != "none"}
    assert keys - {"format", "id"} <= told
    assert json.loads(SHOWN[1])["format"] == 1
    assert f"at most {MAX_BYTES >> 20} MB" in PAGE
