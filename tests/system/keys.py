"""A person at a real terminal: reads the screen, then presses keys, one thing at a time."""

import time
from collections.abc import Sequence

import pexpect
import pyte

from pnet_prep.model.interview import Ask, Chosen, Given, Passed, Screen
from tests.system.scripted import COMMANDS, Turn

DOWN, HOME, ENTER, SPACE = "\x1b[B", "\x1b[H", "\r", " "
PAUSE = 0.07
"""Seconds between two keys of a person who is in no hurry; closer keys count as a paste."""


class Terminal:
    """A pseudo-terminal with a screen that can be read."""

    def __init__(
        self, command: Sequence[str], env: dict[str, str], size: tuple[int, int] = (24, 80)
    ) -> None:
        rows, columns = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={**env, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"},
            dimensions=size,
            timeout=30,
        )

    def read(self, quiet: float = 0.04) -> None:
        """Take in what is written until nothing comes for a moment."""
        while True:
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=quiet))
            except (pexpect.TIMEOUT, pexpect.EOF):
                return

    def text(self) -> str:
        """The screen as it stands, a line each."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, beginning: str, seconds: float = 20) -> None:
        """Wait until a line of the screen begins with these words."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.read()
            if any(line.strip().startswith(beginning) for line in self.screen.display):
                return
        raise AssertionError(f"{beginning!r} did not come up:\n{self.text()}")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, like a person."""
        for key in keys:
            self.child.send(key)
            time.sleep(PAUSE)
        self.read()

    def answer(self, turn: Turn) -> None:
        """Wait for the question of a turn and answer it."""
        self.wait_for(_first_words(turn.screen))
        self.press(*keys_for(turn))


def keys_for(turn: Turn) -> list[str]:
    """The keys that do what a turn does."""
    rows = [*(choice.id for choice in turn.screen.choices), *turn.screen.non_answers]

    def move_to(row: object) -> str:
        return HOME + DOWN * rows.index(row)

    match turn.event:
        case Chosen(ids) if turn.screen.ask is Ask.MANY:
            return [key for one in ids for key in (move_to(one), SPACE)] + [ENTER]
        case Chosen((chosen,)):
            return [move_to(chosen), ENTER]
        case Passed(how) if turn.screen.ask in {Ask.LINE, Ask.LONG}:
            return [COMMANDS[how], ENTER]
        case Passed(how):
            return (
                [move_to(how), SPACE, ENTER]
                if turn.screen.ask is Ask.MANY
                else [
                    move_to(how),
                    ENTER,
                ]
            )
        case Given(""):
            return [ENTER]
        case Given(text) if turn.screen.ask is Ask.LONG:
            return [text, ENTER, ENTER]
        case Given(text):
            return [text, ENTER]
    raise AssertionError(turn.event)


def _first_words(screen: Screen) -> str:
    return " ".join(screen.text.split()[:4])
