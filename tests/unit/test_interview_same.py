"""Two entries of one name from two people: offered in the list as one, and taken apart again."""

import pytest

from pnet_prep.engine.joining import brought
from pnet_prep.interview.joining import brought_lines
from pnet_prep.interview.lists import ENTRY, SPLIT, UNITE
from pnet_prep.interview.same_screens import SAME
from pnet_prep.interview.state import Mode, Spot
from pnet_prep.model.interview import Back, Chosen, Given, Passed
from pnet_prep.model.response import BOTH, PATIENT
from pnet_prep.model.values import NonAnswer
from tests.unit.made import LUIS, MEDICINE_LIST, PEOPLE, content, seen, told
from tests.unit.talk import Talk

MADE = content(
    PEOPLE,
    MEDICINE_LIST
    + """\
      - {id: medicine.name, type: text, text: Name?, recognise: medicines}
      - {id: medicine.dose, type: text, text: How much?}
""",
)
PAIR = SAME + "aaaa|bbbb"
HERE = told(
    {("medicine.name", "bbbb"): "OMEPRAZOLE", ("medicine.dose", "bbbb"): "20 mg"},
    by=LUIS,
    into=told(
        {
            ("helper.name", LUIS): "Luis",
            "person.name": "Zoë",
            ("medicine.name", "aaaa"): "Omeprazole",
            ("medicine.dose", "aaaa"): "40 mg",
        }
    ),
)


@pytest.fixture
def talk() -> Talk:
    """The patient, at the list of medicines."""
    made = Talk(MADE, HERE)
    made.each(PATIENT)
    made.state = made.state._replace(spot=Spot(Mode.ASK, ("medicine", "")))
    return made


def choices(talk: Talk) -> list[str]:
    return [choice.id for choice in talk.screen.choices]


def test_the_list_offers_it_and_the_screen_says_whose_each_is(talk):
    assert PAIR in choices(talk)
    talk.each(PAIR)
    assert talk.screen.heading == "Omeprazole"
    assert talk.notices == ["Zoë: Omeprazole; 40 mg", "Luis: OMEPRAZOLE; 20 mg"]
    assert choices(talk) == ["yes", "no", "unsure"]
    assert not talk.screen.enter


def test_yes_makes_them_one_line_with_both_views_and_can_be_taken_back(talk):
    talk.each(PAIR, "yes")
    assert talk.notices == ["It counts as one now. What each of you said stays."]
    assert [c for c in choices(talk) if c.startswith((ENTRY, SAME))] == [ENTRY + "aaaa"]
    assert talk.said("medicine.dose", "aaaa") == ["40 mg", "20 mg"]
    (link,) = talk.response.links
    assert (link.by, link.typed) == (PATIENT, PATIENT)
    talk.each(ENTRY + "aaaa")
    assert {SPLIT, UNITE} & {*choices(talk)} == {SPLIT}
    talk.each(SPLIT)
    assert talk.notices == ["They count as two."]
    assert talk.said("medicine.dose", "aaaa") == ["40 mg"]
    assert talk.said("medicine.dose", "bbbb") == ["20 mg"]


def test_no_is_remembered_and_can_be_changed_at_the_entry(talk):
    talk.each(PAIR, "no")
    assert talk.notices == ["They count as two."]
    assert PAIR not in choices(talk)
    talk.each(ENTRY + "bbbb")
    assert {SPLIT, UNITE} & {*choices(talk)} == {UNITE}
    talk.each(UNITE)
    assert talk.response.entries("medicine") == ("aaaa",)


@pytest.mark.parametrize("event", [Chosen(("unsure",)), Passed(NonAnswer.NOT_SURE), Back()])
def test_not_sure_leaves_both_and_writes_nothing(talk, event):
    before = talk.response.answers
    talk.each(PAIR).do(event)
    assert talk.response.answers == before
    assert PAIR in choices(talk)
    talk.each(PAIR).do(Given("yes and no"))
    assert talk.mode is Mode.SAME
    assert talk.response.answers == before


def test_another_persons_no_stands_and_that_is_told(talk):
    talk.each(PAIR, "no")
    talk.state = talk.state.with_asker(talk.state.asker._replace(by=LUIS, typed=LUIS, helper=LUIS))
    talk.each(ENTRY + "aaaa", UNITE)
    assert talk.notices == ["Somebody else says that they are two, so both stay."]
    assert talk.response.entries("medicine") == ("aaaa", "bbbb")
    talk.state = talk.state.with_asker(talk.state.asker._replace(by=BOTH, typed=BOTH))
    talk.each(ENTRY + "aaaa", UNITE)
    assert talk.response.entries("medicine") == ("aaaa",)


def test_a_screen_that_was_settled_meanwhile_gives_way(talk):
    talk.each(PAIR)
    spot = talk.state.spot
    talk.each("yes")
    talk.state = talk.state._replace(spot=spot)
    assert talk.screen.text != MADE.words["same.text"]
    talk.do(Chosen(("yes",)))
    assert len(talk.response.links) == 1


def test_whoever_joins_it_is_told_whose_word_it_is(talk):
    after = talk.each(PAIR, "yes").response
    lines = brought_lines(seen(MADE, after), brought(HERE, after))
    assert lines == (
        'Zoë says that "OMEPRAZOLE" under "Medicines" is one thing, though it was given twice.',
    )
    back = talk.each(ENTRY + "aaaa", SPLIT).response
    (line,) = brought_lines(seen(MADE, back), brought(HERE, back))
    assert "two different things" in line
