"""What stands on paper and what never does, whose words they are, and how they are kept."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnet_prep.engine.compose import compose
from pnet_prep.engine.sheet import NEVER_SHORTENED, TOP
from pnet_prep.engine.small_print import LONGEST_ADDRESS
from pnet_prep.model.checklist import Facts, Heading, Paragraph, Question
from pnet_prep.model.questionnaire import ItemType
from pnet_prep.model.response import BOTH, QuestionnaireResponse
from pnet_prep.model.values import DateSaid, ListMark, NonAnswer, Value
from tests.longer import times
from tests.unit.made import EMPTY, MARIA, PEOPLE, content, removal, seen, told
from tests.unit.paper import ACID, LIFE, MADE, SYMPTOMS, fact, made, panel, paper, ticked
from tests.unit.stored import values

ITEMS = tuple(
    item for item in MADE.questionnaire.by_id.values() if item.type is not ItemType.DISPLAY
)


@pytest.mark.parametrize(
    "place",
    ["life.secret", ("medicine.why", "m1"), ("secrets.name", "s1")],
)
def test_what_is_private_is_printed_nowhere(place):
    around = told({("medicine.name", "m1"): "zinc", ("secrets.name", "s2"): "xyzzy"})
    response = told({place: "xyzzy scan"}, by=MARIA, into=told({place: "xyzzy"}, into=around))
    assert "xyzzy" not in paper(response)
    assert "a picture" not in paper(response)


@pytest.mark.parametrize("value", [NonAnswer.SKIPPED, NonAnswer.DECLINED])
@pytest.mark.parametrize("by", ["patient", MARIA])
def test_what_was_skipped_or_kept_back_is_printed_nowhere(value, by):
    listed = {("medicine.name", "m1"): "zinc", ("symptom.own.name", "s1"): "ache"}
    response = told({**listed, "symptom.belly": ("cramp",), "life.faint": "yes"})
    for item in ITEMS:
        group = MADE.questionnaire.list_of(item.link_id)
        entry = {"medicine": "m1", "symptom.own": "s1", "": ""}.get(group, "x1")
        if not item.items and item.link_id not in {"symptom.belly", "life.faint"}:
            response = told({(item.link_id, entry): value}, by=by, into=response)
    words = MADE.words[f"answer.{value.value}"]
    assert words not in paper(response)


def test_not_sure_is_an_answer_a_doctor_can_read():
    response = told({"life.note": NonAnswer.NOT_SURE})
    assert fact(response, "Note") == ("not sure",)


def test_answer_behind_a_closed_gate_is_not_printed_and_comes_back_with_it():
    response = told({"life.faint": "yes", "life.more": "xyzzy"})
    assert "xyzzy" in paper(response)
    closed = told({"life.faint": "no"}, into=response)
    assert "xyzzy" not in paper(closed)
    assert "xyzzy" in paper(told({"life.faint": "yes"}, into=closed))


def test_entry_that_was_taken_out_is_not_printed():
    response = told({("medicine.name", "m1"): "xyzzy", ("medicine.dose", "m1"): "plugh"})
    gone = response.with_answers([removal(response, "medicine", "m1")])
    assert [word in paper(gone) for word in ("xyzzy", "plugh")] == [False, False]


def test_views_that_differ_stand_side_by_side_with_names():
    response = told({"person.name": "Leo", "life.note": "fine"})
    response = told(
        {("helper.name", MARIA): "Maria", "life.note": "tired"}, by=MARIA, into=response
    )
    assert fact(response, "Note") == ("Leo: fine", "Maria: tired")


def test_two_names_of_one_entry_stand_side_by_side():
    response = told({"person.name": "Leo", ("medicine.name", "m1"): "zinc"})
    response = told({("medicine.name", "m1"): "zinc 25"}, by=MARIA, into=response)
    assert "Leo: zinc" in paper(response)
    assert "helper: zinc 25" in paper(response)


def test_the_patients_own_words_need_no_name():
    assert fact(told({"life.note": "fine"}), "Note") == ("fine",)
    assert fact(told({"life.note": "fine"}, by=BOTH), "Note") == ("fine",)


def test_a_helper_is_named_beside_a_patient_who_speaks_too():
    alone = told({"life.note": "fine"}, by=MARIA)
    assert fact(alone, "Note") == ("fine",)
    beside = told({"person.name": "Leo", "life.faint": "no"}, into=alone)
    assert fact(beside, "Note") == ("helper: fine",)


def test_a_helper_who_told_a_whole_part_is_named_once_above_it():
    response = told({"person.name": "Leo"}, into=told({"life.note": "fine"}, by=MARIA))
    titles = [block.text for block in made(response).blocks if isinstance(block, Heading)]
    assert "Life, told by helper" in titles
    assert fact(response, "Note") == ("fine",)


def test_agreement_leaves_one_view():
    response = told({"life.note": "fine"}, by=BOTH, into=told({"life.note": "fine"}))
    assert fact(response, "Note") == ("fine",)


def test_own_questions_are_never_cut_to_a_tick():
    own = {("wish.question.text", f"w{n}"): f"Own {n}?" for n in range(14)}
    picked: dict[object, Value] = {"wish.top": tuple(f"r{n}" for n in range(10))}
    checklist = made(told(picked, into=told(own)))
    roomy = {block.text: block for block in checklist.blocks if isinstance(block, Question)}
    assert all(roomy[text].lines > 0 for text in own.values())
    assert set(ticked(checklist)).isdisjoint(own.values())


def test_every_question_has_a_place_once():
    own = {("wish.question.text", f"w{n}"): f"Own {n}?" for n in range(5)}
    checklist = made(told(own))
    roomy = [block.text for block in checklist.blocks if isinstance(block, Question)]
    asked = [one for one in (*roomy, *ticked(checklist)) if one.endswith("?")]
    assert sorted(asked) == sorted([*own.values(), *(f"Ask {n}?" for n in range(12))])


def test_sources_are_those_of_the_questions_that_were_raised():
    assert "A leaflet" not in paper(EMPTY)
    raised = paper(told({("medicine.name", "m1"): "losec"}))
    assert "A leaflet" in raised
    assert "A book" not in raised


SOURCES = """
sources:
  one: {title: A leaflet, publisher: A house, url: "https://a.example/b", checked_on: 2026-10}
  two: {title: A film, publisher: A house, url: "https://a.example/LONG", checked_on: 2026-11}
  three: {title: A tale, publisher: Another, url: "http://b.example/c", checked_on: 2026-11}
