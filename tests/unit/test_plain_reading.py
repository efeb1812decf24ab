"""What a line typed in plain mode means at a screen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.interview.commands import as_typed, as_words
from pnet_prep.model.interview import (
    Ask,
    Back,
    Choice,
    Chosen,
    Given,
    GoTo,
    Later,
    Passed,
    Quit,
    Screen,
    Speaker,
)
from pnet_prep.model.values import NonAnswer
from tests.unit.heard import Heard
from tests.unit.screens import BELLY, NOTES, ONSET, PATTERN, RELATION, TOP, WORST, changed
from tests.unit.talk import Talk
from tests.unit.two_visits import shipped

UNSURE = (("i don't know", NonAnswer.NOT_SURE),)
GERM = changed(
    PATTERN,
    choices=tuple(Choice(text, text) for text in ("Now and then", "Found", "No germ was found")),
)
PLANNED = changed(
    PATTERN, choices=(Choice("diet", "Yes, by diet"), Choice("came", "No, it just came"))
)


@pytest.mark.parametrize(
    ("screen", "typed", "event"),
    [
        (PATTERN, "2", Chosen(("comes",))),
        (PATTERN, " 2. ", Chosen(("comes",))),
        (PATTERN, "comes and goes", Chosen(("comes",))),
        (PATTERN, "COMES", Chosen(("comes",))),
        (PATTERN, "all  the", Chosen(("constant",))),
        (PATTERN, "3", Passed(NonAnswer.NOT_SURE)),
        (PATTERN, "not sure", Passed(NonAnswer.NOT_SURE)),
        (PATTERN, "/notsure", Passed(NonAnswer.NOT_SURE)),
        (PATTERN, "/skip", Passed(NonAnswer.SKIPPED)),
        (PATTERN, "/RatherNot ", Passed(NonAnswer.DECLINED)),
        (PATTERN, "/back", Back()),
        (PATTERN, "/later", Later()),
        (PATTERN, "/who", Speaker()),
        (PATTERN, "/parts", GoTo("parts")),
        (PATTERN, "/review", GoTo("review")),
        (PATTERN, "/quit", Quit()),
        (changed(ONSET, also=UNSURE), "I dont know.", Passed(NonAnswer.NOT_SURE)),
        (changed(PATTERN, also=UNSURE), "I don’t know", Passed(NonAnswer.NOT_SURE)),
        (changed(BELLY, also=UNSURE), "i don't know", Passed(NonAnswer.NOT_SURE)),
        (changed(NOTES, also=UNSURE), "i don't know why", Given("i don't know why")),
        (PLANNED, "no", Chosen(("came",))),
        (changed(ONSET, current="Easter"), ".", Given("Easter")),
        (BELLY, "2, 1", Chosen(("diarrhea", "nausea"))),
        (BELLY, "1 2", Chosen(("diarrhea", "nausea"))),
        (BELLY, "1 and 2", Chosen(("diarrhea", "nausea"))),
        (BELLY, "1, 3 and 4", Chosen(("diarrhea", "both", "sweat"))),
        (BELLY, "1, 2, and 4", Chosen(("diarrhea", "nausea", "sweat"))),
        (BELLY, "2,2,2", Chosen(("nausea",))),
        (BELLY, "diarrhea and nausea", Chosen(("diarrhea", "nausea"))),
        (BELLY, "nausea and vomiting", Chosen(("both",))),
        (BELLY, "Sweating, shaking", Chosen(("sweat",))),
        (BELLY, "none", Chosen(("none",))),
        (BELLY, "6", Passed(NonAnswer.NOT_SURE)),
        (TOP, "4, 1, 5", Chosen(("q4", "q1", "q5"))),
        (RELATION, "mother", Chosen(("mother",))),
        (RELATION, "aunt", Chosen(("aunt_uncle",))),
        (RELATION, "m", Given("m")),
        (RELATION, "mother's friend", Given("mother's friend")),
        (RELATION, "my neighbor", Given("my neighbor")),
        (WORST, "6", Chosen(("s6",))),
        (WORST, "1", Chosen(("s1",))),
        (WORST, "10", Chosen(("s10",))),
        (WORST, "not sure", Passed(NonAnswer.NOT_SURE)),
        (ONSET, "about Easter", Given("about Easter")),
        (ONSET, "back", Given("back")),
        (ONSET, "skip", Given("skip")),
        (ONSET, "2", Given("2")),
        (ONSET, "Not sure.", Passed(NonAnswer.NOT_SURE)),
        (ONSET, "/skip", Passed(NonAnswer.SKIPPED)),
        (ONSET, "//2 tablets", Given("/2 tablets")),
        (ONSET, "caf\udce9 au lait", Given("café au lait")),
        (ONSET, "e\u0301te\u0301", Given("été")),
        (Screen(Ask.NOTHING, "That was all."), "", Chosen(())),
    ],
)
def test_one_line_is_one_answer(screen, typed, event):
    assert Heard(typed + "\n").ask(screen) == event


@pytest.mark.parametrize(
    ("screen", "typed", "says"),
    [
        (PATTERN, "hello", '"hello"'),
        (PATTERN, "0", "from 1 to 5"),
        (PATTERN, "6", "from 1 to 5"),
        (PATTERN, "99999999999999999999", "from 1 to 5"),
        (PLANNED, "n", "more of the words. 2. No, it just came 3. Not sure"),
        (PATTERN, "1, 2", "one number"),
        (PATTERN, "1 or 2", '"1 or 2"'),
        (PATTERN, "no", '"no" in the list. Type the number.'),
        (GERM, "no", "Type its number. 3. No germ was found"),
        (PATTERN, "goes", "Type its number. 2. Comes and goes"),
        (PATTERN, "none", '"none" in the list. Type the number.'),
        (PATTERN, "i feel it whenever I have been walking", 'have been walking"'),
        (PATTERN, "i feel it whenever I have been walking far", 'have been walking f ..."'),
        (PATTERN, "", "number"),
        (PATTERN, "/bakc", "/help"),
        (PATTERN, "/2", "/help"),
        (BELLY, "1, 17", "from 1 to 8"),
        (BELLY, "1, fever", '"fever" in the list. Type the number.'),
        (BELLY, "1, diarrhoea", "Is it one of these? Type its number. 1. Diarrhea"),
        (BELLY, "hunger", "4. Sweating, shaking or hunger"),
        (BELLY, "...", '"..." in the list. Type the number.'),
        (BELLY, "vomiting and nausea", "3. Nausea and vomiting"),
        (BELLY, "1, 5", "None of these"),
        (BELLY, "1, 6", "Not sure"),
        (BELLY, "", "numbers"),
        (BELLY, ", ,", "numbers"),
        (BELLY, "n", "2. Nausea 3. Nausea and vomiting 5. None of these"),
        (TOP, "1, 2, 3, 4", "3"),
        (RELATION, "9", "from 1 to 5"),
        (WORST, "11", "from 0 to 10."),
        (WORST, "-1", "from 0 to 10."),
        (WORST, "7 or 8", "from 0 to 10."),
        (ONSET, "", "answer"),
        (ONSET, ".", "answer"),
        (changed(ONSET, non_answers=()), "/skip", "does not fit here"),
        (changed(ONSET, can_go_back=False), "/back", "first question"),
        (Screen(Ask.NOTHING, "That was all."), "2", "Enter"),
    ],
)
def test_what_is_no_answer_gets_a_sentence_and_only_the_prompt_again(screen, typed, says):
    heard = Heard(f"{typed}\n/quit\n")
    quietly = Heard("/quit\n")
    assert heard.ask(screen) == Quit() == quietly.ask(screen)
    added = heard.said.removeprefix(quietly.said.removesuffix("\n")).splitlines()
    assert says in " ".join(added)
    assert added[-1] == heard.lines[-1] == quietly.lines[-1]
    assert screen.text not in added


def test_a_number_that_also_begins_another_text_is_never_guessed():
    screen = Screen(
        Ask.ONE, "How often?", choices=(Choice("never", "Never"), Choice("one", "1 time a day"))
    )
    heard = Heard("1\n1 t\n")
    assert heard.ask(screen) == Chosen(("one",))
    assert "Never; 1 time a day" in heard.said


@pytest.mark.parametrize(("typed", "meant"), [("2", "year"), ("1971", "year"), ("3", "words")])
def test_a_year_among_other_texts_has_a_place_like_them(typed, meant):
    either = ("Between 1954 and 1955", "1971", "Neither")
    screen = changed(PATTERN, choices=tuple(map(Choice, ("age", "year", "words"), either)))
    heard = Heard(f"{typed}\n")
    assert heard.ask(screen) == Chosen((meant,))
    assert "2. 1971" in heard.lines


def test_a_number_counts_from_one_and_a_scale_means_its_own_numbers():
    heard = Heard("/quit\n")
    heard.ask(PATTERN)
    assert heard.lines[-7:-1] == [
        "Does it stay all the time, or come and go?",
        "1. All the time",
        "2. Comes and goes",
        "3. Not sure",
        "4. Skip this one",
        "5. Rather not say",
    ]
    scale = Heard("/quit\n")
    scale.ask(WORST)
    assert "Type a number from 0 to 10." in scale.lines
    assert not any(line.startswith("1. ") for line in scale.lines)


@given(st.text(alphabet="/ab\n"))
def test_an_earlier_answer_can_be_typed_again_as_it_was(text):
    typed = as_typed(text)
    assert "\n".join(as_words(line) for line in typed.split("\n")) == text
    assert not any(re.match(r"/(?!/)", line) for line in typed.split("\n"))


@given(st.lists(st.text(st.characters(codec=None), max_size=30), max_size=8))
def test_nothing_typed_ever_raises(typed):
    for screen in (PATTERN, BELLY, TOP, RELATION, WORST, ONSET, NOTES):
        heard = Heard("\n".join(typed))
        event = heard.ask(screen)
        if isinstance(event, Chosen):
            assert set(event.ids) <= {choice.id for choice in screen.choices}
        if isinstance(event, Given):
            event.text.encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        *((typed, "uk") for typed in ("uk", "U.K.", "England", "united k", "2")),
        *((typed, "us") for typed in ("usa", "U.S.", "United States", "us")),
        *((typed, "eu") for typed in ("Germany", "the netherlands", "EU", "European")),
        *((typed, "nz") for typed in ("nz", "New Zealand")),
    ],
)
def test_a_country_is_known_by_the_names_people_use(typed, place):
    talk = Talk(shipped()).each("patient").skip(3)
    assert Heard(f"{typed}\n").ask(talk.screen) == Chosen((place,))


def test_a_country_that_is_no_line_is_not_guessed():
    talk = Talk(shipped()).each("patient").skip(3)
    assert Heard("Norway\nunited\n").ask(talk.screen) == Quit()
