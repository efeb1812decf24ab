"""Signs that people write in their own words: found when they are told of, and not by accident."""

import re

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.demands import leaves
from pnet_prep.engine.phrase_book import PhraseBook
from pnet_prep.engine.recogniser import Recogniser, Recognisers
from pnet_prep.engine.sheet import printed_flags
from pnet_prep.interview.state import Mode
from pnet_prep.model.questionnaire import ItemType, Recognise
from pnet_prep.model.rules import Level
from tests.unit.made import PEOPLE, content, seen, told
from tests.unit.talk import Talk

TOLD = {
    "I passed out in the shower on Monday": {"fainted"},
    "She fainted, twice this week": {"fainted"},
    "My husband found me unconscious": {"fainted"},
    "He had a seizure at night": {"fit"},
    "Had another seizure; nobody knows why": {"fit"},
    "On Saturday I threw up blood": {"blood"},
    "It looked like coffee grounds": {"blood"},
    "coughing up blood since yesterday": {"blood"},
    "Black stools for a week": {"black_stool"},
    "BLACK, TARRY STOOLS": {"black_stool"},
    "my poo is black": {"black_stool"},
    "stool like tar": {"black_stool"},
    "Blood in my stool": {"black_stool"},
    "a pain in my chest when I climb": {"chest_pain"},
    "no appetite, chest pain": {"chest_pain"},
    "Any fever? No. Chest pain since May.": {"chest_pain"},
    "I can’t breathe lying down": {"breath"},
    "sudden shortness of breath": {"breath"},
    "The whites of my eyes are yellow": {"yellow"},
    "his skin has turned yellow": {"yellow"},
    "I cannot keep anything down": {"keep_down"},
    "Can't keep water down since noon": {"keep_down"},
    "not well, nothing stays down": {"keep_down"},
    "I hardly pee": {"urine"},
    "no urine since this morning": {"urine"},
    "I have a fever and my eyes are yellow": {"fever", "yellow"},
    "shaking chills every evening": {"fever"},
    "the worst headache of my life": {"headache"},
    "no fever but black stools": {"black_stool"},
    "No fever. It is worse at night or black stools come": {"black_stool"},
    "fever or black stools": {"black_stool"},
    "almost black stools": {"black_stool"},
    "history of black stools": {"black_stool"},
}

EVERYDAY = """
my mother had blood cancer | a blood test | my blood pressure is fine | blood sugar in my diary
blood thinners | the results of my blood work | bloody awful food | I bleed easily when shaving
yellow page | the yellow pages | a yellow pill | my stools are yellow | yellow flowers
jaundice as a baby
no fever | fever in 2010 | hay fever | scarlet fever as a child | football fever | no high fever
I have never had a fever | cabin fever | black coffee | black tea | a black dog | black and white
no black stools | never black stools | without black stools | I have not had any black stools
no blood in my stool | a test for hidden blood | no signs of blood in my stool | black clothes
no chest pain | I don't have chest pain | haven't had any chest pain | a chest cold | chest X-ray
an X-ray of the chest | a chest of drawers | no history of chest pain | my heart is fine
he denied chest pain | never had chest pain | no fever, chills or chest pain
never a fever, a rash or blood in my stool
out of breath on the stairs | I hold my breath | a breath test | take a deep breath
breathless with joy
I passed the test | passed away in May | he passed on | a faint smell | a faint line
feeling faint | I almost fainted | weak and nearly passed out
never passed out | I nearly passed out | not fainted so far | afraid of fainting spells
my boss had a fit | the shoes are a good fit | fit for work | I want to keep fit
never had a seizure
seizure medicine for my nephew | I can keep food down | I keep my weight down | I cannot keep my job
nothing helps | nothing to report | it is down to me | down in the dumps | keep the noise down
no urine infection | a urine test | urine was collected for a day | I pee at night | dark urine
a headache most days | no worst headache | headaches since school | my worst fear | suddenly tired
tired all the time | cramps after meals | my feet swell | a rash on my legs | weight loss of 8 kg
I want to die at home | I do not want to live in a home | life is not worth this
I hurt myself in the garden
""".replace("\n", "|").split("|")

TOPIC = """
section: signs
title: Signs
place: 20
items:
  - {id: safety.belly, type: choices, text: Which?, options: {black: Black, none: None}}
  - {id: life.note, type: long_text, recognise: signs, text: Anything else?, said: more}
  - {id: life.mum, type: long_text, text: And your mother?}
  - {id: life.pill, type: text, recognise: medicines, text: Which pill?}
red_flags:
  - id: rf1
    level: today
    do: One answer tells of something. Call today.
    print: always
    when:
      all:
        - {item: life.note, has: [black, hot]}
        - any:
            - {item: safety.belly, answered: "no"}
            - {not: {item: safety.belly, has: black}}
"""
NOTE = "For a week I have had black stools.\nMy wife says I should tell you."


@pytest.fixture(scope="module")
def signs():
    return Recogniser(load().word_lists[Recognise.SIGNS])


@pytest.fixture
def made():
    return content(PEOPLE, TOPIC)


@pytest.mark.parametrize("said", TOLD)
def test_a_sign_that_is_told_of_is_found(signs, said):
    assert signs.classes_of(said) == TOLD[said]


