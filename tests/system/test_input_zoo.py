"""Everything that a keyboard, a paste or a broken terminal may send: it becomes an answer."""

import time
import unicodedata
from pathlib import Path

import pytest

from pnet_prep.content.load import load
from pnet_prep.engine.text import accept
from pnet_prep.model.interview import Ask
from pnet_prep.model.response import Answer
from tests.system.keys import wait_for_row
from tests.system.program import PROGRAM, answers
from tests.system.terminal import PATIENCE, Terminal
from tests.system.waiting import asks, visit_before
from tests.unit.keyboard import CTRL_C, CTRL_U, ENTER, SHIFT_TAB

ZOO = {
    "Latin-1": b"caf\xe9 cr\xe8me",
    "Windows quotes": b"\x93quoted\x94 \x85",
    "Shift JIS": "痛み".encode("shift_jis"),
    "letters with marks apart": "Zoe\u0308".encode(),
    "emoji of several parts": "👩🏽‍⚕️👨‍👩‍👧 🇩🇪".encode(),
    "Hebrew": "כאב בטן".encode(),
    "Persian with a joiner": "نمی‌خواهم".encode(),
    "turned around": "a\u202eb\u202cc".encode(),
    "isolates": "\u2066a\u2069\u200f".encode(),
    "invisible": "a\u200b\u2060\ufeffb\u00adc".encode(),
    "tag letters": "a\U000e0041\U000e007fb".encode(),
    "surrogate": b"a\xed\xa0\x80b",
    "overlong": b"a\xc0\xaf\xe0\x80\xafb",
    "cut off": b"a\xe2\x82",
    "never in UTF-8": b"a\xff\xfeb",
    "bell": b"a\x07b",
    "one-byte controls": b"a\xc2\x9b31mb\xc2\x85c",
    "color": b"a\x1b[31mb",
    "screen cleared": b"a\x1b[2J\x1b[Hb",
    "clipboard": b"a\x1b]52;c;ZXZpbA==\x07b",
    "link": b"a\x1b]8;;file:///etc/passwd\x1b\\b\x1b]8;;\x1b\\",
    "window title": b"a\x1b]0;evil\x07b",
    "device string": b"a\x1bP$q\x1b\\b",
    "markup": b"took 2 [/b] pills [daily] [link=file:///x]y[/link] :pill:",
    "slots": b"{name} {symptoms} %s $HOME `id` $(id) \\",
    "YAML": b"- *a &b !!c {none: skipped} # no --- ...",
    "hypertext": b"<script>alert(1)</script> &amp; | = + @",
    "a formula": b"=1+1",
    "a number": b"1e999",
    "nothing's name": b"null",
    "very long": b"long " * 400,
    "one very long word": b"w" * 1500,
    "pasted lines": b"\x1b[200~one\r\ntwo\nthree\x1b[201~",
    "a paste with its end inside": b"\x1b[200~a\x1b[201~b\x1b[201~",
    "lines at once": b"one\rtwo\rthree",
}
SHOWN_AGAIN = {True: {"lines at once", "pasted lines"}, False: {"lines at once"}}
"""What several lines became is read over before it counts; plain mode is told of no paste."""


@pytest.mark.parametrize("plain", [False, True], ids=["rich", "plain"])
def test_whatever_is_typed_becomes_an_answer(plain, home):
    shown = visit_before(home, asks(Ask.LINE))
    after = load().questionnaire.by_id["person.born"].text
    terminal = Terminal([*PROGRAM, "start", "1", *["--plain"] * plain], 99, 80)
    terminal.go_on()
    terminal.wait_for(shown.text)
    for name, data in ZOO.items():
        known = answers(home)
        terminal.press(CTRL_U, b"x " + data, ENTER)
        if name in SHOWN_AGAIN[plain]:
            terminal.press(ENTER)
        given = newer_than(known, home, terminal)
        assert given.item == "person.name", name
        said = str(given.value)
        assert "x" in said
        assert said == accept(said) == unicodedata.normalize("NFC", said)
        # A key pressed before its question is there would be dropped.
        wait_for_row(terminal, after)
        terminal.press("/back\r" if plain else SHIFT_TAB)
        wait_for_row(terminal, shown.text)
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert b"Traceback" not in terminal.raw
    # A terminal by itself writes back the keys of plain mode, so there C1 bytes prove nothing.
    acting = (b"\x1b]", b"\x1bP") if plain else (b"\x1b]", b"\x1bP", b"\xc2\x9b")
    assert not any(control in terminal.raw for control in acting)


@pytest.mark.parametrize("kind", [Ask.ONE, Ask.MANY])
def test_nothing_that_comes_all_at_once_chooses_from_a_list(kind, home):
    shown = visit_before(home, asks(kind))
    before = answers(home)
    terminal = Terminal([*PROGRAM, "start", "1"], 99, 80)
    terminal.go_on()
    terminal.wait_for(shown.text)
    for data in ZOO.values():
        terminal.press(b"x " + data)
        assert shown.text in terminal.text
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert b"Traceback" not in terminal.raw
    assert answers(home) == before


def newer_than(known: tuple[Answer, ...], home: Path, terminal: Terminal) -> Answer:
    """The one answer that is not known yet, as soon as it is on the disk."""
    until = time.monotonic() + PATIENCE
    while (kept := answers(home)) == known:
        assert time.monotonic() < until, "\n".join(terminal.rows)
        terminal.read()
    assert kept[:-1] == known
    return kept[-1]
