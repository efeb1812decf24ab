"""Asks kinds of screens on a real terminal, one order a line: python -m tests.system.ask_kinds FIFO

Each is asked again until somebody leaves it; what was answered is told in a file of that name.
"""

import sys
from pathlib import Path

from pnet_prep.interview.terminal.front_end import TerminalFrontEnd
from pnet_prep.model.interview import Quit
from tests.unit.kinds import kinds
from tests.unit.screens import shipped_words

CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def main(orders: Path) -> None:
    asked = kinds()
    with orders.open(encoding="utf-8") as lines:
        for line in lines:
            told, name = line.rstrip("\n").split("\t")
            front_end = TerminalFrontEnd(shipped_words())
            sys.stdout.write(CLEAR)
            sys.stdout.flush()
            event = None
            while event != Quit():
                event = front_end.ask(asked[name])
                with open(told, "a", encoding="utf-8") as file:
                    file.write(f"{event!r}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
