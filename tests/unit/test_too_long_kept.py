"""A text that is too long for an answer waits on disk, also where the terminal closes meanwhile."""

import io
import stat
from pathlib import Path

import pytest

from pnet_prep.cli import editor
from pnet_prep.cli.editor import drop, keep
from pnet_prep.engine import reading
from pnet_prep.interview.own_editor import Edited, Keeper
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.interview.terminal import front_end
from pnet_prep.interview.terminal.front_end import TerminalFrontEnd
from pnet_prep.model.interview import Back, Event, Given, Later, Passed, Quit, Screen
from pnet_prep.model.values import NonAnswer
from pnet_prep.store.folder import data_folder, unfinished_texts
from tests.unit.keyboard import CTRL_C, CTRL_U, ENTER, SHIFT_TAB, keyboard, pasted
from tests.unit.screens import NOTES, ONSET, shipped_words

LONG = "so much to tell " * 4
MORE = pasted(LONG) + ENTER


@pytest.fixture(autouse=True)
def short(monkeypatch):
    """As if an answer could have 60 letters, so that no terminal has to draw 20,000."""
    monkeypatch.setattr(reading, "LONGEST_ANSWER", 60)


def answered(screen: Screen, keys: str) -> Event:
    with keyboard(keys):
        return TerminalFrontEnd(shipped_words(), keeper=Keeper(keep, drop)).ask(screen)


def kept() -> list[str]:
    return [Path(one).read_text(encoding="utf-8") for one in unfinished_texts(data_folder())]


@pytest.mark.parametrize(
    ("screen", "keys"),
    [
        (ONSET, MORE + CTRL_C),
        (ONSET, MORE),
        (NOTES, MORE + ENTER + CTRL_C),
        (NOTES, MORE + ENTER),
        (NOTES, pasted(LONG) + CTRL_C),
        (NOTES, pasted(LONG)),
        (ONSET, MORE + ENTER + CTRL_C),
    ],
    ids=["left", "closed", "left, long", "closed, long", "not handed in", "gone", "twice"],
)
def test_who_leaves_or_loses_the_terminal_finds_the_text_again(screen, keys):
    assert answered(screen, keys) == Quit()
    (text,) = kept()
    assert text.strip() == LONG.strip()
    (path,) = unfinished_texts(data_folder())
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600


def test_nothing_is_left_once_it_is_shorter():
    assert answered(ONSET, MORE + CTRL_U + "short" + ENTER) == Given("short")
    assert kept() == []


@pytest.mark.parametrize(
    ("keys", "event"),
    [
        (CTRL_C, Quit()),
        (SHIFT_TAB, Back()),
        (CTRL_U + "/later" + ENTER, Later()),
        (CTRL_U + "/skip" + ENTER, Passed(NonAnswer.SKIPPED)),
    ],
    ids=["left", "back", "later", "skipped"],
)
def test_whoever_goes_on_without_an_answer_is_told_where_the_text_is(keys, event, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(front_end, "say", lambda lines: said.extend(text for _, text in lines))
    assert answered(ONSET, MORE + keys) == event
    assert [one.strip() for one in kept()] == [LONG.strip()]
    (path,) = unfinished_texts(data_folder())
    assert path in "".join("".join(said).split())


def test_of_a_locked_visit_nothing_is_written_in_the_open(monkeypatch):
    monkeypatch.setattr(editor, "anything_unlocked", lambda: True)
    assert answered(ONSET, MORE + CTRL_C) == Quit()
    assert kept() == []


def heard(
    typed: str, edited: Edited | None = None, screen: Screen = NOTES
) -> tuple[list[Event], str]:
    """What plain lines give, and all they say."""
    out = io.StringIO()
    plain = PlainFrontEnd(
        shipped_words(),
        io.StringIO(typed),
        out,
        lambda: 79,
        editor=lambda _: edited or Edited(""),
        keeper=Keeper(keep, drop),
    )
    events = [plain.ask(screen)]
    while not isinstance(events[-1], Quit):
        events.append(plain.ask(screen))
    return events, out.getvalue()


def test_in_plain_lines_what_was_written_before_is_kept():
    """Only the part that is too much is refused, also where a dot ends it."""
    events, said = heard(f"first\n{LONG}\n.\n")
    assert events == [Given("first"), Quit()]
    assert "This part is not" in " ".join(said.split())


@pytest.mark.parametrize(
    ("typed", "screen", "lines"),
    [
        (f"first\n{LONG}\n.\n", NOTES, [LONG]),
        (f"first\n{LONG}\nsecond\n{LONG.upper()}\n.\n", NOTES, [LONG, LONG.upper()]),
        (f"{LONG}\nabout Easter\n", ONSET, [LONG]),
        (f"{LONG}\n/back\n", ONSET, [LONG]),
    ],
    ids=["a part", "two parts", "a line", "a line, then back"],
)
def test_in_plain_lines_what_is_too_much_waits_and_is_said_where(typed, screen, lines):
    _, said = heard(typed, screen=screen)
    (text,) = kept()
    assert [line.strip() for line in text.splitlines()] == [line.strip() for line in lines]
    assert unfinished_texts(data_folder())[0] in "".join(said.split())


@pytest.mark.parametrize("typed", ["/editor\n", "/editor\n.\n", "/editor\nmore\n/quit\n"])
def test_in_plain_lines_a_text_of_the_editor_that_is_too_long_waits(typed):
    events, said = heard(typed, Edited(LONG.strip()))
    assert events == [Quit()]
    assert kept() == [f"{LONG.strip()}\n"]
    assert unfinished_texts(data_folder())[0] in "".join(said.split())


def test_in_plain_lines_the_file_goes_once_the_text_is_short_enough():
    texts = iter([Edited(LONG), Edited("short")])
    plain = PlainFrontEnd(
        shipped_words(),
        io.StringIO("/editor\n/editor\n"),
        io.StringIO(),
        lambda: 79,
        editor=lambda _: next(texts),
        keeper=Keeper(keep, drop),
    )
    assert plain.ask(NOTES) == Given("short")
    assert kept() == []
