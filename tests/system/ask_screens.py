"""Asks sample screens on the real terminal: python -m tests.system.ask_screens FILE NAME ...

What was answered goes to FILE, an event a line; the program ends at `Quit`.
"""

import sys
from pathlib import Path

from pnet_prep.cli.leaving import heeding, undisturbed
from pnet_prep.interview.front_end import FrontEnd
from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.interview.terminal.usable import usable
from pnet_prep.model.interview import Back, Notice, Quit
from tests.unit import screens


def main(told: Path, names: list[str]) -> None:
    words = screens.shipped_words()
    front_end: FrontEnd
    if usable():
        from pnet_prep.interview.terminal.front_end import TerminalFrontEnd

        front_end = TerminalFrontEnd(words, heeding=heeding)
    else:
        front_end = PlainFrontEnd.on_standard_streams(words, heeding=heeding)
    place = 0
    while place < len(names):
        event = front_end.ask(getattr(screens, names[place]))
        with told.open("a", encoding="utf-8") as file:
            file.write(f"{event!r}\n")
        if event == Quit():
            break
        place += -1 if event == Back() else 1
    front_end.tell((Notice("All is kept."),))


if __name__ == "__main__":
    with undisturbed():
        main(Path(sys.argv[1]), sys.argv[2:])
