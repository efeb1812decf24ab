"""Everything that a keyboard, a paste or a broken terminal may send: it becomes an answer."""

import time
import unicodedata
from pathlib import Path

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.text import accept
from pnet_prep.model.interview import Ask
from pnet_prep.model.response import Answer
from tests.system.program import PROGRAM, answers
from tests.system.terminal import FINGER, PATIENCE, SETTLED, Terminal
from tests.system.waiting import asks, visit_before
from tests.system.zoo import ZOO
from tests.unit.keyboard import CTRL_C, CTRL_U, ENTER, SHIFT_TAB

pytestmark = pytest.mark.row("T11", "pieces of input sent through a real terminal")
SHOWN_AGAIN = {True: {"lines at once", "pasted lines"}, False: {"lines at once"}}
"""What several lines became is read over before it counts; plain mode is told of no paste."""


class Keyboard(Terminal):
    """A terminal whose keys wait for nothing; ``before`` is what it wrote until the last ones."""

    before = b""

    def send(self, *keys: str | bytes) -> None:
        self.before += self.raw
        self.raw = b""
        for key in keys:
            self.child.send(key)
            time.sleep(FINGER)

    def stands(self, question: str) -> None:
        """Wait until a question is there, with its cursor: a key before that would be dropped."""
        ends = (b"\x1b[?25h", b"> ")
        self.until(lambda: question in self.text and self.raw.endswith(ends), question)


@pytest.mark.parametrize("plain", [False, True], ids=["rich", "plain"])
def test_whatever_is_typed_becomes_an_answer(plain, home, survived):
    shown = visit_before(home, asks(Ask.LINE))
    after = load().questionnaire.by_id["person.born"].text
    terminal = Keyboard([*PROGRAM, "start", "1", *["--plain"] * plain], 99, 80)
    terminal.go_on()
    terminal.wait_for(shown.text)
    for name, data in ZOO.items():
        known = answers(home)
        terminal.send(CTRL_U, b"x " + data)
        terminal.read(SETTLED)
        terminal.send(ENTER)
        if name in SHOWN_AGAIN[plain]:
            terminal.read()
            terminal.send(ENTER)
        given = newer_than(known, home, terminal)
        assert given.item == "person.name", name
        said = str(given.value)
        assert "x" in said
        assert said == accept(said) == unicodedata.normalize("NFC", said)
        terminal.stands(after)
        terminal.send("/back\r" if plain else SHIFT_TAB)
        terminal.stands(shown.text)
        survived()
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    written = terminal.before + terminal.raw
    assert b"Traceback" not in written
    # A terminal by itself writes back the keys of plain mode, so there C1 bytes prove nothing.
    acting = (b"\x1b]", b"\x1bP") if plain else (b"\x1b]", b"\x1bP", b"\xc2\x9b")
    assert not any(control in written for control in acting)


@pytest.mark.parametrize("kind", [Ask.ONE, Ask.MANY])
def test_nothing_that_comes_all_at_once_chooses_from_a_list(kind, home, survived):
    shown = visit_before(home, asks(kind))
    before = answers(home)
    terminal = Keyboard([*PROGRAM, "start", "1"], 99, 80)
    terminal.go_on()
    terminal.wait_for(shown.text)
    for data in ZOO.values():
        terminal.send(b"x " + data)
        terminal.read(SETTLED)
        assert shown.text in terminal.text
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert b"Traceback" not in terminal.before + terminal.raw
    assert answers(home) == before
    survived(len(ZOO))


def newer_than(known: tuple[Answer, ...], home: Path, terminal: Terminal) -> Answer:
    """The one answer that is not known yet, as soon as it is on the disk."""
    until = time.monotonic() + PATIENCE
    while (kept := answers(home)) == known:
        assert time.monotonic() < until, "\n".join(terminal.rows)
        terminal.read(SETTLED)
    assert kept[:-1] == known
    return kept[-1]
