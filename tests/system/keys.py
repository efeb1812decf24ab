"""The keys of a person who does what a turn of an interview does."""

import time

from pnet_prep.model.interview import Ask, Chosen, Given, Passed
from tests.system.scripted import COMMANDS, Turn
from tests.system.terminal import PATIENCE, Terminal

DOWN, HOME, ENTER, SPACE = "\x1b[B", "\x1b[H", "\r", " "


def answer(terminal: Terminal, turn: Turn) -> None:
    """Wait for the question of a turn, then press the keys that answer it."""
    wait_for_row(terminal, " ".join(turn.screen.text.split()[:4]))
    terminal.press(*keys_for(turn))


def wait_for_row(terminal: Terminal, beginning: str) -> None:
    """Return once a row begins with these words: as a question, not as one answered above."""
    until = time.monotonic() + PATIENCE
    while not any(row.strip().startswith(beginning) for row in terminal.rows):
        assert time.monotonic() < until, f"no {beginning!r} on:\n" + "\n".join(terminal.rows)
        terminal.read()


def keys_for(turn: Turn) -> list[str]:
    """The keys, each to be pressed by itself."""
    rows = [*(choice.id for choice in turn.screen.choices), *turn.screen.non_answers]

    def move_to(row: object) -> str:
        return HOME + DOWN * rows.index(row)

    match turn.event:
        case Chosen(ids) if turn.screen.ask is Ask.MANY:
            return [*(key for one in ids for key in (move_to(one), SPACE)), ENTER]
        case Chosen((chosen,)):
            return [move_to(chosen), ENTER]
        case Passed(how) if turn.screen.ask in {Ask.LINE, Ask.LONG}:
            return [COMMANDS[how], ENTER]
        case Passed(how):
            return [move_to(how), *([SPACE] if turn.screen.ask is Ask.MANY else []), ENTER]
        case Given(text):
            typed = [text] if text else []
            return [*typed, ENTER, *([ENTER] if turn.screen.ask is Ask.LONG else [])]
    raise AssertionError(turn.event)


def press_until(terminal: Terminal, key: str, beginning: str, most: int) -> None:
    """Press a key again and again, each time once the next question stands there."""
    for _ in range(most):
        if any(row.strip().startswith(beginning) for row in terminal.rows):
            return
        terminal.raw = b""
        terminal.child.send(key)
        terminal.until(lambda: _stands(terminal), beginning)
    raise AssertionError("\n".join(terminal.rows))


def _stands(terminal: Terminal) -> bool:
    """Whether a prompt was drawn: its hints, and at the end the cursor is shown."""
    return "Ctrl-C" in terminal.text and terminal.raw.endswith(b"\x1b[?25h")
