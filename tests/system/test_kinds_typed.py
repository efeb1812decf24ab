"""Every kind of question against every input on a real terminal: nothing is answered by mistake."""

import string
import time

import pytest

from pnet_prep.model.interview import Ask
from tests.system.asker import SIZES, WORDS, whole
from tests.system.terminal import FINGER
from tests.system.zoo import CONTROLS, ZOO
from tests.unit.keyboard import CTRL_U, ENTER, pasted
from tests.unit.kinds import kinds, listed, typed

TEN_THOUSAND = "long words of a person, " * 417
A_HAND = 0.005
"""Seconds between two keys of somebody who types very fast."""

TYPED = pytest.mark.row("T11", "pieces of input sent through a real terminal")
STORM = [(24, 80), (1, 1), (10, 30), (2, 200), (50, 8), (15, 40)] * 3


def type_fast(asker, keys):
    for key in keys:
        asker.terminal.child.send(key)
        time.sleep(A_HAND)


def told(asker, *words):
    """Wait for one of these sentences, or until words wait in a field to be taken."""
    words += ("key.hints.help_in_text",) if asker.screen.words_too else ()
    said = [whole(WORDS[one].partition("{")[0]) for one in words]
    asker.terminal.until(
        lambda: carried(asker) in asker.events or any(one in asker.shown for one in said), words
    )


def carried(asker):
    """The event of words that wait to be added: nothing is answered by it yet."""
    return f"Chosen(ids=('{asker.screen.adds}',))"


def answered(asker):
    """What was answered until somebody left."""
    return [event for event in asker.leave() if event != carried(asker)]


def boxes(asker):
    return [row for row in asker.terminal.rows if "[x]" in row or "[1]" in row]


@pytest.mark.parametrize("name", listed())
def test_letters_and_words_change_no_list(name, asker):
    asker.ask(name, 60, 80)
    before = len(boxes(asker))
    type_fast(asker, string.ascii_letters)
    type_fast(asker, " diarrhea at night" + ENTER)
    # On a busy machine letters are read together, or late.
    told(asker, "key.no_line", "key.pasted", "key.point_first", "key.tick_first")
    assert len(boxes(asker)) == before
    assert answered(asker) == ["Quit()"]


@TYPED
@pytest.mark.parametrize("name", listed())
def test_nothing_of_the_zoo_answers_a_list(name, asker, survived):
    asker.ask(name, 60, 80)
    before = len(boxes(asker))
    for data in ZOO.values():
        asker.terminal.child.send(b"x " + data)
        time.sleep(A_HAND)
    for text in ("yes\rno\r", pasted("yes\nno\n"), pasted(TEN_THOUSAND)):
        asker.terminal.child.send(text)
        survived()
    told(asker, "key.pasted", "key.adds", "key.words")
    asker.terminal.read()
    assert len(boxes(asker)) == before
    survived(len(ZOO))
    assert answered(asker) == ["Quit()"]


@TYPED
@pytest.mark.parametrize("name", typed())
def test_the_zoo_is_words_in_a_field_and_hands_nothing_in(name, asker, survived):
    asker.ask(name, 60, 80)
    for data in (*ZOO.values(), b"x" + CONTROLS + b"y"):
        asker.terminal.child.send(b"x " + data + b" x")
        time.sleep(A_HAND)
    asker.terminal.read()
    assert asker.events == []
    survived(len(ZOO) + 1)
    assert len(asker.leave()) == (2 if asker.screen.ask is Ask.LONG else 1)


@pytest.mark.parametrize("name", typed())
def test_ten_thousand_letters_are_one_answer(name, asker):
    asker.ask(name, 10, 30)
    asker.terminal.press(CTRL_U)
    asker.terminal.child.send(pasted(f"{TEN_THOUSAND}THE-END"))
    asker.terminal.until(lambda: "THE-END" in asker.shown, "THE-END")
    for _ in range(2 if asker.screen.ask is Ask.LONG else 1):
        time.sleep(FINGER)
        asker.terminal.child.send(ENTER)
    asker.terminal.until(lambda: bool(asker.events), "an answer")
    assert f"{TEN_THOUSAND}THE-END" in asker.events[0]
    asker.terminal.read()  # until the next question stands there
    asker.leave()


@pytest.mark.parametrize("name", kinds())
def test_a_storm_of_new_sizes_answers_nothing(name, asker):
    asker.ask(name)
    for rows, columns in STORM:
        asker.terminal.child.setwinsize(rows, columns)
    asker.terminal.resize(*SIZES[0], quiet=0)
    asked = "" if asker.screen.ask is Ask.NOTHING else whole(asker.screen.text)
    asker.terminal.until(lambda: asker.hints and asked in asker.shown, name)
    assert asker.leave()[-1] == "Quit()"
    assert len(asker.events) == 1
