"""Names that fit a typed line in plain mode: read out, numbered, and never taken unasked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.interview.lists import ADD
from pnet_prep.interview.state import Mode
from pnet_prep.model.interview import Back, Given, Meant, Passed, Quit
from pnet_prep.model.values import NonAnswer
from tests.unit.heard import Heard
from tests.unit.made import MEDICINE_LIST, content
from tests.unit.screens import NAME, changed, shipped_words
from tests.unit.talk import Talk

WORDS = shipped_words()
ADDING = changed(NAME, non_answers=(), empty=True, lines=True)
TOPIC = (
    MEDICINE_LIST
    + """\
      - {id: medicine.name, type: text, text: Name?, recognise: medicines, suggest: [medicines]}
  - {id: life.pill, type: text, text: Which one?, recognise: medicines, suggest: [medicines]}
"""
)


def test_names_are_numbered_and_0_keeps_what_was_typed():
    heard = Heard("omep\n1\n")
    assert heard.ask(NAME) == Given("omeprazole")
    start = heard.lines.index(WORDS["plain.names"])
    assert heard.lines[start + 1 : start + 5] == [
        "1. omeprazole",
        "2. esomeprazole",
        "0. Keep what you typed: omep",
        "(Enter: omep) > ",
    ]
    assert heard.lines[-1] == "You chose: omeprazole."


@pytest.mark.parametrize(
    ("screen", "typed", "events"),
    [
        (NAME, "omep\n2\n", [Given("esomeprazole")]),
        (NAME, "omep\n0\n", [Given("omep")]),
        (NAME, "omep\n\n", [Given("omep")]),
        (NAME, "omep\nOMEP\n", [Given("omep")]),
        (NAME, "omep\n3\n99999999\n1\n", [Given("omeprazole")]),
        (NAME, "omep\n3\n1\n", [Given("omeprazole")]),
        (NAME, "omep\nEsomeprazole\n", [Given("Esomeprazole")]),
        (NAME, "omep\nomeprazole 40 mg\n", [Given("omeprazole 40 mg")]),
        (NAME, "omep\nins g\ninsul\n1\n", [Given("ins g"), Given("insulin")]),
        (NAME, "omep\n/list\n/help\n1\n", [Given("omeprazole")]),
        (NAME, "omep\n/back\n", [Back()]),
        (NAME, "omep\nnot sure\n", [Passed(NonAnswer.NOT_SURE)]),
        (NAME, "omep\n/quit\n", [Given("omep"), Quit()]),
        (NAME, "omep\n", [Given("omep"), Quit()]),
        (
            ADDING,
            "zin\nomep\nins\n0\n\n",
            [Given("zin"), Given("omep"), Given("ins"), Given("")],
        ),
        (ADDING, "omep\nomepr\n1\n", [Given("omeprazole")]),
        (ADDING, "omep\n/skip\n0\n", [Given("omep")]),
    ],
)
def test_the_line_after_the_names(screen, typed, events):
    heard = Heard(typed)
    assert [heard.ask(screen) for _ in events] == events


@pytest.mark.parametrize(
    "typed",
    [
        *("omeprazole", "Omeprazole", "omeprazole 40 mg", "irbesartan", "vitamin", "Zoë's drops"),
        *("山田", "zinc, omep", "5", "o", "Insulin glargine 10 units", "caf\udce9"),
    ],
)
def test_a_whole_name_or_an_unknown_one_is_kept_without_a_question(typed):
    heard = Heard(f"{typed}\n")
    event = heard.ask(NAME)
    assert event == Given(typed.replace("\udce9", "é"))
    assert WORDS["plain.names"] not in heard.said


def test_leaving_at_the_names_keeps_what_was_typed_and_asks_no_more():
    heard = Heard("omep\n/quit\n1\n")
    assert heard.ask(NAME) == Given("omep")
    assert heard.ask(NAME) == Quit()


@pytest.mark.parametrize("screen", [ADDING, changed(ADDING, lines=False)])
def test_words_of_another_entry_are_never_lost(screen):
    """Whoever goes on with the list, or pipes it, loses neither line."""
    heard = Heard("omep\nirbesartan\n\n")
    said = [heard.ask(screen) for _ in range(3)]
    assert said == [Given("omep"), Given("irbesartan"), Given("")]
    assert "> irbesartan" in heard.said


@given(typed=st.text(st.characters(codec="utf-8"), max_size=30), width=st.integers(20, 79))
def test_no_line_is_too_wide_and_only_listed_names_take_the_place_of_what_was_typed(typed, width):
    line = " ".join(typed.split())
    heard = Heard(f"om{line}\n1\n", width)
    event = heard.ask(NAME)
    assert isinstance(event, Given)
    asked = WORDS["plain.names"].split()[-1] in heard.said
    assert event.text in NAME.suggest if asked else event.text.startswith("om")
    assert all(len(row) <= width for row in heard.lines if row.isascii())
    assert "\x1b" not in heard.said


def test_what_was_meant_is_not_asked_about_again():
    """A misspelled name is asked about once: by its names, or by "Which of these names ...?"."""
    made = content(TOPIC)
    for say, mode in ((Given("omeprazol"), Mode.EITHER), (Meant("omeprazol"), Mode.ADD)):
        talk = Talk(made).choose(ADD).do(say)
        assert talk.mode is mode
    alone = Talk(made).choose("complete").do(Meant("omeprazol"))
    assert alone.said("life.pill") == ["omeprazol"]
    several = Talk(made).choose(ADD).do(Meant("1. omeprazol"))
    entries = several.response.entries("medicine")
    assert several.said("medicine.name", entries[0]) == ["omeprazol"]


def test_the_screen_of_a_list_offers_the_names_of_its_first_question():
    talk = Talk(content(TOPIC)).choose(ADD)
    assert talk.screen.suggest == ("omeprazole", "losec", "octreotide", "sandostatin lar")
