"""Keys for the rich front end, pressed one at a time or all at once, without a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput, Output

from pnet_prep.interview.terminal.front_end import TerminalFrontEnd
from pnet_prep.model.interview import Event, Screen
from tests.unit.screens import shipped_words

ENTER, SPACE, BACKSPACE = "\r", " ", "\x7f"
UP, DOWN, END = "\x1b[A", "\x1b[B", "\x1b[F"
SHIFT_TAB, F1 = "\x1b[Z", "\x1bOP"
CTRL_C, CTRL_D, CTRL_O, CTRL_R, CTRL_U = "\x03", "\x04", "\x0f", "\x12", "\x15"


def pasted(text: str) -> str:
    """A paste as terminals mark it."""
    return f"\x1b[200~{text}\x1b[201~"


@contextmanager
def keyboard(
    keys: str, *, at_once: bool = False, output: Output | None = None
) -> Iterator[TerminalFrontEnd]:
    """A front end over a keyboard that sends these keys and is then gone, which means `Quit`."""
    with create_pipe_input() as pipe:
        pipe.send_bytes(keys.encode("utf-8", "surrogateescape"))
        if not at_once:
            reader = pipe.stdin_reader  # type: ignore[attr-defined]
            reader.read = partial(reader.read, 1)
        pipe.close()
        with create_app_session(input=pipe, output=output or DummyOutput()):
            yield TerminalFrontEnd(shipped_words())


def press(screen: Screen, keys: str, *, at_once: bool = False) -> Event:
    """What these keys answer: `Quit` if they answer nothing."""
    with keyboard(keys, at_once=at_once) as front_end:
        return front_end.ask(screen)
