"""Page 1 of the shipped questions: what a doctor looks for first stands there under its name."""

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.engine.readers import for_reader
from pnet_prep.model.checklist import Facts, Heading
from pnet_prep.model.reader import Reader
from pnet_prep.model.values import DateSaid, NonAnswer, OwnWords
from tests.unit.made import EMPTY, MARIA, TODAY, told
from tests.unit.two_visits import read_visit, shipped


def sheet(answers, into=EMPTY, **who):
    return compose(look(shipped(), told(answers, into=into, **who), TODAY)).sheet


def panels(made):
    return {panel.label: panel.values for panel in made.panels}


def medicines(*changes):
    names = {("medicine.name", f"pills{n:03}"): f"pill {n}" for n, _ in enumerate(changes)}
    said = {("medicine.change", f"pills{n:03}"): c for n, c in enumerate(changes) if c}
    return names | said


YEAR = DateSaid("1974", "1974")


@pytest.mark.parametrize(
    ("name", "born", "line"),
    [
        ("Zoë", YEAR, "Zoë (born 1974) · Sex: Female"),
        ("Zoë", None, "Zoë · Sex: Female"),
        ("Zoë", DateSaid("47", "1978/1979"), "Zoë (born between 1978 and 1979) · Sex: Female"),
        ("Zoë", DateSaid("in May", None), "Zoë (born in May) · Sex: Female"),
        ("Zoë", NonAnswer.NOT_SURE, "Zoë · Sex: Female"),
        (None, YEAR, "Born: 1974 · Sex: Female"),
    ],
)
def test_who_the_patient_is_stands_on_the_first_line_and_nowhere_else(name, born, line):
    said = {"person.name": name, "person.born": born, "person.sex": "female"}
    known = told({item: value for item, value in said.items() if value})
    made = compose(look(shipped(), known, TODAY))
    assert (made.sheet.facts[0], made.sheet.named) == (line, True)
    behind = "answers.person" in {getattr(one, "part", "") for one in made.blocks}
    assert behind == (born is NonAnswer.NOT_SURE)


def test_nobody_is_told_apart_by_year_and_sex_where_the_name_is_left_out():
    known = told({"person.name": "Zoë", "person.born": YEAR, "person.sex": "female"})
    made = compose(for_reader(look(shipped(), known, TODAY), Reader.FORUM)).sheet
    assert made.facts == ("Filled in by: patient",)


def test_what_nobody_is_sure_of_is_left_out_of_the_first_lines_and_stands_behind():
    known = {"visit.with": "Dr. A. Rivera", "visit.clinician": "oncology"}
    unsure = ("visit.date", "visit.time", "visit.minutes", "visit.reason")
    made = compose(look(shipped(), told(known | dict.fromkeys(unsure, NonAnswer.NOT_SURE)), TODAY))
    assert made.sheet.facts[0] == "Dr. A. Rivera · Cancer specialist"
    assert "not sure" not in f"{made.title} {made.footer} {made.sheet.facts}"
    facts = [fact for block in made.blocks if isinstance(block, Facts) for fact in block.facts]
    behind = [fact.label for fact in facts if fact.values == ("not sure",)]
    assert behind == ["Date", "Time", "Length", "Reason"]


def test_the_reason_for_the_visit_has_a_line_of_its_own_under_its_name():
    made = sheet({"visit.with": "Dr. A. Rivera", "visit.reason": "Why does my sugar drop?"})
    assert made.facts[:2] == ("Dr. A. Rivera", "Reason: Why does my sugar drop?")


def test_the_kind_of_doctor_is_said_and_not_that_it_is_somebody_else():
    made = sheet({"visit.with": "Dr. A. Rivera", "visit.clinician": "surgery"})
    assert made.facts[0] == "Dr. A. Rivera · Surgeon"
    made = sheet({"visit.with": "Ana", "visit.clinician": "other", "visit.kind": "other"})
    assert made.facts[0] == "Ana"


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        (("",), "Medicines (1)"),
        (("same", ""), "Medicines (2)"),
        (("new", "same", "stopped_by_doctor"), "Medicines (3; 2 changed lately)"),
        ((NonAnswer.NOT_SURE,), "Medicines (1)"),
    ],
)
def test_medicines_are_counted_with_what_changed(changes, label):
    assert label in panels(sheet(medicines(*changes)))