""".replace("LONG", "x" * LONGEST_ADDRESS)


def test_sources_stand_by_publisher_with_an_address_short_enough_to_type():
    asked = LIFE + ACID.replace("[leaflet]", "[one, two, three]")
    taken = told({("medicine.name", "m1"): "losec"})
    checklist = compose(seen(content(PEOPLE, SYMPTOMS, asked, sources=SOURCES), taken))
    (said,) = (b.text for b in checklist.blocks if isinstance(b, Paragraph) and "A film" in b.text)
    assert said.startswith(
        "A house: A leaflet, a.example/b; A film, a.example · Another: A tale, b.example/c\n"
    )


def test_what_the_first_lines_of_page_1_tell_is_not_told_again():
    day = told({"person.name": "Leo", "visit.date": DateSaid("1 December", "2026-12-01")})
    checklist = made(day)
    assert any("1 December" in line for line in checklist.sheet.facts)
    assert not [block for block in checklist.blocks if isinstance(block, Facts)]
    differs = told({"visit.date": DateSaid("2 December", "2026-12-02")}, by=MARIA, into=day)
    assert len(made(differs).sheet.facts) == len(checklist.sheet.facts)
    assert all(day in "\n".join(made(differs).sheet.facts) for day in ("1 December", "2 December"))


def test_a_long_answer_at_the_top_of_page_1_is_told_again_behind_it():
    long = told({"person.name": "x" * (NEVER_SHORTENED + 1)})
    label = MADE.questionnaire.by_id["person.name"].bare
    assert fact(long, label) == ("x" * (NEVER_SHORTENED + 1),)
    assert fact(told({"person.name": "x" * NEVER_SHORTENED}), label) == ()


def test_a_name_that_is_told_in_two_ways_stands_in_both():
    response = told({"person.name": "Leo"})
    response = told({"person.name": "Leonard"}, by=MARIA, into=response)
    assert "Leonard" in paper(response)


def test_words_are_explained_where_they_are_used():
    assert "a picture" not in paper(EMPTY)
    used = paper(told({"life.note": "two SCANS"}))
    assert "a picture" in used
    assert "a plan of the body" not in used


def test_steps_are_for_those_whose_answers_call_for_them():
    assert "Tell of the faint." not in ticked(made(told({"life.faint": "no"})))
    assert "Tell of the faint." in ticked(made(told({"life.faint": "yes"}, by=MARIA)))


def test_part_without_an_answer_has_no_heading():
    def headings(response: QuestionnaireResponse) -> set[str]:
        return {block.text for block in made(response).blocks if isinstance(block, Heading)}

    assert "Life" not in headings(EMPTY)
    assert "Life" in headings(told({"life.note": "fine"}))
    assert "Symptoms" not in headings(told({"life.note": "fine"}))


def test_day_and_name_stand_in_title_and_footer_and_no_illness_does():
    response = told({"person.name": "Zoë", "visit.date": DateSaid("1 December", "2026-12-01")})
    checklist = made(response)
    assert "1 December" in checklist.title
    assert "Zoë" in checklist.footer


HOSTILE = ["<b>x</b>", "{name}", "{", "\x1b[31m", "\u202eabc", "a | b", "#panic()", "$x$", "\\"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_person_typed_stands_in_the_facts_letter_by_letter(text):
    response = told({"person.name": text, "life.note": text, ("medicine.name", "m1"): text})
    response = told({("medicine.dose", "m1"): text}, into=response)
    assert fact(response, "Note") == (text,)
    assert fact(response, "Dose") == (text,)
    assert panel(response, MADE.words["sheet.panel.medicines"]) == (f"{text}, {text}",)
    assert panel(response, MADE.words["sheet.panel.else"])[0].endswith(text)


ANYTHING = st.tuples(
    st.sampled_from([item.link_id for item in ITEMS]), st.sampled_from(["", "e1"]), values()
)


@settings(max_examples=times(150))
@given(st.lists(ANYTHING, max_size=6), st.dates(date(1900, 1, 2), date(2200, 1, 1)))
def test_no_set_of_answers_stops_the_checklist(said, today):
    response = EMPTY
    for item, entry, value in said:
        response = told({(item, entry): value}, into=response)
    checklist = compose(seen(MADE, response, today))
    assert len(checklist.sheet.top) == TOP


@pytest.mark.parametrize("mark", list(ListMark))
def test_marks_of_a_list_are_no_answers(mark):
    assert MADE.words[f"answer.{mark.value}"] not in paper(told({"medicine": mark}))
