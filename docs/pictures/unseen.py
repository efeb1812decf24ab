"""A program on a terminal that nobody sees: keys go in, the screen comes out as runs of letters."""

from itertools import groupby

import pexpect
import pyte

ROWS, COLUMNS = 24, 80
PATIENCE = 30.0
"""Seconds until a text has to be on the screen."""

QUIET = 0.25
"""Seconds without output after which a screen counts as drawn."""

MOST = 60
"""Keys that are pressed at most to get somewhere."""

DOWN, ENTER, SPACE = "\x1b[B", "\r", " "
KEYS_OF_A_LIST = "↑↓ move"
POINTER, FIELD = "❯ ", "❯"


class Terminal:
    """A command on a terminal of 24 rows and 80 columns.

    Everything raises ``RuntimeError`` where the screen never shows what is looked for.
    """

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            command[0],
            command[1:],
            env=environment,
            cwd=environment["PNET_PREP_HOME"],
            dimensions=(ROWS, COLUMNS),
        )

    def wait_for(self, text: str) -> None:
        """Return once the text is on the screen and nothing more comes."""
        while not self.shows(text):
            if not self._take(PATIENCE):
                raise RuntimeError(self._without(text))
        self._settle()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self._child.send(key)
            self._settle()

    def point_at(self, text: str) -> None:
        """Move down a list to a line that begins with the text: its first letter goes there."""
        self.wait_for(KEYS_OF_A_LIST)
        for _ in range(MOST):
            if any(row.strip().startswith(POINTER) and text in row for row in self._plain()):
                return
            self.press(text[0].lower() if text[0].isalpha() else DOWN)
        raise RuntimeError(self._without(text))

    def choose(self, text: str) -> None:
        """Choose a line of a list."""
        self.point_at(text)
        self.press(ENTER)

    def tick(self, *texts: str) -> None:
        """Tick lines of a list, then say that it is done."""
        for text in texts:
            self.point_at(text)
            self.press(SPACE)
        self.press(ENTER)

    def skip_to(self, text: str) -> None:
        """Leave out every question until the text is on the screen."""
        for _ in range(MOST):
            if self.shows(text):
                return
            in_field = any(row.strip() == FIELD for row in self._plain())
            self.press(*(() if in_field else ("/",)), "/skip" if in_field else "skip", ENTER)
        raise RuntimeError(self._without(text))

    def shows(self, text: str) -> bool:
        """Whether the text stands on the screen, all line breaks taken as spaces."""
        return text in " ".join(" ".join(self._plain()).split())

    def close(self) -> None:
        """End the program, wherever it is."""
        self._child.close(force=True)

    def rows(self) -> list[list[dict[str, object]]]:
        """The screen as runs of letters of one look, a list a row."""
        return [
            [
                {"text": "".join(one.data for one in run), "bold": bold, "line": line, "fill": fill}
                for (bold, line, fill), run in groupby(
                    (self._screen.buffer[row][column] for column in range(COLUMNS)),
                    key=lambda letter: (letter.bold, letter.underscore, letter.fg),
                )
            ]
            for row in range(ROWS)
        ]

    def _plain(self) -> list[str]:
        return [str(row).rstrip() for row in self._screen.display]

    def _without(self, text: str) -> str:
        shown = "\n".join(self._plain())
        return f"{text!r} is not on:\n{shown}"

    def _settle(self) -> None:
        while self._take(QUIET):
            pass

    def _take(self, patience: float) -> bool:
        try:
            self._stream.feed(self._child.read_nonblocking(65536, timeout=patience))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        return True