def test_supplements_count_as_medicines():
    made = sheet(medicines("new") | {("supplement.name", "herbs001"): "biotin"})
    assert panels(made)["Medicines (2; 1 changed lately)"] == ("pill 0, new", "biotin")


def test_a_later_visit_counts_what_is_new_changed_and_stopped():
    made = compose(read_visit("second.yaml", read_visit("first.yaml"))).sheet
    assert "Medicines (4; 1 new since last time; 1 changed; 1 stopped)" in panels(made)


def test_what_was_told_what_was_done_and_what_is_planned_stand_apart():
    made = sheet(
        {
            "test.done": ("ct",),
            "diagnosis.told": "yes",
            "diagnosis.grade": "g1",
            "treatment.done": ("chemo",),
            "test.planned": ("mri",),
            "treatment.planned": ("prrt",),
        }
    )
    prrt = "Radioactive medicine by drip (PRRT, such as Lutathera)"
    assert panels(made) == {
        "Known so far": ("Neuroendocrine tumor (NET)", "Grade: 1 (G1)"),
        "Done so far": ("CT scan", "Treatment so far: Chemotherapy"),
        "Planned so far": ("MRI scan", prrt),
    }


def test_not_sure_alone_says_of_what_it_is():
    made = panels(sheet({"test.done": NonAnswer.NOT_SURE, "test.planned": NonAnswer.NOT_SURE}))
    assert made["Done so far"] == ("Tests done: not sure",)
    assert made["Planned so far"] == ("Tests planned: not sure",)


def test_a_number_alone_says_of_what_it_is():
    relative = {("family.relation", "mother01"): "mother", ("family.age", "mother01"): "41"}
    told_of = {"family.known": "known"}
    assert panels(sheet(told_of | relative))["Family"] == ("Mother, age then: 41",)
    relative["family.age", "mother01"] = "at 41"
    assert panels(sheet(told_of | relative))["Family"] == ("Mother, at 41",)


def test_a_relative_is_told_in_few_words():
    mother = {("family.relation", "mother01"): "mother", "family.known": "known"}
    had = {("family.condition", "mother01"): ("high_calcium", "pituitary")}
    made = panels(sheet({**mother, **had}))
    assert made["Family"] == (
        "Mother, high calcium or overactive neck glands and a pituitary tumor",
    )
    unsure = panels(sheet({**mother, ("family.condition", "mother01"): NonAnswer.NOT_SURE}))
    assert unsure["Family"] == ("Mother, had: not sure",)
    own = panels(sheet({**mother, ("family.condition", "mother01"): OwnWords("Lumps")}))
    assert own["Family"] == ("Mother, Lumps",)


def test_who_alone_told_a_panel_is_named_once():
    hers = {"diagnosis.told": "yes", "diagnosis.words": "a lump"}
    into = told({"person.name": "Leo", "test.done": ("ct",)})
    made = panels(sheet({("helper.name", MARIA): "Maria", **hers}, into, by=MARIA))
    assert made["Known so far, told by Maria"] == (
        "Neuroendocrine tumor (NET)",
        "In the doctor's words: a lump",
    )
    assert made["Done so far"] == ("CT scan",)


def test_each_of_two_who_told_a_panel_is_named():
    into = told({"diagnosis.told": "yes"})
    made = panels(
        sheet({("helper.name", MARIA): "Maria", "diagnosis.words": "a lump"}, into, by=MARIA)
    )
    assert made["Known so far"][-1] == "In the doctor's words: Maria: a lump"


def test_the_worst_symptom_stands_first_in_whoevers_view():
    spells = {"symptom.episodes": ("low_sugar",), "symptom.stool": ("diarrhea",)}
    mine = {"symptom.diarrhea.worst": 4, "symptom.low_sugar.worst": 3}
    rows = [row.name for row in sheet({**spells, **mine}).symptoms]
    assert rows == ["Diarrhea (loose or watery stools)", "Low blood sugar"]
    hers = sheet({"symptom.low_sugar.worst": 9}, told({**spells, **mine}), by=MARIA)
    assert [row.name for row in hers.symptoms] == rows[::-1]
    assert [row.name for row in sheet(spells).symptoms] == rows


def test_every_panel_leads_to_a_part_that_tells_it_in_full():
    checklist = compose(read_visit("second.yaml", read_visit("first.yaml")))
    parts = {block.part for block in checklist.blocks if isinstance(block, Heading)}
    assert checklist.sheet.panels
    assert {panel.part for panel in checklist.sheet.panels} <= parts
