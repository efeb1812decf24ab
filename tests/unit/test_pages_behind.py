"""What the last pages say: who gets what, whom to call, and when the questions were checked."""

import pytest

from pnet_prep.engine.compose import compose
from pnet_prep.engine.picture import look
from pnet_prep.model.checklist import Fact, Facts, Heading, Lines, Paragraph, TickList
from pnet_prep.model.values import NonAnswer, Value
from tests.unit.made import EMPTY, MARIA, TODAY, told
from tests.unit.two_visits import shipped

WORDS = shipped().words
BEFORE = "steps.before"


def part(answers, name, into=EMPTY, **who):
    """The blocks under a heading of the paper."""
    blocks = compose(look(shipped(), told(answers, into=into, **who), TODAY)).blocks
    begins = next(n for n, one in enumerate(blocks) if getattr(one, "part", "") == name)
    rest = blocks[begins + 1 :]
    ends = next((n for n, one in enumerate(rest) if isinstance(one, Heading)), len(rest))
    return rest[:ends]


def test_what_to_bring_has_room_for_who_gets_it_where_somebody_helps():
    (alone,) = part({"person.name": "Zoë"}, "steps.bring")
    (helped,) = part({("helper.name", MARIA): "Maria"}, "steps.bring", by=MARIA)
    assert isinstance(alone, TickList)
    assert isinstance(helped, TickList)
    assert helped.items == alone.items
    assert (helped.room, alone.room) == ("Who gets it", "")


def test_nobody_is_told_to_book_a_visit_that_is_booked():
    def before(**answers):
        (ticks,) = part({key.replace("_", "."): said for key, said in answers.items()}, BEFORE)
        return ticks.items

    book, referral = (one.text for one in shipped().preparation[:2])
    assert book in before()
    assert book not in before(visit_date="1 December 2026")
    assert referral in before(visit_referral="none")
    assert referral not in before(visit_referral="seen")


def test_the_number_of_the_team_stands_there_or_there_is_room_for_it():
    _, room, lines, _ = part({"person.country": "us"}, "phones")
    assert room == Paragraph(WORDS["print.team_number"])
    assert isinstance(lines, Lines)
    team, emergency, last = part({"person.country": "us", "team.phone": "555 0100"}, "phones")
    assert last == Paragraph(WORDS["print.not_advice"], small=True)
    assert "555 0100" in team.text
    assert "911" in emergency.text


def test_what_the_lines_for_an_emergency_tell_stands_nowhere_else():
    own = {"person.country": "us", "team.phone": "555 0100"}
    made = compose(look(shipped(), told(own), TODAY))
    assert "answers.person" not in {getattr(one, "part", "") for one in made.blocks}
    (hers,) = part(
        {}, "answers.person", into=told({"person.country": "uk"}, into=told(own), by=MARIA)
    )
    assert [one.label for one in hers.facts] == ["Country"]


def test_names_of_which_nothing_more_is_known_are_one_fact():
    zinc, iron, dose = (
        ("supplement.name", "a"),
        ("supplement.name", "b"),
        ("supplement.dose", "a"),
    )
    names = {zinc: "zinc", iron: "iron"}
    (facts,) = part(names, "answers.medicines")
    assert (facts.title, facts.facts) == ("", (Fact("Supplements", ("zinc · iron",)),))
    assert part({**names, dose: "5 mg"}, "answers.medicines") == ()


def test_the_small_print_says_when_the_questions_were_checked_and_are_due():
    *_, last = (one for one in part({}, "sources")[0].text.split("\n"))
    assert last.endswith(
        WORDS["print.reviewed"].format(checked="November 2026", due="November 2027")
    )


def test_each_publisher_is_named_once_and_the_month_of_all_its_pages_once():
    lows = {"symptom.episodes": ("low_sugar",), "visit.stage": ("looking",)}
    pages, days = part(lows, "sources")[0].text.split("\n")
    publishers = [one.publisher for one in shipped().sources]
    named = [one for one in dict.fromkeys(publishers) if f"{one}: " in pages]
    assert len(named) > 2
    assert [one for one in named if pages.count(f"{one}: ") > 1] == []
    assert days.startswith(WORDS["print.read"].format(checked="November 2026"))
    assert "2026-11" not in pages


def test_the_site_of_several_pages_of_a_publisher_is_named_once():
    lows = {"symptom.episodes": ("low_sugar",), "symptom.stool": ("diarrhea",)}
    pages = part(lows, "sources")[0].text
    assert "Diarrhea; Hypoglycemia, www.niddk.nih.gov" in pages


def test_the_words_that_are_explained_stand_by_their_letters():
    (facts,) = part({"symptom.episodes": ("low_sugar",)}, "glossary")
    words = [one.label.casefold() for one in facts.facts]
    assert len(words) > 4
    assert words == sorted(words)


STOOL, NONE = "symptom.stool", ("none",)
LISTS: dict[str, tuple[Value, Value | None, bool]] = {
    "one symptom with a card": (("diarrhea",), None, False),
    "none of them": (NONE, None, True),
    "not sure": (NonAnswer.NOT_SURE, None, True),
    "two who differ": (("diarrhea",), ("diarrhea", "constipation"), True),
    "two who agree": (("diarrhea",), ("diarrhea",), False),
}


@pytest.mark.parametrize("row", LISTS)
def test_a_list_of_symptoms_stands_before_their_cards_only_where_it_says_more(row):
    own, hers, listed = LISTS[row]
    response = told({"person.name": "Zoë", STOOL: own})
    if hers:
        response = told({("helper.name", MARIA): "Maria", STOOL: hers}, by=MARIA, into=response)
    facts = [one for one in part({}, "answers.symptoms", into=response) if isinstance(one, Facts)]
    label = shipped().questionnaire.by_id[STOOL].bare
    assert (label in [fact.label for one in facts for fact in one.facts]) is listed
    card = shipped().questionnaire.by_id["symptom.diarrhea"].text
    assert (card in [one.title for one in facts]) is (own == ("diarrhea",))
