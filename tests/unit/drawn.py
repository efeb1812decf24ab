"""The rich front end drawn on a terminal in memory: each key is pressed once the screen stands."""

import io
from collections.abc import Iterable

import pyte
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from pnet_prep.interview.terminal.front_end import TerminalFrontEnd
from pnet_prep.model.interview import Screen
from tests.unit.screens import shipped_words


class Drawn(io.StringIO):
    """What a terminal of this size shows each time the program has drawn, a key between two."""

    def __init__(self, rows: int, columns: int, keys: Iterable[str], pipe: PipeInput) -> None:
        super().__init__()
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.frames: list[list[str]] = []
        self._keys = list(keys)
        self._pipe = pipe

    def write(self, text: str) -> int:
        self.stream.feed(text)
        return len(text)

    def flush(self) -> None:
        shown = [row.rstrip() for row in self.screen.display]
        # Without key hints no prompt stands there; one like the last is only the cursor that moved.
        if self._pipe.closed or "Enter" not in "".join(shown) or shown in self.frames[-1:]:
            return
        self.frames.append(shown)
        if self._keys:
            self._pipe.send_text(self._keys.pop(0))
        else:
            self._pipe.close()

    def isatty(self) -> bool:
        return True


def frames(screen: Screen, rows: int, columns: int, keys: Iterable[str]) -> list[list[str]]:
    """Every screen that is drawn for a question: the first one, and one after each key."""
    with create_pipe_input() as pipe:
        drawn = Drawn(rows, columns, keys, pipe)
        size = Size(rows=rows, columns=columns)
        output = Vt100_Output(drawn, lambda: size, enable_cpr=False)
        with create_app_session(input=pipe, output=output):
            TerminalFrontEnd(shipped_words()).ask(screen)
    return drawn.frames
