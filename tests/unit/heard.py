"""Plain mode over lines that were written beforehand."""

import io

from pnet_prep.interview.plain import PlainFrontEnd
from pnet_prep.model.interview import Event, Screen
from tests.unit.screens import shipped_words


class Heard:
    """A plain front end over the lines given, and all that it said."""

    def __init__(self, typed: str, width: int = 79) -> None:
        self.out = io.StringIO()
        self.front_end = PlainFrontEnd(shipped_words(), io.StringIO(typed), self.out, lambda: width)

    def ask(self, screen: Screen) -> Event:
        return self.front_end.ask(screen)

    @property
    def said(self) -> str:
        return self.out.getvalue()

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()