@pytest.mark.parametrize("said", [text.strip() for text in EVERYDAY if text.strip()])
def test_everyday_words_tell_of_no_sign(signs, said):
    assert signs.classes_of(said) is None


def test_every_kind_of_sign_is_tried_and_used():
    kinds = {one.id for one in load().word_lists[Recognise.SIGNS].classes}
    assert kinds == set().union(*TOLD.values())
    assert kinds == {value for _, leaf in _written() for value in leaf.values}


def test_phrases_are_of_several_words():
    for one in load().word_lists[Recognise.SIGNS].classes:
        assert all(" " in name for name in one.names), one.id


def test_thoughts_of_self_harm_are_never_read_out_of_a_text():
    for one in load().word_lists[Recognise.SIGNS].classes:
        said = " ".join((one.id, one.text, *one.names))
        assert not re.search("suicid|kill|die|dying|harm|live|hurting|end it", said)


def test_what_is_read_in_words_says_today_and_never_now():
    flags = {flag.id: flag for flag, _ in _written()}
    assert len(flags) > 1
    for flag in flags.values():
        assert flag.level is Level.TODAY
        assert flag.do.startswith("One answer tells of ")


def test_no_private_answer_is_looked_through():
    items = load().questionnaire.by_id.values()
    read = [one for one in items if one.recognise is Recognise.SIGNS]
    assert read
    for one in read:
        assert one.type in {ItemType.TEXT, ItemType.LONG_TEXT}
        assert not one.private


BOOK = PhraseBook([("black stools", "black")], ["no", "not had any"])


@pytest.mark.parametrize(
    "said", ["no black stools", "NO Black-Stools", "I have not had any black stools"]
)
def test_a_name_right_after_a_word_that_undoes_it_is_not_found(said):
    assert BOOK.found(said) == frozenset()


@pytest.mark.parametrize(
    "said",
    [
        "black stools",
        "no, black stools",
        "no: black stools",
        "no more than black stools",
        "no black stools in May, black stools now",
        "had any black stools",
    ],
)
def test_a_name_elsewhere_is_found(said):
    assert BOOK.found(said) == {"black"}


@pytest.mark.parametrize("said", ["black, stools", "black. Stools", "black\nstools"])
def test_no_name_is_read_across_a_mark_where_words_can_undo_it(said):
    assert BOOK.found(said) == frozenset()
    assert PhraseBook([("black stools", "black")]).found(said) == {"black"}


def test_each_question_is_looked_through_for_its_own_list(made):
    known = Recognisers(made)
    both = "black stools from losec"
    assert known.classes_of("life.note", both) == frozenset({"black"})
    assert known.classes_of("life.pill", both) == frozenset({"ppi"})
    assert known.classes_of("life.mum", both) is None
    assert known.classes_of("life.note", "all is well") is None


def test_a_list_is_made_ready_only_for_an_answer_that_needs_it(made, monkeypatch):
    made_ready = []
    real = Recogniser.__init__

    def noted(self, words):
        made_ready.append(words)
        real(self, words)

    monkeypatch.setattr(Recogniser, "__init__", noted)
    assert seen(made, told({"life.mum": NOTE, "safety.belly": ("none",)})).flags == ()
    assert made_ready == []
    assert seen(made, told({"life.note": NOTE})).flags != ()
    assert made_ready == [made.word_lists[Recognise.SIGNS]]


@pytest.mark.parametrize("before", [{}, {"safety.belly": ("none",)}])
def test_a_sign_in_words_counts_where_no_list_told_of_it(made, before):
    picture = seen(made, told({**before, "life.note": NOTE}))
    assert [one.flag.id for one in picture.flags] == ["rf1"]


def test_a_sign_in_words_keeps_still_where_a_list_told_of_it(made):
    assert seen(made, told({"safety.belly": ("black",), "life.note": NOTE})).flags == ()


def test_paper_says_in_general_what_was_told_and_repeats_no_long_text(made):
    (fired,) = printed_flags(seen(made, told({"life.note": NOTE})))
    assert [one.phrases for one in fired.reasons] == [("words about black stools",)]


def test_what_to_do_is_said_at_once_and_not_again(made):
    talk = Talk(made).each("patient").type("Leo").skip().type(NOTE)
    urgent = [notice.text for notice in talk.screen.notices if notice.urgent]
    assert urgent[0] == "One answer tells of something. Call today."
    talk.type("She is well. She has a high fever.")
    assert not [notice for notice in talk.screen.notices if notice.urgent]
    assert talk.said("life.note") == [NOTE]


def test_nobody_is_asked_what_a_sign_was_meant_to_be(made):
    talk = Talk(made).each("patient").type("Leo").skip().type("blakc stools and higj fever")
    assert talk.state.spot.mode is Mode.ASK
    assert talk.place[0] == "life.mum"
    assert (
        talk.state.picture.response.at("life.note", "")[-1].value == "blakc stools and higj fever"
    )


def _written():
    pack = load()
    by_id = pack.questionnaire.by_id
    return [
        (flag, leaf)
        for flag in pack.red_flags
        for leaf in leaves(flag.when)
        if by_id[leaf.item].recognise is Recognise.SIGNS
    ]


def test_words_said_to_a_question_that_is_not_here_name_nothing():
    assert Recognisers(content()).classes_of("gone.item", "black stools") is None
