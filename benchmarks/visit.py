"""A visit to measure with: one example patient, in a home of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from floor import Measure, peak, process
from terminal import until_shown

PROGRAM = str(Path(sys.executable).with_name("pnet-prep"))


@dataclass(frozen=True)
class Visit:
    """Where the visit lies, how commands find it, and how often each thing is measured.

    ``first_question`` is what `start` asks first, as it stands on the screen.
    """

    folder: Path
    env: dict[str, str]
    first_question: str
    runs: int

    @property
    def out(self) -> Path:
        """The folder its checklists are written to."""
        return self.folder / "out"

    @property
    def markdown(self) -> str:
        """The checklist as it was written at the start."""
        (made,) = self.out.glob("*.md")
        return made.read_text(encoding="utf-8")

    def command(self, *arguments: str) -> Measure:
        """A measure of the whole program run with these arguments."""
        return process((PROGRAM, *arguments), self.env)

    def export(self, formats: str) -> Measure:
        """A measure of writing the checklist in some formats, such as "md,pdf"."""
        return process(self._export(formats), self.env)

    def export_memory(self, formats: str) -> Measure:
        """A measure of the memory that this takes."""
        return peak(self._export(formats), self.env)

    def _export(self, formats: str) -> tuple[str, ...]:
        return (PROGRAM, "export", "--to", formats, "--out", str(self.out))

    def until_shown(self, text: str, command: Sequence[str] = (PROGRAM, "start")) -> Measure:
        """A measure of the wait for `text` on a terminal; empty: for the first byte.

        `start` begins a first visit: the home is empty, and stays so.
        """
        env = self.env | {"PNET_PREP_HOME": str(self.folder / "empty")}
        return until_shown(command, env, text.encode())


def prepare(case: Path, folder: Path, first_question: str, runs: int) -> Visit:
    """Answer for the patient of `case`; this also fills the content cache and compiles bytecode.

    Raises ``subprocess.CalledProcessError`` when the program refuses the file.
    """
    env = os.environ | {
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PNET_PREP_HOME": str(folder / "home"),
        "TERM": "xterm",
    }
    visit = Visit(folder, env, first_question, runs)
    start = [PROGRAM, "start", "--answers", str(case), "--no-input", "--out", str(visit.out)]
    subprocess.run(start, check=True, env=env, stdout=subprocess.DEVNULL)
    return visit
