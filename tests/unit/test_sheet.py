"""Page 1: three questions, a row a symptom, and the urgent signs that may stand there."""

from pnet_prep.engine.sheet import TOP
from pnet_prep.engine.with_room import ROOMY
from pnet_prep.model.checklist import Question
from pnet_prep.model.response import BOTH, QuestionnaireResponse
from pnet_prep.model.values import NonAnswer, Value
from tests.unit.made import EMPTY, MARIA, told
from tests.unit.paper import MADE, made, panel, paper, ticked


def cramps(*worst: tuple[str, Value]) -> QuestionnaireResponse:
    response = told({"symptom.belly": ("cramp",)})
    for by, value in worst:
        response = told({"symptom.cramp.worst": value}, by=by, into=response)
    return response


def test_symptom_has_a_cell_a_column_and_second_views_below():
    (row,) = made(cramps(("patient", 4), (MARIA, 8))).sheet.symptoms
    assert (row.name, row.cells) == ("Cramps", ("4 of 10",))
    (views,) = row.views
    assert views.startswith("Worst: ")
    assert "4 of 10" in views
    assert "helper: 8 of 10" in views


def test_cell_the_patient_skipped_shows_what_another_person_saw():
    (row,) = made(cramps(("patient", NonAnswer.SKIPPED), (MARIA, 8))).sheet.symptoms
    assert (row.name, row.cells) == ("Cramps, told by helper", ("8 of 10",))


def test_symptom_that_was_not_chosen_has_no_row():
    assert made(told({"symptom.cramp.worst": 9})).sheet.symptoms == ()
    (own,) = made(told({("symptom.own.name", "s1"): "ache"})).sheet.symptoms
    assert (own.name, own.cells) == ("ache", ("",))


def test_page_1_has_three_questions_and_the_next_pages_the_rest():
    checklist = made(EMPTY)
    assert [one.number for one in checklist.sheet.top] == list(range(1, TOP + 1))
    roomy = [block for block in checklist.blocks if isinstance(block, Question)]
    assert [one.number for one in roomy] == list(range(1, ROOMY + 1))
    assert [one.text for one in roomy[:TOP]] == [one.text for one in checklist.sheet.top]
    rest = {f"Ask {n}?" for n in range(12)} - {one.text for one in roomy}
    assert rest <= set(ticked(checklist))


def test_private_flag_is_printed_only_if_the_patient_wants_it():
    harm = told({"life.harm": "yes", "life.faint": "yes"})
    assert len(made(harm).sheet.flags) == 1
    assert "harm" not in paper(harm)
    assert "harm" not in paper(told({"life.print": "yes"}, by=MARIA, into=harm))
    assert "harm" not in paper(told({"life.print": NonAnswer.NOT_SURE}, into=harm))
    assert "harm" in paper(told({"life.print": "yes"}, into=harm))


def test_flag_says_what_and_when_and_never_what_was_not_said():
    (flag,) = made(told({"life.faint": "yes"}, on="2026-11-20")).sheet.flags
    assert "fainting" in flag
    assert "2026" in flag
    (unsure,) = made(told({"life.faint": NonAnswer.NOT_SURE})).sheet.flags
    assert "fainting" not in unsure


def test_lists_stand_in_their_panels_an_entry_a_line():
    response = told({("medicine.name", "m1"): "zinc", ("medicine.name", "m2"): "iron"})
    response = told({("medicine.dose", "m1"): "one"}, into=response)
    title = MADE.words["sheet.panel.medicines"]
    assert panel(response, title) == ("zinc, one", "iron")
    assert panel(EMPTY, title) == ()


def test_no_and_none_of_these_take_no_room_on_page_1():
    title = MADE.words["sheet.panel.else"]
    assert panel(told({"life.faint": "no"}), title) == ()
    assert len(panel(told({"life.faint": "yes"}), title)) == 1


def test_everybody_who_typed_is_named():
    response = told({"person.name": "Leo"}, by="patient", typed=MARIA)
    response = told({("helper.name", MARIA): "Maria"}, by=MARIA, into=response)
    *_, people = made(response).sheet.facts
    assert "Maria" in people
    assert "Leo" not in people


def test_who_chose_wrongly_at_first_has_filled_in_nothing():
    response = told({"person.answering": "caregiver"}, by=MARIA)
    response = told({"person.answering": "patient", "person.name": "Leo"}, into=response)
    *_, people = made(response).sheet.facts
    assert people == MADE.words["sheet.filled_by"].replace("{people}", "Leo")


def test_helper_who_typed_only_what_others_say_is_named():
    response = told({("helper.name", MARIA): "Maria", "person.name": "Leo"}, by=BOTH)
    *_, people = made(response).sheet.facts
    assert "Maria" in people
    response = told({("helper.name", MARIA): "Maria", "person.name": "Leo"}, typed=MARIA)
    *_, people = made(response).sheet.facts
    assert people == MADE.words["sheet.filled_by"].replace("{people}", "Maria")
