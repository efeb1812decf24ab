"""Medicine names and medical words found in what people write, and guesses at misspellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.engine.glossary import Glossary
from pnet_prep.engine.phrase_book import PhraseBook, bare_words
from pnet_prep.engine.recogniser import Recogniser, near
from pnet_prep.model.rules import GlossaryTerm, Provenance, WordClass, WordList

BOOK = PhraseBook([("iron", "mineral"), ("Sandostatin LAR", "shot"), ("st. john's wort", "herb")])
SHELF = Recogniser(
    WordList(
        (
            WordClass("ppi", "acid blocker", ("omeprazole", "losec", "zantac"), ()),
            WordClass("sugar", "sugar", ("metformin", "glucophage sr"), ()),
            WordClass("combined", "two in one", ("metformin",), ()),
        )
    )
)


@pytest.mark.parametrize(
    "text", ["Iron", "IRON 20 mg", "an iron-tablet", "(iron)", "íron", "iron."]
)
def test_name_is_found_as_a_whole_word_whatever_its_case_accents_and_neighbors(text):
    assert BOOK.found(text) == {"mineral"}


@pytest.mark.parametrize("text", ["environment", "ironing", "", "i r o n", "Sandostatin"])
def test_part_of_a_word_or_of_a_name_is_not_the_name(text):
    assert BOOK.found(text) == frozenset()


@pytest.mark.parametrize(
    "text", ["sandostatin-lar monthly", "my SANDOSTATIN\nLAR", "St John's Wort"]
)
def test_name_of_several_words_is_found_across_any_gap(text):
    assert len(BOOK.found(text)) == 1


def test_every_name_in_a_text_is_found():
    assert BOOK.found("iron, st. john's wort and Sandostatin LAR") == {"mineral", "shot", "herb"}


def test_words_are_bare_of_case_accents_and_marks():
    assert bare_words("Ça-va, ﬁne_2 STRASSE") == ("ca", "va", "fine", "2", "strasse")
    assert bare_words("Straße") == ("strasse",)


@given(st.text())
def test_bare_words_of_any_text_are_their_own_bare_words(text):
    words = bare_words(text)
    assert bare_words(" ".join(words)) == words


def test_classes_of_every_name_count():
    assert SHELF.classes_of("metformin 500 and Losec") == frozenset({"sugar", "combined", "ppi"})


@pytest.mark.parametrize("text", ["the small white one", "omeprazol", "", "metforminn"])
def test_name_that_is_not_known_has_unknown_classes(text):
    assert SHELF.classes_of(text) is None


@pytest.mark.parametrize(
    "typed", ["omeprazol", "omeprazzole", "omeprozole", "omeparzole", "oméprazolee", "OMEPRAZOL"]
)
def test_one_letter_away_is_guessed(typed):
    assert SHELF.guess(typed) == "omeprazole"


def test_guess_changes_the_misspelt_word_alone():
    assert SHELF.guess("the metformyn, 500 mg") == "the metformin, 500 mg"


@pytest.mark.parametrize(
    "typed", ["losek", "zanta", "omepra", "omeprasolle", "glucophag", "aspirin", "omeprazole"]
)
def test_short_far_or_known_names_are_not_guessed_at(typed):
    assert SHELF.guess(typed) == ""


def test_nothing_is_guessed_beside_a_name_that_is_known():
    assert SHELF.guess("losec and metformyn") == ""


WORDS = st.text("abc", min_size=1, max_size=6)


def edits(word: str) -> set[str]:
    """All words one letter added, left out, changed or swapped with its next away from ``word``."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    left_out = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in "abc"}
    added = {head + letter + tail for head, tail in cuts for letter in "abc"}
    return (left_out | swapped | changed | added) - {word}


@given(WORDS, WORDS)
def test_near_means_one_slip_of_a_finger(one, other):
    assert near(one, other) == (other in edits(one))


def term(name: str, *forms: str) -> GlossaryTerm:
    return GlossaryTerm(name, name, "plain words", "", "", forms, Provenance())


GLOSSARY = Glossary((term("scan"), term("gene", "genes", "genetic"), term("PET scan")))


def test_terms_are_given_once_in_the_order_of_the_glossary():
    found = GLOSSARY.terms_in("Genes? A PET scan shows genes.")
    assert [one.term for one in found] == ["scan", "gene", "PET scan"]


def test_other_forms_count_and_parts_of_words_do_not():
    assert [one.term for one in GLOSSARY.terms_in("a genetic test")] == ["gene"]
    assert GLOSSARY.terms_in("scandal, general") == ()
