"""Which names are offered for what was typed, and where a list of them may come from."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pnet_prep.content.load import load
from pnet_prep.content.parse import parse
from pnet_prep.engine.names import MOST, NameBook, last_entry, name_book, names_of
from pnet_prep.model.questionnaire import ItemType
from tests.unit.made import content, pack
from tests.unit.screens import NAME

BOOK = name_book(NAME.suggest)
LETTERS = st.text(st.characters(codec="utf-8"), max_size=12)
TOPIC = """
section: s
title: S
place: 20
items:
  - id: s.had
    type: choices
    text: What did you have?
    options: {vhl: Von Hippel-Lindau (VHL), men1: MEN1, other: Another one, none: None of these}
    exclusive: [none]
  - {id: s.when, type: date, text: When?}
"""
GLOSSARY = "terms: [{id: ki, term: Ki-67, plain: a number that tells how cells grow}]"


def with_item(keys: str) -> str:
    return f"{TOPIC}  - {{id: s.name, text: Which one?, {keys}}}\n"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("omep", ("omeprazole", "esomeprazole")),
        ("OMÉP", ("omeprazole", "esomeprazole")),
        ("  omep ", ("omeprazole", "esomeprazole")),
        ("om", ("omeprazole", "omez")),
        ("o", ()),
        ("", ()),
        ("  ", ()),
        ("?!", ()),
        ("hippel", ("Von Hippel-Lindau (VHL)",)),
        ("VHL", ("Von Hippel-Lindau (VHL)",)),
        ("von hippel lin", ("Von Hippel-Lindau (VHL)",)),
        ("alka s", ("alka-seltzer",)),
        ("zoe", ("Zoë's drops",)),
        ("insulin", ("insulin glargine",)),
        ("vitamin", ("vitamin b complex", "vitamin d")),
        ("in", ("insulin", "insulin glargine")),
        ("omeprazole 40 mg", ()),
        ("irbesartan", ()),
        ("omep" * 40, ()),
        ("山田", ()),
    ],
)
def test_names_fit_from_their_first_letters_then_from_a_word_then_anywhere(typed, offered):
    assert BOOK.fitting(typed) == offered


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("omep", ("omeprazole", "esomeprazole")),
        ("prazole", ("esomeprazole", "lansoprazole")),
        ("Omeprazole", ()),
        ("omeprazole 40 mg", ()),
        ("vitamin", ()),
        ("insulin gl", ("insulin glargine",)),
        ("Insulin", ()),
        ("lindau", ()),
        ("omep, insulin", ()),
        ("omep; lans", ()),
        ("omep\nlans", ()),
    ],
)
def test_a_line_that_is_done_is_asked_about_only_where_its_last_word_is_no_whole_word(typed, asked):
    assert BOOK.for_part(typed, 2) == asked


@given(typed=LETTERS, names=st.lists(LETTERS, max_size=6), most=st.integers(1, MOST))
def test_what_is_offered_stands_in_the_list_once_and_holds_what_was_typed(typed, names, most):
    book = NameBook(names)
    for offered in (book.fitting(typed, most), book.for_part(typed, most)):
        assert len(offered) <= most
        assert len(set(offered)) == len(offered)
        assert set(offered) <= set(names)
        assert all(typed in name or not typed.isascii() for name in offered if name.isalpha())
    assert all(book.knows(name) for name in names if any(map(str.isalnum, name)))


@pytest.mark.parametrize(
    ("line", "start"),
    [("", 0), ("zinc", 0), ("zinc, om", 6), ("a;b", 2), ("a, ", 3), ("a,b, c", 5)],
)
def test_the_last_of_several_names_is_the_one_being_typed(line, start):
    assert last_entry(line) == start


def test_names_are_found_fast_among_thousands():
    names = tuple(
        f"{a}{b}{c} {n}" for a in "abcdefgh" for b in "aeiou" for c in "lmnrst" for n in range(40)
    )
    book = name_book(names)
    begun = time.process_time()
    for typed in ("al", "bem", "cin 3", "zzz", "9"):
        book.fitting(typed)
    assert time.process_time() - begun < 0.2
    assert len(names) == 9600


def test_the_names_come_from_the_lists_that_the_item_names():
    made = content(
        with_item("type: text, suggest: [s.had, medicines, glossary]"), glossary=GLOSSARY
    )
    medicines = ("omeprazole", "losec", "octreotide", "sandostatin lar")
    item = made.questionnaire.by_id["s.name"]
    assert names_of(item, made) == ("Von Hippel-Lindau (VHL)", "MEN1", *medicines, "Ki-67")
    assert names_of(made.questionnaire.by_id["s.when"], made) == ()


@pytest.mark.parametrize(
    ("keys", "code", "text"),
    [
        ("type: text, suggest: [medicine]", "dead-id", 'did you mean "medicines"?'),
        ("type: text, suggest: [nothing.like_it]", "dead-id", "lists are medicines, glossary, and"),
        ("type: text, suggest: [s.when]", "dead-id", '"s.when" is not a list of names'),
        ("type: text, suggest: medicines", "kind", "has to be a list"),
        ("type: date, suggest: [medicines]", "type", "in a text of one line only"),
        ("type: long_text, suggest: [medicines]", "type", "in a text of one line only"),
    ],
)
def test_a_list_of_names_that_is_not_there_is_a_fault(keys, code, text):
    _, problems = parse(pack(with_item(keys)))
    assert [problem.code for problem in problems] == [code]
    assert text in problems[0].text
    assert problems[0].line == len(TOPIC.splitlines()) + 1


def test_what_the_shipped_questions_offer_can_be_typed_and_recognised():
    made = load()
    offering = [item for item in made.questionnaire.by_id.values() if item.suggest]
    assert {"medicine.name", "supplement.name"} <= {item.link_id for item in offering}
    for item in offering:
        assert item.type is ItemType.TEXT
        assert len(names_of(item, made)) > 2
    medicines = names_of(made.questionnaire.by_id["medicine.name"], made)
    assert all(name_book(medicines).knows(name) for name in medicines)
    assert not [name for name in medicines if last_entry(name)]
